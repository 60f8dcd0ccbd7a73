"""Operations for whole periods counted from the article's day or from one told before: "last month", "that year"."""

from __future__ import annotations

from datetime import date

from timeline.dates.context import Context, Direction
from timeline.dates.days import part_today
from timeline.dates.grain import CLOCK_GRAINS, SEASON_STARTS, Period, beside, containing, move_days, step
from timeline.dates.grammar import Match
from timeline.dates.meaning import Meaning, dct_anchor, from_dct, modifier, operation, placed, point_anchor
from timeline.models.article import UNKNOWN_OF_GRAIN


def unit_value(match: Match, group: str = "u") -> str:
    """The grain that a unit word names."""
    return str(match.value(group, "UNIT", "UNITS", "DUAL"))


@operation("last-unit")
def _last_unit(match: Match, context: Context) -> Meaning | None:
    unit = unit_value(match)
    if unit in CLOCK_GRAINS:
        return None
    if unit == "night":
        return part_today(context, "NI", -1)
    steps = match.value("r", "LAST", "NEXT")
    if unit == "weekend" and match.value("r", "COMING") is not None:
        return placed(_coming_weekend(context), dct_anchor(context), modifier(match))
    if unit == "weekend":
        return placed(_weekend(context, steps), dct_anchor(context), modifier(match))
    return placed(from_dct(context, unit, steps), dct_anchor(context), modifier(match))


@operation("unit-before-last")
def _unit_before_last(match: Match, context: Context) -> Meaning | None:
    sign = 1 if match.has("d") else -1
    weekday, month = match.value("u", "WEEKDAY"), match.value("u", "MONTH")
    anchor = dct_anchor(context)
    if weekday or month:
        return placed(_second(context.dct, weekday, month, sign) if context.dct else None, anchor)
    unit = unit_value(match)
    if unit in CLOCK_GRAINS or unit in ("day", "night"):
        return None
    if unit == "weekend":
        weekend = _weekend(context, sign)
        return placed(step(weekend, sign) if weekend else None, anchor)
    return placed(from_dct(context, unit, 2 * sign), anchor)


def _second(dct: date, weekday: int | None, month: int | None, sign: int) -> Period | None:
    """The second such weekday or month before the article's day or after it."""
    if weekday:
        away = (dct.isoweekday() - weekday) * -sign % 7 or 7
        return Period("day", move_days(dct, sign * (away + 7)))
    near = beside("month", dct, month, sign) if month else None
    return step(near, 12 * sign) if near else None


def _weekend(context: Context, steps: int, direction: Direction | None = None) -> Period | None:
    """The weekend so many from the article's; one told of as past is the last that had begun."""
    if context.dct is None:
        return None
    weekend = containing("weekend", context.dct)
    ahead = context.dct < weekend.start
    if steps < 0 or (
        steps == 0 and ahead and (direction == "past" or (not direction and context.dct.isoweekday() <= 2))
    ):
        return step(weekend, -1)
    if steps > 0:
        return step(weekend, 1)
    return weekend


def _coming_weekend(context: Context) -> Period | None:
    """The first weekend that has not begun."""
    weekend = containing("weekend", context.dct) if context.dct else None
    return step(weekend, 1) if weekend and context.dct and weekend.start <= context.dct else weekend


def _this_weekend(match: Match, context: Context) -> Period | None:
    return _weekend(context, 0, context.direction(match.tokens, match.first, match.last))


def counted_from_told(context: Context, unit: str, count: int) -> Meaning:
    """A period so many units from the one told of, else from the article's."""
    point = context.last_within(unit)
    if point:
        return placed(step(containing(unit, point.period.start), count), point_anchor(point))
    return placed(from_dct(context, unit, count), dct_anchor(context))


@operation("this-unit")
def _this_unit(match: Match, context: Context) -> Meaning | None:
    unit = unit_value(match)
    if unit in CLOCK_GRAINS:
        return None
    if unit == "weekend":
        return placed(_this_weekend(match, context), dct_anchor(context), modifier(match))
    return placed(from_dct(context, unit), dct_anchor(context), modifier(match))


@operation("the-unit")
def _the_unit(match: Match, context: Context) -> Meaning | None:
    unit = unit_value(match)
    if unit in CLOCK_GRAINS or unit == "night":
        return None
    point = context.last_within(unit)
    mod = modifier(match)
    if point and point.sentence == context.sentence and point.direction != "present":
        return placed(containing(unit, point.period.start), point_anchor(point), mod)
    return placed(from_dct(context, unit), dct_anchor(context), mod)


@operation("unit-end")
def _unit_end(match: Match, context: Context) -> Meaning | None:
    unit = unit_value(match)
    if unit in CLOCK_GRAINS or unit in ("day", "night", "week"):
        return None
    whole = from_dct(context, unit)
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
        return placed(_this_weekend(match, context), dct_anchor(context))
    if match.has("ended"):
        return _ending_then(match, context, unit)
    point = context.last_point(unit) if unit != "year" else None
    if point:
        return placed(point.period, point_anchor(point))
    # A quarter is spoken of when it is over.
    return placed(from_dct(context, unit, -1 if unit == "quarter" else 0), dct_anchor(context))


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
    if unit in CLOCK_GRAINS or unit == "night":
        return None
    point = context.last_within(unit)
    if point is None:
        return placed(from_dct(context, unit), dct_anchor(context), modifier(match))
    return placed(containing(unit, point.period.start), point_anchor(point), modifier(match))


def _weekday_beside(base: date, weekday: int, steps: int) -> date:
    """The weekday next after a day (``steps`` > 0) or last before it."""
    distance = (weekday - base.isoweekday()) % 7
    return move_days(base, (distance or 7) if steps > 0 else distance - 7)


@operation("unit-beside-event")
def _unit_beside_event(match: Match, context: Context) -> Meaning | None:
    """ "the day after they signed": what happened is none of the dates told, so nothing but the grain is known."""
    value = UNKNOWN_OF_GRAIN.get(str(unit_value(match)))
    return Meaning("DATE", value) if value else None


def _names_event_behind(match: Match, context: Context) -> bool:
    """Tell "the day before the vote" from "the day before"."""
    behind = match.tokens[match.last : match.last + 1]
    return (
        match.tokens[match.last - 1].word.lower() in ("before", "after")
        and bool(behind)
        and behind[0].word[0].isalnum()
        and behind[0].word.lower() not in context.cues.aside
    )


@operation("next-unit")
def _next_unit(match: Match, context: Context) -> Meaning | None:
    if _names_event_behind(match, context):
        return None
    steps = match.value("r", "PREVIOUS", "FOLLOWING", "BEFOREHAND") or 0
    weekday, month = match.value("u", "WEEKDAY"), match.value("u", "MONTH")
    season = match.value("u", "SEASON")
    point = context.last_point()
    base = point.period.start if point else context.dct
    anchor = point_anchor(point) if point else dct_anchor(context)
    if base is None:
        return placed(None, anchor)
    if weekday:
        return placed(Period("day", _weekday_beside(base, weekday, steps)), anchor)
    if month:
        return placed(beside("month", base, month, steps), anchor)
    if season:
        return placed(beside("season", base, SEASON_STARTS[season], steps), anchor)
    unit = unit_value(match)
    if unit in CLOCK_GRAINS or unit == "night":
        return None
    return counted_from_told(context, unit, steps)
