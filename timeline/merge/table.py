"""The numbers of ``tables/merge.toml``, checked once."""

from __future__ import annotations

from functools import cache
from typing import Any

from timeline.errors import TableError
from timeline.tables.load import read_toml

TABLE = "merge.toml"


@cache
def section(name: str) -> dict[str, Any]:
    """Return a part of the table; raises TableError where it is missing."""
    if name not in _whole():
        raise TableError(f"{TABLE}: [{name}] is missing")
    return dict(_whole()[name])


@cache
def threshold() -> float:
    """Score from which two mentions are one event, 0..1."""
    return float(_whole()["threshold"])


@cache
def neighbours() -> int:
    """How many neighbours a mention is compared with in a block."""
    return int(_whole()["neighbours"])


@cache
def _whole() -> dict[str, Any]:
    table = read_toml(TABLE)
    total = sum(table["weights"].values())
    if abs(total - 1) > 1e-9:
        raise TableError(f"{TABLE}: [weights] must add up to 1, not {total:g}")
    return table
