"""What is written of all that was read."""

from __future__ import annotations

from typing import Any

import pytest
from story.stories import ODAL, happened, story
from timelines import within

from timeline.errors import OptionError
from timeline.options import Choice
from timeline.story import check, told


def chosen(**asked: Any) -> list[str]:
    return [event.id for event in told(story(), Choice(**asked)).events]


def test_nothing_asked_leaves_all() -> None:
    timeline = told(story(), Choice())
    assert [event.id for event in timeline.events] == [event.id for event in story().events]
    assert timeline.articles == story().articles


@pytest.mark.parametrize(
    ("asked", "events"),
    [
        ({"actors": ("Arne Vik",)}, ["call", "envoy", "pact"]),
        ({"actors": ("Mila Odal",)}, ["election", "call", "oath", "pact"]),
        ({"actors": ("Arne Vik", "Mila Odal")}, ["election", "call", "oath", "envoy", "pact"]),
        ({"between": ("Arne Vik", "Mila Odal")}, ["call", "pact"]),
        ({"between": ("Mila Odal", "Mila Odal")}, []),
        ({"types": ("consult", "AGREE")}, ["call", "envoy", "pact"]),
        ({"from_": "2030-04"}, ["oath", "envoy", "pact", "ferries"]),
        ({"to": "2030-04"}, ["election", "call", "oath", "envoy"]),
        ({"from_": "2030-04-02", "to": "2030-04-02"}, ["oath", "envoy"]),
        ({"about": "fishery pacts"}, ["pact"]),
        ({"about": "of elections"}, ["election", "oath"]),
        ({"about": "pact", "actors": ("Arne Vik",), "types": ("CONSULT",)}, []),
    ],
)
def test_what_is_asked(asked: dict[str, Any], events: list[str]) -> None:
    assert chosen(**asked) == events


def test_only_articles_that_tell_what_is_chosen_are_kept() -> None:
    assert [article.id for article in told(story(), Choice(types=("AGREE",))).articles] == ["pact"]


def test_an_open_stretch_lies_where_its_known_end_does() -> None:
    before = happened("before", "ASSAULT", within(None, "2030-03-01"), actors=[ODAL])
    timeline = story().model_copy(update={"events": (before,)})
    assert [e.id for e in told(timeline, Choice(from_="2030-02")).events] == ["before"]
    assert told(timeline, Choice(from_="2030-03-02")).events == ()
    assert told(timeline, Choice(to="2030-02")).events == ()


@pytest.mark.parametrize(
    ("asked", "problem"),
    [
        ({"types": ("QUARREL",)}, "'QUARREL' is no type of event; choose among AGREE, CONSULT"),
        ({"from_": "spring"}, "--from spring: 'spring' is no EDTF date"),
        ({"to": "2030-02-30"}, "--to 2030-02-30: .* is no day of the calendar"),
        ({"from_": "2031", "to": "2030"}, "--from 2031 lies after --to 2030"),
        ({"about": "..."}, "names no word"),
    ],
)
def test_what_cannot_be_asked_is_told_before_reading(asked: dict[str, Any], problem: str) -> None:
    with pytest.raises(OptionError, match=problem):
        check(Choice(**asked))
