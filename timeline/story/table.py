"""The numbers of ``tables/importance.toml``."""

from __future__ import annotations

from functools import cache
from typing import Any

from timeline.errors import TableError
from timeline.tables.load import read_toml

NAME = "importance.toml"


@cache
def table(section: str) -> dict[str, Any]:
    """Return a section of the table; raises TableError where it is missing."""
    whole = read_toml(NAME)
    if section not in whole:
        raise TableError(f"{NAME}: [{section}] is missing")
    return dict(whole[section])
