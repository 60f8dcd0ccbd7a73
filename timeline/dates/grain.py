"""Calendar periods: a grain and the first day of the period, their bounds and TIMEX3 values."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from timeline import edtf
from timeline.edtf import Interval, shift_days, shift_months
from timeline.errors import DateError

MONTHS = {
    "month": 1,
    "quarter": 3,
    "season": 3,
    "half": 6,
    "year": 12,
    "decade": 120,
    "century": 1200,
    "millennium": 12000,
}
DAYS = {"day": 1, "night": 1, "week": 7, "weekend": 7, "fortnight": 14}
# Coarse to fine, to compare grains.
ORDER = (
    "millennium",
    "century",
    "decade",
    "year",
    "half",
    "season",
    "quarter",
    "month",
    "fortnight",
    "week",
    "weekend",
    "day",
    "night",
    "hour",
    "minute",
    "second",
)
# Parts of a day, which are no periods of the calendar here.
CLOCK_GRAINS = ("second", "minute", "hour")
SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


class OutsideCalendarError(DateError):
    """A day before year 1 or after 9999."""


def move_days(start: date, count: int) -> date:
    """Move a day; raises OutsideCalendarError rather than stop at the calendar's end, which would be a wrong day."""
    number = start.toordinal() + count
    if not 1 <= number <= edtf.LAST_DAY.toordinal():
        raise OutsideCalendarError(f"{count} days from {start}")
    return date.fromordinal(number)


def move_months(start: date, count: int) -> date:
    """Move a day by months, keeping it inside its month; raises OutsideCalendarError."""
    if not 12 <= start.year * 12 + start.month - 1 + count < 120_000:
        raise OutsideCalendarError(f"{count} months from {start}")
    return shift_months(start, count)


class Period(NamedTuple):
    """A grain and the first day of a period of it."""

    grain: str
    start: date

    @property
    def interval(self) -> Interval:
        """Its days, inclusive."""
        return bounds(self)

    @property
    def value(self) -> str:
        """Its TIMEX3 value."""
        return value(self)


def containing(grain: str, day: date) -> Period:
    """Return the period of the grain in which the day lies.

    >>> containing("quarter", date(2024, 11, 7)).start
    datetime.date(2024, 10, 1)
    >>> containing("weekend", date(2024, 11, 7)).start
    datetime.date(2024, 11, 9)
    """
    if grain in ("week", "fortnight"):
        return Period(grain, move_days(day, 1 - day.isoweekday()))
    if grain == "weekend":
        return Period(grain, move_days(day, 6 - day.isoweekday()))
    if grain == "season":
        first = day.replace(day=1)
        return Period(grain, move_months(first, -(day.month % 3)))
    if grain in ("month", "quarter", "half"):
        months = MONTHS[grain]
        return Period(grain, date(day.year, (day.month - 1) // months * months + 1, 1))
    if grain in MONTHS:
        years = MONTHS[grain] // 12
        return Period(grain, date(max(1, day.year // years * years), 1, 1))
    return Period(grain, day)


def step(period: Period, count: int) -> Period:
    """Move by whole periods; raises OutsideCalendarError."""
    grain, start = period
    if grain in MONTHS:
        moved = move_months(start, count * MONTHS[grain])
        return containing(grain, moved)
    return Period(grain, move_days(start, count * DAYS.get(grain, 1)))


def bounds(period: Period) -> Interval:
    """Days of the period."""
    grain, start = period
    if grain == "weekend":
        return Interval(start, shift_days(start, 1))
    if grain in MONTHS:
        months = MONTHS[grain]
        if start == edtf.FIRST_DAY and months > 12:
            return Interval(start, date(months // 12 - 1, 12, 31))
        following = shift_months(start, months)
        return Interval(start, following if following == edtf.LAST_DAY else shift_days(following, -1))
    return Interval(start, shift_days(start, DAYS.get(grain, 1) - 1))


def value(period: Period) -> str:
    """Write the TIMEX3 value.

    >>> value(Period("quarter", date(2024, 10, 1))), value(Period("decade", date(1990, 1, 1)))
    ('2024-Q4', '199')
    """
    grain, start = period
    year = f"{start.year:04}"
    if grain in ("week", "weekend", "fortnight"):
        iso = start.isocalendar()
        return f"{iso.year:04}-W{iso.week:02}" + ("-WE" if grain == "weekend" else "")
    if grain == "month":
        return f"{year}-{start.month:02}"
    if grain == "quarter":
        return f"{year}-Q{(start.month + 2) // 3}"
    if grain == "half":
        return f"{year}-H{1 if start.month < 7 else 2}"
    if grain == "season":
        return f"{year}-{ {3: 'SP', 6: 'SU', 9: 'FA', 12: 'WI'}[start.month] }"
    if grain == "year":
        return year
    if grain in ("decade", "century", "millennium"):
        return year[: {"decade": 3, "century": 2, "millennium": 1}[grain]]
    return start.isoformat()


def finer(grain: str, other: str) -> bool:
    """Tell whether the first grain is finer than the second."""
    return ORDER.index(grain) > ORDER.index(other)


def beside(grain: str, base: date, month: int, steps: int) -> Period | None:
    """The period that begins in a month, next after the one with the day (``steps`` > 0) or last before it."""
    now = containing(grain, base).start
    periods = [Period(grain, date(y, month, 1)) for y in range(base.year - 2, base.year + 2) if 1 <= y < 9999]
    if steps > 0:
        return min((p for p in periods if p.start > now), key=lambda p: p.start, default=None)
    return max((p for p in periods if p.start < now), key=lambda p: p.start, default=None)
