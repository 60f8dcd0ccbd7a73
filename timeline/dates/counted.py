"""Operations for counted units from a day: "two weeks ago", "three days later", "a year earlier"."""

from __future__ import annotations

from datetime import date

from timeline.dates.context import Context, Point
from timeline.dates.grain import CLOCK_GRAINS, Period, containing, move_days, step
from timeline.dates.grammar import Match
from timeline.dates.meaning import (
    Meaning,
    approximation,
    dct_anchor,
    from_dct,
    operation,
    placed,
    point_anchor,
    shifted,
)
from timeline.dates.numbers import number
from timeline.dates.spans import length
from timeline.dates.units import unit_value
from timeline.edtf import Interval

_HALF = 0.5  # of a year: told to the month


def _count(match: Match) -> float | None:
    """The number of units, None for a vague one."""
    tokens = match.group("n")
    return number(tokens) if tokens else match.rule.params.get("count")


@operation("unit-ago")
def _unit_ago(match: Match, context: Context) -> Meaning | None:
    count = _count(match)
    unit = unit_value(match)
    sign = int(match.rule.params.get("sign") or match.value("d", "AGO"))
    anchor = dct_anchor(context)
    mod = approximation(match, context)
    if count is None:
        side = Interval(None, context.dct) if sign < 0 else Interval(context.dct, None)
        return Meaning("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", side, anchor=anchor)
    if match.rule.params.get("or_length"):
        direction = context.direction(match.tokens, match.first, match.last)
        if direction == "past" or (direction is None and match.rule.params.get("ahead_only")):
            return None  # "in zwei Tagen schafften sie es": a length
    if unit == "year" and count == _HALF:
        unit, count = "month", 6
    if context.dct is None:
        return Meaning("DATE", None, anchor=anchor, mod=mod)
    point = context.last_point("quarter")
    if unit == "year" and count == 1 and point and context.sentence - point.sentence <= 1:
        return placed(step(point.period, -4), point_anchor(point))._replace(aside=True)
    return placed(_period_at(unit, shifted(context.dct, unit, sign * count)), anchor, mod)


@operation("unit-ago-day")
def _unit_ago_day(match: Match, context: Context) -> Meaning | None:
    """ "a week ago Tuesday" counts from the last Tuesday, "a year ago today" from the article's day."""
    count = _count(match)
    unit = unit_value(match)
    weekday = match.value("w", "WEEKDAY")
    if count is None or unit in CLOCK_GRAINS or (weekday and unit != "week"):
        return None
    anchor = dct_anchor(context)
    if context.dct is None:
        return placed(None, anchor)
    sign = match.value("d", "AGO") or match.rule.params.get("sign", 1)
    away = sign * ((context.dct.isoweekday() - weekday) * -sign % 7) if weekday else match.value("y", "TODAY") or 0
    return placed(Period("day", shifted(move_days(context.dct, away), unit, sign * count)), anchor)


def _period_at(unit: str, day: date) -> Period:
    """The period of the unit with the day; hours and minutes tell no more than the day."""
    if unit in CLOCK_GRAINS:
        return Period("day", day)
    return containing("week" if unit == "fortnight" else unit, day)


@operation("units-later")
def _units_later(match: Match, context: Context) -> Meaning | None:
    count = _count(match)
    unit = unit_value(match)
    sign = match.value("d", "EARLIER", "BEFOREHAND")
    point = context.last_within(unit if unit not in CLOCK_GRAINS else "day")
    base = point.period.start if point else context.dct
    anchor = point_anchor(point) if point else dct_anchor(context)
    if count is None:
        return _vaguely_later(match, context, base, sign)._replace(anchor=anchor)
    mod = approximation(match, context)
    coarse = context.last_point() if point is None else None
    if coarse and context.sentence - coarse.sentence <= 1 and unit not in CLOCK_GRAINS:
        return _after_coarse(coarse, unit, sign * count, mod)
    if base is None:
        return Meaning("DATE", None, anchor=anchor, mod=mod)
    if unit == "year":
        nearest = context.last_point("quarter", "month", "half", "year", "day")
        if nearest and nearest.period.grain in ("quarter", "half"):
            moved = containing(nearest.period.grain, shifted(nearest.period.start, "year", sign * count))
            return placed(moved, point_anchor(nearest), mod)._replace(aside=True)
    return placed(_period_at(unit, shifted(base, unit, sign * count)), anchor, mod)


