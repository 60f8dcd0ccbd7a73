"""Operations for pieces of a period that is named beside them: its first days, its halves, its n-th week or weekend."""

from __future__ import annotations

from datetime import date

from timeline.dates.context import Context
from timeline.dates.grain import Period, containing, move_days
from timeline.dates.grammar import Match
from timeline.dates.meaning import (
    NO_ANCHOR,
    OPERATIONS,
    Meaning,
    at_day,
    dct_anchor,
    from_dct,
    nearest_year,
    operation,
    placed,
    point_anchor,
)
from timeline.dates.numbers import number
from timeline.dates.spans import length
from timeline.edtf import Interval, shift_days, shift_months
from timeline.models import TimexAnchor

_MIDDLE = 15  # the last day of the first half of a month
_MONTHS = {"month": 1, "quarter": 3}
_DAYS = {"day": 1, "week": 7}


def _whole(match: Match, context: Context) -> tuple[Period | None, TimexAnchor]:
    """The period that the piece is of: a year, a month, or one counted from the article's."""
    month, year = match.value("m", "MONTH", "MONTHSHORT"), match.value("y", "YEAR")
    if month is None and year is not None:
        return Period("year", date(year, 1, 1)), NO_ANCHOR
    if month is None:
        unit = str(match.value("pu", "UNIT") or "month")
        told = context.last_within(unit) if match.relation() == "THAT" else None
        if told:
            return containing(unit, told.period.start), point_anchor(told)
        return from_dct(context, unit, match.steps() or 0), dct_anchor(context)
    year = year or match.value("yr", "YEAR")
    if year is not None:
        return Period("month", date(year, month, 1)), NO_ANCHOR
    if context.dct is None:
        return None, dct_anchor(context)
    near = nearest_year(month, None, context.dct, context.direction(match.tokens, match.first, match.last))
    return (Period("month", date(near, month, 1)) if near else None), dct_anchor(context)


@operation("units-of-period")
def _units_of_period(match: Match, context: Context) -> Meaning | None:
    """The first or last days, weeks, months or quarters of a month or year; two quarters are its half."""
    count, unit = number(match.group("n")), str(match.value("u", "UNITS"))
    if count is None or count % 1 or count < 1 or unit not in _MONTHS | _DAYS:
        return None
    whole, anchor = _whole(match, context)
    if whole is None:
        return Meaning("DURATION", length(count, unit), anchor=anchor)
    days = _edge(whole.interval, unit, int(count), last=match.has("f"))
    if days is None:
        return None
    if unit == "quarter" and count == 2 and whole.grain == "year" and days.not_before:
        return placed(Period("half", days.not_before), anchor)
    return Meaning("DURATION", length(count, unit), days, anchor=anchor)


def _edge(whole: Interval, unit: str, count: int, *, last: bool) -> Interval | None:
    """So many units from the first or up to the last day of a period, None where it has no more than these."""
    start, end = whole
    if start is None or end is None:
        return None
    if unit in _DAYS:
        away = _DAYS[unit] * count
        days = Interval(shift_days(end, 1 - away), end) if last else Interval(start, shift_days(start, away - 1))
    else:
        months = _MONTHS[unit] * count
        first = shift_months(shift_days(end, 1), -months) if last else start
        days = Interval(first, shift_days(shift_months(first, months), -1))
    inside = days.not_before and days.not_after and days.not_before >= start and days.not_after <= end
    return days if inside and days != whole else None


@operation("half-of-month")
def _half_of_month(match: Match, context: Context) -> Meaning | None:
    """The days up to the 15th of a month, or from the 16th on; the second half by ``s`` or the ordinal ``n``."""
    nth = match.value("n", "ORD", "ORDINAL", "FINAL")
    month, anchor = _whole(match, context)
    if month is None:
        return placed(None, anchor)
    if nth not in (None, 1, 2, -1):
        return None
    start, end = month.interval
    middle = month.start.replace(day=_MIDDLE)
    second = match.has("s") or nth in (2, -1)
    days = Interval(shift_days(middle, 1), end) if second else Interval(start, middle)
    return Meaning("DATE", month.value, days, "END" if second else "START", anchor, month)


