"""Taking the timeline away, in a real Chromium: files, images and print."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from timelines import hostile, many, small

from timeline.render import page

pytestmark = pytest.mark.browser
Visit = Callable[..., Any]


def test_hostile_text_is_escaped_in_exports(visit: Visit) -> None:
    """No formula in the CSV, no element in the TimelineJS file."""
    tab = visit(page(hostile()), accept_downloads=True)
    texts = {}
    for form in ("csv", "timelinejs"):
        tab.locator("#export-menu summary").click()
        with tab.expect_download() as download:
            tab.locator(f'[data-export="{form}"]').click()
        texts[form] = Path(download.value.path()).read_text(encoding="utf-8-sig")
    assert next(csv.DictReader(io.StringIO(texts["csv"])))["title"] == "'=1+1"
    assert "<img" not in texts["timelinejs"] and "<svg" not in texts["timelinejs"]


def test_the_figure_can_be_taken_as_an_image(drawn: Visit) -> None:
    """PNG and SVG, with the names of the lanes."""
    tab = drawn(page(small()), accept_downloads=True)
    for form, begin in (("svg", b"<svg"), ("png", b"\x89PNG")):
        tab.locator("#export-menu summary").click()
        with tab.expect_download() as download:
            tab.locator(f'[data-export="{form}"]').click()
        content = Path(download.value.path()).read_bytes()
        assert content.startswith(begin)
        assert form == "png" or b"Talks and visits" in content


def test_print_shows_the_figure_and_the_whole_table(drawn: Visit) -> None:
    """Figure in view, in the width and colours of paper, then every filtered event with its sources; no controls."""
    tab = drawn(page(many(300)), "unlikely=1", color_scheme="dark", viewport={"width": 1900, "height": 900})
    tab.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
    assert tab.locator("#figure .main-svg").first.bounding_box()["width"] < 700
    assert tab.evaluate("() => getComputedStyle(document.documentElement).getPropertyValue('--q-none')") == "#5b6672"
    tab.emulate_media(media="print")
    assert tab.locator("#table-panel tbody tr").count() == 300
    assert tab.locator("#table-panel tbody tr").last.is_visible()
    assert tab.locator("#figure .main-svg").first.is_visible()
    for part in ("#bar", "#list-panel", "#details", ".head-tools"):
        assert not tab.locator(part).is_visible()
    tab.evaluate("() => window.dispatchEvent(new Event('afterprint'))")
    tab.emulate_media(media="screen")
    assert tab.locator("#figure .main-svg").first.bounding_box()["width"] > 900
