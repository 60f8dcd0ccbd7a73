"""Days, intervals and codes in plain words; the sentences themselves stand in ``tables/reasons.toml``."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from functools import cache, lru_cache
from typing import Any

from timeline.edtf import Interval
from timeline.errors import TableError
from timeline.models import Dct, EventTime
from timeline.tables.load import read_toml

TABLE = "reasons.toml"
_REMEMBERED = 4096  # days and intervals whose words are kept: many events share them


@cache
def _table() -> dict[str, Any]:
    return read_toml(TABLE)


def say(section: str, key: str, **values: object) -> str:
    """Fill in a sentence of the table; the values are put in as they are and never read as patterns.

    Raises TableError where the sentence is missing or asks for something else.
    """
    try:
        return str(_table()[section][key]).format(**values)
    except (KeyError, IndexError, ValueError) as error:
        raise TableError(f"{TABLE}: [{section}] {key}: {error!r}") from error


def has(section: str, key: str) -> bool:
    """Tell whether the table has the sentence."""
    return key in _table()[section]


@lru_cache(maxsize=_REMEMBERED)
def name_day(day: date, *, weekday: bool = False) -> str:
    """Write a day.

    >>> name_day(date(2024, 11, 7), weekday=True)
    'Thursday 7 November 2024'
    """
    return say(
        "day",
        "weekday" if weekday else "plain",
        weekday=_table()["weekdays"][day.weekday()],
        day=day.day,
        month=_month(day),
        year=day.year,
    )


@lru_cache(maxsize=_REMEMBERED)
def describe(interval: Interval, *, weekday: bool = False) -> str:
    """Say an interval as shortly as its exact bounds allow.

    >>> describe(Interval(date(2024, 10, 1), date(2024, 10, 31)))
    'October 2024'
    >>> describe(Interval(date(2016, 11, 9), date(2016, 12, 31)))
    'between 9 November and 31 December 2016'
    >>> describe(Interval(date(2024, 11, 7), None))
    'on or after 7 November 2024'
    """
    first, last = interval
    if first is None and last is None:
        return say("interval", "open")
    if first is None or last is None:
        day = name_day(first or last or date.max, weekday=weekday)
        return say("interval", "from", first=day) if first else say("interval", "until", last=day)
    if first == last:
        return name_day(first, weekday=weekday)
    return _closed(first, last)


def _closed(first: date, last: date) -> str:
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        if first.year == last.year:
            return say("interval", "year", year=first.year)
        if first.year % 10 == 0 and last.year == first.year + 9:
            return say("interval", "decade", year=first.year)
        return say("interval", "between", first=first.year, last=last.year)
    whole_months = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    if whole_months:
        begin, end = (say("interval", "month", month=_month(day), year=day.year) for day in (first, last))
        return begin if begin == end else say("interval", "between", first=begin, last=end)
    end = name_day(last)
    if (first.year, first.month) == (last.year, last.month):
        return say("interval", "same_month", first_day=first.day, last=end)
    if first.year == last.year:
        return say("interval", "same_year", first_day=first.day, first_month=_month(first), last=end)
    return say("interval", "between", first=name_day(first), last=end)


def _month(day: date) -> str:
    return str(_table()["months"][day.month - 1])


def describe_time(time: EventTime) -> str:
    """Say when an event was: its day, or its begin and end."""
    begin, end = time.begin.interval, time.end.interval
    if time.kind == "day" or begin == end:
        return describe(begin)
    if end == Interval(None, None):
        return say("span", "since", begin=describe(begin)) if _one(begin) else _bounds(begin, end)
    if begin == Interval(None, None):
        return say("span", "until", end=describe(end)) if _one(end) else _bounds(begin, end)
    if None not in begin and None not in end:
        return say("span", "closed", begin=describe(begin), end=describe(end))
    return _bounds(begin, end)


def _one(interval: Interval) -> bool:
    return interval.days == 1


def _bounds(begin: Interval, end: Interval) -> str:
    return say("span", "bounds", begin=describe(begin), end=describe(end))


def describe_dct(dct: Dct) -> str:
    """Say an article's day, and between which days it lies where it is not certain."""
    if dct.day is None:
        if (dct.not_before, dct.not_after) == (None, None):
            return say("dct", "unknown")
        return describe(Interval(dct.not_before, dct.not_after))
    day = name_day(dct.day, weekday=True)
    if (dct.not_before, dct.not_after) in ((None, None), (dct.day, dct.day)):
        return say("dct", "day", day=day)
    return say("dct", "inferred", interval=describe(Interval(dct.not_before, dct.not_after)), day=day)


@cache
def _glosses() -> dict[str, Any]:
    return read_toml("glosses.toml")


def gloss(kind: str, code: str) -> str:
    """Say in a few words what a code means; ``kind`` is "type" or "status".  An unknown code stands for itself.

    >>> gloss("type", "CONSULT")
    'meets, visits, talks or telephones'
    """
    return str(_glosses()[kind].get(code, code))
