"""Taking the timeline away, in a real Chromium: files, images and print."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from timelines import hostile, many, small, staged

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


def test_an_image_is_light_and_as_wide_as_it_is_wanted(drawn: Visit) -> None:
    """Whatever the theme and the window; a wider one has room for more titles."""
    tab = drawn(page(many(300)), "dates=all", accept_downloads=True, color_scheme="dark")
    told = []
    for width in (0, 3840):
        tab.locator("#export-menu summary").click()
        tab.locator("#image-width").select_option(str(width))
        with tab.expect_download() as download:
            tab.locator('[data-export="svg"]').click()
        told.append(Path(download.value.path()).read_text(encoding="utf-8"))
    assert all("rgb(252, 252, 250)" in image for image in told)
    assert told[1].startswith("<svg") and 'width="1920"' in told[1][:400]
    assert told[1].count("<text") > told[0].count("<text")
    tab.locator("#export-menu summary").click()
    with tab.expect_download() as download:
        tab.locator('[data-export="png"]').click()
    assert int.from_bytes(Path(download.value.path()).read_bytes()[16:20]) == 3840
    # Nothing of it stays.
    assert tab.evaluate("() => getComputedStyle(document.documentElement).getPropertyValue('--paper')") == "#14181d"


def test_print_shows_the_figure_and_the_whole_table(drawn: Visit) -> None:
    """Figure in view, in the width and colours of paper, then every filtered event with its sources; no controls."""
    tab = drawn(page(many(300)), "unlikely=1", color_scheme="dark", viewport={"width": 1900, "height": 900})
    tab.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
    assert tab.locator("#figure .main-svg").first.bounding_box()["width"] < 700
    assert tab.evaluate("() => getComputedStyle(document.documentElement).getPropertyValue('--q-none')") == "#5b6672"
    tab.emulate_media(media="print")
    assert tab.locator("#table-panel tbody tr:not(.proof)").count() == 300
    assert tab.locator("#table-panel tbody tr:not(.proof)").last.is_visible()
    assert tab.locator("#figure .main-svg").first.is_visible()
    for part in ("#bar", "#list-panel", "#details", ".head-tools"):
        assert not tab.locator(part).is_visible()
    tab.evaluate("() => window.dispatchEvent(new Event('afterprint'))")
    tab.emulate_media(media="screen")
    assert tab.locator("#figure .main-svg").first.bounding_box()["width"] > 900


def test_paper_has_what_a_reader_without_the_page_needs(drawn: Visit) -> None:
    """The sentences with source, address and reason, what came of an event, the period, and the day of printing."""
    tab = drawn(page(small()), "from=2024-10-01&to=2024-11-30")
    tab.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
    tab.emulate_media(media="print")
    head = tab.locator("#printed")
    assert head.is_visible() and "30 Nov 2024" in head.inner_text() and "printed on" in head.inner_text()
    proof = tab.locator("tr", has_text="Haas and Odal talk by phone").locator("+ tr.proof").first
    told = proof.inner_text()
    assert "spoke by telephone on Friday" in told and "Sund Agency" in told and "'Friday', seen from" in told
    assert "https://example.org/news" in proof.inner_text()
    assert ". No date of its own: the day of the call" in tab.locator("tr.proof", has_text="both shores").inner_text()
    assert not tab.locator("#sort").is_visible()
    # Which events stand before and after it between the same two.
    assert "after, between the same: from 7 Nov 2024 Meeting of Haas and Odal" in told
    assert tab.evaluate("() => getComputedStyle(document.querySelector('th .sort'), '::after').content") == "none"
    tab.evaluate("() => window.dispatchEvent(new Event('afterprint'))")
    assert tab.locator("tr.proof").count() == 0
    tab = drawn(page(staged()))
    tab.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
    told = tab.locator("tr.proof", has_text="report 1").first.text_content()
    assert "put off or called off on 20 March 2025" in told
    # Why each report is of the event.
    assert "The same event as report 1" in told
