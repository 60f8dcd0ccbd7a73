"""What came of an event, who tells it, and what it hangs together with, in a real Chromium."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from timelines import staged

from timeline.render import columns, page

pytestmark = pytest.mark.browser
Visit = Callable[..., Any]


def _open(visit: Visit, title: str = "Velmora and Sund hold talks", **options: Any) -> Any:
    tab = visit(page(staged()), **options)
    tab.locator(".row-line", has_text=title).click()
    return tab


def test_an_event_tells_what_came_of_it(visit: Visit) -> None:
    """Planned, put off, held: each with its day and the day on which that was first told, in this order."""
    tab = _open(visit)
    assert tab.locator("#details .stages li").all_inner_texts() == [
        "planned on 10 March 2025; first told on 1 March 2025 1 mention",
        "put off or called off on 20 March 2025; first told on 8 March 2025 1 mention",
        "held on 20 March 2025 1 mention",
    ]
    tab.locator(".row-line", has_text="Sund votes").click()
    assert tab.locator("#details .stages").count() == 0


def test_an_event_tells_how_many_sources_it_has_and_why_its_reports_are_one(visit: Visit) -> None:
    """The number is of sources that do not copy one another; each report names the one it joined, by its number."""
    tab = _open(visit)
    assert "3 mentions" in tab.locator(".evidence-title").inner_text()
    assert tab.locator(".sources summary").inner_text() == "2 independent sources; 1 of 3 articles is a copy"
    assert tab.locator(".report-number").all_inner_texts() == ["1", "2", "3"]
    assert tab.locator(".joined").all_inner_texts() == [
        "The same event as report 1: what was planned was held or put off, the same parties",
        "The same event as report 1",
    ]


def test_japanese_readers_are_told_the_same(visit: Visit) -> None:
    tab = _open(visit, locale="ja-JP")
    assert (
        tab.locator("#details .stages li").nth(0).inner_text().startswith("予定（2025年3月10日）、初報は2025年3月1日")
    )
    assert "予定されたものの実施または延期、当事者が同じ" in tab.locator(".joined").first.inner_text()
    assert tab.locator(".sources summary").inner_text() == "独立した出典2件（記事3本のうち1本は写し）"


def test_what_hangs_together_is_named_and_drawn(drawn: Visit) -> None:
    """What its date rests on, what rests on it, and what came before and after between the same parties."""
    tab = drawn(page(staged()))
    tab.locator(".row-line", has_text="Velmora and Sund hold talks").click()
    told = tab.locator("#details .links li").evaluate_all(
        "(all) => all.map((row) => ['.link-how', 'bdi'].map((part) => row.querySelector(part).textContent))"
    )
    assert told == [
        ["dates", "Sund thanks Velmora"],
        ["before, between the same", "Sund invites Velmora"],
        ["after, between the same", "Sund thanks Velmora"],
    ]
    # A line to each of the two, a dotted one to the first planned day, and a stroke on the days of the three stages.
    assert tab.locator(".threads path:not(.stage)").count() == 2
    assert tab.locator(".threads path.stage").count() == 4
    tab.locator("#details .links button", has_text="Sund thanks Velmora").first.click()
    assert tab.locator("#details h2").inner_text() == "Sund thanks Velmora"
    assert tab.locator("#details .link-how").first.inner_text() == "dated by"
    tab.keyboard.press("Escape")
    assert tab.locator(".threads path").count() == 0


def test_several_sources_are_those_that_do_not_copy(visit: Visit) -> None:
    """The filter and the order go by independent sources; outlets that print the same words are one."""
    copied = staged()
    alone = copied.events[1].model_copy(update={"sources": 1})
    tab = visit(page(copied), "evidence=several")
    assert tab.locator(".row-title").all_inner_texts() == ["Velmora and Sund hold talks"]
    tab = visit(
        page(copied.model_copy(update={"events": (copied.events[0], alone, *copied.events[2:])})), "evidence=several"
    )
    assert tab.locator("#none").is_visible()


def test_a_date_hangs_on_the_event_whose_words_it_is_told_by() -> None:
    """The page carries numbers in its own order."""
    assert columns.pack(staged()).columns["hangs"] == {"2": [1]}
