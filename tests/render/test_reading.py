"""Reading in a real Chromium: by keyboard, on a phone, in another language, and in the article itself."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from tabs import size
from timelines import hostile, many, small, with_minor, within

from timeline.models import LeftOut, Party, Timeline
from timeline.render import columns, page, when

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
    for fold in tab.locator(".fold").all():
        fold.tap()
    for menu in ("#export-menu", "#corrections-menu", "#facets details:last-child"):
        tab.locator(f"{menu} > summary").tap()
        box = tab.locator(f"{menu} .menu-body").bounding_box()
        assert box is not None and (box["x"], box["width"]) == (0, 390), menu
        tab.keyboard.press("Escape")


FOREIGN = """() => {
  const english = (text) => /[A-Za-z]{3}/.test(text) && !/[\\u3040-\\u30ff\\u4e00-\\u9fff]/.test(text);
  const found = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walk.nextNode()); )
    if (!node.parentElement.closest("script, style, noscript, kbd, [lang=en]")) found.push(node.textContent);
  const names = ["aria-label", "title", "placeholder", "alt", "aria-roledescription", "aria-valuetext"];
  for (const name of names)
    found.push(...Array.from(document.querySelectorAll(`[${name}]`), (node) => node.getAttribute(name)));
  return found.filter(english);
}"""
NAMED = {"JSON Lines", "TimelineJS JSON", "Markdown"}  # what has no other name


def test_no_english_is_left_in_a_japanese_page(drawn: Visit) -> None:
    """But what the articles say, and the builder's own sentences, which say that they are English."""
    timeline = with_minor()
    holder = Party(text="Obama", start=0, end=5, name="Barack Obama", code="USA")
    first = timeline.events[0].model_copy(update={"actors": (holder,), "mode": "visit", "context": ("military",)})
    parts = {"events": (first, *timeline.events[1:]), "left_out": (LeftOut(name="scan.pdf", reason="holds no text"),)}
    timeline = timeline.model_copy(update=parts)
    data = timeline.model_dump_json() + json.dumps(columns.pack(timeline).meta)
    tab = drawn(page(timeline), "lang=ja&view=timeline&unlikely=1&minor=1&bands=1&dates=all")
    say = when.messages("ja")
    left: dict[str, str] = {}

    def look(state: str) -> None:
        for text in tab.evaluate(FOREIGN):
            words = [part for part in re.split(r" – |, |…|\n| \(|\)|≠ ", text.strip()) if part and part not in data]
            if words and text not in NAMED:
                left.setdefault(text, state)

    def button(key: str) -> None:
        tab.get_by_role("button", name=say[key], exact=True).first.click()

    for lanes in ("country", "dyad", "actor", "pair", "source", "type"):
        tab.locator("#lanes").select_option(lanes)
        look(lanes)
    for menu in tab.locator("details.menu > summary").all():
        menu.click()
        look(menu.inner_text())
        tab.keyboard.press("Escape")
    button("help.label")
    look("help")
    tab.keyboard.press("Escape")
    for view in ("table", "list"):
        tab.locator(f'.tabs [data-view="{view}"]').click()
        look(view)
    for row in tab.locator(".row-line").all():
        row.click()
        look(row.inner_text())
    for form in ("edit.merge", "edit.open"):
        button(form)
        look(form)
        if form == "edit.merge":
            button("edit.cancel")
    tab.get_by_label(say["edit.title"], exact=True).fill("改題")
    tab.get_by_label(say["edit.date"], exact=True).fill("2024-11-99")
    button("edit.save")
    look("a wrong date")
    tab.get_by_label(say["edit.date"], exact=True).fill("2024-11")
    button("edit.save")
    tab.locator("#corrections-menu > summary").click()
    look("corrections")
    tab.keyboard.press("Escape")
    button("details.whole")
    look("article")
    tab.keyboard.press("Escape")
    tab.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
    look("print")
    assert left == {}


def test_the_interface_speaks_japanese(visit: Visit) -> None:
    """By the reader's browser, or by choice; dates are written as the language does."""
    tab = visit(page(small()), locale="ja-JP")
    assert tab.locator("#query").get_attribute("placeholder") == "全文を検索"
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
