"""Operations that languages other than English need: words for whole periods, days without a month, counted decades."""

from __future__ import annotations

from datetime import date

from timeline.dates.context import Context
from timeline.dates.grain import Period, containing, step
from timeline.dates.grammar import Match
from timeline.dates.meaning import Meaning, dct_anchor, make_day, modifier, operation, placed
from timeline.edtf import shift_months


@operation("period-word")
def _period_word(match: Match, context: Context) -> Meaning | None:
    """One word that is a period counted from the article's ("heuer", "去年"): its unit and steps."""
    unit, steps = match.value("u", "WHOLE")
    period = step(containing(unit, context.dct), steps) if context.dct else None
    return placed(period, dct_anchor(context), modifier(match))


@operation("day-of-month")
def _day_of_month(match: Match, context: Context) -> Meaning | None:
    """A day without its month: of the article's month, of the one before or of the one after, as the tense tells."""
    number = match.value("d", "DAY")
    dct = context.dct
    if dct is None:
        return Meaning("DATE", f"XXXX-XX-{number:02}", anchor=dct_anchor(context))
    direction = context.direction(match.tokens, match.first, match.last)
    firsts = [shift_months(dct.replace(day=1), steps) for steps in (-1, 0, 1)]
    days = [day for first in firsts if (day := make_day(first.year, first.month, number))]
    if direction == "future":
        day = min((day for day in days if day >= dct), default=None)
    else:
        day = max((day for day in days if day <= dct), default=None)
    return placed(Period("day", day), dct_anchor(context), direction=direction) if day else None


@operation("counted-decade")
def _counted_decade(match: Match, context: Context) -> Meaning | None:
    """A decade by its first year ("les années 1990", "90-е годы", "90年代"); two figures are of the last century."""
    number = match.value("n", "YEAR", "FARYEAR", "INT")
    start = number if number > 999 else 1900 + number
    if start % 10 or not 1000 <= start <= 2990:
        return None
    return placed(Period("decade", date(start, 1, 1)), mod=modifier(match))
