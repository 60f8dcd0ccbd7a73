"""The tables of names: each fact stands once."""

from __future__ import annotations

from collections import Counter

from timeline.names import countries, places
from timeline.tables.load import read_toml


def _bare(word: str) -> str:
    return word.removeprefix("the ").removeprefix("The ")


def test_no_place_repeats_what_the_table_of_countries_tells() -> None:
    told = {_bare(word) for word, _ in countries.spellings()}
    assert [word for word, _ in places.spellings() if _bare(word) in told] == []


def test_no_place_stands_twice() -> None:
    counts = Counter(_bare(word) for word, _ in places.spellings())
    assert [word for word, count in counts.items() if count > 1] == []


def test_groups_and_parts_of_states_are_places_of_the_table() -> None:
    table = read_toml("names/places.toml")
    listed = {word for section in ("places", "bodies") for cell in table[section].values() for word in cell.split(";")}
    for section in ("groups", "own"):
        names = table[section]["names"].split(";")
        assert set(names) <= listed
        assert len(names) == len(set(names))
