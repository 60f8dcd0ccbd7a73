"""Operations for dates in numbers by the orders in which languages other than English write them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from timeline.dates.context import Context
from timeline.dates.counts import is_numbered
from timeline.dates.grain import Period
from timeline.dates.grammar import Match
from timeline.dates.meaning import OPERATIONS, Meaning, make_day, operation, placed
from timeline.dates.missing import missing_day_in_figures
from timeline.dates.numbers import ordinal
from timeline.dates.numerals import in_ascii
from timeline.dates.numeric import puts_day_first
from timeline.dates.years import full_year

_FIGURES = 4  # of a year that is written in full


@operation("ordered-date")
def _ordered_date(match: Match, context: Context) -> Meaning | None:
    """Three numbers; where the rule has ``versions``, those that number a thing in this form are none."""
    how, word = match.rule.params, in_ascii(match.value("n", "TEXT"))
    if how.get("versions"):
        parts = re.split(r"[./-]", word)
        if _is_uneven(word, parts) or (not _is_ordinary(word, parts) and is_numbered(match, context)):
            return None
        how = {**how, "month_first": "." not in word and not puts_day_first(context)}
    return _first_day(word, how, context.dct) or missing_day_in_figures(match, context, word)


def _is_ordinary(word: str, parts: Sequence[str]) -> bool:
    """Tell forms that are seldom anything but a date from "10.11.12" and "2018.1.5", which versions have too."""
    return "/" in word or ("." in word and len(parts[2]) == _FIGURES)


def _is_uneven(word: str, parts: Sequence[str]) -> bool:
    """Tell a last number of two figures that without a stroke is a year only behind such of two: not "2.10.12"."""
    first, second, third = map(len, parts)
    return "/" not in word and third == 2 and first != _FIGURES and (first, second) != (2, 2)


def _first_day(word: str, how: Mapping[str, Any], dct: date | None) -> Meaning | None:
    """The day that three numbers are in the likeliest of their orders."""
    days = (make_day(*order) for order in _orders(word, how, dct))
    found = next(filter(None, days), None)
    return placed(Period("day", found)) if found else None


@operation("first-day-of-figures")
def _first_day_of_figures(match: Match, context: Context) -> Meaning | None:
    """The first day of a range whose last is in figures ("vom 13. bis 15.5.2024"): of the same month."""
    whole = len(re.findall(r"\d+", match.group("n")[0].word)) > 2
    last = OPERATIONS["ordered-date" if whole else "day-in-figures"](match, context)
    if last is None or last.period is None:
        return None
    start, number = last.period.start, ordinal(match.group("d"))
    found = make_day(start.year, start.month, number) if number < start.day else None
    return placed(Period("day", found), last.anchor) if found else None


@operation("ordered-date-parted")
def _ordered_date_parted(match: Match, context: Context) -> Meaning | None:
    year = match.value("y", "YEAR", "TWO")
    return _first_day(f"{match.value('n', 'TEXT')}/{year:02}", match.rule.params, context.dct)


def _orders(word: str, how: Mapping[str, Any], dct: date | None) -> Iterator[tuple[int, int, int]]:
    """Yield year, month and day in the orders that three numbers can have, the likeliest first.

    ``how``: ``year_first``, where a year of two figures stands before its month; ``month_first``, before the day.
    """
    one, two, three = re.split(r"[/.-]", word)
    first, second, third = int(one), int(two), int(three)
    if len(one) == 4:
        yield first, second, third
    if len(one) > 2 or len(three) not in (2, 4):
        return
    if len(three) == len(one) == 2 and how.get("year_first"):
        yield full_year(first, dct), second, third
    year = third if len(three) == 4 else full_year(third, dct)
    days = (second, first), (first, second)
    for month, day in reversed(days) if how.get("month_first") else days:
        yield year, month, day
