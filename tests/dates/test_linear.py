"""The date stage does work in proportion to the text: counted in lines run and tokens looked at, not in seconds."""

from __future__ import annotations

import re

import pytest
from phrasings import tagged
from work import grows_with

from timeline.dates.languages import grammar, languages

PIECES = [
    "last ",
    "two days ago ",
    "two days later, ",
    "that evening ",
    "the same day, ",
    "May ",
    "in May and ",
    "Monday and ",
    "Donald Trump's first term and ",
    "1, 2, 3, ",
    "May 1, 2, 3, ",
    "1999-",
    "1:",
    "1,000,",
    "[",
    "a",
    "7",
    ". ",
    "They met on March 3, 2019. A week later they met again. ",
]


@pytest.mark.parametrize("piece", PIECES)
def test_four_times_the_text_is_four_times_the_work(piece: str) -> None:
    """Nothing looks back over all that was read, nor ahead over all that is to come."""
    assert grows_with(piece, lambda text: tagged(text, "2024-11-07"))


@pytest.mark.parametrize("language", languages())
def test_a_rule_looks_at_few_tokens(language: str) -> None:
    """No pattern repeats without a bound, so that trying it at every token stays linear."""
    for rule in (*grammar(language).rules, *grammar(language).continuations):
        assert not re.search(r"[*+](?!\?)|\{\d+,\}", rule.source), rule.name
