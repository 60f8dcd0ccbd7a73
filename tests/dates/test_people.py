"""Leaders named in a text."""

from __future__ import annotations

import pytest

from timeline.dates.people import people


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
    assert people(text, 0, len(text)) == []
