"""Operations for expressions that hang on the article's day or on an expression before."""

from __future__ import annotations

from datetime import date

from timeline.dates.context import Context, Point
from timeline.dates.grain import SEASON_STARTS, OutsideCalendarError, Period, beside, containing, move_days, step
from timeline.dates.grammar import Match
from timeline.dates.meaning import (
    Meaning,
    approximation,
    dct_anchor,
    modifier,
    operation,
    part_of,
    placed,
    point_anchor,
    shifted,
)
from timeline.dates.numbers import number
from timeline.dates.spans import length
from timeline.edtf import Interval, shift_days
from timeline.models import TimexAnchor

_STEPS = ("LAST", "NEXT", "THIS", "PREVIOUS", "FOLLOWING", "THAT")
_CLOCK_UNITS = ("second", "minute", "hour")


def with_part(meaning: Meaning, part: str | None) -> Meaning:
    """A part of a day ("Friday night") as TIMEX3 writes it."""
    if part is None or meaning.value is None:
        return meaning
    return meaning._replace(type="TIME", value=f"{meaning.value}T{part}", mod=None)


def _of_dct(context: Context, grain: str, count: int = 0) -> Period | None:
    return step(containing(grain, context.dct), count) if context.dct else None


@operation("weekday")
def _weekday(match: Match, context: Context) -> Meaning | None:
    number_ = match.value("w", "WEEKDAY", "SHORTDAY", "DAY")
    part = match.value("t", "PART")
    if _is_name(match):
        return None
    if context.dct is None:
        return with_part(Meaning("DATE", f"XXXX-WXX-{number_}", anchor=dct_anchor(context)), part)
    day, anchor, direction = _weekday_near(match, context, context.dct, number_)
    meaning = placed(Period("day", day), anchor, direction=direction)
    mod = modifier(match)
    return with_part(meaning._replace(mod=mod), part)


def _is_name(match: Match) -> bool:
    """Tell a name from a day: "The Sunday Times"."""
    if match.last - match.first > 1 or not match.first or match.last == len(match.tokens):
        return False
    after = match.tokens[match.last].word
    return match.tokens[match.first - 1].word.lower() == "the" and after[0].isupper() and after.isalpha()


def _weekday_near(match: Match, context: Context, dct: date, weekday: int) -> tuple[date, TimexAnchor, None]:
    back = (dct.isoweekday() - weekday) % 7
    word = match.relation()
    anchor = dct_anchor(context)
    if word == "LAST":
        return move_days(dct, -(back or 7)), anchor, None
    if word == "NEXT":
        return move_days(dct, 7 - back), anchor, None
    if word in ("THAT", "PREVIOUS", "FOLLOWING"):
        point = context.last_within("week")
        if point:
            return _weekday_from(point, weekday, word), point_anchor(point), None
    direction = context.direction(match.tokens, match.first, match.last)
    if context.said_before(match.tokens, match.first):
        direction = "past"
    if direction == "future" or (word == "THIS" and direction != "past"):
        ahead = (7 - back) % 7
        return move_days(dct, ahead if ahead or word == "THIS" else 7 * (direction == "future")), anchor, None
    return move_days(dct, -back), anchor, None


def _weekday_from(point: Point, weekday: int, word: str) -> date:
    start = point.period.start
    if word == "THAT":
        return move_days(containing("week", start).start, weekday - 1)
    if word == "PREVIOUS":
        return move_days(start, -((start.isoweekday() - weekday) % 7 or 7))
    return move_days(start, (weekday - start.isoweekday()) % 7 or 7)


@operation("weekday-of-week")
def _weekday_of_week(match: Match, context: Context) -> Meaning | None:
    steps = match.value("r", *_STEPS)
    week = _of_dct(context, "week", steps)
    if week is None:
        return placed(None, dct_anchor(context))
    return placed(Period("day", move_days(week.start, match.value("w", "WEEKDAY", "DAY") - 1)), dct_anchor(context))


@operation("weekday-week")
def _weekday_week(match: Match, context: Context) -> Meaning | None:
    if context.dct is None:
        return placed(None, dct_anchor(context))
    ahead = (match.value("w", "WEEKDAY") - context.dct.isoweekday()) % 7 or 7
    return placed(Period("day", move_days(context.dct, ahead + 7)), dct_anchor(context))


@operation("today")
def _today(match: Match, context: Context) -> Meaning | None:
    steps = match.value("w", "TODAY")
    day = _of_dct(context, "day", steps)
    anchor = dct_anchor(context)
    if day is None:
        return placed(None, anchor)
    return with_part(placed(day, anchor, modifier(match)), match.value("t", "PART"))


@operation("day-before-yesterday")
def _day_before_yesterday(match: Match, context: Context) -> Meaning | None:
    return placed(_of_dct(context, "day", 2 if match.has("w") else -2), dct_anchor(context))