@operation("nth-of-period")
def _nth_of_period(match: Match, context: Context) -> Meaning | None:
    """The n-th day, ISO week, weekend or month of a month or year; the last one by "last"."""
    nth, unit = int(match.value("n", "ORD", "ORDINAL", "FINAL") or 0), str(match.value("u", "UNIT"))
    whole, anchor = _whole(match, context)
    if whole is None:
        return placed(None, anchor)
    start, end = whole.interval
    if start is None or end is None or nth == 0:
        return None
    such = _nth(unit, nth, start, end)
    # The first ISO week of a year may begin before it.
    inside = such is not None and (unit == "week" or start <= such.start <= end)
    return placed(such, anchor) if inside else None


def _nth(unit: str, nth: int, start: date, end: date) -> Period | None:
    if unit == "day":
        return Period("day", move_days(start, nth - 1) if nth > 0 else end)
    if unit == "week":
        return iso_week(start.year, nth)
    if unit == "weekend":
        first = move_days(start, (6 - start.isoweekday()) % 7)
        last = move_days(end, -((end.isoweekday() - 6) % 7))
        return Period("weekend", move_days(first, 7 * (nth - 1)) if nth > 0 else last)
    if unit == "month":
        month = nth if nth > 0 else 12
        return Period("month", date(start.year, month, 1)) if month <= 12 else None
    return None


def iso_week(year: int, number: int) -> Period | None:
    """The ISO week of a year by its number, the last one for -1; None where the year has no such week."""
    weeks = date(year, 12, 28).isocalendar().week
    number = weeks if number == -1 else number
    return Period("week", date.fromisocalendar(year, number, 1)) if 1 <= number <= weeks else None


@operation("week-number")
def _week_number(match: Match, context: Context) -> Meaning | None:
    year, anchor = match.value("y", "YEAR"), NO_ANCHOR
    if year is None:
        year, anchor = context.dct.year if context.dct else None, dct_anchor(context)
    if year is None:
        return placed(None, anchor)
    week = iso_week(year, match.value("n", "SMALL"))
    return placed(week, anchor) if week else None


def _day_beside(match: Match, context: Context) -> Meaning | None:
    """The feast or day that something is told beside."""
    meaning = OPERATIONS["feast" if match.has("f") else "month-day"](match, context)
    return meaning if meaning is not None and meaning.period is not None else None


@operation("weekday-beside")
def _weekday_beside(match: Match, context: Context) -> Meaning | None:
    """The first or n-th weekday, or the day, after or before a feast or day."""
    nth = int(match.value("n", "ORD", "ORDINAL") or 1)
    beside = _day_beside(match, context)
    if beside is None or beside.period is None or not 1 <= nth <= 53:
        return None
    day, weekday = beside.period.start, match.value("w", "WEEKDAY")
    after = match.group("side")[0].word.lower() == "after"
    if weekday is None:
        return at_day(move_days(day, 1 if after else -1), beside.anchor)
    if after:
        return at_day(move_days(day, ((weekday - day.isoweekday()) % 7 or 7) + 7 * (nth - 1)), beside.anchor)
    return at_day(move_days(day, -((day.isoweekday() - weekday) % 7 or 7) - 7 * (nth - 1)), beside.anchor)


@operation("weekend-of-feast")
def _weekend_of_feast(match: Match, context: Context) -> Meaning | None:
    """The weekend nearest to a feast: before one on Monday or Tuesday, else of its week."""
    feast = _day_beside(match, context)
    if feast is None or feast.period is None:
        return None
    day = feast.period.start
    return placed(containing("weekend", move_days(day, -7) if day.isoweekday() < 3 else day), feast.anchor)
