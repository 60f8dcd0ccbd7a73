"""Who reports."""

from __future__ import annotations

import pytest

from timeline.articles.blocks import blocks
from timeline.articles.examples import Pattern, patterns
from timeline.articles.reporter import TABLE, reporter


@pytest.mark.parametrize("pattern", patterns(TABLE), ids=lambda pattern: pattern.name)
def test_every_row_reads_its_own_examples(pattern: Pattern) -> None:
    for text, name in pattern.yes.items():
        found = pattern.expression.search(text)
        assert found, text
        assert found["name"] == name
    for text in pattern.no:
        assert not pattern.expression.search(text), text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Two ships sink\n\nORSK, May 3 (NP) -- Two ships sank, Karst Radio reports.", "NP"),
        (
            "Two ships sink\n\nTwo ships sank, Karst Radio reports.\n\nMore follows, Northern Press reports.",
            "Karst Radio",
        ),
        ("Two ships sink\n\nTwo ships sank.\n\nThere was rain, Northern Press reports.", None),
    ],
)
def test_dateline_then_lead(text: str, name: str | None) -> None:
    assert reporter(text, blocks(text)) == name
