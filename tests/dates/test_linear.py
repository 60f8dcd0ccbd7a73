"""The date stage does work in proportion to the text: counted in lines run and tokens looked at, not in seconds."""

from __future__ import annotations

import re
import sys
from types import FrameType
from typing import Any

import pytest
from phrasings import tagged

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


def lines_run(text: str) -> int:
    """How many lines of the package the tagging of a text runs."""
    count = 0

    def line(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal count
        count += event == "line"
        return line

    def call(frame: FrameType, event: str, _: Any) -> Any:
        return line if "timeline" in frame.f_code.co_filename else None

    before = sys.gettrace()
    sys.settrace(call)
    try:
        tagged(text, "2024-11-07")
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("piece", PIECES)
def test_four_times_the_text_is_four_times_the_work(piece: str) -> None:
    """Nothing looks back over all that was read, nor ahead over all that is to come."""
    lines_run(piece * 3)  # fills the caches
    short, long = lines_run(piece * 60), lines_run(piece * 240)
    assert long <= 4.4 * short + 400


@pytest.mark.parametrize("language", languages())
def test_a_rule_looks_at_few_tokens(language: str) -> None:
    """No pattern repeats without a bound, so that trying it at every token stays linear."""
    for rule in (*grammar(language).rules, *grammar(language).continuations):
        assert not re.search(r"[*+](?!\?)|\{\d+,\}", rule.source), rule.name
