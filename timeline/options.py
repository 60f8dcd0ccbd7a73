"""What a build can be asked for."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, get_args

FORMATS = ("html", "json", "csv")
Only = Literal["timexes", "events"]
ONLY: tuple[Only, ...] = get_args(Only)
MAX_SIZE = 10_000_000  # bytes


@dataclass(frozen=True, kw_only=True)
class Options:
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
