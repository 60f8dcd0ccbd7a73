"""The entries that a journalist would write."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from story.stories import ODAL, happened, story
from timelines import within

from timeline.errors import OptionError
from timeline.models import Conflict, MergedEvent
from timeline.options import Choice
from timeline.story import told
from timeline.story.key import key


def weighed(identity: str, day: str | None, importance: float) -> MergedEvent:
    made = happened(identity, "CONSULT", within(day) if day else within("2030-01-01", None), actors=[ODAL])
    return made.model_copy(update={"importance": importance})


def test_the_most_important_one_of_each_day() -> None:
    events = [
        weighed("a", "2030-01-01", 0.9), weighed("b", "2030-01-01", 0.8),
        weighed("c", "2030-02-01", 0.2), weighed("d", None, 0.7), weighed("e", "2030-03-01", 0.3),
    ]  # fmt: skip
    assert [event.id for event in key(events, 2)] == ["a", "e"]
    assert [event.id for event in key(events, 3)] == ["a", "e", "c"]
    assert [event.id for event in key(events, 5)] == ["a", "e", "c", "b", "d"]
    assert len(key(events, 9)) == len(events)


def test_entries_do_not_pile_up_on_one_week() -> None:
    """Ten days of talks of the same weight, and one event of hardly less weight months later."""
    start = date(2030, 1, 1)
    talks = [weighed(f"t{n}", str(start + timedelta(days=n)), 0.6) for n in range(10)]
    entries = key([*talks, weighed("later", "2030-06-01", 0.55)], 4)
    days = sorted(day for event in entries if (day := event.time.interval.only_day))
    assert "later" in {event.id for event in entries}
    assert all((later - earlier).days > 2 for earlier, later in pairwise(days))


def test_the_longer_the_story_the_farther_apart_its_entries() -> None:
    """Two weeks of talks among yearly ones crowd each other out, but not where all happened within a season."""
    start = date(2030, 1, 1)
    talks = [weighed("t", str(start), 0.6), weighed("soon", str(start + timedelta(days=14)), 0.6)]
    years = [weighed(f"y{n}", f"{2031 + n}-06-01", 0.5) for n in range(9)]
    weeks = [weighed(f"w{n}", str(start + timedelta(days=21 + 7 * n)), 0.5) for n in range(9)]
    assert "soon" not in {event.id for event in key([*talks, *years], 4)}
    assert "soon" in {event.id for event in key([*talks, *weeks], 4)}


def test_a_reminder_of_long_ago_makes_no_story_longer() -> None:
    """What lies outside the days of most candidates does not push the entries of a season apart."""
    start = date(2030, 1, 1)
    weeks = [weighed(f"w{n}", str(start + timedelta(days=7 * n)), 0.6 - n / 100) for n in range(12)]
    reminders = [weighed("old", "1954-01-01", 0.595), weighed("middle", "1992-01-01", 0.5)]
    entries = {event.id for event in key([*weeks, *reminders], 3)}
    assert entries == {"w0", "old", "w1"}


def test_a_timeline_chooses_of_itself() -> None:
    assert [event.id for event in story().key(3)] == ["election", "oath", "pact"]
    assert [event.id for event in story().key(1)] == ["election"]
    assert [event.id for event in story().key(2, actor="Arne Vik")] == ["call", "pact"]
    assert [event.id for event in story().key(2, from_=date(2030, 3, 4), to="2030-05")] == ["oath", "envoy"]
    with pytest.raises(OptionError, match="'Nobody Atall' is nobody"):
        story().key(2, actor="Nobody Atall")


def test_the_line_tells_the_event_as_news() -> None:
    """Not the reminder in a subordinate clause, though it stands first; conflicts keep their mentions."""
    timeline = story()
    conflict = Conflict(field="status", values=("occurred", "ongoing"), mentions=((0, 1), (2,)))
    first = timeline.events[0].model_copy(update={"conflicts": (conflict,)})
    timeline = timeline.model_copy(update={"events": (first, *timeline.events[1:])})
    (entry,) = timeline.key(1)
    assert [mention.article for mention in entry.mentions] == ["vote", "pact", "oath"]
    assert entry.title == "Odal wins the election"
    assert entry.conflicts[0].mentions == ((0, 1), (2,))


def test_a_headline_that_a_reader_gave_stays() -> None:
    timeline = story()
    first = timeline.events[0].model_copy(update={"title": "Sund votes", "corrected": ("title",)})
    timeline = timeline.model_copy(update={"events": (first, *timeline.events[1:])})
    assert timeline.key(1)[0].title == "Sund votes"


def test_key_leaves_nothing_else() -> None:
    timeline = story()
    timeline = timeline.model_copy(update={"minor": timeline.events[-1:], "events": timeline.events[:-1]})
    entries = told(timeline, Choice(key=2))
    assert (len(entries.events), entries.minor, len(entries.articles)) == (2, (), 3)
