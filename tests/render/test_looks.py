"""What a reader must see at every size of the screen: nothing covered, cut off or left blank."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from tabs import mark_at, points
from timelines import article, event, many, mention, small, staged, within

from timeline.models import Timeline
from timeline.render import page

pytestmark = pytest.mark.browser
Visit = Callable[..., Any]
SIZES = {1920: 1080, 1366: 768, 1024: 768, 768: 1024, 390: 844}


def spring() -> Timeline:
    """Events from the middle of a month on: the first date bears the year and stands close to the next."""
    text = "Envoys meet\n\nThe envoys met again."
    paper = article("paper", text, "2025-11-02", source="Paper")
    days = ["2025-03-06", "2025-03-10", "2025-04-01", "2025-05-19", "2025-07-04", "2025-09-22", "2025-10-31"]
    report = "The envoys met again."
    events = tuple(
        event(f"e{n}", f"Envoys meet for the {n}th time", "CONSULT", day, mention(paper, report, "met", day))
        for n, day in enumerate(map(within, days))
    )
    return Timeline(title="Envoys", articles=(paper,), events=events)


@pytest.mark.parametrize("width", SIZES)
@pytest.mark.parametrize("locale", ["en-GB", "ja-JP"])
def test_no_date_of_the_axis_covers_another(drawn: Visit, width: int, locale: str) -> None:
    tab = drawn(page(spring()), "view=timeline", viewport={"width": width, "height": SIZES[width]}, locale=locale)
    boxes = tab.evaluate(
        """() => [...document.querySelectorAll("#axis span")].filter((node) => node.style.visibility !== "hidden")
        .map((node) => node.getBoundingClientRect()).map((box) => [box.left, box.right])"""
    )
    assert len(boxes) >= 2
    assert all(left[1] <= right[0] + 1 for left, right in pairwise(boxes)), boxes


def test_no_date_of_the_axis_is_cut_off(drawn: Visit) -> None:
    """The last one is whole or not there."""
    tab = drawn(page(staged()), viewport={"width": 1366, "height": 768})
    ends = tab.evaluate(
        """() => { const right = (one) => one.getBoundingClientRect().right, axis = document.querySelector('#axis');
        const seen = [...axis.children].filter((one) => one.style.visibility === 'visible');
        return seen.map((one) => right(one) - right(axis)); }"""
    )
    assert len(ends) > 4 and max(ends) <= 0


def test_the_strip_of_all_dates_is_drawn_when_a_phone_turns_to_the_figure(visit: Visit) -> None:
    tab = visit(page(many(100)), viewport={"width": 390, "height": 844})
    assert not tab.locator("#overview").is_visible()
    tab.locator('.tabs [data-view="timeline"]').click()
    tab.wait_for_function("() => document.querySelectorAll('#overview-axis span').length")
    painted = tab.evaluate(
        """() => { const canvas = document.querySelector("#overview-canvas");
        return canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data.some((part) => part); }"""
    )
    assert painted


@pytest.mark.parametrize("width", [1920, 1366])
def test_all_columns_of_the_table_are_in_sight(visit: Visit, width: int) -> None:
    tab = visit(page(small()), viewport={"width": width, "height": SIZES[width]})
    tab.locator('.tabs [data-view="table"]').click()
    assert tab.locator(".table-scroll").evaluate("(box) => box.scrollWidth <= box.clientWidth")


def test_a_long_title_is_whole_on_a_low_screen(visit: Visit) -> None:
    title = "Premier Haas agrees by phone with president-elect Odal to meet soon and to talk of fisheries"
    tab = visit(page(small().model_copy(update={"title": title})), viewport={"width": 1366, "height": 768})
    assert tab.locator("h1").evaluate("(box) => box.scrollHeight <= box.clientHeight")


@pytest.mark.parametrize("width", SIZES)
def test_no_date_in_the_list_is_cut_off(visit: Visit, width: int) -> None:
    tab = visit(page(small()), "view=list", viewport={"width": width, "height": SIZES[width]})
    tab.locator("#rows .row").first.wait_for()
    cut = tab.evaluate(
        """() => [...document.querySelectorAll("#rows .row-when")].filter((node) =>
        node.getBoundingClientRect().height > node.closest(".row").getBoundingClientRect().height)
        .map((node) => node.textContent)"""
    )
    assert cut == []


def test_events_without_a_date_are_named_once_the_page_has_arrived(visit: Visit) -> None:
    timeline = many(3000)
    without = small().undated[1]
    lasting = without.model_copy(
        update={"mentions": tuple(m.model_copy(update={"article": timeline.articles[0].id}) for m in without.mentions)}
    )
    tab = visit(page(timeline.model_copy(update={"undated": (lasting,)})))
    tab.wait_for_load_state("load")
    assert "Pact on fisheries signed" in tab.locator("#tray").inner_text()


def test_lanes_by_country_are_offered_only_where_countries_are_known(visit: Visit) -> None:
    tab = visit(page(small()))
    assert tab.locator("#lanes option").all_inner_texts() == ["by type", "by actor", "by actor pair", "by source"]


@pytest.mark.parametrize("width", SIZES)
@pytest.mark.parametrize("locale", ["en-GB", "ja-JP"])
def test_what_the_search_box_says_is_whole(visit: Visit, width: int, locale: str) -> None:
    tab = visit(page(small()), viewport={"width": width, "height": SIZES[width]}, locale=locale)
    room, words = tab.evaluate(
        """() => { const box = document.querySelector("#query"), style = getComputedStyle(box);
        const paint = document.createElement("canvas").getContext("2d");
        paint.font = style.font;
        return [box.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight),
                paint.measureText(box.placeholder).width]; }"""
    )
    assert 20 < words <= room


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01"])
def test_the_first_and_the_last_day_that_can_be_written_are_drawn_whole(drawn: Visit, day: str) -> None:
    """Among all dates and alone, the whole mark lies in the figure, whose axis goes no further."""
    base = small()
    report = base.events[0].mentions[0]
    edge = (event("edge", "An end of time", "CONSULT", within(day), report),)
    edge += (event("open", "Since then", "AGREE", within(day, None) if day > "1" else within(None, day), report),)
    for events in ((*base.events, *edge), edge):
        html = page(base.model_copy(update={"events": events}))
        for days in ("dates=all", f"from={day[:4]}-12-20&to={day}" if day > "1" else f"from={day}&to=0001-02-01"):
            tab = drawn(html, f"{days}&e=edge")
            marks = tab.evaluate(
                """() => { const { marks, view, scale } = App.figure.laid;
                return marks.filter(({ i }) => ["edge", "open"].includes(App.store.event(i).id))
                  .map(({ from, to }) => [(from - view[0]) * scale, (view[1] - to) * scale]); }"""
            )
            assert len(marks) == 2
            assert all(left > -0.1 and right > -0.1 for left, right in marks), marks
            place = mark_at(tab, tab.evaluate("() => App.state.choice.i"))
            assert any(abs(x - place["x"]) + abs(y - place["y"]) < 4 for x, y in points(tab))
        assert tab.locator("#later" if day > "1" else "#earlier").is_hidden()


@pytest.mark.parametrize("width", [1920, 1024, 768])
@pytest.mark.parametrize("lanes", ["type", "actor"])
def test_no_name_of_a_lane_is_broken_inside_a_word(drawn: Visit, width: int, lanes: str) -> None:
    """Also of lanes with thousands of events, whose number needs room."""
    tab = drawn(page(many(3000)), f"lanes={lanes}", viewport={"width": width, "height": SIZES[width]})
    words = tab.evaluate(
        """() => [...document.querySelectorAll(".lane-name bdi")].flatMap(({ firstChild: text }) =>
        [...text.data.matchAll(/\\S+/g)].map((found) => { const range = document.createRange();
          range.setStart(text, found.index); range.setEnd(text, found.index + found[0].length);
          return [found[0], new Set([...range.getClientRects()].map((box) => box.top)).size]; }))"""
    )
    assert len(words) > 5
    assert [word for word, lines in words if lines != 1] == []


@pytest.mark.parametrize("width", [width for width in SIZES if width > 390])
def test_the_buttons_that_move_the_window_are_square(visit: Visit, width: int) -> None:
    tab = visit(page(small()), viewport={"width": width, "height": SIZES[width]})
    boxes = [button.bounding_box() for button in tab.locator(".zooms .square").all()]
    assert len(boxes) == 4
    assert all(abs(box["width"] - box["height"]) <= 2 for box in boxes), boxes


def test_the_panel_can_be_closed_from_its_first_line_on_a_phone(visit: Visit) -> None:
    """Also where the kind of the event has badges beside it."""
    base = small()
    (told, *_) = base.events
    minor = told.model_copy(update={"id": "m", "type": "CONSULT", "status": "scheduled"})
    tab = visit(
        page(base.model_copy(update={"minor": (minor,)})),
        "minor=1&e=m",
        viewport={"width": 390, "height": 844},
        has_touch=True,
        is_mobile=True,
    )
    assert tab.locator("#details .badge").all_inner_texts() == ["scheduled", "minor"]
    tops = [button.bounding_box()["y"] for button in tab.locator("#details .details-top button").all()]
    assert len(tops) == 4 and len(set(tops)) == 1
