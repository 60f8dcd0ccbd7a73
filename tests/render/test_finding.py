"""Finding events in a real Chromium: filters, search, links, and what is hidden until asked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from tabs import size, titles
from timelines import small, with_minor

from timeline.render import columns, page

pytestmark = pytest.mark.browser
Visit = Callable[..., Any]


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


def test_minor_events_are_hidden_until_asked(visit: Visit) -> None:
    """They are not counted, nor do they stretch the dates; the address has the wish, and "Clear all" takes it back."""
    tab = visit(page(with_minor()))
    start = tab.locator("#brush-start")
    assert (size(tab), tab.locator("#shown").inner_text()) == (12, "12 of 14 events")
    assert tab.locator("#minor").inner_text() == "+ 2 minor"
    first = int(start.get_attribute("aria-valuemin"))
    assert first > columns.days(date(2015, 1, 1))
    tab.locator("#minor").click()
    assert (size(tab), tab.locator("#shown").inner_text()) == (14, "14 of 17 events")
    assert titles(tab)[0] == "Words heard on both shores"
    assert tab.locator("#rows .row").first.locator(".badge").inner_text() == "minor"
    assert tab.locator("#minor").inner_text() == "2 minor shown"
    assert int(start.get_attribute("aria-valuemin")) < columns.days(date(1992, 1, 1))
    tab.wait_for_url("**minor=1**")
    tab.locator("#unlikely").click()
    assert (size(tab), tab.locator("#minor").inner_text()) == (17, "3 minor shown")
    tab.locator("#query").fill("Haas")
    tab.locator("#clear").click()
    assert (size(tab), tab.locator("#minor").inner_text()) == (12, "+ 2 minor")
    assert int(start.get_attribute("aria-valuemin")) == first


def test_minor_events_count_in_no_menu(visit: Visit) -> None:
    """A type that only minor events have is offered once these are shown."""
    tab = visit(page(with_minor()))
    tab.locator("#facets summary", has_text="Type").click()
    other = tab.locator(".choice", has_text="Other event")
    assert other.count() == 0
    tab.locator("#minor").click()
    tab.locator("#facets summary", has_text="Type").click()
    assert other.locator(".choice-count").inner_text() == "2"


def test_a_link_to_a_minor_event_opens_it(visit: Visit) -> None:
    """And shows the others of its kind, so that the list has it."""
    tab = visit(page(with_minor()), "e=m02")
    tab.locator("#details h2", has_text="Officials do not say").wait_for()
    assert [tab.locator(name).get_attribute("aria-pressed") for name in ("#minor", "#unlikely")] == ["true", "true"]
    assert tab.locator('.row-line[aria-current="true"]').inner_text().count("Officials do not say") == 1
    assert "probably no event of its own" in tab.locator("#details").inner_text()


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
    tab.locator("#sort").select_option("newest")
    tab.locator("#clear").click()
    assert size(tab) == 12
    assert tab.locator("#sort").input_value() == "time"
    assert titles(tab)[0] == "Vik travels to Taveen to meet Odal"


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