def _after_coarse(coarse: Point, unit: str, count: float, mod: str | None) -> Meaning:
    """ "in May 2020 ... two days later" names no day, but the days it can be are known."""
    days = [bound and shifted(bound, unit, count) for bound in coarse.period.interval]
    return Meaning("DATE", None, Interval(*days), mod, point_anchor(coarse))


def _vaguely_later(match: Match, context: Context, base: date | None, sign: int) -> Meaning:
    if sign < 0:
        return Meaning("DATE", "PAST_REF", Interval(None, base))
    if context.direction(match.tokens, match.first, match.last) == "past":
        return Meaning("DATE", "PAST_REF", Interval(base if base != context.dct else None, context.dct))
    return Meaning("DATE", "FUTURE_REF", Interval(base, None))


@operation("unit-ahead")
def _unit_ahead(match: Match, context: Context) -> Meaning | None:
    count, unit = number(match.group("n")), unit_value(match)
    value = length(count, unit)
    if count is not None and context.dct and unit not in CLOCK_GRAINS and context.of_record(match.tokens, match.first):
        since = Interval(shifted(context.dct, unit, -count), context.dct)
        return Meaning("DURATION", value, since, anchor=dct_anchor(context))
    told = match.rule.name == "in-units"  # "in two weeks' time" always lies ahead
    ahead = told or context.direction(match.tokens, match.first, match.last) == "future"
    if match.rule.name == "in-length" and (not ahead or count is None):
        return None
    if context.dct is None or not ahead or count is None or unit in CLOCK_GRAINS:
        return Meaning("DURATION", value)
    then = _period_at(unit, shifted(context.dct, unit, count))
    return Meaning("DURATION", value, then.interval, anchor=dct_anchor(context))


@operation("year-ago-unit")
def _year_ago_unit(match: Match, context: Context) -> Meaning | None:
    unit = unit_value(match, "u2")
    if unit in CLOCK_GRAINS or unit == "night":
        return None
    asked = match.value("u", "UNIT")
    point = context.last_point(asked) if asked else context.last_point("quarter", "half", "year", "month")
    if point is None:
        return placed(from_dct(context, asked or unit, 0) and _back(context, asked or unit, unit), dct_anchor(context))
    moved = containing(point.period.grain, shifted(point.period.start, unit, -1))
    return placed(moved, point_anchor(point))


def _back(context: Context, grain: str, unit: str) -> Period | None:
    return containing(grain, shifted(context.dct, unit, -1)) if context.dct else None


@operation("over-two-units")
def _two_units(match: Match, context: Context) -> Meaning | None:
    """A distance of two units, or of a unit and its half: from the article's day, or from the one told of.

    As fine as its finer unit: "one year and three months ago" is a month; half a week or month is told in days.
    """
    count, unit, sign = number(match.group("n")), unit_value(match), _sign(match)
    if count is None:
        return None
    second = _half(unit) if match.has("h") else (number(match.group("n2")), unit_value(match, "u2"))
    if second is None or second[0] is None:
        return None
    told = context.last_point("day") if match.value("d", "EARLIER") else None
    base, anchor = (told.period.start, point_anchor(told)) if told else (context.dct, dct_anchor(context))
    if base is None:
        return Meaning("DATE", None, anchor=anchor)
    day = shifted(shifted(base, unit, sign * count), second[1], sign * second[0])
    return placed(_period_at(second[1], day), anchor, approximation(match, context))


def _sign(match: Match) -> int:
    return int(match.value("d", "AGO", "EARLIER") or 1)


def _half(unit: str) -> tuple[float, str] | None:
    """Half a unit in whole ones of the next finer."""
    return {
        "year": (6, "month"),
        "month": (15, "day"),
        "week": (3, "day"),
        "decade": (5, "year"),
        "hour": (30, "minute"),
    }.get(unit)
