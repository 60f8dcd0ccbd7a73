"""Lengths of time ("two weeks") and the days that lie one before or after another."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from timeline.edtf import Interval
from timeline.models import Timex

MORE = frozenset({"MORE_THAN", "EQUAL_OR_MORE"})
LESS = frozenset({"LESS_THAN", "EQUAL_OR_LESS"})

_LENGTH = re.compile(r"P(?P<count>\d{1,4})(?P<unit>[YMWD])|PT(?P<hours>\d{1,4})H")
# How exact a count of weeks is: three days to either side.
_WEEK_SLACK = 3
_HOURS = 24  # of a day
_FEW_HOURS = 6  # fewer of them are taken to end on the day that they began


def length_of(timex: Timex) -> tuple[int, str] | None:
    """How many years, months, weeks, days or hours (H) an undated expression names; None where it names no length."""
    length = None if timex.not_before or timex.not_after else _LENGTH.fullmatch(timex.length or "")
    if length is None:
        return None
    return (int(length["hours"]), "H") if length["hours"] else (int(length["count"]), length["unit"])


def ago(today: date, count: int, unit: str) -> Interval | None:
    """The year, month, days about a week or day that lies a count of units before a day; None before the calendar."""
    try:
        if unit == "H":
            return _hours_ago(today, count)
        if unit == "Y":
            return Interval(date(today.year - count, 1, 1), date(today.year - count, 12, 31))
        if unit == "M":
            year, month = divmod(today.year * 12 + today.month - 1 - count, 12)
            return Interval(date(year, month + 1, 1), date(year, month + 1, monthrange(year, month + 1)[1]))
        day = today - timedelta(days=count * (7 if unit == "W" else 1))
        slack = timedelta(days=_WEEK_SLACK if unit == "W" else 0)
        return Interval(day - slack, day + slack)
    except (ValueError, OverflowError):
        return None


def _hours_ago(today: date, count: int) -> Interval:
    """The day that lies hours before some hour of a day, or the two that may; a few hours stay within the day."""
    if abs(count) < _FEW_HOURS:
        return Interval(today, today)
    fewest, most = count // _HOURS, -(-count // _HOURS)
    return Interval(today - timedelta(days=most), today - timedelta(days=fewest))


def moved_back(days: Interval, count: int, unit: str) -> Interval | None:
    """An interval a count of units earlier, with the slack of the unit; None where it is open or too early."""
    if days.not_before is None or days.not_after is None:
        return None
    first, last = ago(days.not_before, count, unit), ago(days.not_after, count, unit)
    return first and last and Interval(first.not_before, last.not_after)
