"""Sets of days as sorted intervals that do not touch: what a clue leaves open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from timeline.edtf import FIRST_DAY, LAST_DAY, Interval

Days = tuple[Interval, ...]
ALL: Days = (Interval(None, None),)


def union(intervals: Iterable[Interval]) -> Days:
    """Join intervals that overlap or touch.

    >>> len(union([Interval(date(2024, 1, 1), date(2024, 1, 31)), Interval(date(2024, 2, 1), None)]))
    1
    """
    joined: list[Interval] = []
    for one in sorted(intervals, key=lambda interval: interval.not_before or FIRST_DAY):
        last = joined[-1] if joined else None
        if last and (last.not_after is None or (one.not_before or FIRST_DAY) <= _next(last.not_after)):
            joined[-1] = last.hull(one)
        else:
            joined.append(one)
    return tuple(joined)


def intersect(one: Days, other: Days) -> Days:
    """Return the days of both."""
    return union(both for a in one for b in other if (both := a.intersect(b)) is not None)


def hull(days: Days) -> Interval:
    """Return the smallest interval around all days; open on both sides where there are none."""
    return Interval(days[0].not_before, days[-1].not_after) if days else Interval(None, None)


def meeting(days: Days, others: Days) -> Days:
    """Return the stretches that share a day with one of the others, whole."""
    return tuple(one for one in days if any(one.intersect(other) for other in others))


def is_one_day(days: Days) -> bool:
    """Tell whether a single day is all there is."""
    return len(days) == 1 and days[0].days == 1


def each(days: Days) -> Iterator[date]:
    """Yield every day of a bounded set."""
    for low, high in days:
        if low is None or high is None:
            raise ValueError("an open set has no last day")
        for number in range(low.toordinal(), high.toordinal() + 1):
            yield date.fromordinal(number)


def _next(day: date) -> date:
    return day if day == LAST_DAY else day + timedelta(days=1)
