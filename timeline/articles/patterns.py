"""The tables of page furniture and datelines, validated and compiled."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple, get_args

from timeline.errors import TableError
from timeline.tables.load import read_toml

Tail = Literal["list", "end", "all"]


class Pattern(NamedTuple):
    """A row: its reason in words, its expression, the longest line it is tried on, and its examples.

    ``tail``: what stands below it is none of the article's either: a "list" of headlines, the page's "end", or "all";
    ``tail_why``: why.
    """

    name: str
    why: str
    expression: re.Pattern[str]
    longest: int
    caption: bool
    where: Literal["line", "head"]
    yes: tuple[str, ...]
    no: tuple[str, ...]
    tail: Tail | None = None
    tail_why: str | None = None

    def matches(self, line: str) -> re.Match[str] | None:
        """Match a whole line, or the head of one; ``line`` is trimmed."""
        if self.where == "head":
            return self.expression.match(line)
        return self.expression.fullmatch(line) if len(line) <= self.longest else None


@cache
def furniture() -> tuple[Pattern, ...]:
    """Lines that are no words of the article."""
    return _rows("furniture.toml")


@cache
def datelines() -> tuple[Pattern, ...]:
    """Where and when the article was filed or published."""
    return _rows("datelines.toml")


def _rows(table: str) -> tuple[Pattern, ...]:
    return tuple(_row(table, number, row) for number, row in enumerate(read_toml(table)["pattern"], 1))


def _row(table: str, number: int, row: dict[str, object]) -> Pattern:
    where = f"{table}: pattern {number} ({row.get('name')})"
    try:
        flags = re.NOFLAG if row.get("keep_case") or row.get("where") == "head" else re.IGNORECASE
        expression = re.compile(str(row["match"]), flags)
    except KeyError as error:
        raise TableError(f"{where}: {error} is missing") from error
    except re.error as error:
        raise TableError(f"{where}: match is no regular expression: {error}") from error
    longest = row.get("longest", 120)
    yes, no = row.get("yes"), row.get("no")
    if not isinstance(yes, list) or not isinstance(no, list) or not isinstance(longest, int):
        raise TableError(f"{where}: wants lists of examples under yes and no, and a number under longest")
    return Pattern(
        name=str(row["name"]),
        why=str(row["why"]),
        expression=expression,
        longest=longest,
        caption=bool(row.get("caption")),
        where="head" if row.get("where") == "head" else "line",
        yes=tuple(yes),
        no=tuple(no),
        tail=next((tail for tail in get_args(Tail) if tail == row.get("tail")), None),
        tail_why=str(row["tail_why"]) if "tail" in row else None,
    )
