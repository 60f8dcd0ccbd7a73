"""Operations for days counted from the article's ("yesterday") and for parts of a day ("that evening")."""

from __future__ import annotations

from timeline.dates.context import Context
from timeline.dates.grain import Period, step
from timeline.dates.grammar import Match
from timeline.dates.meaning import Meaning, dct_anchor, from_dct, modifier, operation, placed, point_anchor
from timeline.edtf import Interval, shift_days
from timeline.models import TimexAnchor


def with_part(meaning: Meaning, part: str | None) -> Meaning:
    """A part of a day ("Friday night") as TIMEX3 writes it."""
    if part is None or meaning.value is None:
        return meaning
    return meaning._replace(type="TIME", value=f"{meaning.value}T{part}", mod=None)


@operation("today")
def _today(match: Match, context: Context) -> Meaning | None:
    steps = match.value("w", "TODAY")
    day = from_dct(context, "day", steps)
    anchor = dct_anchor(context)
    if day is None:
        return placed(None, anchor)
    return with_part(placed(day, anchor, modifier(match)), match.value("t", "PART"))


@operation("day-before-yesterday")
def _day_before_yesterday(match: Match, context: Context) -> Meaning | None:
    return placed(from_dct(context, "day", 2 if match.has("w") else -2), dct_anchor(context))


@operation("tonight")
def _tonight(match: Match, context: Context) -> Meaning | None:
    return part_today(context, match.value("t", "TONIGHT", "PART"), 0)


@operation("part-of-today")
def _part_of_today(match: Match, context: Context) -> Meaning | None:
    return part_today(context, match.value("t", "PART"), 0)


@operation("last-night")
def _last_night(match: Match, context: Context) -> Meaning | None:
    return part_today(context, match.value("t", "PART"), -1)


def part_today(context: Context, part: str, steps: int) -> Meaning:
    """A part of the article's day, or of a day so many days from it."""
    day = from_dct(context, "day", steps)
    if day is None:
        return Meaning("TIME", None, anchor=dct_anchor(context))
    return with_part(placed(day, dct_anchor(context)), part)


@operation("overnight")
def _overnight(match: Match, context: Context) -> Meaning | None:
    day = from_dct(context, "day", -1)
    if day is None:
        return Meaning("TIME", None, anchor=dct_anchor(context))
    spread = Interval(day.start, shift_days(day.start, 1))
    return Meaning("TIME", f"{day.value}TNI", spread, anchor=dct_anchor(context), period=day)


def day_told(context: Context) -> tuple[Period | None, TimexAnchor]:
    """The day that the text speaks of: the last one named, else the article's."""
    point = context.last_point("day")
    if point:
        return point.period, point_anchor(point)
    return from_dct(context, "day"), dct_anchor(context)


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
