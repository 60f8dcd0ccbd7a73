"""How much an event matters."""

from __future__ import annotations

from typing import Any

import pytest
from story.stories import OATH, ODAL, PACT, VOTE, happened, party, story
from timelines import mention, within

from timeline.models import MergedEvent, Timeline
from timeline.options import Choice
from timeline.story import signs, told
from timeline.story.table import table

DAY = within("2030-03-03")
WON = "Mila Odal won the election in Sund on Sunday."
AGAIN = "Odal, who won the election of 3 March, smiled."


def importance(*events: MergedEvent) -> list[float]:
    """The importance of each of the events, which are told by the three articles of the story."""
    timeline = Timeline(title="t", articles=(VOTE, OATH, PACT), events=events)
    return [event.importance for event in told(timeline, Choice()).events]


def won(kind: str = "ELECTION", **fields: Any) -> MergedEvent:
    """The victory as one article tells it."""
    report = mention(VOTE, WON, "won", DAY, timex=("Sunday", "2030-03-03"), features=("main-clause", "lead"), **fields)
    return happened("won", kind, DAY, report, actors=[ODAL])


def test_it_lies_between_nought_and_one_and_orders_a_story() -> None:
    by_id = {event.id: event.importance for event in told(story(), Choice()).events}
    assert all(0 < value < 1 for value in by_id.values())
    assert max(by_id, key=lambda name: by_id[name]) == "election"
    assert min(by_id, key=lambda name: by_id[name]) == "ferries"
    assert by_id["oath"] > by_id["envoy"]


def test_what_many_articles_tell_and_still_tell_later_matters_more() -> None:
    later = mention(PACT, AGAIN, "won", DAY, timex=("3 March", "2030-03-03"))
    often = won().model_copy(update={"mentions": (*won().mentions, later)})
    assert importance(often)[0] > importance(won())[0]


def test_a_day_that_many_articles_name_lifts_its_events() -> None:
    alone = within("2030-03-04")
    other = won().model_copy(update={"time": alone})
    assert importance(won())[0] > importance(other)[0]


@pytest.mark.parametrize(
    ("more", "less"),
    [
        (won(), won(status="hypothetical")),
        (won(), won(status="negated")),
        (won(), won("STATEMENT")),
        (won(), won().model_copy(update={"actors": (party("voters"),)})),
        (won(), happened("won", "ELECTION", DAY, mention(VOTE, WON, "won", DAY, features=("news-of-the-day",)))),
    ],
)  # fmt: skip
def test_ordered_by_truth(more: MergedEvent, less: MergedEvent) -> None:
    assert importance(more)[0] > importance(less)[0]


def test_what_a_reader_added_keeps_its_own() -> None:
    added = happened("added", "CONSULT", "2030-03-03").model_copy(update={"importance": 1.0, "corrected": ("added",)})
    assert importance(added) == [1.0]


def test_every_sign_says_what_it_is() -> None:
    rows = table("signs")
    assert list(rows) == ["always", *signs.SIGNS]
    assert all(row["says"].endswith(".") for row in rows.values())
