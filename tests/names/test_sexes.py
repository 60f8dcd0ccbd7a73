"""Whether somebody is a woman or a man."""

from __future__ import annotations

import pytest

from timeline.names.sexes import sex_of, sex_of_noun
from timeline.tables.load import read_toml


@pytest.mark.parametrize(
    ("name", "titles", "sex"),
    [
        ("Olga Haas", [], "female"),
        ("Olav Haas", [], "male"),
        ("Hélène-Marie Haas", [], None),
        ("José Haas", [], "male"),
        ("Robin Haas", ["the widow", "mrs"], "female"),
        ("Olga", ["then king"], "male"),
        ("Haas", ["mr", "mrs"], None),
        ("Tsai Ing-wen", [], "female"),
        ("Roh Tae-woo", [], "male"),
        ("Haas", [], None),
    ],
)
def test_sex_by_title_name_or_table(name: str, titles: list[str], sex: str | None) -> None:
    """A title tells before a first name; titles of both sexes tell nothing."""
    assert sex_of(name, titles) == sex


def test_nouns_of_one_sex() -> None:
    assert [sex_of_noun(noun) for noun in ("widow", "spokesman", "doctor")] == ["female", "male", None]


@pytest.mark.parametrize("kind", ["titles", "nouns", "first"])
def test_no_word_tells_both(kind: str) -> None:
    table = read_toml("names/sexes.toml")
    words = [set(table[sex][kind].split()) for sex in ("female", "male")]
    assert not words[0] & words[1]
