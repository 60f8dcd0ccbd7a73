# ruff: noqa: E501 - a script for the browser reads better on one line
"""What would cost a reader time or trust: room for the list, lanes that tell, words without jargon, ways back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from timelines import event, many, mention, small, within

from timeline.models import Party, Timeline
from timeline.render import page

pytestmark = pytest.mark.browser
Visit = Callable[..., Any]
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1280, 720), (1400, 900)])
def test_the_list_has_room_on_a_low_screen(visit: Visit, width: int, height: int) -> None:
    """Four whole rows beside a figure with all its lanes, under a long title; the page itself does not scroll."""
    long = many(40).model_copy(
        update={"title": "Talks of the northern states on fisheries, visas and water, and what came of them"}
    )
    tab = visit(page(long), viewport={"width": width, "height": height})
    tab.locator("#stage").wait_for()
    box = tab.locator("#scroll").bounding_box()
    bottom = box["y"] + box["height"]
    rows = [row.bounding_box() for row in tab.locator(".row").all()[:8]]
    assert sum(row["y"] + row["height"] <= bottom for row in rows) >= 4
    assert tab.evaluate("() => document.documentElement.scrollHeight <= innerHeight")


def test_lanes_use_their_room_for_titles(drawn: Visit) -> None:
    """Few lanes grow, several events of one lane have titles, and a wide screen shows them longer."""
    tab = drawn(page(small()), "lanes=source")
    assert tab.locator("#lane-names li").first.bounding_box()["height"] > 92
    tab = drawn(page(small()), "lanes=actor")
    assert tab.evaluate("() => App.figure.laid.marks.filter((mark) => mark.text).length") >= 6
    tab = drawn(page(small()), viewport={"width": 2560, "height": 1300})
    assert tab.evaluate("() => Math.max(...App.figure.laid.marks.map((mark) => (mark.text || '').length))") > 36


def test_a_crowded_lane_shows_conflict_against_cooperation_on_its_own_scale(drawn: Visit) -> None:
    """Lanes by actor have the colours of the classes; the fullest bin of a quiet lane is as high as that of a loud one."""
    tab = drawn(page(many(3000)), "lanes=actor")
    fills = tab.evaluate(
        "() => [...new Set(document.querySelector('#figure').data.filter((one) => one.name === 'profile').map((one) => one.fillcolor))]"
    )
    assert len(fills) == 3
    heights = tab.evaluate(
        """() => App.figure.laid.profiles.map(({ lane, tall, counts, sides }) => {
          const ys = document.querySelector('#figure').data.filter((one) => one.name === 'profile').flatMap((one) => one.y).filter((y) => y !== null && Math.floor(y) === lane);
          return Math.round(100 * (lane + 0.94 - Math.min(...ys)) / tall);
        })"""
    )
    assert len(heights) > 3 and set(heights) == {100}


def test_lanes_are_those_of_what_is_in_the_window(drawn: Visit) -> None:
    """Of hundreds of pairs those stand in the figure that have events in the days shown."""
    tab = drawn(page(many(3000)), "lanes=pair&from=2008-06-01&to=2008-06-30")
    counts = tab.locator("#lane-names .lane-count").all_inner_texts()
    assert "0" not in counts[:4]


def test_a_period_begins_with_what_is_known_to_the_day(visit: Visit) -> None:
    """What is known only to lie in a longer stretch stands last, and the list says so and leads there."""
    tab = visit(page(many(3000)), "from=2008-06-01&to=2008-06-30")
    whens = tab.locator("#rows .row-when").all_inner_texts()
    assert whens[0][0].isdigit() and whens[-3:] == ["2008"] * 3 and "2008" not in whens[:-3]
    tell = tab.locator("#loose")
    assert "known only to lie in longer stretches" in tell.inner_text()
    tell.click()
    assert tab.evaluate("() => document.activeElement.querySelector('.row-when').textContent") == "2008"


def test_many_undated_events_leave_room_for_the_list(visit: Visit) -> None:
    base = small()
    undated = tuple(event(f"u{k}", f"Undated talks number {k}", "CONSULT", within(None, None), mention(base.articles[0], "Envoys had met on a ship between 3 and 5 May 2023.", "met", within(None, None))) for k in range(45))  # fmt: skip
    tab = visit(page(base.model_copy(update={"undated": undated})))
    assert tab.locator("#tray").bounding_box()["height"] < 100
    assert tab.locator(".row").first.bounding_box()["y"] < 840


def test_a_group_goes_when_something_else_is_looked_for(drawn: Visit) -> None:
    """And an event that the filters no longer leave says so."""
    tab = drawn(page(many(3000)))
    tab.evaluate("() => { const { lane, first, width, counts } = App.figure.laid.profiles[0]; const k = counts.findIndex((n) => n > 5); window.bin = { lane, low: Math.ceil(first + k * width), high: Math.ceil(first + (k + 1) * width) - 1 }; }")  # fmt: skip
    box = tab.locator("#plot").bounding_box()
    x, y = tab.evaluate("() => { const { view, profiles } = App.figure.laid; const day = (window.bin.low + window.bin.high) / 2; return [(day - view[0]) / (view[1] - view[0]), profiles[0].lane + 0.9]; }")  # fmt: skip
    height = tab.locator("#lane-names li").first.bounding_box()["height"]
    tab.mouse.click(box["x"] + x * box["width"], box["y"] + y * height)
    assert "events" in tab.locator("#details h2").inner_text()
    tab.locator("#query").fill("prisoners")
    tab.locator("#details", has_text="What matters most here").wait_for()
    tab.locator(".row-line").first.click()
    tab.locator("#query").fill("xyzzy")
    tab.locator("#away").wait_for()


def test_one_event_of_many_years_does_not_look_like_activity(visit: Visit) -> None:
    """Spread over its days, its part of a bar is a line, not a bar; and the strip says what its colours are."""
    base = small()
    events = (*base.events, event("long", "Some day in four years", "CONSULT", within("2019-01-01", "2022-12-31")))
    tab = visit(page(base.model_copy(update={"events": events})))
    tab.locator("#stage").wait_for()
    tall = tab.evaluate(
        """() => {
          const canvas = document.querySelector('#overview-canvas');
          const { data, width, height } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
          const column = (x) => { let n = 0; for (let y = 0; y < height; y++) if (data[4 * (y * width + x) + 3] > 0) n++; return n; };
          const all = Array.from({ length: width }, (_, x) => column(x));
          return [all.filter((n) => n > 2).length / width, Math.max(...all)];
        }"""
    )
    assert tall[0] < 0.25 and tall[1] > 20
    assert "lighter" in tab.locator("#overview").get_attribute("title")


def test_the_axis_has_dates_at_every_scale(drawn: Visit) -> None:
    """A day, eighteen days, and a screen of 1,024 pixels."""
    html = page(small())
    for days, least in (("from=2024-11-07&to=2024-11-07", 1), ("from=2024-11-01&to=2024-11-18", 3), ("", 4)):
        tab = drawn(html, days or "dates=all", viewport={"width": 1024, "height": 768})
        seen = tab.locator("#axis span").evaluate_all(
            "(all) => all.filter((tick) => tick.style.visibility === 'visible').length"
        )
        assert seen >= least, days


def test_dates_are_said_in_words(visit: Visit) -> None:
    """No sign stands for earlier, later or about, which would be read aloud as a sign."""
    tab = visit(page(many(300)), "unlikely=1", **PHONE)
    told = " ".join(tab.locator("#rows .row-when").all_inner_texts())
    assert not set("≤≥~") & set(told)


def test_no_jargon_is_left_in_the_details(visit: Visit) -> None:
    """Manners, topics, sectors and codes have words; the place of a row in a table and raw spans of days are not told."""
    base = small()
    first = base.events[0]
    reason = "dated by 'when he was president-elect', from the table: Odal: 2016-11-09/2017-01-20 [leaders.csv:10]"
    fields = {
        "mode": "third-party", "context": ("political_institutions",),
        "actors": (Party(text="Wang", start=0, end=4, name="Wang", code="CHN", sector="GOV"),),
        "mentions": (first.mentions[0].model_copy(update={"reason": reason}),),
    }  # fmt: skip
    told = base.model_copy(update={"events": (first.model_copy(update=fields), *base.events[1:])})
    tab = visit(page(told), "e=" + first.id)
    tab.locator("#details h2").wait_for()
    words = tab.locator("#details").inner_text()
    for wanted in (
        "in a third place",
        "political institutions",
        "Wang (China, government)",
        "9 Nov 2016 – 20 Jan 2017",
    ):
        assert wanted in words, wanted
    for jargon in ("third-party", "political_institutions", "CHN", "GOV", "leaders.csv", "2016-11-09/2017-01-20"):
        assert jargon not in words, jargon


@pytest.mark.parametrize("width", [1024, 390])
def test_nothing_is_clipped(drawn: Visit, width: int) -> None:
    """Arrows of open sides end in the window, the name of the lanes fits its field, and the strip cuts no date."""
    tab = drawn(page(small()), "dates=all&view=timeline&lanes=pair", viewport={"width": width, "height": 800})
    assert tab.evaluate(
        "() => App.figure.laid.marks.every(({ from, to }) => from >= App.figure.laid.view[0] && to <= App.figure.laid.view[1])"
    )
    assert tab.evaluate(
        """() => {
          const select = document.querySelector('#lanes');
          const paint = document.createElement('canvas').getContext('2d');
          paint.font = getComputedStyle(select).font;
          return paint.measureText(select.selectedOptions[0].textContent).width + 20 <= select.clientWidth;
        }"""
    )
    strip = tab.locator("#overview-axis").bounding_box()
    for tick in tab.locator("#overview-axis span").all():
        box = tick.bounding_box()
        assert box["x"] + box["width"] <= strip["x"] + strip["width"] + 1


def test_a_phone_shows_events_first_and_every_sheet_can_be_closed(visit: Visit) -> None:
    """The first event stands in the upper third, and what rises from below has a title and a button."""
    tab = visit(page(many(300)), **PHONE)
    assert tab.locator(".row").first.bounding_box()["y"] < 844 / 3
    for fold in ("Filters", "Export, corrections, language and keys"):
        button = tab.get_by_role("button", name=fold)
        assert button.get_attribute("aria-expanded") == "false"
        button.tap()
        assert button.get_attribute("aria-expanded") == "true"
    for menu, title in (
        ("#export-menu", "Export"),
        ("#corrections-menu", "Corrections"),
        ("#facets details:nth-child(3)", "Actor"),
    ):
        tab.locator(f"{menu} > summary").tap()
        top = tab.locator(f"{menu} .sheet-top")
        assert top.locator("b").inner_text() == title
        top.get_by_role("button", name="Close").tap()
        assert tab.locator(menu).get_attribute("open") is None


def test_a_phone_tells_that_the_table_goes_on(visit: Visit) -> None:
    """Its edge fades until the last column is in sight."""
    tab = visit(page(small()), "view=table", **PHONE)
    edge = "() => getComputedStyle(document.querySelector('.table-scroll')).maskImage !== 'none'"
    tab.locator("tbody tr").first.wait_for()
    assert tab.evaluate(edge)
    tab.evaluate("() => { const box = document.querySelector('.table-scroll'); box.scrollLeft = box.scrollWidth; }")
    tab.locator(".table-scroll:not(.beyond)").wait_for()


def test_back_goes_to_what_was_looked_at_before(visit: Visit) -> None:
    """Through events and filters, not through every window; and what was copied does not stay said."""
    tab = visit(page(small()))
    tab.locator(".row-line", has_text="Haas becomes premier").click()
    tab.wait_for_url(lambda url: "e=a04" in url)
    tab.locator("#zoom-in").click()
    tab.get_by_role("button", name="Next event").click()
    tab.wait_for_url(lambda url: "e=a05" in url)
    tab.go_back()
    tab.locator("#details h2", has_text="Haas becomes premier").wait_for()
    tab.go_back()
    tab.locator("#details-title").wait_for(state="detached")
    assert tab.evaluate("() => App.state.event") is None
    tab.locator(".row-line", has_text="Haas becomes premier").click()
    tab.get_by_role("button", name="Copy link").click()
    tab.get_by_role("button", name="Link copied").wait_for()
    tab.get_by_role("button", name="Copy link").wait_for(timeout=6000)


LATE = """
  let late = false;
  addEventListener("hashchange", (event) => {
    if (late) return;
    event.stopImmediatePropagation();
    late = true;
    setTimeout(() => dispatchEvent(new HashChangeEvent("hashchange")), 700);
  });
