"""Odd and hostile timelines and browsers that lack something, in a real Chromium."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from tabs import mark_at, states, titles
from timelines import BAD, article, hostile, mention, small, within
from timelines import event as made

from timeline.models import Timeline
from timeline.render import page

pytestmark = pytest.mark.browser
Visit = Callable[..., Any]
LONG = "of the Federated Commonwealth of the Northern Isles and of its Dependencies beyond the Strait"


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
        assert "⟦RLO⟧gnorw" in tab.locator("#details blockquote").inner_text()
        tab.get_by_role("button", name="Open the whole article").click()
        assert BAD in tab.locator("#article").inner_text()
        tab.keyboard.press("Escape")
        for state in states(tab):
            assert tab.evaluate("() => window.__pwned") is None, state
            assert tab.locator("img, iframe, [onerror], [onload], a[href^=javascript]").count() == 0, state


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


def test_edges_of_the_calendar_and_crowds(drawn: Visit) -> None:
    """Years 1 and 9999, one-letter and 500-letter titles, 300 mentions, 200 actors."""
    base = small()
    where = base.articles[0]
    one = base.events[3].mentions[0]
    events = (
        made("y1", "a", "CONSULT", within("0001-01-01"), one),
        made("y9", "b" * 500, "CONSULT", within("9999-12-31"), one),
        made("m300", "Told 300 times", "AGREE", within("2020-02-29"), *[one] * 300),
        made(
            "p200",
            "Summit of 200",
            "AGREE",
            within("2020-03-01"),
            one,
            actors=tuple(f"State {n} {LONG}" for n in range(200)),
        ),
    )
    tab = drawn(page(Timeline(title="Edges", articles=(where,), events=events)))
    assert titles(tab) == ["a", "Told 300 times", "Summit of 200", "b" * 500]
    plot = tab.locator("#plot").bounding_box()
    for number in range(4):
        place = mark_at(tab, number)
        assert plot["x"] < place["x"] <= plot["x"] + plot["width"] + 1, number
    assert tab.locator("#figure .scatterlayer .points path").count() == 4
    tab.locator(".row-line").nth(1).click()
    assert tab.locator(".report").count() == 5
    tab.get_by_role("button", name="Show all 300 reports").click()
    assert tab.locator(".report").count() == 300
    for lanes in ("actor", "pair", "source"):
        tab.locator("#lanes").select_option(lanes)
        tab.wait_for_timeout(200)
    tab.locator("#lanes").select_option("actor")
    tab.locator("#lanes-more").click()
    assert tab.locator("#lane-names li").count() > 12
    tab.locator("#facets summary", has_text="Actor").click()
    boxes = [one.bounding_box() for one in tab.locator(".choice").all()[:30]]
    assert all(above["y"] + above["height"] <= below["y"] + 1 for above, below in pairwise(boxes))


def test_right_to_left_text_keeps_its_direction_and_turns_nothing_else(visit: Visit) -> None:
    """Titles, names and sentences are isolated; the sentence runs from the right, the page does not."""
    words = "أعلن وزير الخارجية يوم الخميس أن المحادثات بين البلدين ستستأنف."
    where = article("ar", f"محادثات\n\n{words}\n", "2024-11-07", language="ar", source="وكالة الأنباء")
    one = mention(where, words, "المحادثات", within("2024-11-07"), timex=("يوم الخميس", "2024-11-07"))
    events = (made("r1", "محادثات (2024)", "CONSULT", within("2024-11-07"), one, actors=("وزارة الخارجية", "Velmora")),)
    tab = visit(page(Timeline(title="محادثات", articles=(where,), events=events)))
    tab.locator(".row-line").click()
    assert tab.locator("#details blockquote p:dir(rtl)").count() == 1
    assert tab.locator("#details blockquote").get_attribute("lang") == "ar"
    assert tab.locator("#details h2:dir(ltr) bdi:dir(rtl)").count() == 1
    assert tab.locator(".row-title:dir(ltr) bdi:dir(rtl)").count() == 1
    name, other = (tab.locator(".facts bdi", has_text=text).bounding_box() for text in ("وزارة", "Velmora"))
    assert name["x"] + name["width"] <= other["x"]
    tab.get_by_role("button", name="Open the whole article").click()
    assert tab.locator("#article .block:dir(rtl)").count() == 2


@pytest.mark.parametrize(("wish", "moves"), [("reduce", "0s"), ("no-preference", "0.2s")])
def test_nothing_moves_for_those_who_want_it_still(visit: Visit, wish: str, moves: str) -> None:
    """The sheet of a narrow screen slides in, or is there."""
    tab = visit(page(small()), viewport={"width": 390, "height": 844}, reduced_motion=wish)
    duration = "() => getComputedStyle(document.querySelector('#details')).transitionDuration.split(',')[0]"
    assert tab.evaluate(duration) == moves
