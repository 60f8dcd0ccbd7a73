"""WCAG 2.2 A and AA by axe-core, in every state that the page can be brought into."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from tabs import states
from timelines import hostile, many, small, with_minor

from timeline.models import LeftOut, Party, Timeline
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


@pytest.mark.parametrize(
    ("screen", "scheme"),
    [(DESK, "light"), (DESK, "dark"), (ZOOMED, "light"), (PHONE, "light"), (PHONE, "dark"), (SMALL, "light")],
)
def test_no_state_has_a_violation(drawn: Visit, screen: tuple[int, int], scheme: str) -> None:
    """Views, menus, forms, sheets and dialogs; light and dark; wide and narrow, without sideways scrolling."""
    viewport = {"width": screen[0], "height": screen[1]}
    tab = drawn(page(with_minor()), "view=timeline&unlikely=1&minor=1", viewport=viewport, color_scheme=scheme)
    wrong = {state: found for state in states(tab) if (found := faults(tab))}
    assert wrong == {}


@pytest.mark.parametrize("lanes", ["type", "actor", "pair", "source"])
def test_counts_and_lanes_have_no_violation(drawn: Visit, lanes: str) -> None:
    """Where single events do not fit, in every kind of lanes, with a bin's events in the panel."""
    tab = drawn(page(many(1200)), f"lanes={lanes}")
    assert faults(tab) == []
    tab.evaluate("() => App.figure.laid.profiles.length && document.querySelector('#lanes-more').click()")
    assert faults(tab) == []


@pytest.mark.parametrize(("screen", "scheme"), [(DESK, "light"), (DESK, "dark"), (SMALL, "light")])
def test_terms_tags_and_lacks_have_no_violation(drawn: Visit, screen: tuple[int, int], scheme: str) -> None:
    """Bands behind the figure, tags in the list, and the open list of what the articles did not give."""
    timeline = small()
    holder = Party(text="Obama", start=0, end=5, name="Barack Obama", code="USA")
    first = timeline.events[0].model_copy(update={"actors": (holder,), "note": "#check"})
    told = {"events": (first, *timeline.events[1:]), "left_out": (LeftOut(name="scan.pdf", reason="holds no text"),)}
    tab = drawn(
        page(timeline.model_copy(update=told)),
        "view=timeline&bands=1&dates=all",
        viewport={"width": screen[0], "height": screen[1]},
        color_scheme=scheme,
    )
    assert tab.locator("#bands li", has_text="Barack Obama, president").first.is_visible()
    tab.locator(".gaps summary").click()
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
