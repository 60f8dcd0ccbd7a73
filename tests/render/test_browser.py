"""The page in a real Chromium, opened from disk."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from timelines import BAD, hostile, many, small

from timeline.models import Timeline
from timeline.render import page

pytestmark = pytest.mark.browser
Visit = Callable[..., Any]


def titles(tab: Any) -> list[str]:
    """Titles of the rows in the document."""
    return [text for text in tab.locator("#rows .row-title").all_inner_texts()]


def size(tab: Any) -> int:
    """How many events the list has, of which only those on the screen are in the document."""
    return int(tab.locator("#rows .row").first.get_attribute("aria-setsize"))


def mark_at(tab: Any, number: int) -> dict[str, float]:
    """Pixels of the middle of an event's mark."""
    found: dict[str, float] = tab.evaluate(
        """(i) => { const plot = document.querySelector('#plot'), box = plot.getBoundingClientRect();
        const gd = document.querySelector('#figure'), range = gd._fullLayout.xaxis.range.map((r) => Figure.readDay(r));
        const mark = App.figure.laid.marks.find((m) => m.i === i), lanes = gd._fullLayout.yaxis.range[0];
        return { x: box.left + (((mark.from + mark.to) / 2 - range[0]) / (range[1] - range[0])) * gd._fullLayout.width,
                 y: box.top + (mark.y / lanes) * (gd._fullLayout.height - gd._fullLayout.margin.b) }; }""",
        number,
    )
    return found


def test_list_without_scripts(visit: Visit) -> None:
    """Every event can be read with its evidence, the doubtful ones apart."""
    tab = visit(page(small()), java_script_enabled=False)
    assert tab.locator(".row").count() == 14
    row = tab.locator(".row", has_text="General election in Velmora")
    assert not row.locator("blockquote").is_visible()
    row.locator("summary").click()
    assert row.locator("mark.timex").inner_text() == "last month"
    assert row.locator("mark.trigger").inner_text() == "general election"
    assert "'last month', seen from Thursday 7 November 2024" in row.inner_text()
    assert not tab.locator("#bar").is_visible()
    doubtful = tab.locator("details.unlikely")
    assert not doubtful.locator(".row").first.is_visible()
    doubtful.locator("summary").first.click()
    assert "Higher ferry dues discussed" in doubtful.inner_text()


def test_list_works_before_the_figure(visit: Visit) -> None:
    """Nothing waits for Plotly: with a library that never starts, search and details work."""
    tab = visit(page(small(), plotlyjs="window.Plotly = { newPlot: () => new Promise(() => {}) };"))
    tab.locator(".row-line", has_text="Haas becomes premier").click()
    assert tab.locator("#details h2").inner_text() == "Haas becomes premier"
    tab.locator("#query").fill("congratulated")
    tab.locator("#shown", has_text="1 of 14").wait_for()
    assert titles(tab) == ["Haas congratulates Odal"]


def test_negated_and_hypothetical_are_hidden_until_asked(visit: Visit) -> None:
    """And the wish stands in the address."""
    tab = visit(page(small()))
    assert "Higher ferry dues discussed" not in titles(tab)
    assert size(tab) == 12
    tab.locator("#unlikely").click()
    assert "Higher ferry dues discussed" in titles(tab)
    assert size(tab) == 14
    tab.wait_for_url("**unlikely=1**")


def test_a_click_on_a_mark_opens_its_details(drawn: Visit) -> None:
    """Sentence, trigger, expression, interval and reason in words."""
    tab = drawn(page(small()))
    place = mark_at(tab, 4)
    tab.mouse.click(place["x"], place["y"])
    details = tab.locator("#details")
    assert details.locator("h2").inner_text() == "General election in Velmora"
    assert details.locator(".when-words").inner_text() == "Some time in October 2024"
    assert details.locator("blockquote mark.timex").inner_text() == "last month"
    assert details.locator("blockquote mark.trigger").inner_text() == "general election"
    assert "'last month', seen from Thursday 7 November 2024" in details.inner_text()
    assert "Article of 7 Nov 2024" in details.inner_text()
    assert "sidecar file" in details.inner_text()
    assert tab.locator(".row-line[aria-current]").inner_text().startswith("Oct 2024")


def test_every_way_of_knowing_a_date_is_drawn_differently(drawn: Visit) -> None:
    """Points, bars, soft bars and arrows are different marks; planned ones have no fill."""
    tab = drawn(page(small()))
    shapes = tab.evaluate("() => document.querySelector('#figure').data.map((t) => [t.type, t.mode || '', t.x.length])")
    assert ["bar", ""] in [shape[:2] for shape in shapes]
    assert tab.locator("#figure .barlayer path").count() > 8
    symbols = tab.evaluate(
        "() => document.querySelector('#figure').data.find((t) => t.mode === 'markers').marker.symbol"
    )
    assert {"circle", "hexagon", "triangle-left", "triangle-right-open", "circle-open-dot", "line-ns-open"} <= set(
        symbols
    )


