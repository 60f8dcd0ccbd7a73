"""The tables of leaders, terms, elections, summits and countries: facts that must agree with each other."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from itertools import pairwise

import pytest

from timeline.tables.knowledge import Term, countries, elections, numbered_terms, summits, tenures
from timeline.tables.load import read_csv, read_header, read_toml

FACTS = ("leaders.csv", "terms.csv", "elections.csv", "summits.csv", "countries.csv")
TABLES = (*FACTS, "feasts.csv", "periods.csv", "fiscal.csv")
# The days on which a country votes (ISO weekdays); those without a custom are left out.
WEEKDAYS = {
    "ARG": {7}, "AUS": {6}, "AUT": {7}, "BEL": {7}, "BOL": {7}, "BRA": {7}, "CHE": {7}, "CHL": {7}, "COL": {7},
    "CRI": {7}, "CYP": {7}, "DEU": {7}, "ECU": {7}, "ESP": {7}, "EST": {7}, "FIN": {7}, "FRA": {7}, "GBR": {4},
    "GRC": {7}, "GTM": {7}, "HND": {7}, "HUN": {7}, "JPN": {7}, "KHM": {7}, "LTU": {7}, "LVA": {6}, "MDA": {7},
    "MEX": {7}, "NIC": {7}, "NLD": {3}, "NOR": {1}, "NZL": {6}, "PAN": {7}, "PER": {7}, "POL": {7}, "PRT": {7},
    "PRY": {7}, "ROU": {7}, "RUS": {7}, "SEN": {7}, "SRB": {7}, "SVN": {7}, "SWE": {7}, "TUR": {7}, "TWN": {6},
    "UKR": {7}, "URY": {7}, "USA": {2},
}  # fmt: skip
# Days that were no usual weekday, and yet are right: fixed by date, or declared a holiday.
UNUSUAL = {("BRA", "1994-10-03"), ("RUS", "1991-06-12"), ("RUS", "1996-07-03")}
# Votes of another kind.
MOVED = {
    ("JPN", "prime minister (vote in the Diet)"),
    ("JPN", "party leadership (LDP)"),
    ("GBR", "european parliament"),
}

# Names by which leaders of two countries went at one time: no country can be told from them.
SHARED = {"Abdullah", "Lee", "Wong"}
# Countries for whose leader of today no day is certain, and one that is no more.
NOT_LED = {"AND", "BIH", "SMR", "SUN"}


def _later(term: Term) -> tuple[date, date]:
    return term.start.not_before or date.min, term.span.not_after or date.max


def _by_office(terms: tuple[Term, ...]) -> Iterator[list[Term]]:
    found: dict[tuple[str, str], list[Term]] = {}
    for term in terms:
        found.setdefault((term.code, term.office), []).append(term)
    for same in found.values():
        yield sorted(same, key=_later)


@pytest.mark.parametrize("rows", [tenures(), numbered_terms()], ids=["tenures", "terms"])
def test_terms_of_an_office_do_not_overlap(rows: tuple[Term, ...]) -> None:
    """Each ends by the day after the next begins: one holder at a time, but for the day of handover."""
    wrong = []
    for same in _by_office(rows):
        for one, following in pairwise(same):
            end, start = one.end.not_before, following.start.not_after
            if end is None or start is None or (end - start).days > 1:
                wrong.append(f"{one.row} {one.holder} and {following.row} {following.holder}")
    assert not wrong


@pytest.mark.parametrize("rows", [tenures(), numbered_terms()], ids=["tenures", "terms"])
def test_terms_begin_before_they_end(rows: tuple[Term, ...]) -> None:
    """A term has a beginning, and it comes first."""
    for term in rows:
        assert term.start.not_before is not None, term.row
        assert term.end.not_after is None or term.start.not_before <= term.end.not_after, term.row


def test_numbered_terms_lie_in_tenures() -> None:
    """A numbered term is part of what the same person's rows in the table of leaders say."""
    for term in numbered_terms():
        own = [
            one.span for one in tenures() if (one.code, one.office, one.holder) == (term.code, term.office, term.holder)
        ]
        assert not own or any(span.intersect(term.span) for span in own), term.row


def test_ordinals_count_from_one() -> None:
    """Terms of a person are numbered in their order."""
    seen: dict[tuple[str, str, str], int] = {}
    for term in sorted(numbered_terms(), key=_later):
        key = (term.code, term.office, term.holder)
        assert term.ordinal == seen.get(key, 0) + 1, term.row
        seen[key] = term.ordinal