@operation("tonight")
def _tonight(match: Match, context: Context) -> Meaning | None:
    last = match.tokens[match.last - 1].word.lower()
    return _part_today(context, "EV" if last == "evening" else "NI", 0)


@operation("part-of-today")
def _part_of_today(match: Match, context: Context) -> Meaning | None:
    return _part_today(context, match.value("t", "PART"), 0)


@operation("last-night")
def _last_night(match: Match, context: Context) -> Meaning | None:
    return _part_today(context, match.value("t", "PART"), -1)


def _part_today(context: Context, part: str, steps: int) -> Meaning:
    day = _of_dct(context, "day", steps)
    if day is None:
        return Meaning("TIME", None, anchor=dct_anchor(context))
    return with_part(placed(day, dct_anchor(context)), part)


@operation("overnight")
def _overnight(match: Match, context: Context) -> Meaning | None:
    day = _of_dct(context, "day", -1)
    if day is None:
        return Meaning("TIME", None, anchor=dct_anchor(context))
    spread = Interval(day.start, shift_days(day.start, 1))
    return Meaning("TIME", f"{day.value}TNI", spread, anchor=dct_anchor(context), period=day)


def day_told(context: Context) -> tuple[Period | None, TimexAnchor]:
    """The day that the text speaks of: the last one named, else the article's."""
    point = context.last_point("day")
    if point:
        return point.period, point_anchor(point)
    return _of_dct(context, "day"), dct_anchor(context)


@operation("that-part")
def _that_part(match: Match, context: Context) -> Meaning | None:
    day, anchor = day_told(context)
    if day is None:
        return Meaning("TIME", None, anchor=anchor)
    steps = match.value("r", "THAT", "FOLLOWING", "PREVIOUS") or 0
    return with_part(placed(step(day, steps), anchor), match.value("t", "PART"))


@operation("part-bare")
def _part_bare(match: Match, context: Context) -> Meaning | None:
    day, anchor = day_told(context)
    if day is None:
        return Meaning("TIME", None, anchor=anchor)
    return with_part(placed(day, anchor), match.value("t", "PART"))


def unit_value(match: Match, group: str = "u") -> str:
    """The grain that a unit word names."""
    return str(match.value(group, "UNIT", "UNITS", "DUAL"))


@operation("last-unit")
def _last_unit(match: Match, context: Context) -> Meaning | None:
    unit = unit_value(match)
    if unit in _CLOCK_UNITS:
        return None
    if unit == "night":
        return _part_today(context, "NI", -1)
    steps = match.value("r", "LAST", "NEXT")
    if unit == "weekend":
        return placed(_weekend(context, steps), dct_anchor(context), modifier(match))
    return placed(_of_dct(context, unit, steps), dct_anchor(context), modifier(match))


def _weekend(context: Context, steps: int) -> Period | None:
    if context.dct is None:
        return None
    weekend = containing("weekend", context.dct)
    if steps < 0 or (steps == 0 and context.dct.isoweekday() <= 2):
        return step(weekend, -1)
    if steps > 0:
        return step(weekend, 1)
    return weekend


def _counted_from_told(context: Context, unit: str, count: int) -> Meaning:
    point = context.last_within(unit)
    if point:
        return placed(step(containing(unit, point.period.start), count), point_anchor(point))
    return placed(_of_dct(context, unit, count), dct_anchor(context))


@operation("this-unit")
def _this_unit(match: Match, context: Context) -> Meaning | None:
    unit = unit_value(match)
    if unit in _CLOCK_UNITS:
        return None
    if unit == "weekend":
        return placed(_weekend(context, 0), dct_anchor(context), modifier(match))
    return placed(_of_dct(context, unit), dct_anchor(context), modifier(match))


@operation("the-unit")
def _the_unit(match: Match, context: Context) -> Meaning | None:
    unit = unit_value(match)
    if unit in _CLOCK_UNITS or unit == "night":
        return None
    point = context.last_within(unit)
    mod = modifier(match)
    if point and point.sentence == context.sentence and point.direction != "present":
        return placed(containing(unit, point.period.start), point_anchor(point), mod)
    return placed(_of_dct(context, unit), dct_anchor(context), mod)


@operation("unit-end")
def _unit_end(match: Match, context: Context) -> Meaning | None:
    unit = unit_value(match)
    if unit in _CLOCK_UNITS or unit in ("day", "night", "week"):
        return None
    whole = _of_dct(context, unit)
    last = whole.interval.not_after if whole else None
    return placed(Period("day", last) if last else None, dct_anchor(context))


