"""What a reader knows better, applied at every build."""

from __future__ import annotations

from typing import Any

import pytest
from making import ISHIBA, TRUMP, article, at, event

from timeline.errors import TimelineError
from timeline.merge import merge
from timeline.models import Corrections, MergedEvent

FIRST = article(
    "Envoys meet in Oslo", "The envoys met in Oslo on Monday.", "They signed a pact in spring.", name="first"
)
SECOND = article("Envoys part", "The envoys conferred for an hour.", name="second", day="2024-11-09")
CODED = [
    (
        FIRST,
        (),
        (
            event(
                FIRST, "met", "CONSULT", when=at("2024-11-04/2024-11-07"), actors=(ISHIBA, TRUMP), title="Envoys meet"
            ),
            event(FIRST, "signed", "AGREE", when=at("2024-03/2024-05"), title="Pact signed"),
        ),
    ),
    (SECOND, (), (event(SECOND, "conferred", "CONSULT", when=at("2024-11-06/2024-11-09"), title="Envoys confer"),)),
]


def built(*corrections: dict[str, Any]) -> tuple[dict[str, MergedEvent], list[str]]:
    """Events by title, and what was reported."""
    wrong: list[TimelineError] = []
    given = Corrections.model_validate({"corrections": corrections})
    events, undated = merge(CODED, given, wrong.append)
    return {one.title: one for one in (*events, *undated)}, [str(problem) for problem in wrong]


PLAIN, _ = built()


def test_actors_are_replaced() -> None:
    """A name that the timeline knows keeps its code; another one stands in no text."""
    met = PLAIN["Envoys meet"]
    kept = met.actors[0]
    events, wrong = built({"event": met.id, "actors": [kept.name or kept.text, "Oslo Group"], "recipients": []})
    assert wrong == []
    now = events["Envoys meet"]
    assert (now.actors[0], now.actors[1].name, now.recipients) == (kept, "Oslo Group", ())
    assert now.corrected == ("actors", "recipients")


@pytest.mark.parametrize(("status", "plover"), [("scheduled", "AGREE"), ("pledged", "AGREE"), ("attempted", "CONSULT")])
def test_a_corrected_status_has_its_code(status: str, plover: str) -> None:
    """Planned talks are an agreement in PLOVER's eyes; talks that failed are talks."""
    events, _ = built({"event": PLAIN["Envoys meet"].id, "status": status})
    now = events["Envoys meet"]
    assert (now.type, now.status, now.plover, now.corrected) == ("CONSULT", status, plover, ("status",))


def test_two_are_merged() -> None:
    """The event named keeps id, title and type; all mentions give the days that they share."""
    met, conferred = PLAIN["Envoys meet"], PLAIN["Envoys confer"]
    events, wrong = built({"event": conferred.id, "same_as": met.id})
    assert wrong == []
    assert set(events) == {"Envoys meet", "Pact signed"}
    now = events["Envoys meet"]
    assert (now.id, now.edtf, now.corrected) == (met.id, "2024-11-06/2024-11-07", ("same_as",))
    assert [mention.trigger for mention in now.mentions] == ["met", "conferred"]


def test_a_mention_is_split_off_and_can_be_corrected_further() -> None:
    """Merged by one correction, taken out by another: the order in the file does not matter."""
    met, conferred = PLAIN["Envoys meet"], PLAIN["Envoys confer"]
    there = {"article": "second", "start": SECOND.text.index("conferred"), "end": SECOND.text.index("conferred") + 9}
    corrections: list[dict[str, Any]] = [
        {"event": "x1", "mention": there, "title": "Another talk"},
        {"event": conferred.id, "same_as": met.id},
    ]
    events, _ = built(*corrections)
    again, _ = built(*reversed(corrections))
    assert events == again
    assert (events["Another talk"].id, events["Another talk"].corrected) == ("x1", ("mention", "title"))
    assert len(events["Envoys meet"].mentions) == 1


def test_an_event_is_added() -> None:
    """It stands in its place in time, has no mentions, and says where it is from."""
    events, wrong = built(
        {"event": "x2", "added": True, "title": "Talks fail", "type": "REJECT", "date": "2024-06", "actors": ["Oslo"]}
    )
    assert wrong == []
    assert list(events) == ["Pact signed", "Talks fail", "Envoys meet", "Envoys confer"]
    added = events["Talks fail"]
    assert (added.edtf, added.quad, added.mentions) == ("2024-06", "verbal-conflict", ())
    assert "added" in added.corrected


@pytest.mark.parametrize(
    "one",
    [
        {"event": "gone", "title": "a"},
        {"event": "gone", "same_as": PLAIN["Envoys meet"].id},
        {"event": PLAIN["Envoys meet"].id, "same_as": "gone"},
        {"event": PLAIN["Envoys meet"].id, "same_as": PLAIN["Envoys meet"].id},
        {"event": "gone", "mention": {"article": "first", "start": 0, "end": 3}},
    ],
)
def test_what_is_gone_is_reported_and_changes_nothing(one: dict[str, Any]) -> None:
    """One line that names the event."""
    events, wrong = built(one)
    assert events == PLAIN
    assert len(wrong) == 1
    assert one["event"] in wrong[0]


def test_events_merged_in_a_ring_stay() -> None:
    """Each is reported, none is lost; a chain goes into its last one."""
    met, conferred, signed = (PLAIN[name].id for name in ("Envoys meet", "Envoys confer", "Pact signed"))
    events, wrong = built({"event": met, "same_as": conferred}, {"event": conferred, "same_as": met})
    assert (events, len(wrong)) == (PLAIN, 2)
    events, wrong = built({"event": signed, "same_as": conferred}, {"event": conferred, "same_as": met})
    assert (list(events), wrong) == (["Envoys meet"], [])
    assert len(events["Envoys meet"].mentions) == 3