def test_countries_are_known() -> None:
    """Every code of the other tables stands in the table of countries, once."""
    codes = [country.code for country in countries()]
    assert len(codes) == len(set(codes))
    used = {term.code for term in (*tenures(), *numbered_terms())} | {vote.code for vote in elections()}
    assert not used - set(codes)


def test_elections_fall_on_the_usual_weekday() -> None:
    """Where a country votes on one weekday, its elections fall on it; a slip of a day shows here."""
    wrong = [
        f"{vote.row} {vote.code} {vote.kind} {vote.days.not_before}"
        for vote in elections()
        if vote.code in WEEKDAYS and vote.days.days == 1 and (vote.code, vote.kind) not in MOVED
        if vote.days.not_before and vote.days.not_before.isoweekday() not in WEEKDAYS[vote.code]
        if (vote.code, vote.days.not_before.isoformat()) not in UNUSUAL
    ]
    assert not wrong


def test_votes_and_meetings_are_days() -> None:
    """Elections and summits have both ends, in order, and last no longer than two months."""
    for row in (*elections(), *summits()):
        assert row.days.days is not None, row.row
        assert 1 <= row.days.days <= 62, row.row


def test_a_vote_stands_once() -> None:
    """No country votes twice on one day on the same thing."""
    seen = [(vote.code, vote.kind, vote.days) for vote in elections()]
    assert len(seen) == len(set(seen))


def _near(one: Term, other: Term) -> bool:
    """Tell whether the press may mean either: two years before a term to four years after it."""
    start, end = max(one.start, other.start), min(_later(one)[1], _later(other)[1])
    return end.year + 4 >= (start.not_before or date.min).year - 2


def test_a_surname_alone_names_one_country() -> None:
    """Where two countries' leaders of a time bear it, it is no alias."""
    bare: dict[str, list[Term]] = {}
    for term in tenures():
        for name in {term.holder, *term.aliases}:
            if " " not in name:
                bare.setdefault(name, []).append(term)
    shared = {
        name
        for name, terms in bare.items()
        for one in terms
        for other in terms
        if one.code != other.code and one.holder != other.holder and _near(one, other)
    }
    assert shared == SHARED


def test_nobody_goes_by_the_name_of_a_country() -> None:
    """What names a country, its people or its capital names no leader by itself."""
    words = {name for country in countries() for name in (country.name, *country.demonyms, *country.capitals)}
    names = {name for term in tenures() for name in (term.holder, *term.aliases)}
    assert not names & words


def test_all_states_have_a_leader() -> None:
    """Every country but the smallest, and every body, has someone who leads it now."""
    led = {term.code for term in tenures() if term.end.not_after is None}
    assert {country.code for country in countries()} - led == NOT_LED


def test_a_meeting_stands_once() -> None:
    """No series meets twice on one day."""
    seen = [(summit.name, summit.days, summit.place) for summit in summits()]
    assert len(seen) == len(set(seen))


def test_every_row_has_a_source() -> None:
    """A fact without a source cannot be checked."""
    for name in TABLES:
        for number, row in enumerate(read_csv(name, read_header(name)), 2):
            assert row["source"].strip(), f"{name}:{number}"


def test_labels_of_sources_are_explained() -> None:
    """What a row's source is called stands in ``sources.toml``."""
    labels = read_toml("sources.toml")["label"]
    for name in FACTS:
        used = {label for row in read_csv(name, read_header(name)) for label in row["source"].split("+")}
        assert not used - set(labels), name


def test_every_table_of_facts_says_where_it_comes_from() -> None:
    """Each CSV has an entry with origin, licence, day and where it is unsure."""
    entries = {entry["name"]: entry for entry in read_toml("sources.toml")["table"]}
    tables = {entry.name for entry in files("timeline.tables").iterdir() if entry.name.endswith(".csv")}
    assert tables == set(entries)
    for entry in entries.values():
        assert set(entry) == {"name", "origin", "licence", "date", "unsure"}
        assert isinstance(entry["date"], date)


def test_sources_parse_as_toml() -> None:
    """The file is read as it stands."""
    assert tomllib.loads(files("timeline.tables").joinpath("sources.toml").read_text(encoding="utf-8"))
