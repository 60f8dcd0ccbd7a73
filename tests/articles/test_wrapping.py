"""Words that line ends part."""

from __future__ import annotations

import pytest

from timeline.articles.wrapping import unparted
from timeline.limits import limited

LETTERS = "abcdefghijklmnopqrstuvwxyz"


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("The min-\nisters met on Mon-\n  day.", "The ministers met on Monday."),
        ("die Außen\u00ad\nminister", "die Außenminister"),
        ("pré-\nélectoral", "préélectoral"),
        ("Karst-\nOrsk line", "Karst-\nOrsk line"),
        ("in 2019-\n2020", "in 2019-\n2020"),
        ("- one\n- two", "- one\n- two"),
        ("he left -\nat last", "he left -\nat last"),
        ("a long-\nterm pact; long-term aid", "a long-term pact; long-term aid"),
    ],
)
def test_a_word_is_joined_and_nothing_else(text: str, joined: str) -> None:
    assert unparted(text) == joined


@pytest.mark.parametrize("text", ["a" * 500_000, "é" * 500_000 + " min-\nisters", "ab" * 250_000 + "-\nC"])
def test_a_word_without_end_is_read_once(text: str) -> None:
    """Read from each of its letters, it took most of an hour of the processor; read once, a hundredth of a second."""
    with limited(1, "a.txt", 5):
        assert len(unparted(text)) > 499_999


def test_parted_words_are_looked_for_where_hyphens_stand() -> None:
    """Each of them asks whether the text writes it with a hyphen elsewhere, most of which has none."""
    words = [f"{first}{second}{third}" for first in LETTERS for second in LETTERS for third in LETTERS]
    text = "".join(f"{word}-\nabcd " for word in words * 4)
    with limited(1, "a.txt", 5):
        assert unparted(text).startswith("aaaabcd aababcd ")
