"""The seed article from end to end: what a careful reader would put on a timeline, each exactly once."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from timeline import reasons
from timeline.edtf import Interval, parse
from timeline.events.headline.cut import LIMIT
from timeline.models import MergedEvent, Rank, Timeline
from timeline.pipeline import build

SEED = Path(__file__).parent.parent / "seeds" / "000_d91dd0a1a8c28e4e.txt"
TOLD = {"occurred"}
TO_COME = {"scheduled", "pledged"}
ARTICLE = "2024-11-07"


class Row(NamedTuple):
    """``who``: names or codes that must be among the parties; ``triggers``: words that must be among the mentions."""

    what: str
    type: str
    who: set[str]
    when: str
    status: set[str]
    mode: str | None = None
    triggers: frozenset[str] = frozenset()


ROWS = [
    Row("Abe goes to Trump Tower", "CONSULT", {"Abe", "Trump"}, "2016-11-09/2016-12-31", TOLD),
    Row("Trump and Abe build a rapport", "COOPERATE", {"Abe", "Trump"}, "2017-01-20/2021-01-20", TOLD),
    Row("Ishiba becomes prime minister", "APPOINTMENT", {"Ishiba"}, "2024-10-01", TOLD),
    Row("Japan's general election", "ELECTION", {"JPN"}, "2024-10", TOLD),
    Row("Trump is elected", "ELECTION", {"Trump"}, f"../{ARTICLE}", TOLD),
    Row(
        "phone talks",
        "CONSULT",
        {"Ishiba", "Trump"},
        ARTICLE,
        TOLD,
        mode="phone",
        triggers=frozenset({"talks", "conversation"}),
    ),
    Row("agreement to meet", "AGREE", {"Ishiba"}, ARTICLE, TOLD),
    Row("congratulations", "SUPPORT", {"Ishiba", "Trump"}, ARTICLE, TOLD),
    Row(
        "the meeting to come",
        "CONSULT",
        {"Ishiba", "Trump"},
        f"{ARTICLE}/..",
        TO_COME,
        triggers=frozenset({"meet", "meeting"}),
    ),
    Row("re-election expected", "APPOINTMENT", {"Ishiba"}, f"{ARTICLE}/..", TO_COME),
    Row(
        "defence spending not discussed",
        "CONSULT",
        {"Ishiba", "Trump"},
        ARTICLE,
        {"negated"},
        triggers=frozenset({"discuss"}),
    ),
]


@cache
def timeline() -> Timeline:
    return build(SEED)


def fits(event: MergedEvent, row: Row) -> bool:
    parties = [*event.actors, *event.recipients]
    names = " ".join(f"{party.name or party.text} {party.code}" for party in parties)
    kind = event.type == row.type and event.status in row.status
    return (
        kind and all(name in names for name in row.who) and event.mode in (row.mode, event.mode if not row.mode else "")
    )


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.what)
def test_row(row: Row) -> None:
    """Exactly one event on the timeline is the one a reader would put there, on its own date."""
    found = [event for event in timeline().events if fits(event, row) and event.edtf == row.when]
    assert len(found) == 1, [(e.title, e.type, e.status, e.edtf, e.actors) for e in timeline().events]
    words = {mention.trigger for mention in found[0].mentions}
    assert words >= row.triggers
    placed = Interval(found[0].time.begin.not_before, found[0].time.end.not_after)
    assert placed == parse(row.when)


def test_its_day_is_inferred() -> None:
    """No file states it: terms of office, the vote before and the vote to come leave five days, the weekday one."""
    (article,) = timeline().articles
    dct = article.dct
    assert (dct.value, str(dct.not_before), str(dct.not_after)) == (ARTICLE, "2024-11-07", "2024-11-11")
    assert 0.5 < dct.confidence < 1
    assert dct.evidence.startswith("inferred, between 7 and 11 November 2024: ")
    (thursday,) = (timex for timex in article.timexes if timex.text == "Thursday")
    assert thursday.edtf == ARTICLE
    assert {claim.rank for claim in article.claims} == {Rank.CONTENT}


def test_title_and_reporter_are_the_text_own() -> None:
    (article,) = timeline().articles
    assert article.title == "PM Ishiba agrees during phone talks with Trump to meet soon"
    assert article.source == "Kyodo"


def test_mentions_of_one_event_stand_together() -> None:
    """The talks and the coming meeting are each told three times or more, and stand once."""
    talks = [event for event in timeline().events if event.type == "CONSULT" and event.mode == "phone"]
    assert len([event for event in talks if event.status == "occurred"]) == 1
    to_come = [event for event in timeline().events if event.type == "CONSULT" and event.status in TO_COME]
    assert len(to_come) == 1
    assert len(to_come[0].mentions) >= 3


def test_furniture_tells_nothing() -> None:
    """No event comes from the caption, the photo credit or the navigation."""
    (article,) = timeline().articles
    left_out = [block for block in article.blocks if block.kind == "furniture"]
    assert len(left_out) == 3
    for event in (*timeline().events, *timeline().undated):
        for mention in event.mentions:
            assert not any(block.start <= mention.start < block.end for block in left_out)


def test_every_event_is_explained() -> None:
    """Each event has a title, a reason for each mention, and a text that shows its evidence."""
    for event in (*timeline().events, *timeline().undated):
        assert event.title.strip()
        assert len(event.title) <= LIMIT
        assert all(mention.reason for mention in event.mentions)
        text = reasons.explain(timeline(), event.id)
        assert all(f">>{mention.trigger}<<" in text for mention in event.mentions)


def test_building_twice_is_the_same() -> None:
    """The same input gives the same timeline to the byte."""
    assert build(SEED).model_dump_json() == timeline().model_dump_json()
