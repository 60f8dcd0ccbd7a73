"""Operations for named periods of history, and for years that other calendars count."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from typing import NamedTuple

from timeline.dates.absolute import month_of
from timeline.dates.calendars import civil_hijri_month, hijri_month, hijri_years, jalali_month, jalali_years
from timeline.dates.context import Context
from timeline.dates.grain import Period
from timeline.dates.grammar import Match
from timeline.dates.meaning import NO_ANCHOR, Meaning, dct_anchor, make_day, modifier, operation, placed, third_of
from timeline.dates.numbers import ordinal
from timeline.edtf import Interval, shift_days
from timeline.models import TimexAnchor
from timeline.tables.almanac import NamedPeriod, periods


@cache
def _by_name() -> dict[str, NamedPeriod]:
    return {name: period for period in periods() for name in period.names}


def _stretch(days: Interval) -> str:
    start, end = days
    return f"{start.isoformat() if start else ''}/{end.isoformat() if end else ''}"


@operation("named-period")
def _named_period(match: Match, context: Context) -> Meaning | None:
    tokens = match.group("n")
    period = _by_name().get(" ".join(token.word.lower().replace("’", "'") for token in tokens))
    if period is None or not (len(tokens) > 2 or any(token.word[0].isupper() for token in tokens)):
        return None
    anchor = TimexAnchor(kind="table", text=f"{period.name}: {_stretch(period.days)} [{period.row}]")
    start, end = period.days
    if start and start == end:  # one day of history ("the fall of the Berlin Wall")
        return placed(Period("day", start), anchor)
    if match.has("b") and start:  # the very beginning or end: within its year
        first = Period("year", date(start.year, 1, 1))
        return Meaning("DATE", first.value, Interval(start, first.interval.not_after), "START", anchor, first)
    if match.has("e") and end:
        last = Period("year", date(end.year, 1, 1))
        return Meaning("DATE", last.value, Interval(last.start, end), "END", anchor, last)
    return Meaning("DURATION", _stretch(period.days), third_of(period.days, modifier(match)), modifier(match), anchor)


@operation("era-year")
def _era_year(match: Match, context: Context) -> Meaning | None:
    """A year of a Japanese era or of the Republic of China, with its month and day where they are named."""
    number = ordinal(match.group("n")) or int(match.value("n", "INT", "GANNEN") or 0)
    first, last = match.value("e", "ERA")
    year = first + number - 1
    if number < 1 or (last and year > last) or not 1 <= year <= 9999:
        return None
    anchor = TimexAnchor(kind="none")
    if not match.has("m"):
        return placed(Period("year", date(year, 1, 1)), anchor)
    if not match.has("d"):
        return placed(Period("month", date(year, month_of(match), 1)), anchor)
    day = make_day(year, month_of(match), ordinal(match.group("d")))
    return placed(Period("day", day), anchor) if day else None


@operation("hijri-date")
def _hijri_date(match: Match, context: Context) -> Meaning | None:
    return _date_in(match, context, _LUNAR)


@operation("jalali-date")
def _jalali_date(match: Match, context: Context) -> Meaning | None:
    return _date_in(match, context, _SOLAR)


class _Calendar(NamedTuple):
    """A calendar that counts other months; ``names``: the class of their names."""

    month: Callable[[int, int], Interval | None]
    years: Callable[[int], Iterable[int]]
    names: str


_LUNAR = _Calendar(hijri_month, hijri_years, "HIJRIMONTH")
_SOLAR = _Calendar(jalali_month, jalali_years, "JALALIMONTH")


def _date_in(match: Match, context: Context, calendar: _Calendar) -> Meaning | None:
    """A year, month or day of the calendar."""
    year, month = match.value("y", "INT"), match.value("m", calendar.names)
    if month is None:
        return _whole_year(calendar, year)
    month += sum(token.values.get("HIJRISECOND", 0) for token in match.group("m"))
    number = ordinal(match.group("d")) if match.has("d") else None
    if year is not None:
        return _in_month(calendar.month(year, month), number, NO_ANCHOR) or _by_arithmetic(
            year, month, number, calendar
        )
    if context.dct is None:
        return Meaning("DATE", None, anchor=dct_anchor(context))
    return _in_month(_month_near(calendar, month, context.dct), number, dct_anchor(context))


def _by_arithmetic(year: int, month: int, number: int | None, calendar: _Calendar) -> Meaning | None:
    """A Hijri month or day outside the tables, a day more on each side: nobody knows when the moon was seen."""
    meaning = _in_month(civil_hijri_month(year, month), number, NO_ANCHOR) if calendar is _LUNAR else None
    if meaning is None:
        return None
    start, end = meaning.interval
    if start is None or end is None:
        return None
    return meaning._replace(mod="APPROX", interval=Interval(shift_days(start, -1), shift_days(end, 1)))


def _whole_year(calendar: _Calendar, year: int) -> Meaning | None:
    first, last = calendar.month(year, 1), calendar.month(year, 12)
    whole = Interval(first.not_before, last.not_after) if first and last else None
    return Meaning("DATE", _stretch(whole), whole) if whole else None


def _month_near(calendar: _Calendar, month: int, dct: date) -> Interval | None:
    """The days of the month nearest to the article's day."""
    years = sorted({year for near in (dct.year - 1, dct.year, dct.year + 1) for year in calendar.years(near)})
    around = [days for year in years if (days := calendar.month(year, month))]
    return min(around, key=lambda days: _away(days, dct), default=None)


def _away(days: Interval, dct: date) -> int:
    start = days.not_before
    return 0 if days.contains(dct) or start is None else abs((start - dct).days)


def _in_month(days: Interval | None, number: int | None, anchor: TimexAnchor) -> Meaning | None:
    if days is None or days.not_before is None:
        return None
    if number is None:
        return Meaning("DATE", _stretch(days), days, anchor=anchor)
    day = shift_days(days.not_before, number - 1)
    return placed(Period("day", day), anchor) if number >= 1 and days.contains(day) else None
