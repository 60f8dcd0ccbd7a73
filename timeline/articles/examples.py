"""Tables of patterns that carry their examples: what an expression finds in a text, and what it means there."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from timeline.errors import TableError
from timeline.tables.load import read_toml


class Pattern(NamedTuple):
    """A row: its name, its expression, what its examples mean (``yes``), and texts in which it must find nothing."""

    name: str
    expression: re.Pattern[str]
    yes: dict[str, str]
    no: tuple[str, ...]


@cache
def patterns(table: str) -> tuple[Pattern, ...]:
    """Rows of a table, in the order in which they are tried; raises TableError where one is broken."""
    try:
        return tuple(
            Pattern(row["name"], re.compile(row["match"]), row["yes"], tuple(row["no"]))
            for row in read_toml(table)["pattern"]
        )
    except (KeyError, re.error) as error:
        raise TableError(f"{table}: {error}") from error
