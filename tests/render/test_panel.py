"""The panel: what a reader wants to know of an event, in the order in which it is asked."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from timelines import article, event, mention, small, within

from timeline.models import Conflict, Timeline
from timeline.render import page

pytestmark = pytest.mark.browser
Visit = Callable[..., Any]
LAPTOP = {"viewport": {"width": 1366, "height": 768}}
WIRE = "Envoys of Karst and Sund met in Orsk on Tuesday and talked for three hours about the ferry, their hosts said."
OTHER = "Two delegations sat down on 7 May in the harbour town of Orsk; nobody would say what had been agreed there."


def reported() -> Timeline:
    """Talks that three articles tell, of which one copies another."""
    day = within("2024-05-07")
    papers = [
        article(name, f"{title}\n\n{text}\n", date, source=source)
        for name, title, text, date, source in (
            ("z", "Envoys meet in Orsk", WIRE, "2024-05-08", "Karst Wire"),
            ("a", "Envoys meet", f"{WIRE} More to follow.", "2024-05-09", "Sund Herald"),
            ("m", "Talks in Orsk", OTHER, "2024-05-10", "Northern Post"),
        )
    ]
    reports = [
        mention(
            paper,
            OTHER if paper.id == "m" else WIRE,
            word,
            day,
            timex=(when, "2024-05-07"),
            reason=f"by {paper.id}",
            copy_of="z" if paper.id == "a" else None,
        )
        for paper, word, when in zip(papers, ("met", "met", "sat"), ("Tuesday", "Tuesday", "7 May"), strict=True)
    ]
    talks = event("e", "Envoys meet", "CONSULT", day, *reports, actors=("Karst", "Sund"), sources=2)
    return Timeline(title="Talks", articles=tuple(papers), events=(talks,))


def test_title_date_reason_parties_and_evidence_follow_one_another_on_a_laptop(drawn: Visit) -> None:
    """All of them in sight, the reason beside its date."""
    tab = drawn(page(small()), "e=a07", **LAPTOP)
    panel = tab.locator("#details")
    places = [
        panel.locator(place).first.bounding_box()
        for place in ("h2", ".when-words", ".why", ".facts", ".evidence-title", "blockquote .said")
    ]
    assert all(box["y"] + box["height"] <= 768 for box in places)
    assert all(one["y"] < other["y"] for one, other in pairwise(places))
    assert panel.locator(".why").inner_text() == "Why this date: 'Thursday', seen from Thursday 7 November 2024"
    assert places[2]["y"] - (places[1]["y"] + places[1]["height"]) < 10


def test_the_reason_of_the_only_report_is_told_once(visit: Visit) -> None:
    tab = visit(page(small()), "e=a04")
    reason = "'Oct. 1', the last one before Thursday 7 November 2024"
    assert tab.locator("#details").inner_text().count(reason) == 1


def test_no_reason_stands_beside_a_date_that_the_reader_gave(visit: Visit) -> None:
    """The reason is that of the date before."""
    tab = visit(page(small()), "e=a04")
    tab.get_by_role("button", name="Correct this event").click()
    tab.get_by_label("Date", exact=True).fill("2024-10-03")
    tab.get_by_role("button", name="Keep").click()
    tab.locator("#details", has_text="3 October 2024").wait_for()
    assert tab.locator("#details .why").count() == 0
    assert tab.locator("#details .reason").count() == 1


def test_all_sources_of_an_event_are_listed_and_copies_are_called_so(visit: Visit) -> None:
    """What counts as a source is said in words, and the list waits to be asked for."""
    tab = visit(page(reported()), "e=e", **LAPTOP)
    fold = tab.locator("#details .sources")
    assert fold.locator("summary").inner_text() == "2 independent sources; 1 of 3 articles is a copy"
    assert fold.bounding_box()["height"] < 30
    fold.locator("summary").click()
    fold.locator("li").nth(2).wait_for()
    assert [line.split("\n") for line in fold.locator("li").all_inner_texts()] == [
        ["Envoys meet in Orsk · Karst Wire · 8 May 2024"],
        ["Envoys meet · Sund Herald · 9 May 2024", "a copy of Karst Wire"],
        ["Talks in Orsk · Northern Post · 10 May 2024"],
    ]
    fold.get_by_role("button", name="Talks in Orsk").click()
    assert OTHER in tab.locator("#article").inner_text()


def test_sources_that_all_stand_for_themselves(visit: Visit) -> None:
    """One article needs no list."""
    tab = visit(page(small()), "e=a07")
    assert tab.locator(".sources summary").inner_text() == "2 independent sources, not copies of one another"
    tab.locator(".row-line", has_text="Haas becomes premier").click()
    assert "1 mention, 1 source" in tab.locator(".evidence-title").inner_text()
    assert tab.locator(".sources").count() == 0


def test_what_only_differs_stands_after_the_evidence(visit: Visit) -> None:
    """And disputes before it."""
    timeline = reported()
    (talks,) = timeline.events
    first, *others = talks.mentions
    later = others[-1].model_copy(update={"time": within("2024-05-08"), "timex": None})
    clash = Conflict(field="time", values=("2024-05-07", "2024-05-08"), mentions=((0, 1), (2,)))
    changed = talks.model_copy(update={"mentions": (first, *others[:-1], later), "conflicts": (clash,)})
    tab = visit(page(timeline.model_copy(update={"events": (changed,)})), "e=e")
    differing = tab.locator("#details .differing")
    assert differing.locator("li").all_inner_texts() == ["7 May 2024 · 2 mentions", "8 May 2024 · 1 mention"]
    assert differing.bounding_box()["y"] > tab.locator(".reports").bounding_box()["y"]
    assert tab.locator("#details .conflict, .badge.clash").count() == 0
    tab = visit(page(small()), "e=a07")
    assert tab.locator("#details .conflict").bounding_box()["y"] < tab.locator(".evidence-title").bounding_box()["y"]


def test_reports_put_together_by_a_reader_disagree_where_their_sentences_name_other_days(visit: Visit) -> None:
    """As they will when the timeline is built with the correction."""
    timeline = reported()
    (talks,) = timeline.events
    one, _, other = talks.mentions
    later = other.model_copy(update={"time": within("2024-05-09")})
    events = [
        talks.model_copy(update={"id": "e", "mentions": (one,)}),
        talks.model_copy(update={"id": "f", "title": "Envoys talk", "mentions": (later,), "time": later.time}),
        talks.model_copy(
            update={"id": "g", "title": "They sit", "mentions": (later.model_copy(update={"timex": None}),)}
        ),
    ]
    for number, count in ((1, 1), (2, 0)):
        told = timeline.model_copy(update={"events": (events[0], events[number])})
        tab = visit(page(told), "e=e")
        tab.get_by_role("button", name="Same as another event").click()
        tab.locator("form.edit select").select_option(index=0)
        tab.get_by_role("button", name="Keep").click()
        tab.locator(".report").nth(1).wait_for()
        assert (tab.locator(".conflict").count(), tab.locator(".badge.clash").count()) == (count, count)
        assert tab.locator(".conflict, .differing").count() == 1
