"""Events of a chronology: each on the day that opens its entry."""

from __future__ import annotations

from datetime import date

from timeline.articles.blocks import blocks
from timeline.models import Article, Dct
from timeline.pipeline import analyse

TEXT = """Timeline of the dispute

April 15: Norway expels two Swedish diplomats.

July 13: The leaders of Norway and Sweden meet in Oslo. Norway calls for a lasting settlement.

Nov. 29: Sweden imposes sanctions on Norway.
"""


def test_each_entry_dates_its_events() -> None:
    """What an entry tells in the present, in its first sentence or a later one, happened on its day."""
    day = "2023-12-20"
    given = Dct(value=day, not_before=day, not_after=day, confidence=1, evidence="given")
    article = Article(id="a", dct=given, blocks=blocks(TEXT), text=TEXT)
    told = [
        (event.trigger, event.time.begin.not_before, event.status)
        for event in analyse(article).events
        if event.type is not None
    ]
    assert told == [
        ("expels", date(2023, 4, 15), "occurred"),
        ("meet", date(2023, 7, 13), "occurred"),
        ("calls", date(2023, 7, 13), "occurred"),
        ("imposes", date(2023, 11, 29), "occurred"),
    ]
