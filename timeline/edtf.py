"""The EDTF interval (ISO 8601-2): a calendar stretch with its grain, its bounds and its text form.

Only the part of levels 0 and 1 that the package writes: day, month, year, decade (``199X``), season (``2024-21``),
interval, open end (``..``) and the qualifier ``~``.  All bounds are inclusive days; ``None`` is an open side.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from timeline.errors import DateError

FIRST_DAY = date(1, 1, 1)
LAST_DAY = date(9999, 12, 31)

# Two figures of a year from here on are of the century before: 50 to 99 are 1950 to 1999, 00 to 49 are 2000 to 2049.
CENTURY_TURNS = 50

# Northern seasons as ISO 8601-2 numbers them: first month, months.
SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}

_ONE = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-(\d\d)(?:-(\d\d))?)?([~?%]?)\Z")


class Interval(NamedTuple):
    """Inclusive days; ``None`` is open.

    >>> Interval(date(2024, 2, 1), date(2024, 2, 29)).contains(date(2024, 2, 29))
    True
    """

    not_before: date | None
    not_after: date | None

    def contains(self, day: date) -> bool:
        """Tell whether the day lies inside."""
        return (self.not_before is None or self.not_before <= day) and (self.not_after is None or day <= self.not_after)

    def intersect(self, other: Interval) -> Interval | None:
        """Return the shared days, None where there are none."""
        start = _bound(self.not_before, other.not_before, max)
        end = _bound(self.not_after, other.not_after, min)
        return None if start and end and start > end else Interval(start, end)

    def hull(self, other: Interval) -> Interval:
        """Return the smallest interval that covers both."""
        start = None if self.not_before is None or other.not_before is None else min(self.not_before, other.not_before)
        end = None if self.not_after is None or other.not_after is None else max(self.not_after, other.not_after)
        return Interval(start, end)

    @property
    def days(self) -> int | None:
        """Number of days, None where a side is open."""
        if self.not_before is None or self.not_after is None:
            return None
        return (self.not_after - self.not_before).days + 1

    @property
    def is_reversed(self) -> bool:
        """Whether it ends before it begins, as no time does."""
        return self.not_before is not None and self.not_after is not None and self.not_before > self.not_after

    @property
    def only_day(self) -> date | None:
        """The day where it is exactly one."""
        return self.not_before if self.not_before == self.not_after else None


def _bound(one: date | None, other: date | None, of_both: Callable[[date, date], date]) -> date | None:
    """The bound that is told, or what ``of_both`` says of two."""
    if one is None or other is None:
        return one or other
    return of_both(one, other)


def day(value: date) -> Interval:
    """Return the interval of one day."""
    return Interval(value, value)


def month(year: int, number: int) -> Interval:
    """Return the days of a month."""
    return Interval(date(year, number, 1), date(year, number, monthrange(year, number)[1]))


def year(number: int) -> Interval:
    """Return the days of a year."""
    return Interval(date(number, 1, 1), date(number, 12, 31))


def full_year(two_figures: int) -> int:
    """Return the year that its last two figures mean where nothing else tells the century.

    >>> full_year(49), full_year(50)
    (2049, 1950)
    """
    return two_figures + (1900 if two_figures >= CENTURY_TURNS else 2000)


def shift_months(start: date, count: int) -> date:
    """Move a day by months, keeping it inside its month and inside the calendar.

    >>> shift_months(date(2024, 1, 31), 1)
    datetime.date(2024, 2, 29)
    """
    index = start.year * 12 + start.month - 1 + count
    if index < 12:
        return FIRST_DAY
    if index >= 10000 * 12:
        return LAST_DAY
    y, m = divmod(index, 12)
    return date(y, m + 1, min(start.day, monthrange(y, m + 1)[1]))


def shift_days(start: date, count: int) -> date:
    """Move a day, stopping at the ends of the calendar."""
    number = start.toordinal() + count
    return date.fromordinal(min(max(number, 1), LAST_DAY.toordinal()))


def parse(text: str) -> Interval:
    """Read the EDTF forms that ``format`` writes.

    >>> parse("2024-02")
    Interval(not_before=datetime.date(2024, 2, 1), not_after=datetime.date(2024, 2, 29))
    >>> parse("2024-11-07/..").not_after is None
    True

    Raises DateError for anything else.
    """
    if "/" in text:
        left, _, right = text.partition("/")
        start = None if left in ("..", "") else _single(left).not_before
        end = None if right in ("..", "") else _single(right).not_after
        if start and end and start > end:
            raise DateError(f"{text!r} ends before it begins")
        return Interval(start, end)
    return _single(text)


def _single(text: str) -> Interval:
    found = _ONE.match(text)
    if not found:
        raise DateError(f"{text!r} is no EDTF date; write 2024-11-07, 2024-11, 2024, 202X or two of them joined by '/'")
    head, second, third, _ = found.groups()
    try:
        if "X" in head:
            if second:
                raise ValueError("a decade or century has no month")
            low = int(head.replace("X", "0")) or 1
            return Interval(date(low, 1, 1), date(int(head.replace("X", "9")), 12, 31))
        number = int(head)
        if third:
            return day(date(number, int(second), int(third)))
        if second and int(second) in SEASONS:
            start = date(number, SEASONS[int(second)], 1)
            return Interval(start, shift_months(start, 3) - timedelta(days=1))
        if second:
            return month(number, int(second))
        return year(number)
    except ValueError as error:
        raise DateError(f"{text!r} is no day of the calendar: {error}") from error


def format(interval: Interval, approximate: bool = False) -> str | None:  # noqa: A001 - the field's word
    """Write the shortest EDTF form with exactly these bounds; None where both sides are open.

    >>> format(Interval(date(2024, 10, 1), date(2024, 10, 31)))
    '2024-10'
    >>> format(Interval(date(2024, 11, 7), None))
    '2024-11-07/..'
    """
    start, end = interval
    if start is None and end is None:
        return None
    if start is None or end is None:
        return f"{start or '..'}/{end or '..'}"
    mark = "~" if approximate else ""
    first, last = _ends(start, end)
    return first + mark if first == last else f"{first}{mark}/{last}{mark}"


def _ends(start: date, end: date) -> tuple[str, str]:
    """Write both ends in the largest grain that begins and ends with them; equal where one stretch has both."""
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return _years(start.year, end.year)
    if start.day == 1 and end == month(end.year, end.month).not_after:
        return start.isoformat()[:7], end.isoformat()[:7]
    return start.isoformat(), end.isoformat()


def _years(first: int, last: int) -> tuple[str, str]:
    """Write whole years, a decade or a century as one."""
    for digits in (1, 2):
        unknown = 10**digits
        if first % unknown == 0 and last == first + unknown - 1:
            whole = f"{first:04}"[:-digits] + "X" * digits
            return whole, whole
    return f"{first:04}", f"{last:04}"
