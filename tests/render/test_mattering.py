# ruff: noqa: E501 - a case a line
"""What matters, and who with whom, in a real Chromium: orders, kinds of evidence, key events, countries, pairs."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from crises import DEEDS, LONG_AGO, crisis
from tabs import size, titles
from timelines import many, small

from timeline.models import Party
from timeline.render import page
from timeline.render.states import States

pytestmark = pytest.mark.browser
Visit = Callable[..., Any]
BEST = [title for _, _, title, *_ in sorted(DEEDS, key=lambda deed: -deed[5])]


def choose(tab: Any, menu: str, *values: str) -> None:
    """Tick values of a filter and leave its menu."""
    tab.locator("#facets summary", has_text=menu).first.click()
    for value in values:
        tab.locator("#facets details[open] .choice", has=tab.get_by_text(value, exact=True)).locator("input").check()
    tab.keyboard.press("Escape")


def together(tab: Any, menu: str) -> None:
    """Ask for all values of a filter at once."""
    tab.locator("#facets summary", has_text=menu).first.click()
    tab.locator("#facets details[open] select").select_option("together")
    tab.keyboard.press("Escape")


def test_the_list_can_begin_with_what_matters(visit: Visit) -> None:
    """By importance, by number of sources, and the newest first; the address keeps it."""
    tab = visit(page(crisis()))
    assert titles(tab)[0] == LONG_AGO
    tab.locator("#sort").select_option("importance")
    assert titles(tab)[0] == BEST[0]
    tab.wait_for_url("**sort=importance**")
    tab.locator("#sort").select_option("newest")
    assert titles(tab)[0] == "Karst and Sund meet at the council"
    tab.locator("#sort").select_option("sources")
    assert titles(tab)[0] == "Haas meets the president of Karst"
    again = visit(page(crisis()), "sort=newest")
    assert (again.locator("#sort").input_value(), titles(again)[0]) == ("newest", "Karst and Sund meet at the council")


def test_the_table_can_be_sorted_by_reports(visit: Visit) -> None:
    """Their number is a column, sorted as a number."""
    tab = visit(page(crisis()), "view=table")
    head = tab.get_by_role("button", name="Reports")
    head.click()
    head.click()
    assert tab.locator("tbody tr").first.locator("td").nth(1).inner_text() == "Haas meets the president of Karst"
    assert [int(cell) for cell in tab.locator("td.cell-number").all_inner_texts()][:4] == [4, 3, 3, 3]


def test_events_can_be_asked_for_by_their_evidence(visit: Visit) -> None:
    """Several sources, reports that disagree, a date of its own."""
    tab = visit(page(crisis()))
    choose(tab, "Evidence", "several sources")
    assert size(tab) == sum(papers > 1 for *_, papers in DEEDS)
    choose(tab, "Evidence", "reports disagree")
    assert titles(tab) == ["Ships of Karst and Sund collide"]
    tab.locator("#clear").click()
    choose(tab, "Evidence", "a date of its own")
    assert size(tab) == 29


def test_the_key_events_alone(drawn: Visit) -> None:
    """Ten that matter in the window, in list and figure; another window, other ten; back to all."""
    tab = drawn(page(crisis()), "unlikely=1")
    tab.locator("#key").select_option("10")
    assert sorted(titles(tab)) == sorted(BEST[:10])
    tab.wait_for_function("() => App.figure.laid.marks.length === 10")
    tab.wait_for_url("**key=10**")
    tab.locator("#facets summary", has_text="Dates").click()
    tab.get_by_role("textbox", name="From").fill("2025-03-01")
    tab.get_by_role("textbox", name="To").fill("2025-03-31")
    tab.get_by_role("textbox", name="To").press("Enter")
    tab.locator("#shown", has_text="7 of 29").wait_for()
    tab.locator("#clear").click()
    assert (size(tab), tab.locator("#key").input_value()) == (29, "0")


def test_a_lane_says_how_many_more_there_are(drawn: Visit) -> None:
    """Where the most important ones alone are drawn; no more where all are."""
    tab = drawn(page(many(600)), "dates=all")
    lanes = tab.evaluate(
        """() => { const { marks, inView } = App.figure.laid;
        return inView.map((n, k) => n - marks.filter((m) => m.lane === k).length); }"""
    )
    told = tab.locator(".lane-count small").all_inner_texts()
    assert told and told[-1] == f"+{lanes[-1]} more"
    tab = drawn(page(small()))
    assert tab.locator(".lane-count small").count() == 0


def test_what_matters_most_is_named_beside_the_figure(visit: Visit) -> None:
    """While nothing is chosen; a click opens it; it follows the filters."""
    tab = visit(page(crisis()))
    named = tab.locator("#details .group button")
    assert named.count() == 10
    assert {text.split(maxsplit=3)[3] for text in named.all_inner_texts()} == set(BEST[:10])
    choose(tab, "Class", "Verbal conflict")
    assert named.first.inner_text().endswith("Sund accuses Velmora of poaching")
    named.first.click()
    assert tab.locator("#details h2").inner_text() == "Sund accuses Velmora of poaching"


def test_two_countries_together(visit: Visit) -> None:
    """Either of them, then both at once, their people and firms among them; the address keeps it."""
    tab = visit(page(crisis()))
    choose(tab, "Country", "Velmora", "Karst")
    parties = [set(map(home, (*doers, *undergoers))) for _, _, _, doers, undergoers, *_ in DEEDS]
    assert size(tab) == 1 + sum(bool(own & {"Velmora", "Karst"}) for own in parties)
    together(tab, "Country")
    both = sum({"Velmora", "Karst"} <= own for own in parties)
    assert size(tab) == both > 4
    assert "Tarn and Vik meet" in titles(tab)  # a minister of each
    tab.wait_for_url("**together=country**")
    again = visit(page(crisis()), tab.evaluate("() => location.hash.slice(1)"))
    assert size(again) == both


def test_a_pair_of_countries_by_one_click(drawn: Visit) -> None:
    """The lane's name shows what the two have with each other alone, and again all."""
    tab = drawn(page(crisis()), "lanes=dyad")
    lane = tab.get_by_role("button", name=re.compile("Show only (Sund – Karst|Karst – Sund)"))
    lane.click()
    assert size(tab) > 4
    assert all("Karst" in title or "Tarn" in title for title in titles(tab))
    tab.get_by_role("button", name="Show all again").first.click()
    assert size(tab) == 29


