"""Reading in a real Chromium: by keyboard, on a phone, in another language, and in the article itself."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from tabs import size
from timelines import hostile, many, small, within

from timeline.models import Timeline
from timeline.render import page

pytestmark = pytest.mark.browser
Visit = Callable[..., Any]
FIRST = date(1950, 1, 1)


@pytest.mark.parametrize("count", [14, 1200])
def test_every_event_can_be_opened_by_keyboard(drawn: Visit, count: int) -> None:
    """From the first to the last with the arrow keys, and to any row of the list."""
    html = page(small() if count == 14 else many(count))
    tab = drawn(html, "unlikely=1")
    tab.locator("#plot").focus()
    seen = set()
    steps = min(count, 60)
    tab.keyboard.press("Home")
    for _ in range(steps):
        seen.add(tab.evaluate("() => App.state.event"))
        tab.keyboard.press("ArrowRight")
    assert len(seen) == steps
    tab.locator(".row-line").first.focus()
    tab.keyboard.press("End")
    tab.keyboard.press("Enter")
    tab.locator(".row-line[aria-current]").wait_for()
    assert tab.locator(".row:has([aria-current])").get_attribute("aria-posinset") == str(count)
    tab.keyboard.press("Escape")
    assert tab.evaluate("() => App.state.event") is None


def test_each_of_100_000_events_can_be_opened(drawn: Visit) -> None:
    """By mouse from the list, by keyboard from the search and in the figure, and by a link."""
    count, base = 100_000, small()
    one = base.events[3]
    day = [within(str(FIRST + timedelta(days=k))) for k in range(count // 4 + 1)]
    events = tuple(
        one.model_copy(update={"id": f"e{k:06}", "title": f"Appointment no{k}", "time": day[k // 4]})
        for k in range(count)
    )
    tab = drawn(page(Timeline(title="All", articles=base.articles, events=events)), f"e=e{count // 3:06}")
    opened = "() => App.state.event"
    tab.locator("#details h2", has_text=f"no{count // 3}").wait_for()
    all_of_them = (
        "() => new Set(Filter.inPeriod(App.store.columns, new Uint8Array(App.store.columns.n).fill(1), null)).size"
    )
    assert (size(tab), tab.evaluate(all_of_them)) == (count, count)
    row = tab.locator(".row").first.bounding_box()["height"]
    chance = random.Random(1)
    for place in (0, 1, count - 1, *chance.sample(range(count), 30)):
        tab.evaluate("(top) => { document.querySelector('#scroll').scrollTop = top; }", place * row)
        tab.locator(f'.row[aria-posinset="{place + 1}"] button').click()
        assert tab.evaluate(opened) == f"e{place:06}"
        assert tab.locator("#details h2").inner_text() == f"Appointment no{place}"
    tab.locator("#plot").focus()
    tab.keyboard.press("End")
    tab.keyboard.press("ArrowLeft")
    assert tab.evaluate(opened) == f"e{count - 2:06}"
    for place in chance.sample(range(10_000, count), 4):
        tab.keyboard.press("/")
        tab.locator("#query").fill(f"no{place}")
        tab.locator(".row-line", has_text=f"no{place}").focus()
        tab.keyboard.press("Enter")
        assert tab.evaluate(opened) == f"e{place:06}"


def test_phone(visit: Visit) -> None:
    """The list comes first, nothing is wider than the screen, details rise from below."""
    tab = visit(page(small()), viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    assert tab.locator('.tabs [data-view="list"]').get_attribute("aria-pressed") == "true"
    assert tab.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    tab.locator(".row-line").first.tap()
    box = tab.locator("#details").bounding_box()
    assert box is not None and box["y"] + box["height"] == 844 and box["width"] == 390
    tab.locator("#details").get_by_role("button", name="Close").tap()
    for menu in ("#export-menu", "#corrections-menu", "#facets details:last-child"):
        tab.locator(f"{menu} > summary").tap()
        box = tab.locator(f"{menu} .menu-body").bounding_box()
        assert box is not None and (box["x"], box["width"]) == (0, 390), menu
        tab.keyboard.press("Escape")


def test_the_interface_speaks_japanese(visit: Visit) -> None:
    """By the reader's browser, or by choice; dates are written as the language does."""
    tab = visit(page(small()), locale="ja-JP")
    assert tab.locator("#query").get_attribute("placeholder") == "題名・文・当事者を検索…"
    tab.locator(".row-line", has_text="Haas becomes premier").click()
    assert "2024年10月1日" in tab.locator(".when-words").inner_text()
    tab.locator("#language").select_option("en")
    assert tab.locator(".when-words").inner_text() == "Tuesday, 1 October 2024"


def test_the_whole_article_shows_events_and_expressions(visit: Visit) -> None:
    """Both ways: from the event to its words, and from the words to the event."""
    tab = visit(page(small()))
    tab.locator(".row-line", has_text="Haas becomes premier").click()
    tab.get_by_role("button", name="Open the whole article").click()
    article = tab.locator("#article")
    assert article.locator(".here").inner_text() == "became"
    article.locator(".mark.timex", has_text="last month").click()
    assert "October 2024" in article.locator(".article-note").inner_text()
    article.locator(".mark.trigger", has_text="congratulated").click()
    assert not article.is_visible()
    assert tab.locator("#details h2").inner_text() == "Haas congratulates Odal"


@pytest.mark.parametrize("width", [320, 700, 1400])
def test_nothing_is_wider_than_the_screen(visit: Visit, width: int) -> None:
    """320 pixels, as at 400 % zoom of a common screen, need no sideways scrolling."""
    tab = visit(page(hostile()), viewport={"width": width, "height": 700})
    for view in ("timeline", "list", "table"):
        tab.locator(f'.tabs [data-view="{view}"]').click()
        assert tab.evaluate("() => document.documentElement.scrollWidth <= innerWidth"), view
