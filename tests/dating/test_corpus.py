"""Dating measured on news articles whose day is known, where they are at hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.dating import outcomes

from timeline.dating.words import limit

ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "gold" / "timex-dev.jsonl"


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus of news articles is not beside the project")
def test_true_days_lie_inside() -> None:
    """97 of 100 intervals hold the true day, and every fourth article at least gets one of a year or less."""
    found = outcomes(CORPUS)
    given = [one for one in found if one.given]
    assert sum(one.right for one in given) / len(given) >= 0.97
    assert sum(one.width <= 366 for one in given) / len(found) >= 0.25
    assert max(one.width for one in given) <= limit("widest_days")
