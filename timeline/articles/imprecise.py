"""Dates that name no single day ("May 2024", "c. 1850", "6-8 May 2024") become the days they leave open."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from timeline import edtf
from timeline.articles.examples import patterns
from timeline.dateparse import parse_date
from timeline.edtf import Interval
from timeline.errors import DateError

TABLE = "imprecise_dates.toml"
# Where two days that have nothing in common give the same answer, nothing is filled in from either.
_BASES = (date(1957, 7, 13), date(1996, 2, 29))

Reader = Callable[[str], Interval]


def by_table(text: str, read: Reader) -> Interval | None:
    """Read a date of the forms in the table, or in EDTF; None where it has none of them.

    ``read`` reads the dates that are parts of it, raising DateError where one is none.
    """
    for pattern in patterns(TABLE):
        found = pattern.expression.fullmatch(text)
        interval = _by_groups(found, read) if found else None
        if interval:
            return interval
    try:
        return edtf.parse(text)
    except DateError:
        return None


def by_words(text: str, languages: tuple[str, ...]) -> Interval:
    """Read the words for a month and its year; raises DateError where the text is something else.

    >>> by_words("May 2024", ("en",)) == edtf.month(2024, 5)
    True
    """
    readings = [parse_date(text, base=base, languages=languages) for base in _BASES]
    if readings[0] != readings[1] or readings[0].grain != "month":
        raise DateError(f"{text[:60]!r} is no date that can be read; write it as 2024-11-07")
    return readings[0].interval


def _by_groups(found: re.Match[str], read: Reader) -> Interval | None:
    """The days that the groups of a row mean; None where they mean none after all."""
    # Alternatives of one expression number the names that come again.
    parts = {name.partition("_")[0]: value for name, value in found.groupdict().items() if value}
    try:
        if "about" in parts:
            return _widened(read(parts["about"]))
        if "first" in parts:
            return _from_to(parts["first"], parts["last"], read)
        if "one" in parts:
            first, last = (read(f"{parts.get('before', '')}{parts[name]}{parts['after']}") for name in ("one", "two"))
            return _ordered(first, last)
        if "decade" in parts:
            return edtf.parse(f"{parts['decade'][:3]}X")
        return _of_numbers(int(parts["y"]), int(parts.get("m", 0)), int(parts.get("q", 0)))
    except (DateError, ValueError):
        return None


def _of_numbers(year: int, month: int, quarter: int) -> Interval:
    if quarter:
        return edtf.month(year, 3 * quarter - 2).hull(edtf.month(year, 3 * quarter))
    return edtf.month(year, month) if month else edtf.year(year)


def _from_to(first: str, last: str, read: Reader) -> Interval | None:
    """From one date to another, which may lend the first its year."""
    end = read(last)
    try:
        return _ordered(read(first), end)
    except DateError:
        year = re.search(r"\d{4}", last)
        return _ordered(read(f"{first} {year[0]}"), end) if year else None


def _ordered(first: Interval, last: Interval) -> Interval | None:
    both = Interval(first.not_before, last.not_after)
    return both if both.not_before and both.not_after and both.not_before <= both.not_after else None


def _widened(roughly: Interval) -> Interval:
    """Add as much again on both sides: "about 1850" may be the year before or after."""
    days = roughly.days or 0
    if roughly.not_before is None or roughly.not_after is None:
        return roughly
    low, high = edtf.shift_days(roughly.not_before, -1), edtf.shift_days(roughly.not_after, 1)
    if days in (365, 366):
        return edtf.year(low.year).hull(edtf.year(high.year))
    if roughly == edtf.month(roughly.not_before.year, roughly.not_before.month):
        return edtf.month(low.year, low.month).hull(edtf.month(high.year, high.month))
    return Interval(edtf.shift_days(roughly.not_before, -days), edtf.shift_days(roughly.not_after, days))
