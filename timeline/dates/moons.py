"""Operations for days of the Chinese calendar: those of months whose feasts are in the table of movable ones."""

from __future__ import annotations

from datetime import date

from timeline.dates.context import Context
from timeline.dates.grain import Period
from timeline.dates.grammar import Match
from timeline.dates.meaning import Meaning, at_day, dct_anchor, operation, placed
from timeline.dates.numbers import ordinal
from timeline.edtf import shift_days
from timeline.models import TimexAnchor
from timeline.tables.almanac import movable

# Months in which a feast of the table lies, and its day in that month.
_FEASTS = {1: ("lunar-new-year", 1), 5: ("dragon-boat", 5), 8: ("mid-autumn", 15)}
_SURE_DAYS = 29  # of a month; whether it has a thirtieth is not in the table


def moon_day(year: int, month: int, number: int) -> date | None:
    """The day of a month that began in a year; None where the table does not tell it.

    >>> moon_day(2025, 1, 15).isoformat()
    '2025-02-12'
    """
    if month not in _FEASTS or not 1 <= number <= _SURE_DAYS:
        return None
    column, feast = _FEASTS[month]
    known = movable()[column].get(year)
    return shift_days(known, number - feast) if known else None


@operation("moon-date")
def _moon_date(match: Match, context: Context) -> Meaning | None:
    month = match.value("m", "LUNARMONTH", "HOUR") or 1
    number, dct = ordinal(match.group("d")), context.dct
    unknown = TimexAnchor(kind="none", text=str(match.rule.params["says"]))
    if dct is None:
        return Meaning("DATE", None, anchor=dct_anchor(context))
    around = [moon_day(year, month, number) for year in (dct.year - 1, dct.year, dct.year + 1)]
    days = [day for day in around if day]
    direction = context.direction(match.tokens, match.first, match.last)
    ahead = [day for day in days if day >= dct] if direction == "future" else days
    nearest = min(ahead or days, key=lambda day: abs((day - dct).days), default=None)
    return at_day(nearest, dct_anchor(context), direction) if nearest else Meaning("DATE", None, anchor=unknown)


@operation("reign-year")
def _reign_year(match: Match, context: Context) -> Meaning | None:
    """A year of a reign; a month beside it is one of the moon and cannot be told."""
    first, last = match.value("e", "REIGN")
    year = first + int(match.value("n", "INT", "GANNEN")) - 1
    if not first <= year <= last:
        return None
    if match.has("m"):
        return Meaning("DATE", None, anchor=TimexAnchor(kind="none", text=str(match.rule.params["says"])))
    return placed(Period("year", date(year, 1, 1)))
