# ruff: noqa: E501 - scripts stand as they are
"""What a reader sees first, and where zooming leads, in a real Chromium."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from crises import LONG_AGO, crisis
from tabs import mark_at, size, titles
from timelines import event, many, small, within

from timeline.models import Timeline
from timeline.render import page

pytestmark = pytest.mark.browser
Visit = Callable[..., Any]

DENSE = """() => { const gd = document.querySelector('#figure'), range = gd._fullLayout.xaxis.range.map(Figure.readDay);
    const c = App.store.columns, days = Array.from({ length: c.n }, (_, i) => Story.middle(c, i)).sort((a, b) => a - b);
    const most = Math.floor(days.length * 0.9); let best = Infinity;
    for (let k = 0; k + most <= days.length; k++) best = Math.min(best, days[k + most - 1] - days[k]);
    return best / (range[1] - range[0]); }"""
ORPHANS = """() => { const gd = document.querySelector('#figure'), { width } = gd._fullLayout;
    const [from, to] = gd._fullLayout.xaxis.range.map(Figure.readDay), px = (day) => ((day - from) / (to - from)) * width;
    return App.figure.laid.marks.filter((m) => m.text).filter((m) => px((m.from + m.to) / 2) < -1 || px((m.from + m.to) / 2) > width + 1
      || px(m.title[0]) < -1 || px(m.title[1]) > width + 1).map((m) => m.text); }"""


def in_view(tab: Any) -> int:
    """How many events the figure says it has in its window."""
    return int(tab.evaluate("() => App.figure.laid.visible"))


def settled(tab: Any) -> None:
    """Wait until the figure has placed its titles for the window in which it stands."""
    tab.wait_for_function(
        "() => { const gd = document.querySelector('#figure'), range = gd._fullLayout.xaxis.range.map(Figure.readDay);"
        " return Math.abs(App.figure.laid.view[0] - range[0]) < 0.01 && Math.abs(App.figure.laid.view[1] - range[1]) < 0.01; }"
    )


def test_one_old_sentence_does_not_squeeze_the_story(drawn: Visit) -> None:
    """The window is the half year of the dispute; 1954 is named at its edge, and a click goes there."""
    tab = drawn(page(crisis()))
    assert tab.evaluate(DENSE) >= 0.8
    assert in_view(tab) == 28
    assert size(tab) == 29  # the list has all
    edge = tab.locator("#earlier")
    assert edge.inner_text() == "← 1 earlier event, 1954"
    assert not tab.locator("#later").is_visible()
    edge.click()
    settled(tab)
    assert titles(tab) == [LONG_AGO]
    assert tab.locator("#later").inner_text() == "28 later events, 2025 →"
    tab.locator("#zoom-all").click()
    settled(tab)
    assert (in_view(tab), tab.locator("#beside").is_visible(), tab.locator("#zoom-all").is_disabled()) == (
        29,
        False,
        True,
    )
    tab.wait_for_url("**dates=all**")


def test_a_timeline_without_a_dense_part_opens_on_all_dates(drawn: Visit) -> None:
    """Nothing is left out where leaving out gains nothing."""
    tab = drawn(page(many(300)), "unlikely=1")
    assert in_view(tab) == 300
    assert not tab.locator("#beside").is_visible()
    assert tab.evaluate(DENSE) >= 0.7


@pytest.mark.parametrize("count", [1, 2, 3])
def test_few_events_fill_the_window(drawn: Visit, count: int) -> None:
    """Also one of a single day, which has dates below it."""
    base = small()
    some = base.events[3 : 3 + count]
    tab = drawn(page(Timeline(title="Few", articles=base.articles, events=some)))
    assert in_view(tab) == count
    shown = [text for text in tab.locator("#axis span:visible").all_inner_texts() if text]
    assert len(shown) >= 2 and "2024" in shown[0]


def test_zoom_goes_to_the_events_and_never_into_emptiness(drawn: Visit) -> None:
    """By button and by key, wherever the pointer is not; all clicks of a long series show something."""
    for timeline in (crisis(), many(300)):
        tab = drawn(page(timeline))
        for _ in range(12):
            tab.locator("#zoom-in").click()
            settled(tab)
            assert in_view(tab) >= 1
            assert size(tab) >= 1
        assert not tab.locator("#none").is_visible()


def test_zoom_keeps_the_chosen_event_where_it_is(drawn: Visit) -> None:
    """The event stays under its ring, in and out."""
    tab = drawn(page(crisis()))
    tab.locator(".row-line", has_text="Velmora recalls its ambassador").click()
    number = tab.evaluate(
        "() => App.state.event && [...Array(App.store.columns.n).keys()].find((i) => App.store.id(i) === App.state.event)"
    )
    before = mark_at(tab, number)["x"]
    for _ in range(3):
        tab.locator("#zoom-in").click()
        settled(tab)
        assert mark_at(tab, number)["x"] == pytest.approx(before, abs=3)
    assert tab.locator(".ring").is_visible()


def test_zoom_by_key_is_about_the_pointer(drawn: Visit) -> None:
    """The day under the mouse stays there."""
    tab = drawn(page(many(300)))
    box = tab.locator("#plot").bounding_box()
    tab.locator("#plot").focus()
    x = box["x"] + box["width"] * 0.8
    tab.mouse.move(x, box["y"] + 20)
    under = "(x) => { const [from, to] = document.querySelector('#figure')._fullLayout.xaxis.range.map(Figure.readDay), box = document.querySelector('#plot').getBoundingClientRect(); return from + ((x - box.left) / box.width) * (to - from); }"
    before = tab.evaluate(under, x)
    tab.keyboard.press("+")
    settled(tab)
    assert tab.evaluate(under, x) == pytest.approx(before, abs=30)


def test_two_fingers_zoom_the_figure(drawn: Visit) -> None:
    """The days under the fingers stay under them."""
    tab = drawn(page(many(300)), "view=timeline&from=2000-01-01&to=2010-01-01", viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)  # fmt: skip
    tab.locator("#plot").scroll_into_view_if_needed()
    box = tab.locator("#plot").bounding_box()
    session = tab.context.new_cdp_session(tab)
    middle, y = box["x"] + box["width"] / 2, box["y"] + 40

    def touch(kind: str, apart: float) -> None:
        points = (
            []
            if kind == "touchEnd"
            else [{"x": middle + side * apart, "y": y, "id": k} for k, side in enumerate((-1, 1))]
        )
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    length = "() => App.state.period[1] - App.state.period[0]"
    before = tab.evaluate(length)
    touch("touchStart", 25)
    for step in range(1, 6):
        touch("touchMove", 25 + 10 * step)
    touch("touchEnd", 0)
    tab.wait_for_function(f"(was) => ({length})() < was / 2", arg=before)
    low, high = tab.evaluate("() => App.state.period")
    assert (low + high) / 2 == pytest.approx(
        tab.evaluate("() => (Time.fromIso('2000-01-01') + Time.fromIso('2010-01-02')) / 2"), abs=400
    )


@pytest.mark.parametrize("width", [1400, 390])
def test_no_title_without_its_mark(drawn: Visit, width: int) -> None:
    """Whatever the window: at the start, in one month, after panning, and all dates."""
    tab = drawn(page(crisis()), "view=timeline", viewport={"width": width, "height": 900})
    assert tab.evaluate("() => App.figure.laid.marks.filter((m) => m.text).length") >= 5
    for step in ("", "#zoom-in", "#pan-right", "#pan-right", "#zoom-in", "#pan-left", "#zoom-all"):
        if step:
            tab.locator(step).click()
        settled(tab)
        assert tab.evaluate(ORPHANS) == [], step


def test_no_title_stands_on_the_days_on_which_reports_disagree(drawn: Visit) -> None:
    """They reach beyond the mark, and the title stands beside them."""
    base = small()
    events = [one.model_copy(update={"time": within("2024-11-07")}) if one.conflicts else one for one in base.events]
    tab = drawn(page(base.model_copy(update={"events": tuple(events)})), "from=2024-10-20&to=2024-11-20")
    marks = tab.evaluate("() => App.figure.laid.marks.filter((m) => m.clash && m.text)")
    assert marks and all(mark["text"].startswith("≠ ") and len(mark["clash"]) > 1 for mark in marks)
    for mark in marks:
        first, last = min(mark["from"], *mark["clash"]), max(mark["to"], *mark["clash"])
        assert mark["title"][1] <= first or mark["title"][0] >= last


def test_a_title_can_be_clicked(drawn: Visit) -> None:
    """It opens its event, and the pointer shows that it would."""
    tab = drawn(page(crisis()))
    x, y = (
        tab.evaluate("""() => { const box = document.querySelector('#plot').getBoundingClientRect(), laid = App.figure.laid;
        const mark = laid.marks.find((m) => m.text && m.text.startsWith('Haas meets')), lane = parseFloat(getComputedStyle(document.querySelector('#stage')).getPropertyValue('--lane'));
        const day = (mark.title[0] + mark.title[1]) / 2;
        return [box.left + ((day - laid.view[0]) / (laid.view[1] - laid.view[0])) * box.width, box.top + mark.y * lane]; }""")
    )
    tab.mouse.move(x, y)
    tab.locator("#plot.over").wait_for()
    tab.mouse.click(x, y)
    assert tab.locator("#details h2").inner_text() == "Haas meets the president of Karst"


def test_the_important_ones_are_named_first(drawn: Visit) -> None:
    """Where not all fit, the titles are those of the most important events, also in lanes that can only be counted."""
    base = many(3000)
    chance = [((k * 7919) % 1000) / 1000 for k in range(3000)]
    events = tuple(one.model_copy(update={"importance": chance[k]}) for k, one in enumerate(base.events))
    tab = drawn(page(base.model_copy(update={"events": events})), "unlikely=1")
    named, counted = tab.evaluate("() => [App.figure.laid.marks.filter((m) => m.text).map((m) => App.store.columns.importance[m.i]), App.figure.laid.profiles.length]")  # fmt: skip
    assert counted >= 5 and len(named) >= 10
    assert min(named) > 900


def test_many_lanes_do_not_push_the_details_away(drawn: Visit) -> None:
    """Lanes scroll in their box, the dates stay below them, and a chosen event's details are on the screen."""
    tab = drawn(page(many(300)), "lanes=actor")
    tab.locator("#lanes-more").click()
    tab.locator("#lanes-more").click()
    assert tab.locator("#lane-names li").count() > 20
    assert tab.evaluate("() => document.documentElement.scrollHeight <= innerHeight + 1")
    tab.locator("#lane-scroll").evaluate("(box) => { box.scrollTop = box.scrollHeight; }")
    assert tab.locator("#axis span:visible").count() > 3
    last = tab.evaluate(
        "() => App.figure.laid.marks.filter((m) => m.lane === Math.max(...App.figure.laid.marks.map((n) => n.lane)))[0].i"
    )
    place = mark_at(tab, last)
    tab.mouse.click(place["x"], place["y"])
    box = tab.locator("#details h2").bounding_box()
    assert 0 <= box["y"] < 800


