# ruff: noqa: E501 - scripts stand as they are
"""Dates as a reader sees and types them, in a real Chromium."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from crises import crisis
from tabs import size, titles
from timelines import event, lasting, small, within

from timeline.models import EventAnchor, Timeline
from timeline.render import page

pytestmark = pytest.mark.browser
Visit = Callable[..., Any]


def test_typed_dates_come_back_as_typed(visit: Visit) -> None:
    """To the day, in the fields and in the address, also beside the events; days in the wrong order are told."""
    tab = visit(page(crisis()))
    tab.locator("#facets summary", has_text="Dates").click()
    first, last = (tab.get_by_role("textbox", name=name) for name in ("From", "To"))
    for low, high, count in (
        ("2025-03-01", "2025-03-31", 7),
        ("2025-03-10", "2025-12-31", 26),
        ("2026-01-01", "2026-02-28", 0),
    ):
        first.fill(low)
        last.fill(high)
        last.press("Tab")
        tab.wait_for_url(f"**from={low}&to={high}**")
        tab.locator("#shown", has_text=f"{count} of 29").wait_for()
        assert (first.input_value(), last.input_value()) == (low, high)
    first.fill("2026-03-01")
    first.press("Tab")
    tab.get_by_text("The first day is after the last one.").wait_for()
    tab.locator("#clear").click()
    assert size(tab) == 29


def test_one_day_unknown_and_days_that_lasted_are_told_apart(visit: Visit) -> None:
    """In list, table, details and print: the words differ, not only the marks."""
    base = small()
    told = base.events[3].mentions
    days = ("2025-08-01", "2025-08-01"), ("2025-08-03", "2025-08-03")
    events = (
        event("w", "Unknown day", "CONSULT", within("2025-08-01", "2025-08-03"), *told),
        event("l", "Three days", "CONSULT", lasting(*days), *told),
        event("g", "Still going on", "CONSULT", lasting((None, "2025-08-11"), ("2025-08-07", None)), *told),
        event("s", "Since then", "CONSULT", lasting(("2025-07-01", "2025-07-01"), ("2025-08-07", None)), *told),
    )
    tab = visit(page(Timeline(title="Days", articles=base.articles, events=events)))
    short = {
        "Unknown day": "between 1 and 3 Aug 2025",
        "Three days": "1 – 3 Aug 2025",
        "Still going on": "going on 7 – 11 Aug 2025",
        "Since then": "since 1 Jul 2025",
    }
    long = {"Unknown day": "Some day between 1 and 3 August 2025", "Three days": "From 1 to 3 August 2025",
            "Still going on": "Going on between 7 and 11 August 2025", "Since then": "Since 1 July 2025, still going on on 7 August 2025"}  # fmt: skip
    assert titles(tab) == ["Since then", "Three days", "Unknown day", "Still going on"]
    for title, words in long.items():
        row = tab.locator(".row-line", has_text=title)
        assert row.locator(".row-when").inner_text() == short[title]
        row.click()
        assert tab.locator(".when-words").inner_text() == words
    tab.locator('.tabs [data-view="table"]').click()
    for title, words in short.items():
        assert tab.locator("tbody tr", has_text=title).locator("td").first.inner_text() == words
    bare = visit(page(Timeline(title="Days", articles=base.articles, events=events)), java_script_enabled=False)
    for title, words in short.items():
        assert words in bare.locator(".row", has=bare.locator(".row-title", has_text=title)).inner_text()


@pytest.mark.parametrize(
    ("locale", "header", "row"),
    [("en-US", "November 9, 2016", "Oct 1, 2024"), ("de-DE", "9 November 2016", "1 Oct 2024")],
)
def test_a_page_writes_its_dates_in_one_way(visit: Visit, locale: str, header: str, row: str) -> None:
    """As the reader's region does where it is of the page's language, else the day first."""
    tab = visit(page(small()), locale=locale)
    assert header in tab.locator("#counts").inner_text()
    assert tab.locator(".row-line", has_text="Haas becomes premier").locator(".row-when").inner_text() == row


def test_why_then_leads_to_the_words_behind_it(visit: Visit) -> None:
    """Reports with a date of their own come first; one that rests on words elsewhere shows them, marked."""
    base = small()
    news = base.articles[0]
    seen = news.timexes[0]
    call = base.events[6]
    rests = call.mentions[1].model_copy(
        update={"anchor": EventAnchor(kind="event", start=0, text="phone", timexes=(seen.start,))}
    )
    changed = call.model_copy(update={"mentions": (rests, call.mentions[0]), "conflicts": ()})
    tab = visit(page(Timeline(title="Why", articles=base.articles, events=(changed,))))
    tab.locator(".row-line").click()
    assert tab.locator(".report").first.locator("mark.timex").inner_text() == "Thursday"
    root = tab.locator(".report").nth(1).locator(".root")
    assert root.locator("mark.timex").inner_text() == "last month"
    assert "general election last month" in root.inner_text()


def test_an_open_side_is_in_the_calendar(visit: Visit) -> None:
    """What is only planned is what a desk wants there."""
    tab = visit(page(small()))
    text = tab.evaluate(
        "() => Export.ics([{ id: 'x', title: 'Meeting', words: '7 November 2024 or later', status: 'scheduled', kind: 'after', time: { low: 20034, high: null, inner: [null, 20034] }, evidence: [] }], 'T')"
    )
    assert "DTSTART;VALUE=DATE:20241107" in text and "SUMMARY:Meeting (7 November 2024 or later)" in text


def test_what_goes_on_is_drawn_over_the_days_of_which_it_is_known(drawn: Visit) -> None:
    """From the first to the last of them, and beyond on both sides."""
    base = small()
    going = lasting((None, "2025-08-11"), ("2025-08-07", None))
    events = (event("g", "Still going on", "CONSULT", going, *base.events[3].mentions),)
    tab = drawn(page(Timeline(title="Going", articles=base.articles, events=events)))
    first, last = tab.evaluate("() => [Time.fromIso('2025-08-07'), Time.fromIso('2025-08-12')]")
    (mark,) = tab.evaluate("() => App.figure.laid.marks.map((m) => [m.from, m.to])")
    assert mark[0] < first and mark[1] > last
