"""Tags: words of an event's note with # before them, which the page shows, finds and filters by."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from tabs import titles
from timelines import small

from timeline.render import page
from timeline.render.columns import tags_of

pytestmark = pytest.mark.browser
Visit = Callable[..., Any]


def keep_note(tab: Any, row: str, note: str) -> None:
    """Write a note about an event."""
    tab.locator(".row-line", has_text=row).click()
    tab.get_by_role("button", name="Correct this event").click()
    tab.get_by_label("Note").fill(note)
    tab.get_by_role("button", name="Keep").click()


def test_a_tag_is_shown_found_and_filtered_by(visit: Visit) -> None:
    tab = visit(page(small()))
    assert tab.locator("#facets summary", has_text="Tag").count() == 0
    keep_note(tab, "General election", "#Check with Orsk, #fisheries")
    keep_note(tab, "Haas becomes premier", "see #check")
    row = tab.locator("#rows .row", has_text="General election")
    assert row.locator(".tag").all_inner_texts() == ["#check", "#fisheries"]
    tab.locator("#facets summary", has_text="Tag").click()
    tab.get_by_label("#check").check()
    assert titles(tab) == ["Haas becomes premier", "General election in Velmora"]
    tab.get_by_label("#check").uncheck()
    tab.keyboard.press("Escape")
    tab.locator("#query").fill("#fisheries orsk")
    tab.wait_for_function("() => document.querySelectorAll('#rows .row').length === 1")
    assert titles(tab) == ["General election in Velmora"]


def test_a_build_keeps_the_tags(visit: Visit) -> None:
    timeline = small()
    events = tuple(
        event.model_copy(update={"note": "#check", "corrected": ("note",)}) if event.id == "a05" else event
        for event in timeline.events
    )
    tab = visit(page(timeline.model_copy(update={"events": events})), "tag=%23check")
    tab.wait_for_function("() => document.querySelectorAll('#rows .row').length === 1")
    assert titles(tab) == ["General election in Velmora"]


@pytest.mark.parametrize("note", ["#a #A-b,#c_1", "x#y &#39; https://a.example/#top ##no", "#漁業・#Été", "# none"])
def test_page_and_build_read_the_same_tags(visit: Visit, note: str) -> None:
    tab = visit(page(small()))
    assert tab.evaluate("(note) => Tags.of(note)", note) == tags_of(note)