def test_the_tip_is_not_cut_off(drawn: Visit) -> None:
    """Over a mark of the lowest lane it is whole and on the screen."""
    tab = drawn(page(crisis()))
    last = tab.evaluate(
        "() => App.figure.laid.marks.filter((m) => m.lane === Math.max(...App.figure.laid.marks.map((n) => n.lane)))[0].i"
    )
    place = mark_at(tab, last)
    tab.mouse.move(place["x"], place["y"])
    tip = tab.locator("#tip")
    tip.wait_for(state="visible")
    box = tip.bounding_box()
    middle = tab.evaluate(
        "([x, y]) => document.elementsFromPoint(x, y).length > 0", [box["x"] + 5, box["y"] + box["height"] - 5]
    )
    assert middle and box["y"] + box["height"] <= 900 and box["x"] + box["width"] <= 1400
    assert tab.evaluate(
        "() => { for (let n = document.querySelector('#tip').parentElement; n; n = n.parentElement) if (getComputedStyle(n).transform !== 'none') return false; return getComputedStyle(document.querySelector('#tip')).position === 'fixed'; }"
    )
    assert tip.inner_text().count("\n") >= 2


def test_only_undated_events_show_no_dates(visit: Visit) -> None:
    """No axis of 1970, no empty lane."""
    base = small()
    bare = tuple(
        event(f"u{k}", f"Undated {k}", "CONSULT", base.undated[0].time, *base.undated[1].mentions) for k in range(3)
    )
    tab = visit(page(Timeline(title="Bare", articles=base.articles, events=(), undated=bare)))
    assert titles(tab) == ["Undated 0", "Undated 1", "Undated 2"]
    assert "1970" not in tab.locator("body").inner_text()
    assert not tab.locator("#stage").is_visible() and not tab.locator("#overview").is_visible()