def test_the_figure_offers_nothing_that_sends_data(drawn: Visit) -> None:
    """No mode bar, no logo, no cloud."""
    tab = drawn(page(small()))
    assert tab.locator(".modebar-btn").count() == 0
    assert not tab.evaluate("() => document.querySelector('#figure')._context.showSendToCloud")


def test_filters_combine_and_can_be_cleared(visit: Visit) -> None:
    """Type and actor; the counts follow."""
    tab = visit(page(small()))
    tab.locator("#facets summary", has_text="Type").click()
    tab.locator(".choice", has_text="Talks and visits").locator("input").check()
    assert size(tab) == 4
    tab.locator("#facets summary", has_text="Actor").click()
    tab.locator(".choice", has_text="Arne Vik").locator("input").check()
    assert titles(tab) == ["Vik travels to Taveen to meet Odal"]
    tab.keyboard.press("Escape")
    tab.locator("#clear").click()
    assert size(tab) == 12


def test_search_finds_sentences_and_folds_accents(visit: Visit) -> None:
    """All words must stand, anywhere in the event's reports; quotes keep words together."""
    tab = visit(page(small()))
    for query, count in (
        ("TELEPHONE friday", 1),
        ("haas odal", 6),
        ('"Harbour House"', 1),
        ("hárbour", 1),
        ("nosuchword", 0),
    ):
        tab.locator("#query").fill(query)
        tab.locator("#shown", has_text=f"{count} of 14").wait_for()
    assert tab.locator("#none").is_visible()
    tab.locator("#none button").click()
    assert size(tab) == 12


def test_a_link_opens_the_same_view(visit: Visit) -> None:
    """Event, period, lanes, filters and query stand in the address."""
    tab = visit(page(small()), "e=a10&from=2024-11-01&to=2024-11-30&lanes=actor&type=CONSULT&q=ferry&view=list")
    tab.locator("#details h2", has_text="Higher ferry dues discussed").wait_for()
    assert tab.locator("#query").input_value() == "ferry"
    assert tab.locator('.tabs [data-view="list"]').get_attribute("aria-pressed") == "true"
    assert tab.locator("#lanes").input_value() == "actor"


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


def test_hostile_text_is_shown_as_text(drawn: Visit) -> None:
    """No element, no script, no request; long words break; also without the policy."""
    html = page(hostile())
    bare = html.replace('http-equiv="Content-Security-Policy"', 'name="none"')
    assert bare != html
    for text in (html, bare):
        tab = drawn(text)
        for number in range(3):
            tab.locator(".row-line").nth(number).click()
            assert tab.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
        tab.locator(".row-line", has_text="<img").click()
        assert tab.locator("#details h2").inner_text() == BAD
        tab.get_by_role("button", name="Open the whole article").click()
        assert BAD in tab.locator("#article").inner_text()
        assert tab.evaluate("() => window.__pwned") is None
        assert tab.locator("img, iframe, [onerror], [onload], a[href^=javascript]").count() == 0


def test_phone(visit: Visit) -> None:
    """The list comes first, nothing is wider than the screen, details rise from below."""
    tab = visit(page(small()), viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    assert tab.locator('.tabs [data-view="list"]').get_attribute("aria-pressed") == "true"
    assert tab.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    tab.locator(".row-line").first.tap()
    box = tab.locator("#details").bounding_box()
    assert box is not None and box["y"] + box["height"] == 844 and box["width"] == 390


def test_no_events(visit: Visit) -> None:
    """A page that says why and what to do."""
    tab = visit(page(Timeline(title="Nothing", articles=(), events=())))
    assert "No diplomatic event was found" in tab.locator("main").inner_text()


def test_without_decompression_the_list_says_what_the_figure_needs(chromium: Any, tmp_path: Any) -> None:
    """An old browser still lists and shows everything."""
    tab = chromium.new_page(viewport={"width": 1400, "height": 900})
    tab.add_init_script("delete window.DecompressionStream")
    (tmp_path / "page.html").write_text(page(small()), encoding="utf-8")
    tab.goto((tmp_path / "page.html").as_uri())
    assert "DecompressionStream" in tab.locator("#figure-note").inner_text()
    tab.locator(".row-line").first.click()
    assert tab.locator("#details h2").inner_text() == "Vik travels to Taveen to meet Odal"
    tab.close()


def test_the_interface_speaks_japanese(visit: Visit) -> None:
    """By the reader's browser, or by choice; dates are written as the language does."""
    tab = visit(page(small()), locale="ja-JP")
    assert tab.locator("#query").get_attribute("placeholder") == "題名・文・当事者を検索…"
    tab.locator(".row-line", has_text="Haas becomes premier").click()
    assert "2024年10月1日" in tab.locator(".when-words").inner_text()
    tab.locator("#language").select_option("en")
    assert tab.locator(".when-words").inner_text() == "Tuesday, October 1, 2024"


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
