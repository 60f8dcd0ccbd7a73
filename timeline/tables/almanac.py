"""Feasts and named periods: how the day of a feast is told, and when a period began and ended.

A feast's ``when`` is one of ``12-25`` (month and day), ``nth 11 4 4 +1`` (month, ISO weekday, which one, -1 the last;
days added), ``easter -2``, ``orthodox -2`` (days from Easter), ``hijri 9 1``, ``jalali 1 1`` (month and day),
``table passover`` (a column of ``movable.csv``).  ``days`` is how long it lasts, ``month`` a month of its calendar.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import NamedTuple

from timeline.edtf import Interval, parse
from timeline.errors import DateError, TableError
from timeline.tables.load import read_csv, read_header, read_rows

_KINDS = {"nth": 3, "easter": 0, "orthodox": 0, "hijri": 2, "jalali": 2, "table": 1}


class Feast(NamedTuple):
    """A feast of one country, or of no one's: its names in small letters as tokens, and how its day is told."""

    name: str
    names: tuple[str, ...]
    kind: str
    numbers: tuple[int, ...]
    shift: int
    column: str
    days: int | None
    country: str
    row: str


class NamedPeriod(NamedTuple):
    """A stretch of history with a name of its own."""

    name: str
    names: tuple[str, ...]
    days: Interval
    row: str


@cache
def feasts() -> tuple[Feast, ...]:
    """All feasts, in the table's order: of feasts of one name the first is the best known."""
    columns = ("feast", "names", "when", "days", "country", "source")
    return tuple(
        feast_of(dict(zip(columns, row.cells, strict=True)), row.where)._replace(row=row.label)
        for row in read_rows("feasts.csv", columns)
    )


def feast_of(row: Mapping[str, str], where: str) -> Feast:
    """A feast from the cells of its row, by column.

    Raises TableError where its day is told by no rule.
    """
    words = row["when"].split()
    shift = 0
    if len(words) > 1 and words[-1][0] in "+-" and len(words) > 1 + _KINDS.get(words[0], 0):
        shift = int(words.pop())
    fixed = "-" in words[0]
    try:
        kind, rest = ("fixed", words[0].split("-")) if fixed else (words[0], words[1:])
        if not fixed and len(rest) != _KINDS[kind]:
            raise ValueError
        numbers = () if kind == "table" else tuple(map(int, rest))
        days = None if row["days"] == "month" else int(row["days"])
    except (KeyError, ValueError) as error:
        raise TableError(f"{where}: {row['when']!r}, {row['days']!r} is no rule for a day") from error
    names = tuple(name.strip() for name in row["names"].split(";"))
    column = rest[0] if kind == "table" else ""
    return Feast(row["feast"], names, kind, numbers, shift, column, days, row["country"], where)


@cache
def movable() -> dict[str, dict[int, date]]:
    """First days of the feasts of other calendars, by column and year; days that nobody computed are absent."""
    columns = read_header("movable.csv")
    found: dict[str, dict[int, date]] = {column: {} for column in columns[1:]}
    for number, row in enumerate(read_csv("movable.csv", columns), 2):
        for column, days in found.items():
            if row[column]:
                try:
                    days[int(row["year"])] = date.fromisoformat(f"{row['year']}-{row[column]}")
                except ValueError as error:
                    raise TableError(f"movable.csv:{number}: {column}: {error}") from error
    return found


@cache
def periods() -> tuple[NamedPeriod, ...]:
    """All named periods."""
    found = []
    for row in read_rows("periods.csv", ("name", "names", "begin", "end", "source")):
        name, cell, first, last, _ = row.cells
        try:
            begin, end = parse(first), parse(last)
        except DateError as error:
            raise TableError(f"{row.where}: {error}") from error
        names = tuple(name.strip() for name in cell.split(";"))
        found.append(NamedPeriod(name, names, Interval(begin.not_before, end.not_after), row.label))
    return tuple(found)
