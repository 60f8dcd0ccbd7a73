"""Who held which office, elections, summits, countries: facts with their days.

A term runs from ``start`` up to ``end``; on a day of handover both holders match.  An open end means "no end known",
not "in office today".  ``YYYY-MM`` cells are kept as the month they are.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from timeline.edtf import Interval, parse
from timeline.errors import DateError, TableError
from timeline.tables.load import read_csv, read_rows


class Country(NamedTuple):
    """A country or body: code (ISO 3166-1 alpha-3 or X..), usual name, demonym, capital, other names and metonyms."""

    code: str
    name: str
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]
    aliases: tuple[str, ...]


class Term(NamedTuple):
    """An unbroken tenure, or a numbered term of it (``ordinal``)."""

    code: str
    office: str
    holder: str
    aliases: tuple[str, ...]
    start: Interval
    end: Interval
    ordinal: int | None
    row: str

    @property
    def span(self) -> Interval:
        """From the first possible day to the last possible one."""
        return Interval(self.start.not_before, self.end.not_after)


class Election(NamedTuple):
    """A vote: its country, kind ("presidential, first round") and days."""

    code: str
    kind: str
    days: Interval
    row: str


class Summit(NamedTuple):
    """A meeting of a body or series: names, days and place."""

    name: str
    aliases: tuple[str, ...]
    days: Interval
    place: str
    row: str


class FiscalYear(NamedTuple):
    """A government's fiscal year: first month, and whether it is named after the year in which it ends."""

    code: str
    names: tuple[str, ...]
    start_month: int
    named_after_end: bool


def _many(cell: str) -> tuple[str, ...]:
    if ";" not in cell:
        return (cell,) if cell else ()
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def _date(cell: str, where: str) -> Interval:
    try:
        return _interval(cell)
    except DateError as error:
        raise TableError(f"{where}: {error}") from error


@cache
def _interval(cell: str) -> Interval:
    """A cell's days: most days stand in two cells, as the end of one term and the start of the next."""
    return parse(cell) if cell else Interval(None, None)


@cache
def countries() -> tuple[Country, ...]:
    """All countries and bodies."""
    rows = read_csv("countries.csv", ("iso3", "name", "demonym", "capital", "aliases", "source"))
    return tuple(
        Country(r["iso3"], r["name"], _many(r["demonym"]), _many(r["capital"]), _many(r["aliases"])) for r in rows
    )


@cache
def tenures() -> tuple[Term, ...]:
    """Unbroken tenures of office, one row each."""
    columns = ("country_iso3", "office", "holder", "aliases", "start", "end", "source")
    found = []
    for row in read_rows("leaders.csv", columns):
        code, office, holder, aliases, start, end, _ = row.cells
        days = _date(start, row.where), _date(end, row.where)
        found.append(Term(code, office, holder, _many(aliases), *days, None, row.label))
    return tuple(found)


@cache
def numbered_terms() -> tuple[Term, ...]:
    """First, second ... terms of people who had more than one, and of U.S. presidents."""
    columns = ("country_iso3", "office", "holder", "ordinal", "start", "end", "source")
    found = []
    for row in read_rows("terms.csv", columns):
        code, office, holder, ordinal, start, end, _ = row.cells
        days = _date(start, row.where), _date(end, row.where)
        found.append(Term(code, office, holder, (), *days, int(ordinal), row.label))
    return tuple(found)


@cache
def elections() -> tuple[Election, ...]:
    """Elections, in the table's order."""
    found = []
    for row in read_rows("elections.csv", ("country_iso3", "kind", "date", "end_date", "source")):
        code, kind, first, last, _ = row.cells
        found.append(Election(code, kind, _stretch(first, last, row.where), row.label))
    return tuple(found)


@cache
def summits() -> tuple[Summit, ...]:
    """Summits, in the table's order."""
    found = []
    for row in read_rows("summits.csv", ("name", "aliases", "start", "end", "place", "source")):
        name, aliases, first, last, place, _ = row.cells
        found.append(Summit(name, _many(aliases), _stretch(first, last, row.where), place, row.label))
    return tuple(found)


def _stretch(first: str, last: str, where: str) -> Interval:
    return _date(first, where).hull(_date(last or first, where))


@cache
def fiscal_years() -> tuple[FiscalYear, ...]:
    """Fiscal years of governments."""
    rows = read_csv("fiscal.csv", ("country_iso3", "names", "start_month", "named_after", "source"))
    return tuple(
        FiscalYear(r["country_iso3"], _many(r["names"]), int(r["start_month"]), r["named_after"] == "end") for r in rows
    )
