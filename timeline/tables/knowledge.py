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
    for n, (code, office, holder, aliases, start, end, _) in enumerate(read_rows("leaders.csv", columns), 2):
        row = f"leaders.csv:{n}"
        found.append(Term(code, office, holder, _many(aliases), _date(start, row), _date(end, row), None, row))
    return tuple(found)


@cache
def numbered_terms() -> tuple[Term, ...]:
    """First, second ... terms of people who had more than one, and of U.S. presidents."""
    columns = ("country_iso3", "office", "holder", "ordinal", "start", "end", "source")
    return tuple(
        Term(
            r["country_iso3"],
            r["office"],
            r["holder"],
            (),
            _date(r["start"], f"terms.csv:{n}"),
            _date(r["end"], f"terms.csv:{n}"),
            int(r["ordinal"]),
            f"terms.csv:{n}",
        )
        for n, r in enumerate(read_csv("terms.csv", columns), 2)
    )


@cache
def elections() -> tuple[Election, ...]:
    """Elections, in the table's order."""
    columns = ("country_iso3", "kind", "date", "end_date", "source")
    return tuple(
        Election(
            r["country_iso3"],
            r["kind"],
            _date(r["date"], f"elections.csv:{n}").hull(_date(r["end_date"] or r["date"], f"elections.csv:{n}")),
            f"elections.csv:{n}",
        )
        for n, r in enumerate(read_csv("elections.csv", columns), 2)
    )


@cache
def summits() -> tuple[Summit, ...]:
    """Summits, in the table's order."""
    columns = ("name", "aliases", "start", "end", "place", "source")
    return tuple(
        Summit(
            r["name"],
            _many(r["aliases"]),
            _date(r["start"], f"summits.csv:{n}").hull(_date(r["end"] or r["start"], f"summits.csv:{n}")),
            r["place"],
            f"summits.csv:{n}",
        )
        for n, r in enumerate(read_csv("summits.csv", columns), 2)
    )


@cache
def fiscal_years() -> tuple[FiscalYear, ...]:
    """Fiscal years of governments."""
    rows = read_csv("fiscal.csv", ("country_iso3", "names", "start_month", "named_after", "source"))
    return tuple(
        FiscalYear(r["country_iso3"], _many(r["names"]), int(r["start_month"]), r["named_after"] == "end") for r in rows
    )
