"""Operations for weeks, weekends and days told by what they are part of or hold: "the second week of October"."""

from __future__ import annotations

from datetime import date

from timeline.dates.context import Context, Direction
from timeline.dates.grain import Period, containing, move_days, step
from timeline.dates.grammar import Match
from timeline.dates.meaning import (
    Meaning,
    dct_anchor,
    from_dct,
    make_day,
    nearest_year,
    operation,
    placed,
    point_anchor,
)
from timeline.dates.numbers import number, ordinal
from timeline.edtf import Interval, shift_days
from timeline.models import TimexAnchor


def _year_near(match: Match, context: Context, month: int, day: int | None) -> tuple[int | None, TimexAnchor]:
    """The year that is named, else the one that fits the tense best."""
    year = match.value("y", "YEAR")
    if year is not None:
        return int(year), TimexAnchor(kind="none")
    anchor = dct_anchor(context)
    if context.dct is None:
        return None, anchor
    direction: Direction | None = context.direction(match.tokens, match.first, match.last)
    return nearest_year(month, day, context.dct, direction), anchor


def _day_named(match: Match, context: Context) -> tuple[date | None, TimexAnchor]:
    month, day = int(match.value("m", "MONTH")), ordinal(match.group("d"))
    year, anchor = _year_near(match, context, month, day)
    return (make_day(year, month, day) if year else None), anchor


def _month_named(match: Match, context: Context) -> tuple[Period | None, TimexAnchor]:
    if match.has("m"):
        month = int(match.value("m", "MONTH"))
        year, anchor = _year_near(match, context, month, None)
        return (Period("month", date(year, month, 1)) if year else None), anchor
    word = match.relation()
    point = context.last_within("month") if word in ("", "THAT", "PREVIOUS", "FOLLOWING") else None
    if point and (point.period.grain == "month" or word):
        return step(containing("month", point.period.start), match.steps() or 0), point_anchor(point)
    return from_dct(context, "month", match.steps() or 0), dct_anchor(context)


@operation("week-of-month")
def _week_of_month(match: Match, context: Context) -> Meaning | None:
    """The n-th week of a month.

    Its value is the ISO week that has most of the days; its bounds hold that week and the n-th seven days, since
    writers count either way.
    """
    nth = int(match.value("n", "ORD", "ORDINAL", "FINAL") or 0)
    month, anchor = _month_named(match, context)
    if month is None:
        return placed(None, anchor)
    start, end = month.interval
    if start is None or end is None or not (nth == -1 or 1 <= nth <= 5):
        return None
    middle = shift_days(end, -3) if nth == -1 else shift_days(start, nth * 7 - 4)
    week = containing("week", min(middle, end))
    block = Interval(shift_days(end, -6), end) if nth == -1 else Interval(shift_days(middle, -3), shift_days(middle, 3))
    return placed(week, anchor)._replace(interval=week.interval.hull(block))


@operation("weekday-of-month")
def _weekday_of_month(match: Match, context: Context) -> Meaning | None:
    nth, weekday = int(match.value("n", "ORD", "ORDINAL", "FINAL") or 0), int(match.value("w", "WEEKDAY"))
    month, anchor = _month_named(match, context)
    if month is None:
        return placed(None, anchor)
    days = [day for number in range(1, 32) if (day := make_day(month.start.year, month.start.month, number))]
    such = [day for day in days if day.isoweekday() == weekday]
    if nth == -1 or 1 <= nth <= len(such):
        return placed(Period("day", such[nth if nth < 0 else nth - 1]), anchor)
    return None


@operation("week-of-day")
def _week_of_day(match: Match, context: Context) -> Meaning | None:
    day, anchor = _day_named(match, context)
    if day is None:
        return None if match.has("y") or context.dct else placed(None, anchor)
    return placed(containing(str(match.rule.params["grain"]), _into_weekend(match, day)), anchor)


def _into_weekend(match: Match, day: date) -> date:
    """A weekend named by its Sunday, or by the Friday that opens it, is the one nearest to that day."""
    return move_days(day, 1) if match.rule.params["grain"] == "weekend" and day.isoweekday() == 5 else day


@operation("weekdays-ago")
def _weekdays_ago(match: Match, context: Context) -> Meaning | None:
    count = number(match.group("n"))
    if count is None or not 1 <= count <= 60 or count % 1:
        return None
    anchor = dct_anchor(context)
    if context.dct is None:
        return placed(None, anchor)
    back = (context.dct.isoweekday() - match.value("w", "WEEKDAYS")) % 7 or 7
    return placed(Period("day", move_days(context.dct, -back - 7 * (int(count) - 1))), anchor)


@operation("day-of-month-told")
def _day_of_month(match: Match, context: Context) -> Meaning | None:
    month, anchor = _month_named(match, context)
    if month is None:
        return placed(None, anchor)
    day = make_day(month.start.year, month.start.month, ordinal(match.group("d")))
    return placed(Period("day", day), anchor) if day else None


@operation("unit-ago-unit")
def _unit_ago_unit(match: Match, context: Context) -> Meaning | None:
    """ "two years ago this month" is that month of the year that long ago."""
    count = number(match.group("n"))
    now = from_dct(context, str(match.value("u2", "UNIT")), match.steps() or 0)
    unit = str(match.value("u", "UNIT", "UNITS"))
    if count is None or count % 1 or unit not in ("year", "decade", "century"):
        return None
    if now is None:
        return placed(None, dct_anchor(context))
    years = int(count) * {"year": 1, "decade": 10, "century": 100}[unit]
    middle = containing("day", shift_days(now.start, 3 if now.grain == "week" else 0))
    then = make_day(middle.start.year - years, middle.start.month, min(middle.start.day, 28))
    return placed(containing(now.grain, then), dct_anchor(context)) if then else None
