"""The users' own rows beside ours: which are in use in this process, and what must be read anew when that changes."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

# Loading the language model takes a second, and it hangs on no table that users may add to.
_KEPT = "timeline.events.parse.english"


class OwnRow(NamedTuple):
    """A row of a user's table: its file and line, and its cells in the order of our columns."""

    where: str
    cells: tuple[str, ...]


class OwnTables(NamedTuple):
    """Rows of CSV tables and contents of TOML tables by the names of ours; ``digest``: of all files, "" for none."""

    digest: str = ""
    rows: Mapping[str, Sequence[OwnRow]] = {}
    contents: Mapping[str, Mapping[str, Any]] = {}


_in_use = OwnTables()


def in_use() -> OwnTables:
    """The tables in use in this process."""
    return _in_use


def put(tables: OwnTables) -> None:
    """Use these from now on; what was read or reckoned from others is forgotten."""
    global _in_use  # noqa: PLW0603  (tables are read once a process)
    if tables.digest == _in_use.digest:
        return
    _in_use = tables
    for name, module in list(sys.modules.items()):
        if name.startswith("timeline.") and name != _KEPT:
            for one in list(vars(module).values()):
                forget = getattr(one, "cache_clear", None)
                if callable(forget):
                    forget()


@cache
def verbs() -> frozenset[str]:
    """The verbs of the users' own frames, without particles."""
    frames = (row for content in _in_use.contents.values() for row in content.get("verb", ()))
    return frozenset(verb.partition("_")[0] for row in frames for verb in row.get("verbs", "").split())
