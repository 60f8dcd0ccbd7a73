"""Words that line ends part."""

from __future__ import annotations

import pytest

from timeline.articles.wrapping import unparted


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
