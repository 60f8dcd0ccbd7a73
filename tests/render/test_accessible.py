"""WCAG 2.2 A and AA by axe-core, in every state that the page can be brought into."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from timelines import hostile, many, small

from timeline.models import Timeline
from timeline.render import page

pytestmark = pytest.mark.browser
Visit = Callable[..., Any]

OPTIONS = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "rules": {"target-size": {"enabled": True}},  # off unless asked for
}
DESK, PHONE = (1400, 900), (390, 844)
ZOOMED, SMALL = (700, 450), (320, 640)  # the desktop at 200 %, and what reflow must cope with


def faults(tab: Any) -> list[str]:
    """Rule and element of each violation; what an open menu lies over is out of reach until it is closed again."""
    found = Axe().run(tab, options=OPTIONS).response["violations"]
    told = [f"{fault['id']}: {node['target']} {node['failureSummary']}" for fault in found for node in fault["nodes"]]
    menu = tab.locator("details.menu[open]").count() > 0
    told = [one for one in told if not (menu and "partially obscured" in one)]
    wide = tab.evaluate("() => document.documentElement.scrollWidth - innerWidth")
    return [*told, f"wider than the screen by {wide}"] if wide > 0 else told


def states(tab: Any) -> Iterator[str]:
    """Bring the page into one state after the other."""

    def button(name: str) -> None:
        tab.get_by_role("button", name=name, exact=True).first.click()

    def view(name: str) -> None:
        tab.locator(f'.tabs [data-view="{name}"]').click()

    def menu(place: str) -> None:
        tab.locator(f"{place} > summary").click()

    yield "start"
    for name in ("timeline", "list", "table"):
        view(name)
        yield name
    view("list")
    for place in ("#export-menu", "#corrections-menu", *(f"#facets details:nth-child({n})" for n in (1, 3, 6))):
        menu(place)
        yield place
        tab.keyboard.press("Escape")
    button("Help")
    yield "help"
    tab.keyboard.press("Escape")
    tab.locator(".row-line").nth(6).click()
    yield "details"
    for form in ("Correct this event", "Same as another event"):
        button(form)
        yield form
        button("Cancel")
    button("Correct this event")
    tab.get_by_label("Title").fill("Otherwise")
    tab.get_by_label("Date", exact=True).fill("sometime")
    button("Keep")
    yield "a wrong date"
    tab.get_by_label("Date", exact=True).fill("2024-11")
    button("Keep")
    yield "corrected"
    button("Open the whole article")
    yield "article"
    tab.keyboard.press("Escape")
    tab.keyboard.press("Escape")
    menu("#corrections-menu")
    yield "a list of corrections"
    button("Add an event")
    yield "a new event"
    button("Cancel")
    tab.locator("#query").fill("nothing like it")
    tab.locator("#none").wait_for()
    yield "nothing found"


@pytest.mark.parametrize(
    ("screen", "scheme"),
    [(DESK, "light"), (DESK, "dark"), (ZOOMED, "light"), (PHONE, "light"), (PHONE, "dark"), (SMALL, "light")],
)
def test_no_state_has_a_violation(drawn: Visit, screen: tuple[int, int], scheme: str) -> None:
    """Views, menus, forms, sheets and dialogs; light and dark; wide and narrow, without sideways scrolling."""
    viewport = {"width": screen[0], "height": screen[1]}
    tab = drawn(page(small()), "view=timeline&unlikely=1", viewport=viewport, color_scheme=scheme)
    wrong = {state: found for state in states(tab) if (found := faults(tab))}
    assert wrong == {}


@pytest.mark.parametrize("lanes", ["type", "actor", "pair", "source"])
def test_counts_and_lanes_have_no_violation(drawn: Visit, lanes: str) -> None:
    """Where single events do not fit, in every kind of lanes, with a bin's events in the panel."""
    tab = drawn(page(many(1200)), f"lanes={lanes}")
    assert faults(tab) == []
    tab.evaluate("() => App.figure.laid.profiles.length && document.querySelector('#lanes-more').click()")
    assert faults(tab) == []


def test_odd_timelines_have_no_violation(visit: Visit) -> None:
    """No events, hostile text, no scripts, another language."""
    for timeline, options in (
        (Timeline(title="Nothing", articles=(), events=()), {}),
        (hostile(), {}),
        (small(), {"locale": "ja-JP"}),
        (small(), {"forced_colors": "active"}),
    ):
        assert faults(visit(page(timeline), **options)) == []
