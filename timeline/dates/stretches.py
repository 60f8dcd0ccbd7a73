"""Operations for stretches that touch the article's day, and for halves of a period."""

from __future__ import annotations

from datetime import date

from timeline.dates.context import Context
from timeline.dates.grain import CLOCK_GRAINS, OutsideCalendarError, Period, containing, step
from timeline.dates.grammar import Match
from timeline.dates.meaning import Meaning, dct_anchor, from_dct, operation, part_of, placed, shifted
from timeline.dates.numbers import number
from timeline.dates.spans import length
from timeline.dates.units import unit_value
from timeline.edtf import Interval


def _stretch(context: Context, unit: str, count: float | None, sign: int) -> Meaning:
    """A length of time that touches the article's day."""
    value = length(count, unit)
    if context.dct is None:
        return Meaning("DURATION", value, anchor=dct_anchor(context))
    if unit == "quarter" and count is not None:
        return _whole_quarters(context, context.dct, round(count), sign)
    if count is None:
        side = Interval(None, context.dct) if sign < 0 else Interval(context.dct, None)
        return Meaning("DURATION", value, side, anchor=dct_anchor(context))
    try:
        other: date | None = shifted(context.dct, unit, sign * count)
    except OutsideCalendarError:
        other = None
    side = Interval(other, context.dct) if sign < 0 else Interval(context.dct, other)
    return Meaning("DURATION", value, side, anchor=dct_anchor(context))


def _whole_quarters(context: Context, dct: date, count: int, sign: int) -> Meaning:
    """Quarters are counted whole: those that were over when the article was written, or begin after it."""
    now = containing("quarter", dct)
    first, last = (step(now, -count), step(now, -1)) if sign < 0 else (step(now, 1), step(now, count))
    days = Interval(first.interval.not_before, last.interval.not_after)
    return Meaning("DURATION", length(float(count), "quarter"), days, anchor=dct_anchor(context))


@operation("past-unit")
def _past_unit(match: Match, context: Context) -> Meaning | None:
    unit = unit_value(match)
    return None if unit in CLOCK_GRAINS and unit != "hour" else _stretch(context, unit, 1.0, -1)


@operation("span-units")
def _span_units(match: Match, context: Context) -> Meaning | None:
    word = match.relation()
    unit = unit_value(match)
    count = number(match.group("n")) if match.has("n") else None
    if word == "LAST" or match.value("r", "LATEST"):
        return _stretch(context, unit, count, -1)
    if word == "NEXT" or (word == "FOLLOWING" and context.last is None):
        return _stretch(context, unit, count, 1)
    return Meaning("DURATION", length(count, unit))


@operation("half-of-unit")
def _half_of_unit(match: Match, context: Context) -> Meaning | None:
    unit = unit_value(match)
    if unit in CLOCK_GRAINS:
        return None
    steps = match.value("r", "LAST", "NEXT", "THIS") or 0
    second = match.has("s")
    whole = from_dct(context, unit, steps)
    if whole is None:
        return placed(None, dct_anchor(context))
    if unit == "year":
        return placed(Period("half", date(whole.start.year, 7 if second else 1, 1)), dct_anchor(context))
    mod = "END" if second else "START"
    return Meaning("DATE", whole.value, part_of(whole, mod), mod, dct_anchor(context), whole)
