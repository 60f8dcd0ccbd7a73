"""The figure in a real Chromium: marks, counts, and moving in time by mouse, key and finger."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from tabs import mark_at, points, size
from timelines import article, event, many, mention, small, within

from timeline.render import page

pytestmark = pytest.mark.browser
Visit = Callable[..., Any]


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


@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/New_York"])
def test_the_figure_keeps_to_its_days_wherever_its_reader_is(drawn: Visit, zone: str) -> None:
    """Dragged or not, across the end of summer time, marks are drawn where ring, dates and clicks take them to be."""
    tab = drawn(page(small()), "from=2024-10-28&to=2024-11-12&e=a08", timezone_id=zone)
    chosen = tab.evaluate("() => App.state.choice.i")

    def is_drawn() -> bool:
        place = mark_at(tab, chosen)
        return any(abs(x - place["x"]) + abs(y - place["y"]) < 4 for x, y in points(tab))

    assert is_drawn()
    box = tab.locator("#plot").bounding_box()
    middle, low = box["x"] + box["width"] / 2, box["y"] + box["height"] - 4
    before = tab.evaluate("() => App.state.window")
    tab.mouse.move(middle, low)
    tab.mouse.down()
    tab.mouse.move(middle - 60, low, steps=4)
    tab.mouse.up()
    tab.wait_for_timeout(500)
    after = tab.evaluate("() => App.state.window")
    days = 60 / box["width"] * (before[1] - before[0])
    assert [new - old for old, new in zip(before, after, strict=True)] == pytest.approx([days, days], abs=0.05)
    assert is_drawn()


def test_only_disputed_days_are_drawn_beside_a_mark(drawn: Visit) -> None:
    """Where numbers are disputed the sign stands alone."""
    day = within("2024-05-07")
    reports = []
    for name, number in (("a", 12), ("b", 14)):
        paper = article(name, f"Karst seizes ships\n\nKarst seized {number} ships.\n", "2024-05-09")
        reports.append((paper, mention(paper, f"Karst seized {number} ships.", "seized", day)))
    late = reports[1][1].model_copy(update={"time": within("2024-05-09")})
    seized = event("e", "Karst seizes ships", "COERCE", day, reports[0][1], late)
    base = small()
    made = base.model_copy(
        update={"articles": (*base.articles, *(paper for paper, _ in reports)), "events": (*base.events, seized)}
    )
    tab = drawn(page(made), "dates=all")
    signs = tab.evaluate(
        """() => Object.fromEntries(App.figure.laid.marks.filter((mark) => mark.clash)
        .map(({ i, clash }) => [App.store.event(i).id, clash.length]))"""
    )
    assert signs == {"a07": 2, "e": 0}


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


def test_wheel_and_drag_move_the_period_and_the_page_still_scrolls(drawn: Visit) -> None:
    """The wheel zooms when the figure was chosen, a drag pans, the list follows."""
    tab = drawn(page(many(300)))
    box = tab.locator("#plot").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + 60
    tab.mouse.move(x, y)
    tab.mouse.wheel(0, -400)
    tab.wait_for_timeout(300)
    assert tab.evaluate("() => App.state.period") is None
    tab.locator("#plot").focus()
    tab.mouse.wheel(0, -400)
    tab.wait_for_function("() => App.state.period !== null")
    before = tab.evaluate("() => App.state.period[0]")
    tab.mouse.down()
    tab.mouse.move(x + 150, y, steps=5)
    tab.mouse.up()
    tab.wait_for_function("(was) => App.state.period[0] < was - 1", arg=before)
    tab.locator("#zoom-all").click()
    assert tab.evaluate("() => App.state.period") is None


def test_brush_by_mouse_and_by_key(visit: Visit) -> None:
    """A drag over the overview chooses a period; its ends move by the arrow keys."""
    tab = visit(page(many(300)))
    box = tab.locator("#overview-canvas").bounding_box()
    tab.mouse.move(box["x"] + 200, box["y"] + 20)
    tab.mouse.down()
    tab.mouse.move(box["x"] + 400, box["y"] + 20, steps=5)
    tab.mouse.up()
    tab.wait_for_function("() => App.state.period !== null")
    first = tab.evaluate("() => App.state.period")
    tab.locator("#brush-start").focus()
    tab.keyboard.press("ArrowRight")
    assert tab.evaluate("() => App.state.period[0]") > first[0]
    assert tab.locator("#brush-start").get_attribute("aria-valuetext")


def test_a_finger_pans_the_figure(drawn: Visit) -> None:
    """Touch moves the period sideways; up and down is left to the page."""
    tab = drawn(
        page(many(300)),
        "view=timeline&from=2000-01-01&to=2010-01-01",
        viewport={"width": 390, "height": 844},
        has_touch=True,
        is_mobile=True,
    )
    tab.locator("#plot").scroll_into_view_if_needed()
    box = tab.locator("#plot").bounding_box()
    session = tab.context.new_cdp_session(tab)
    y = box["y"] + 40

    def touch(kind: str, x: float) -> None:
        points = [] if kind == "touchEnd" else [{"x": x, "y": y}]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    before = tab.evaluate("() => App.state.period[0]")
    touch("touchStart", box["x"] + 60)
    for step in range(1, 8):
        touch("touchMove", box["x"] + 60 + 20 * step)
    touch("touchEnd", 0)
    tab.wait_for_function("(was) => App.state.period[0] < was - 30", arg=before)


def test_thousands_of_events_on_one_day(drawn: Visit) -> None:
    """They are counted, and the count lists them, some hundreds at a time."""
    tab = drawn(page(many(7400, crowd=7200)), "from=2020-02-29&to=2020-02-29&unlikely=1")
    assert size(tab) >= 5000
    tab.locator("#plot").focus()
    box = tab.locator("#plot").bounding_box()
    lane = tab.evaluate("() => App.figure.laid.profiles[0].lane")
    height = tab.evaluate(
        "() => parseFloat(getComputedStyle(document.querySelector('#plot')).getPropertyValue('--lane'))"
    )
    tab.mouse.click(box["x"] + box["width"] / 2, box["y"] + (lane + 0.7) * height)
    events = tab.locator("#details .group li")
    counted = int(tab.locator("#details h2").inner_text().split(": ")[1].split(" ")[0].replace(",", ""))
    assert counted > 500 and events.count() == 500
    tab.locator("#details > .plain").click()
    assert events.count() == min(counted, 1000)
    tab.locator("#details .group button").last.click()
    assert tab.locator("#details .when-words").inner_text()