@operation("period-now")
def _period_now(match: Match, context: Context) -> Meaning | None:
    unit = unit_value(match)
    if unit not in ("quarter", "year", "weekend", "month", "week"):
        return None
    if unit in ("week", "month") and match.last - match.first < 3:
        return None
    if unit == "weekend":
        return placed(_weekend(context, 0), dct_anchor(context))
    if match.has("ended"):
        return _ending_then(match, context, unit)
    point = context.last_point(unit) if unit != "year" else None
    if point:
        return placed(point.period, point_anchor(point))
    # A quarter is spoken of when it is over.
    return placed(_of_dct(context, unit, -1 if unit == "quarter" else 0), dct_anchor(context))


def _ending_then(match: Match, context: Context, unit: str) -> Meaning | None:
    """ "the quarter ended Sept. 30" is the one with that day; a year that ends in its middle is only a length."""
    if unit == "year":
        return Meaning("DURATION", "P1Y")
    if unit != "quarter" or context.dct is None:
        return None
    month = match.value("m", "MONTH")
    year = context.dct.year if month <= context.dct.month else context.dct.year - 1
    return placed(containing("quarter", date(max(1, year), month, 15)), dct_anchor(context))


@operation("that-unit")
def _that_unit(match: Match, context: Context) -> Meaning | None:
    unit = unit_value(match)
    if unit in _CLOCK_UNITS or unit == "night":
        return None
    point = context.last_within(unit)
    if point is None:
        return placed(_of_dct(context, unit), dct_anchor(context), modifier(match))
    return placed(containing(unit, point.period.start), point_anchor(point), modifier(match))


@operation("next-unit")
def _next_unit(match: Match, context: Context) -> Meaning | None:
    steps = match.value("r", "PREVIOUS", "FOLLOWING", "BEFOREHAND") or 0
    weekday, month = match.value("u", "WEEKDAY"), match.value("u", "MONTH")
    season = match.value("u", "SEASON")
    point = context.last_point()
    base = point.period.start if point else context.dct
    anchor = point_anchor(point) if point else dct_anchor(context)
    if base is None:
        return placed(None, anchor)
    if weekday:
        distance = (weekday - base.isoweekday()) % 7
        days = (distance or 7) if steps > 0 else distance - 7
        return placed(Period("day", move_days(base, days)), anchor)
    if month or season:
        grain, first = ("month", month) if month else ("season", SEASON_STARTS[season])
        return placed(beside(grain, base, first, steps), anchor)
    unit = unit_value(match)
    if unit in _CLOCK_UNITS or unit == "night":
        return None
    return _counted_from_told(context, unit, steps)


def _counted(match: Match) -> tuple[float | None, bool]:
    """The number of units and whether it is a vague one."""
    tokens = match.group("n")
    count = number(tokens) if tokens else match.rule.params.get("count")
    return count, count is None


@operation("unit-ago")
def _unit_ago(match: Match, context: Context) -> Meaning | None:
    count, vague = _counted(match)
    unit = unit_value(match)
    sign = int(match.rule.params.get("sign") or match.value("d", "AGO"))
    anchor = dct_anchor(context)
    mod = approximation(match)
    if vague or count is None:
        side = Interval(None, context.dct) if sign < 0 else Interval(context.dct, None)
        return Meaning("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", side, anchor=anchor)
    if context.dct is None:
        return Meaning("DATE", None, anchor=anchor, mod=mod)
    if unit in _CLOCK_UNITS:
        day = shifted(context.dct, unit, sign * count)
        return placed(Period("day", day), anchor, mod)
    point = context.last_point("quarter")
    if unit == "year" and count == 1 and point and context.sentence - point.sentence <= 1:
        return placed(step(point.period, -4), point_anchor(point))._replace(aside=True)
    return placed(_period_at(unit, shifted(context.dct, unit, sign * count)), anchor, mod)


@operation("unit-ago-day")
def _unit_ago_day(match: Match, context: Context) -> Meaning | None:
    """ "a week ago Tuesday" counts from the last Tuesday, "a year ago today" from the article's day."""
    count = number(match.group("n"))
    unit = unit_value(match)
    weekday = match.value("w", "WEEKDAY")
    if count is None or unit in _CLOCK_UNITS or (weekday and unit != "week"):
        return None
    anchor = dct_anchor(context)
    if context.dct is None:
        return placed(None, anchor)
    sign = match.value("d", "AGO") or 1
    away = sign * ((context.dct.isoweekday() - weekday) * -sign % 7) if weekday else match.value("y", "TODAY")
    return placed(Period("day", shifted(move_days(context.dct, away), unit, sign * count)), anchor)


def _period_at(unit: str, day: date) -> Period:
    return containing("week" if unit == "fortnight" else unit, day)


