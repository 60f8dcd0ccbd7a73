"""Events of a chronology: each on the day that opens its entry."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.analysis import analyse
from timeline.articles.blocks import blocks
from timeline.edtf import Interval
from timeline.models import Article, Dct

TEXT = """Timeline of the dispute

April 15: Norway expels two Swedish diplomats.

July 13: The leaders of Norway and Sweden meet in Oslo. Norway calls for a lasting settlement.

Nov. 29: Sweden imposes sanctions on Norway.
"""


CHRONICLE = """12 May 2019

Norway expels two Swedish diplomats.

Sweden closes its embassy.

3 June 2020

Norway closes its embassy.

Sweden imposes sanctions on Norway.
"""


def told(text: str, day: str) -> list[tuple[str, date | None, str]]:
    given = Dct(value=day, not_before=day, not_after=day, confidence=1, evidence="given")
    article = Article(id="a", dct=given, blocks=blocks(text), text=text)
    return [
        (event.trigger, event.time.begin.not_before, event.status)
        for event in analyse(article).events
        if event.type is not None
    ]


def test_each_entry_dates_its_events() -> None:
    """What an entry tells in the present, in its first sentence or a later one, happened on its day."""
    assert told(TEXT, "2023-12-20") == [
        ("expels", date(2023, 4, 15), "occurred"),
        ("meet", date(2023, 7, 13), "occurred"),
        ("calls", date(2023, 7, 13), "occurred"),
        ("imposes", date(2023, 11, 29), "occurred"),
    ]


def test_a_heading_holds_up_to_the_next() -> None:
    """Under headings with a line of their own, every paragraph has the day of the last one above it."""
    assert told(CHRONICLE, "2023-12-20") == [
        ("expels", date(2019, 5, 12), "occurred"),
        ("closes", date(2019, 5, 12), "occurred"),
        ("closes", date(2020, 6, 3), "occurred"),
        ("imposes", date(2020, 6, 3), "occurred"),
    ]


def test_the_stamp_of_a_saved_page_is_no_day_of_the_story() -> None:
    """When a page was put up or saved says nothing of when its events were."""
    for stamp in ("Oslo | Tue Dec 19, 2023 6:41 pm EST", "Monday 11 December 2023 03.10 GMT"):
        assert told(f"{stamp}\n\nNorway expelled two Swedish diplomats.", "2023-12-20") == [
            ("expelled", date(2023, 12, 20), "occurred")
        ]


ENTRIES = """Key dates

1992: Norway recognises Chad on 2 January.

* 2011, 3 May. Norway expels two Chadian envoys. Later, in June, Chad closed its embassy. Norway sends a protest.
"""


def test_the_year_of_an_entry_dates_its_days() -> None:
    """Days without a year in an entry are of its year; what follows goes on from the last of them."""
    assert told(ENTRIES, "2023-12-20")[:3] == [
        ("recognises", date(1992, 1, 2), "occurred"),
        ("expels", date(2011, 5, 3), "occurred"),
        ("closed", date(2011, 6, 1), "occurred"),
    ]


@pytest.mark.parametrize(
    ("years", "days"),
    [("2011 to 1992", Interval(None, None)), ("1992 to 2011", Interval(date(1992, 1, 1), date(2011, 12, 31)))],
)
def test_years_that_run_backwards_head_no_passage(years: str, days: Interval) -> None:
    text = f"{years}\n\nNorway expels two Swedish diplomats.\n\n2012\n\nSweden closes its embassy.\n"
    given = Dct(value="2023-12-20", not_before="2023-12-20", not_after="2023-12-20", confidence=1, evidence="given")
    events = analyse(Article(id="a", dct=given, blocks=blocks(text), text=text)).events
    (expelled,) = [event for event in events if event.trigger == "expels"]
    assert expelled.time.interval == days
