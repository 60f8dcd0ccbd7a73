"""The reader's story in a real Chromium: chosen events, in an order, kept, taken away and brought back."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from timelines import small

from timeline.models import Corrections
from timeline.render import page

pytestmark = pytest.mark.browser
Visit = Callable[..., Any]


def _star(tab: Any, title: str) -> None:
    tab.locator("#rows .row-line", has_text=title).click()
    tab.get_by_role("button", name="Put into my story").click()


def test_chosen_events_are_a_story_in_an_order(visit: Visit) -> None:
    """Chosen one by one, moved, shown alone in that order, kept over a reload, and taken out again."""
    tab = visit(page(small()))
    assert tab.locator('#key option[value="-1"]').is_hidden()
    for title in ("Haas becomes premier", "Envoys meet on a ship", "Haas congratulates Odal"):
        _star(tab, title)
    tab.keyboard.press("Escape")
    told = tab.locator("#details .story bdi")
    assert told.all_inner_texts() == ["Haas becomes premier", "Envoys meet on a ship", "Haas congratulates Odal"]
    tab.get_by_role("button", name="Later in the story: Haas becomes premier").click()
    tab.locator("#key").select_option("-1")
    tab.locator("#sort").select_option("story")
    order = ["Envoys meet on a ship", "Haas becomes premier", "Haas congratulates Odal"]
    assert tab.locator("#rows .row-title").all_inner_texts() == order
    tab.wait_for_url(lambda url: "key=-1" in url and "sort=story" in url)
    tab.reload()
    tab.locator("#details .story").wait_for()
    assert tab.locator("#rows .row-title").all_inner_texts() == order
    tab.get_by_role("button", name="Take out of my story: Haas becomes premier").click()
    assert tab.locator("#rows .row-title").all_inner_texts() == [order[0], order[2]]


def test_the_story_goes_with_the_corrections(visit: Visit, tmp_path: Path) -> None:
    """Into the file that a build accepts, and out of it into another browser."""
    html = page(small())
    tab = visit(html, accept_downloads=True)
    for title in ("Haas becomes premier", "Envoys meet on a ship"):
        _star(tab, title)
    tab.locator("#corrections-menu summary").click()
    with tab.expect_download() as download:
        tab.get_by_role("button", name="Save corrections.json").click()
    content = Path(download.value.path()).read_text(encoding="utf-8")
    assert Corrections.model_validate_json(content).story == ("a04", "a03")
    assert json.loads(content)["corrections"] == []
    file = tmp_path / "corrections.json"
    file.write_text(content, encoding="utf-8")
    other = visit(html)
    other.locator("#corrections-menu summary").click()
    other.locator('#corrections-menu input[type="file"]').set_input_files(str(file))
    other.locator("#details .story bdi", has_text="Envoys meet on a ship").wait_for()


def test_the_star_says_whether_an_event_is_chosen(visit: Visit) -> None:
    """By its state for screen readers, and focus stays on it."""
    tab = visit(page(small()))
    _star(tab, "Haas becomes premier")
    star = tab.locator("#details .star")
    assert star.get_attribute("aria-pressed") == "true"
    assert tab.evaluate("() => document.activeElement.classList.contains('star')")
    star.click()
    assert star.get_attribute("aria-pressed") == "false"
