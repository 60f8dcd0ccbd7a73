"""The sample article, read by general rules only, gives the events that a careful reader would list."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from timeline import dates, events
from timeline.articles.blocks import blocks
from timeline.articles.sentences import sentences
from timeline.events.headline.cut import LIMIT
from timeline.models import Article, Dct, Event

SEED = Path(__file__).parents[2] / "seeds" / "000_d91dd0a1a8c28e4e.txt"
DAY = date(2024, 11, 7)


@pytest.fixture(scope="module")
def coded() -> list[Event]:
    text = SEED.read_text(encoding="utf-8")
    parts = tuple(blocks(text))
    spans = sentences(text, parts)
    dct = Dct(value="2024-11-07", not_before=DAY, not_after=DAY, confidence=1.0, evidence="given")
    article = Article(id="seed", dct=dct, blocks=parts, text=text)
    return events.code(article, spans, dates.tag(text, dct, spans), typed_only=True)


ROWS = [
    # trigger, type, mode, status, first possible day, last possible day, names that must be parties
    ("meet", "CONSULT", None, "occurred", date(2016, 11, 9), date(2016, 12, 31), {"Shinzo Abe", "Donald Trump"}),
    ("built", "COOPERATE", None, "occurred", date(2017, 1, 20), date(2021, 1, 20), {"Shinzo Abe", "Donald Trump"}),
    ("became", "APPOINTMENT", "named", "occurred", date(2024, 10, 1), date(2024, 10, 1), {"Shigeru Ishiba"}),
    ("election", "ELECTION", "vote", "occurred", date(2024, 10, 1), date(2024, 10, 31), {"Japan"}),
    ("elected", "ELECTION", "result", "occurred", None, DAY, {"Donald Trump"}),
    ("talks", "CONSULT", "phone", "occurred", DAY, DAY, {"Shigeru Ishiba", "Donald Trump"}),
    ("conversation", "CONSULT", "phone", "occurred", DAY, DAY, {"Shigeru Ishiba", "Donald Trump"}),
    ("agreed", "AGREE", None, "occurred", DAY, DAY, {"Shigeru Ishiba", "Donald Trump"}),
    ("congratulated", "SUPPORT", None, "occurred", DAY, DAY, {"Shigeru Ishiba", "Donald Trump"}),
    ("meet", "CONSULT", None, "pledged", DAY, None, {"Shigeru Ishiba", "Donald Trump"}),
    ("hold", "CONSULT", None, "pledged", DAY, None, {"Shigeru Ishiba", "Donald Trump"}),
    ("meeting", "CONSULT", None, "scheduled", DAY, None, {"Shigeru Ishiba", "Donald Trump"}),
    ("reelected", "APPOINTMENT", "named", "scheduled", DAY, None, {"Shigeru Ishiba"}),
    ("discuss", "CONSULT", None, "negated", DAY, DAY, {"Shigeru Ishiba", "Donald Trump"}),
]


@pytest.mark.parametrize(("trigger", "kind", "mode", "status", "low", "high", "names"), ROWS)
def test_a_row_of_the_timeline(  # noqa: PLR0917
    coded: list[Event],
    trigger: str,
    kind: str,
    mode: str | None,
    status: str,
    low: date | None,
    high: date | None,
    names: set[str],
) -> None:
    """Every event that the article tells is found with its type, status, time and parties."""
    found = [e for e in coded if (e.trigger, e.type, e.mode, e.status) == (trigger, kind, mode, status)]
    assert any(
        (e.time.begin.not_before, e.time.end.not_after) == (low, high)
        and names <= {p.name for p in (*e.actors, *e.recipients)}
        for e in found
    ), [(e.trigger, e.type, e.mode, e.status, e.time) for e in coded]


def test_headlines_are_short_and_say_no_more_than_the_text(coded: list[Event]) -> None:
    """A headline is short, in sentence case and in the present tense."""
    told = {e.title for e in coded}
    assert {
        "Ishiba and Trump talk by phone",
        "Abe and Trump meet",
        "Ishiba becomes prime minister",
        "Japan holds general election",
        "Ishiba congratulates Trump",
    } <= told
    assert all(e.title and len(e.title) <= LIMIT for e in coded)