def test_classes_and_actors_can_be_shown_alone(visit: Visit) -> None:
    """By the legend, and by the names in an event's details."""
    tab = visit(page(crisis()))
    tab.locator("#details .legend button", has_text="Material conflict").click()
    assert size(tab) == 5
    tab.locator("#details .legend button", has_text="Material conflict").click()
    tab.locator(".row-line", has_text="Odal receives the envoy").click()
    tab.locator("#details .facts button", has_text="Mila Odal").click()
    assert titles(tab) == ["Odal receives the envoy of Velmora", "Tarn and Odal speak by phone"]


def test_ticking_a_value_moves_nothing_and_keeps_the_focus(visit: Visit) -> None:
    """The value stays under the pointer and under the keyboard."""
    tab = visit(page(many(300)))
    tab.locator("#facets summary", has_text="Actor").click()
    before = tab.locator(".choice-name").all_inner_texts()
    fifth = tab.locator(".choice input").nth(5)
    fifth.focus()
    tab.keyboard.press("Space")
    assert tab.evaluate("() => document.activeElement.matches('.choice input:checked')")
    tab.keyboard.press("Space")
    assert tab.locator(".choice input:checked").count() == 0
    assert tab.locator(".choice-name").all_inner_texts() == before


def test_the_ten_that_matter_between_two_of_thousands(visit: Visit) -> None:
    """Three clicks: the lanes, the pair, the key events."""
    tab = visit(page(many(3000)), "lanes=pair&unlikely=1", viewport={"width": 1400, "height": 1200})
    lane = tab.locator("#lane-names button").first
    lane.wait_for(timeout=20_000)
    lane.click()
    tab.locator("#key").select_option("10")
    assert size(tab) == 10
    assert tab.evaluate("() => App.state.filters.together") == ["actor"]


def home(name: str) -> str:
    """The state or body of a name of the crisis."""
    return {"Ines Haas": "Velmora", "Arne Vik": "Velmora", "Mila Odal": "Sund", "Sund's envoy": "Sund", "Jo Tarn": "Karst", "Karst Trawling": "Karst"}.get(name, name)  # fmt: skip


@pytest.mark.parametrize(
    ("called", "code", "state"),
    [
        ("Wang Yi", "CHN", "China"), ("EU", "IGO", "European Union"), ("European Union officials", "IGO", "European Union"),
        ("the Arab League", "IGO", "the Arab League"), ("reporters", None, None), ("Mila Odal", "QSU", "Sund"), ("Nobody", "QQZ", "QQZ"),
    ],
)  # fmt: skip
def test_a_party_counts_for_its_state_by_its_code(called: str, code: str | None, state: str | None) -> None:
    """By the table, else by what the timeline itself calls the code; bodies by their names."""
    assert States(crisis().events).of(Party(text=called, start=0, end=len(called), code=code)) == state
