"""Leaders named in a text."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.names.leaders import known, people, terms_named, titled
from timeline.names.offices import title_words, titles, usual


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Then Erdogan left.", "Recep Tayyip Erdoğan"),
        ("President Macron left.", "Emmanuel Macron"),
        ("The ex-President Macron left.", "Emmanuel Macron"),
        ("Mr. Macron left.", "Emmanuel Macron"),
        ("He told Macron Tuesday.", "Emmanuel Macron"),
        ("The Macron government fell.", "Emmanuel Macron"),
        ("Emmanuel J. Macron left.", "Emmanuel Macron"),
        ("France's Macron left.", "Emmanuel Macron"),
        ("Prime Minister Montenegro left.", "Luís Montenegro"),
        ("President Dan left.", "Nicușor Dan"),
        ("Prime Minister May left.", "Theresa May"),
    ],
)
def test_a_surname_means_its_holder(text: str, holder: str) -> None:
    """By itself, under a title, at the start of a sentence, before a weekday."""
    assert holder in {person.holder for person in people(text, 0, len(text))}


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        ("George W. Bush left.", ["George W. Bush"]),
        ("Bush left.", ["George H. W. Bush", "George W. Bush"]),
        ("Joe Biden met Vladimir Putin.", ["Joe Biden", "Vladimir Putin"]),
    ],
)
def test_a_full_name_is_one_person_and_a_surname_may_be_two(text: str, holders: list[str]) -> None:
    assert [person.holder for person in people(text, 0, len(text))] == holders


@pytest.mark.parametrize(
    "text",
    [
        "Dan Smith left.",
        "Brigitte Macron left.",
        "The Macron Foundation closed.",
        "They sailed to Montenegro.",
        "In May the talks went on.",
    ],
)
def test_a_part_of_another_name_means_nobody(text: str) -> None:
    """Beside another name, or where the word names a country or month sooner."""
    assert list(people(text, 0, len(text))) == []


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Bashar al-Assad left.", "Bashar al-Assad"),
        ("Nicusor Dan left.", "Nicușor Dan"),
        ("Luis Montenegro's party left.", "Luís Montenegro"),
        ("Emmanuel\nMacron left.", "Emmanuel Macron"),
    ],
)
def test_a_full_name_with_or_without_accents(text: str, holder: str) -> None:
    """Also where it ends in a small article, or at a line's end."""
    assert [person.holder for person in people(text, 0, len(text))] == [holder]
    assert {term.holder for term in terms_named(text, 0, len(text))} == {holder}


def test_a_surname_is_the_leaders_only_as_the_table_spells_it() -> None:
    assert list(people("Gonzalez left.", 0, 14)) == []
    assert {term.holder for term in titled("Prime  Minister", "Gonzalez")} == {"Felipe González"}


def test_terms_are_those_under_the_name_that_stands_there() -> None:
    """The name of one office is not all that its holder was."""
    offices = {term.office for term in terms_named("Crown Prince Salman left.", 0, 20)}
    assert offices == {"crown prince"}


@pytest.mark.parametrize(
    ("name", "year", "code", "office"),
    [
        ("Angela Merkel", 2010, "DEU", "chancellor"),
        ("Merkel", 2010, "DEU", "chancellor"),
        ("Merkel", 1950, None, None),
        ("António Guterres", 1999, "PRT", "prime minister"),
        ("António Guterres", 2020, "XUN", "secretary-general of the united nations"),
        ("Vladimir Putin", 2010, "RUS", "prime minister"),
        ("Barack Obama", 2007, "USA", "president-elect"),
        ("Nobody Atall", 2010, None, None),
    ],
)
def test_whom_a_name_means_at_an_articles_time(name: str, year: int, code: str | None, office: str | None) -> None:
    """A surname means its holder around the term only; a full name also means what the person became last."""
    term = known(name, date(year, 6, 1))
    assert (term and term.code, term and term.office) == (code, office)


@pytest.mark.parametrize(
    ("year", "holder"), [(1991, "George H. W. Bush"), (2003, "George W. Bush"), (2009, "George W. Bush")]
)
def test_of_several_of_a_name_who_holds_or_last_held_office_is_meant(year: int, holder: str) -> None:
    term = known("George Bush", date(year, 6, 1))
    assert term is not None
    assert term.holder == holder


def test_all_names_of_one_office() -> None:
    assert {usual(title) for title in ("Premier", "PM", "Taoiseach", "prime minister")} == {"prime minister"}
    assert titles().index("acting president") < titles().index("president")
    assert {"taoiseach", "minister", "premier"} <= title_words()
