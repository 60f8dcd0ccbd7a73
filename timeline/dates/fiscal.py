"""Operations for fiscal and business years."""

from __future__ import annotations

from datetime import date

from timeline.dates.context import Context
from timeline.dates.grain import Period
from timeline.dates.grammar import Match
from timeline.dates.meaning import Meaning, operation, placed
from timeline.dates.years import plain_year, year_of
from timeline.edtf import Interval, shift_days, shift_months
from timeline.tables.knowledge import fiscal_years


@operation("business-year")
def _business_year(match: Match, context: Context) -> Meaning | None:
    public = any("BUDGETWORD" in token.values for token in match.tokens)
    return (_fiscal_year if public else plain_year)(match, context)


@operation("fiscal-quarter")
def _fiscal_quarter(match: Match, context: Context) -> Meaning | None:
    """A quarter or half of a country's fiscal year; of a company's the calendar's stands for it."""
    sign = match.value("q", "QSHORT")
    months = 6 if match.value("q", "HALFWORD") or (sign or "").startswith("H") else 3
    part = int(sign[1]) if sign else int(match.value("n", "ORD", "ORDINAL", "FINAL"))
    year, count = year_of(match, context), 12 // months
    part = count if part == -1 else part
    if year is None or not 2 <= year <= 9997 or not 1 <= part <= count:
        return None
    if not _is_public(match, context):
        return placed(Period("quarter" if months == 3 else "half", date(year, (part - 1) * months + 1, 1)))
    start = shift_months(fiscal_bounds(year, context)[0], (part - 1) * months)
    days = Interval(start, shift_days(shift_months(start, months), -1))
    return Meaning("DATE", f"FY{year:04}-{'Q' if months == 3 else 'H'}{part}", days, period=Period("quarter", start))


def _is_public(match: Match, context: Context) -> bool:
    """Tell whether the sentence speaks of a government: by a word of budgets, or the name of a country with a table."""
    words = " ".join(token.word for token in match.tokens)
    return any("BUDGETWORD" in token.values for token in match.tokens) or any(
        name in words for system in fiscal_years() for name in system.names
    )


@operation("fiscal-range")
def _fiscal_range(match: Match, context: Context) -> Meaning | None:
    """The fiscal year that begins in the first of two years, by the name that its country gives it."""
    first, slash, _ = str(match.value("f", "TEXT") or "").partition("/")
    if slash and len(first) != 4:
        return None
    year = int(first) if slash else int(match.value("y", "YEAR"))
    if not 2 <= year <= 9997:
        return None
    name = year if fiscal_bounds(year, context)[0].year == year else year + 1
    start, end = fiscal_bounds(name, context)
    return Meaning("DATE", f"FY{name:04}", Interval(start, end), period=Period("year", date(name, 1, 1)))


@operation("fiscal-year")
def _fiscal_year(match: Match, context: Context) -> Meaning | None:
    year = year_of(match, context)
    if year is None or not 2 <= year <= 9998:
        return None
    start, end = fiscal_bounds(year, context)
    return Meaning("DATE", f"FY{year:04}", Interval(start, end), period=Period("year", date(year, 1, 1)))


def fiscal_bounds(year: int, context: Context) -> tuple[date, date]:
    """Days of a government's fiscal year: of the country named nearest the article's start, else of the U.S."""
    head = context.text[:4000]
    named = [(at, system) for system in fiscal_years() for name in system.names if (at := head.find(name)) >= 0]
    system = min(named, key=lambda found: found[0])[1] if named else fiscal_years()[0]
    start = date(year - system.named_after_end, system.start_month, 1)
    return start, shift_days(shift_months(start, 12), -1)