"""


def test_a_step_back_that_is_told_late_is_not_undone(visit: Visit) -> None:
    """A busy browser tells of a step back after the page would write its address: the step stands."""
    tab = visit(page(small()))
    tab.add_init_script(LATE)
    tab.reload()
    tab.locator(".row-line", has_text="Haas becomes premier").click()
    tab.wait_for_url(lambda url: "e=a04" in url)
    tab.evaluate("() => { document.getElementById('zoom-in').click(); history.back(); }")
    tab.locator("#details-title").wait_for(state="detached", timeout=10_000)
    assert "e=" not in tab.url


def test_nothing_offers_what_would_change_nothing(visit: Visit) -> None:
    """All dates are shown: neither zooming out nor showing all; the fields have the first and last day of the events."""
    tab = visit(page(small()), "dates=all")
    tab.locator("#stage").wait_for()
    assert tab.locator("#zoom-all").is_disabled() and tab.locator("#zoom-out").is_disabled()
    tab.locator("#facets summary", has_text="Dates").click()
    assert tab.get_by_role("textbox", name="From").input_value() == "2016-11-09"


def test_a_timeline_of_one_event_draws_no_balance(visit: Visit) -> None:
    """Cooperation against conflict is told of six events or more."""
    base = small()
    tab = visit(page(Timeline(title="One", articles=base.articles, events=base.events[:1])))
    tab.locator("#details .legend").first.wait_for()
    tab.wait_for_timeout(500)  # it is counted in slices
    assert tab.locator(".balances > *").count() == 0


def test_cooperation_against_conflict_over_time_and_by_pair(visit: Visit) -> None:
    """Bars up and down with their numbers in words, and pairs of countries that a click shows alone."""
    base = many(300)
    coded = tuple(
        one.model_copy(update={"actors": tuple(p.model_copy(update={"code": p.text[:3].upper()}) for p in one.actors)})
        for one in base.events
    )
    tab = visit(page(base.model_copy(update={"events": coded})))
    tab.locator(".balance svg").wait_for()
    said = tab.locator(".balance .unseen li").all_inner_texts()
    assert 0 < len(said) <= 24 and all("of cooperation" in one and "of conflict" in one for one in said)
    pair = tab.locator(".pairs button").first
    name = pair.get_attribute("aria-label")
    both = [int(word) for word in name.replace(",", "").split() if word.isdigit()]
    before = tab.locator("#shown").inner_text()
    pair.click()
    assert tab.locator("#shown").inner_text() != before
    assert tab.evaluate("() => App.state.filters.country.length") == 2
    assert int(tab.locator("#shown").inner_text().split()[0]) >= sum(both) > 0