@operation("units-later")
def _units_later(match: Match, context: Context) -> Meaning | None:
    count, vague = _counted(match)
    unit = unit_value(match)
    sign = match.value("d", "EARLIER", "BEFOREHAND")
    point = context.last_within(unit if unit not in _CLOCK_UNITS else "day")
    mod = approximation(match)
    coarse = None if point or vague else context.last_point()
    if coarse and count is not None and context.sentence - coarse.sentence <= 1 and unit not in _CLOCK_UNITS:
        # "in May 2020 ... two days later" names no day, but the days it can be are known.
        days = [bound and shifted(bound, unit, sign * count) for bound in coarse.period.interval]
        return Meaning("DATE", None, Interval(*days), mod, point_anchor(coarse))
    base = point.period.start if point else context.dct
    anchor = point_anchor(point) if point else dct_anchor(context)
    if vague or count is None:
        side = Interval(None, base) if sign < 0 else Interval(base, None)
        return Meaning("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", side, anchor=anchor)
    if base is None:
        return Meaning("DATE", None, anchor=anchor, mod=mod)
    if unit in _CLOCK_UNITS:
        return placed(Period("day", shifted(base, unit, sign * count)), anchor, mod)
    if unit == "year":
        nearest = context.last_point("quarter", "month", "half", "year", "day")
        if nearest and nearest.period.grain in ("quarter", "half"):
            moved = containing(nearest.period.grain, shifted(nearest.period.start, "year", sign * count))
            return placed(moved, point_anchor(nearest), mod)._replace(aside=True)
    return placed(_period_at(unit, shifted(base, unit, sign * count)), anchor, mod)


@operation("unit-ahead")
def _unit_ahead(match: Match, context: Context) -> Meaning | None:
    count, unit = number(match.group("n")), unit_value(match)
    value = length(count, unit)
    ahead = context.direction(match.tokens, match.first, match.last) == "future"
    if match.rule.name == "in-length" and (not ahead or count is None):
        return None
    if context.dct is None or not ahead or count is None or unit in _CLOCK_UNITS:
        return Meaning("DURATION", value)
    then = _period_at(unit, shifted(context.dct, unit, count))
    return Meaning("DURATION", value, then.interval, anchor=dct_anchor(context))


@operation("year-ago-unit")
def _year_ago_unit(match: Match, context: Context) -> Meaning | None:
    unit = unit_value(match, "u2")
    if unit in _CLOCK_UNITS or unit == "night":
        return None
    asked = match.value("u", "UNIT")
    point = context.last_point(asked) if asked else context.last_point("quarter", "half", "year", "month")
    if point is None:
        return placed(_of_dct(context, asked or unit, 0) and _back(context, asked or unit, unit), dct_anchor(context))
    moved = containing(point.period.grain, shifted(point.period.start, unit, -1))
    return placed(moved, point_anchor(point))


def _back(context: Context, grain: str, unit: str) -> Period | None:
    return containing(grain, shifted(context.dct, unit, -1)) if context.dct else None


def _stretch(context: Context, unit: str, count: float | None, sign: int) -> Meaning:
    """A length of time that touches the article's day."""
    value = length(count, unit)
    if context.dct is None:
        return Meaning("DURATION", value, anchor=dct_anchor(context))
    if count is None:
        side = Interval(None, context.dct) if sign < 0 else Interval(context.dct, None)
        return Meaning("DURATION", value, side, anchor=dct_anchor(context))
    try:
        other: date | None = shifted(context.dct, unit, sign * count)
    except OutsideCalendarError:
        other = None
    side = Interval(other, context.dct) if sign < 0 else Interval(context.dct, other)
    return Meaning("DURATION", value, side, anchor=dct_anchor(context))


@operation("past-unit")
def _past_unit(match: Match, context: Context) -> Meaning | None:
    unit = unit_value(match)
    return None if unit in _CLOCK_UNITS and unit != "hour" else _stretch(context, unit, 1.0, -1)


@operation("span-units")
def _span_units(match: Match, context: Context) -> Meaning | None:
    word = match.relation()
    unit = unit_value(match)
    count = number(match.group("n")) if match.has("n") else None
    if word == "LAST" or match.value("r", "LATEST"):
        return _stretch(context, unit, count, -1)
    if word == "NEXT":
        return _stretch(context, unit, count, 1)
    return Meaning("DURATION", length(count, unit))


@operation("half-of-unit")
def _half_of_unit(match: Match, context: Context) -> Meaning | None:
    unit = unit_value(match)
    if unit in _CLOCK_UNITS:
        return None
    steps = match.value("r", "LAST", "NEXT", "THIS") or 0
    second = match.has("s")
    whole = _of_dct(context, unit, steps)
    if whole is None:
        return placed(None, dct_anchor(context))
    if unit == "year":
        return placed(Period("half", date(whole.start.year, 7 if second else 1, 1)), dct_anchor(context))
    mod = "END" if second else "START"
    return Meaning("DATE", whole.value, part_of(whole, mod), mod, dct_anchor(context), whole)
