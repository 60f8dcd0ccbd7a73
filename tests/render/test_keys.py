# ruff: noqa: E501 - scripts stand as they are
"""By keyboard in a real Chromium: where focus goes, which keys do what, and that they can be switched off."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from tabs import mark_at, size, titles
from timelines import small

from timeline.render import page

pytestmark = pytest.mark.browser
Visit = Callable[..., Any]
FOCUSED = "() => document.activeElement.id || document.activeElement.className"


def test_the_skip_link_keeps_what_is_shown(visit: Visit) -> None:
    """Search and view stay; the table is what the link leads to in the table."""
    tab = visit(page(small()))
    tab.locator("#query").fill("haas odal")
    tab.locator("#shown", has_text="6 of 14").wait_for()
    tab.locator(".skip").focus()
    tab.keyboard.press("Enter")
    assert tab.evaluate(FOCUSED) == "list-panel"
    assert (size(tab), tab.locator("#query").input_value()) == (6, "haas odal")
    tab.locator('.tabs [data-view="table"]').click()
    tab.locator(".skip").focus()
    tab.keyboard.press("Enter")
    assert tab.evaluate(FOCUSED) == "table-panel"
    assert tab.locator("#table-panel").is_visible() and tab.locator("tbody tr").count() == 6


@pytest.mark.parametrize("key", ["Enter", "ArrowDown"])
def test_from_the_search_to_the_first_hit_is_one_key(visit: Visit, key: str) -> None:
    """And Enter opens it."""
    tab = visit(page(small()))
    tab.keyboard.press("/")
    tab.keyboard.type("congratulated")
    tab.locator("#shown", has_text="1 of 14").wait_for()
    tab.keyboard.press(key)
    assert tab.evaluate(FOCUSED) == "row-line"
    tab.keyboard.press("Enter")
    assert tab.locator("#details h2").inner_text() == "Haas congratulates Odal"


def test_escape_in_the_search_leaves_the_details(visit: Visit) -> None:
    """It empties the field; one that ends the writing of a word does nothing."""
    tab = visit(page(small()), "e=a05")
    tab.locator("#details h2", has_text="General election").wait_for()
    tab.locator("#query").fill("haas")
    tab.locator("#query").press("Escape")
    assert tab.locator("#details h2").inner_text() == "General election in Velmora"
    tab.locator("#plot").focus()
    tab.evaluate(
        "() => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, isComposing: true }))"
    )
    assert tab.locator("#details h2").inner_text() == "General election in Velmora"
    tab.keyboard.press("Escape")
    assert tab.locator("#details h2").first.inner_text() != "General election in Velmora"


def test_keys_that_write_something_can_be_switched_off(visit: Visit) -> None:
    """For those who speak to their browser; the choice stays."""
    tab = visit(page(small()))
    tab.keyboard.press("?")
    tab.get_by_label("Keys that write a character").uncheck()
    tab.keyboard.press("Escape")
    tab.locator("#plot").focus()
    for key in ("/", "?", "+"):
        tab.keyboard.press(key)
    assert tab.evaluate(FOCUSED) == "plot"
    assert tab.evaluate("() => App.state.period") is None and not tab.locator("#help").is_visible()
    tab.reload()
    tab.keyboard.press("/")
    assert tab.evaluate(FOCUSED) != "query"
    tab.locator("#help-button").click()
    tab.get_by_label("Keys that write a character").check()
    tab.keyboard.press("Escape")
    tab.keyboard.press("/")
    assert tab.evaluate(FOCUSED) == "query"


def test_focus_never_falls_to_the_body(visit: Visit) -> None:
    """After keeping, undoing, redoing, splitting, and going from event to event in the panel."""
    tab = visit(page(small()))
    tab.locator(".row-line", has_text="Haas and Odal talk by phone").click()

    def press(name: str) -> None:
        button = tab.get_by_role("button", name=name, exact=True).first
        button.focus()
        tab.keyboard.press("Enter")
        assert tab.evaluate("() => document.activeElement !== document.body"), name

    press("Correct this event")
    tab.get_by_label("Title").fill("Call")
    press("Keep")
    press("This is another event")
    press("Next event")
    assert tab.evaluate("() => document.activeElement.getAttribute('aria-label')") == "Next event"
    tab.locator("#corrections-menu summary").click()
    for name in ("Undo", "Undo", "Redo", "Discard all"):
        press(name)


def test_a_click_paints_no_ring_around_the_figure(drawn: Visit) -> None:
    """The ring of the keyboard's focus is for the keyboard."""
    tab = drawn(page(small()))
    place = mark_at(tab, 4)
    tab.mouse.click(place["x"], place["y"])
    assert tab.evaluate("() => document.activeElement.id") == "plot"
    assert tab.evaluate("() => document.querySelector('#plot').matches(':focus-visible')") is False
    tab.keyboard.press("Tab")
    tab.keyboard.press("Shift+Tab")
    assert tab.evaluate("() => document.querySelector('#plot').matches(':focus-visible')") is True


def test_every_part_lies_in_a_landmark(drawn: Visit) -> None:
    """And whatever else axe-core calls good practice."""
    tab = drawn(page(small()))
    options = {"runOnly": {"type": "tag", "values": ["best-practice"]}}
    found = Axe().run(tab, options=options).response["violations"]
    assert [(fault["id"], [node["target"] for node in fault["nodes"]]) for fault in found] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_marks_can_be_told_from_the_ground(drawn: Visit, scheme: str) -> None:
    """Every mark has a part of 3 : 1 against it, as far as it reaches: also those whose day is not known, and counts."""
    tab = drawn(page(small()), color_scheme=scheme)
    least = tab.evaluate("""() => {
        const style = getComputedStyle(document.documentElement), hex = (name) => style.getPropertyValue(name).trim();
        const light = (text) => { const n = parseInt(text.slice(1), 16); return [n >> 16, (n >> 8) & 255, n & 255]; };
        const over = (rgb, alpha, ground) => rgb.map((c, k) => c * alpha + ground[k] * (1 - alpha));
        const shine = (rgb) => rgb.map((c) => c / 255).map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)).reduce((sum, c, k) => sum + c * [0.2126, 0.7152, 0.0722][k], 0);
        const ratio = (a, b) => { const [x, y] = [shine(a), shine(b)].sort((p, q) => q - p); return (x + 0.05) / (y + 0.05); };
        const ground = light(hex('--card')), quads = App.store.meta.quadNames.map((name) => light(hex('--q-' + name)));
        const bars = document.querySelector('#figure').data.find((trace) => trace.type === 'bar');
        const alone = App.figure.laid.marks.filter((m) => App.store.columns.kind[m.i] === Marks.WITHIN && Marks.WITHIN);
        const spines = alone.every((m) => bars.base.some((base, k) => Math.abs(base / 86400000 - m.from) < 0.01 && Math.abs(bars.x[k] / 86400000 - (m.to - m.from)) < 0.01 && /^#/.test(bars.marker.color[k])));
        return [spines, alone.length, Math.min(...quads.map((q) => ratio(q, ground))), Math.min(...quads.map((q) => ratio(over(q, 0.85, ground), ground)))]; }""")
    assert least[0] and least[1] >= 2
    assert least[2] >= 3 and least[3] >= 2.9


def test_titles_of_this_page_are_reached_by_arrows(visit: Visit) -> None:
    """From the first hit on, the arrows go through the list."""
    tab = visit(page(small()))
    tab.locator("#query").press("ArrowDown")
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Enter")
    assert tab.locator("#details h2").inner_text() == titles(tab)[1]
