"""Operations for quarters and halves of a year."""

from __future__ import annotations

from datetime import date

from timeline.dates.context import Context
from timeline.dates.grain import Period, containing, step
from timeline.dates.grammar import Match
from timeline.dates.meaning import Meaning, dct_anchor, operation, placed, point_anchor
from timeline.dates.years import relative_year, year_of

_QUARTER = 3  # months


def _quarter_start(year: int, part: int, months: int) -> Period | None:
    grain = "quarter" if months == 3 else "half"
    count = 12 // months
    if part == -1:
        part = count
    if not 1 <= part <= count or not 1 <= year <= 9999:
        return None
    return Period(grain, date(year, (part - 1) * months + 1, 1))


@operation("quarter")
def _quarter(match: Match, context: Context) -> Meaning | None:
    months = 6 if match.value("q", "HALFWORD", "HALFNAME") else 3
    part = match.value("n", "ORD", "ORDINAL", "FINAL", "SMALL")
    return _quarter_numbered(match, context, part, months) if part else None


def _quarter_numbered(match: Match, context: Context, part: int, months: int) -> Meaning | None:
    year = year_of(match, context)
    if year is not None:
        period = _quarter_start(year, part, months)
        return placed(period) if period else None
    if match.has("ry") or match.has("u"):
        year, anchor = relative_year(match, context, "ry" if match.has("ry") else "u")
        if year is None:
            return placed(None, anchor)
        period = _quarter_start(year, part, months)
        return placed(period, anchor) if period else None
    if context.dct is None:
        return Meaning("DATE", None, anchor=dct_anchor(context))
    return _nearest_quarter(match, context, context.dct, part, months)


def _nearest_quarter(match: Match, context: Context, dct: date, part: int, months: int) -> Meaning | None:
    if months != _QUARTER and context.told_beside(match.tokens, match.first, context.cues.sports):
        return None
    direction = context.direction(match.tokens, match.first, match.last)
    candidates = [p for y in (dct.year - 1, dct.year, dct.year + 1) if (p := _quarter_start(y, part, months))]
    if not candidates:
        return None
    now = containing("quarter" if months == 3 else "half", dct).start
    # Results are told when a quarter is over, so one just past is nearer than one to come, whatever the tense.
    lag = 120 if direction == "future" else 366

    def distance(period: Period) -> int:
        days = (period.start - now).days
        return -days if days <= 0 and -days < lag else abs(days) + (0 if direction == "future" else 400)

    return placed(min(candidates, key=distance), dct_anchor(context), direction=direction)


@operation("quarter-by-months")
def _quarter_by_months(match: Match, context: Context) -> Meaning | None:
    """A quarter by its first and last month ("1～3月期")."""
    first, last = match.value("n", "HOUR"), match.value("e", "HOUR")
    if first % _QUARTER != 1 or last != first + _QUARTER - 1:
        return None
    return _quarter_numbered(match, context, first // _QUARTER + 1, _QUARTER)


@operation("latest-period")
def _latest_period(match: Match, context: Context) -> Meaning | None:
    unit = match.value("u", "UNIT", "PERIOD")
    if unit not in ("quarter", "period", "year", "month", "week"):
        return None
    point = context.last_point("quarter", "half") if unit in ("quarter", "period") else None
    if point:
        return placed(point.period, point_anchor(point))
    if context.dct is None:
        return placed(None, dct_anchor(context))
    return placed(step(containing("quarter" if unit == "period" else unit, context.dct), -1), dct_anchor(context))


@operation("period-of-year")
def _period_of_year(match: Match, context: Context) -> Meaning | None:
    year = year_of(match, context)
    point = context.last_point("quarter", "half")
    if year is None or point is None:
        return None
    return placed(Period(point.period.grain, point.period.start.replace(year=year)), point_anchor(point))


@operation("quarter-short")
def _quarter_short(match: Match, context: Context) -> Meaning | None:
    sign = match.value("q", "QSHORT")
    months, part = (3 if sign[0] == "Q" else 6), int(sign[1])
    year = year_of(match, context)
    if year is not None:
        period = _quarter_start(year, part, months)
        return placed(period) if period else None
    if context.dct is None:
        return placed(None, dct_anchor(context))
    return _nearest_quarter(match, context, context.dct, part, months)
