"""What a build can be asked for."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, get_args

# What a build can write, each with the ending of its file's name.
FORMATS = {
    "html": "html",
    "json": "json",
    "jsonl": "jsonl",
    "csv": "csv",
    "parquet": "parquet",
    "ics": "ics",
    "timelinejs": "timelinejs.json",
    "timeml": "timeml.zip",
    "plover": "plover.jsonl",
    "geojson": "geojson",
    "md": "md",
    "txt": "txt",
    "atom": "atom",
}
# What has a JSON Schema: what the formats json, jsonl and plover write, what annotate reads and writes, corrections.
SCHEMAS = ("timeline", "event", "plover", "request", "annotation", "corrections")
Only = Literal["timexes", "events"]
ONLY: tuple[Only, ...] = get_args(Only)
MAX_SIZE = 10_000_000  # bytes


@dataclass(frozen=True, kw_only=True)
class Choice:
    """Which events of all that were read are written.

    ``actors``: any of these takes part; ``between``: both do; ``types``: of any of these; ``from_``, ``to``: EDTF, the
    days in which they lie; ``about``: words that tell them; ``key``: no more than so many, those that matter most.
    """

    actors: Sequence[str] = ()
    between: tuple[str, str] | None = None
    types: Sequence[str] = ()
    from_: str | None = None
    to: str | None = None
    about: str | None = None
    key: int | None = None

    @property
    def asked(self) -> tuple[str, ...]:
        """All whom it names."""
        return (*self.actors, *(self.between or ()))

    @property
    def is_everything(self) -> bool:
        """Whether all that was read is written."""
        asked = (self.actors, self.between, self.types, self.from_, self.to)
        return not any(asked) and self.about is None and self.key is None


@dataclass(frozen=True, kw_only=True)
class Options(Choice):
    """The options of a build, as ``timeline.build`` takes them and explains them."""

    output: str | Path | None = None
    formats: Collection[str] = ("html", "json")
    title: str | None = None
    date: str | None = None
    dates: Mapping[str, str] = field(default_factory=dict)
    jobs: int | None = 1  # None: one a processor
    engine: str = "local"
    corrections: str | Path | None = None
    plotlyjs: str | Path | None = None
    strict: bool = False
    max_size: int = MAX_SIZE
    allow_file_time: bool = False
    tables: str | Path | None = None
    skip_bad_rows: bool = False
