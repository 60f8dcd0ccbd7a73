# ruff: noqa: E501 - a case a line
"""What is known of a time, in kinds and in words."""

from __future__ import annotations

import json

import pytest
from timelines import lasting, within

from timeline.models import EventTime
from timeline.render import when

DAY = ("2024-11-07", "2024-11-07")
CASES = [
    (within("2024-11-07"), "point", "7 Nov 2024", "Thursday 7 November 2024"),
    (within("2024-10-01", "2024-10-31"), "within", "Oct 2024", "some time in October 2024"),
    (within("2024-01-01", "2024-12-31"), "within", "2024", "some time in 2024"),
    (within("2016-11-09", "2016-12-31"), "within", "9 Nov 2016 – 31 Dec 2016", "between 9 November 2016 and 31 December 2016"),
    (within(None, "2024-11-07"), "before", "≤ 7 Nov 2024", "Thursday 7 November 2024 or earlier"),
    (within("2024-11-07", None), "after", "≥ 7 Nov 2024", "Thursday 7 November 2024 or later"),
    (within(None, None), "undated", "no date", "date unknown"),
    (lasting(DAY, ("2024-11-09", "2024-11-09")), "interval", "7 Nov 2024 – 9 Nov 2024", "from 7 November 2024 to 9 November 2024"),
    (lasting(DAY, (None, None)), "fuzzy", "≥ 7 Nov 2024", "began on 7 November 2024, ended at an unknown date"),
    (lasting((None, "2024-11-07"), ("2024-11-07", None)), "fuzzy", "~ 7 Nov 2024", "began on 7 November 2024 or earlier, ended on 7 November 2024 or later"),
    (lasting((None, "2024-11-07"), DAY), "fuzzy", "≤ 7 Nov 2024", "began on 7 November 2024 or earlier, went on up to 7 November 2024"),
    (lasting((None, None), (None, None)), "undated", "no date", "date unknown"),
    (within("0001-01-01"), "point", "1 Jan 1", "Monday 1 January 1"),
    (within("9999-12-31"), "point", "31 Dec 9999", "Friday 31 December 9999"),
]  # fmt: skip


@pytest.mark.parametrize(("time", "kind", "short", "words"), CASES)
def test_words(time: EventTime, kind: str, short: str, words: str) -> None:
    """Never a day that is not known."""
    assert when.kind(time) == kind
    assert when.short(time) == short
    assert when.words(time) == words


def test_every_language_has_every_text() -> None:
    """A text that is missing would show its English; plural forms follow the language."""
    english = {key for key in when.messages("en") if not key.endswith(".one")}
    assert set(when.messages("ja")) == english
    for key in english:
        places = {part.split("}")[0] for part in when.messages("en")[key].split("{")[1:]}
        assert {part.split("}")[0] for part in when.messages("ja")[key].split("{")[1:]} == places, key
    json.dumps(when.messages("ja"))
