"""Terms of office and named periods behind the events, when they are asked for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from timelines import article, event, mention, within

from timeline.models import ArticleRecord, Party, Timeline, Timex, TimexAnchor
from timeline.render import page
from timeline.render.bands import bands

Visit = Callable[..., Any]
TEXT = "Talks in Tokyo\n\nThe two leaders met."


def party(name: str, code: str | None) -> Party:
    """A party of this name and state."""
    return Party(text=name, start=0, end=len(name), name=name, code=code)


def met(*days: str, who: tuple[Party, ...], paper: ArticleRecord | None = None) -> Timeline:
    """A timeline of meetings."""
    paper = paper or article("paper", TEXT, "2024-12-02", source="Paper")
    report = "The two leaders met."
    events = tuple(
        event(f"e{n}", "The leaders meet", "CONSULT", within(day), mention(paper, report, "met", within(day)))
        for n, day in enumerate(days)
    )
    return Timeline(
        title="Talks",
        articles=(paper,),
        events=tuple(one.model_copy(update={"actors": who}) for one in events),
    )


def test_terms_of_the_parties_that_the_days_touch() -> None:
    found = bands(met("2024-09-02", "2024-11-20", who=(party("Shigeru Ishiba", "JPN"), party("Fumio Kishida", "JPN"))))
    terms = [(band.name, band.office, band.begin.not_before) for band in found if band.office == "prime minister"]
    assert terms == [
        ("Fumio Kishida", "prime minister", date(2021, 10, 4)),
        ("Shigeru Ishiba", "prime minister", date(2024, 10, 1)),
    ]


def test_a_name_without_its_state_or_a_family_name_alone_asks_for_no_term() -> None:
    who = (party("Shigeru Ishiba", None), party("Ishiba", "JPN"), party("Shigeru Ishiba", "USA"))
    assert bands(met("2024-11-20", who=who)) == []


def test_terms_long_before_and_after_are_left_out() -> None:
    assert bands(met("1995-05-05", who=(party("Shigeru Ishiba", "JPN"),))) == []


def test_a_person_called_by_two_names_has_one_band() -> None:
    who = (party("Barack Obama", "USA"), party("Barack Hussein Obama", "USA"), party("Barack H. Obama", "USA"))
    found = [band.office for band in bands(met("2012-05-05", who=who))]
    assert len(found) == len(set(found)) > 0


def test_only_periods_that_an_article_names() -> None:
    text = "Talks of 1941\n\nDuring the Second World War the two leaders met."
    words = "the Second World War"
    start = text.index(words)
    timex = Timex(
        start=start, end=start + len(words), text=words, type="DATE", value="1939-09-01/1945-09-02",
        edtf="1939-09-01/1945-09-02", not_before=date(1939, 9, 1), not_after=date(1945, 9, 2),
        anchor=TimexAnchor(kind="none"), rule="named-period",
    )  # fmt: skip
    paper = article("paper", text + " The two leaders met.", "1946-01-02", timexes=(timex,))
    (band,) = bands(met("1941-08-14", who=(), paper=paper))
    assert (band.name, band.office, band.end.not_after) == ("Second World War", None, date(1945, 9, 2))


@pytest.mark.browser
def test_terms_stand_above_the_lanes_when_asked_for(drawn: Visit) -> None:
    tab = drawn(page(met("2024-09-02", "2024-11-20", who=(party("Shigeru Ishiba", "JPN"),))))
    assert not tab.locator("#bands").is_visible()
    tab.get_by_role("button", name="Terms of office").click()
    bar = tab.locator("#bands li", has_text="Shigeru Ishiba, prime minister (Japan)")
    assert bar.get_attribute("title").startswith("Shigeru Ishiba, prime minister (Japan): 1 Oct 2024 – ")
    # It begins where the axis has its first day.
    expected = tab.evaluate(
        """() => { const { xaxis } = document.querySelector("#figure")._fullLayout;
        const range = xaxis.range.map((r) => Figure.readDay(r));
        const box = document.querySelector("#plot").getBoundingClientRect();
        return box.left + (Time.fromIso("2024-10-01") - range[0]) / (range[1] - range[0]) * box.width; }"""
    )
    assert abs(bar.bounding_box()["x"] - expected) <= 2
    tab.wait_for_function("() => location.hash.includes('bands=1')")
    tab.get_by_role("button", name="Terms of office").click()
    assert not tab.locator("#bands").is_visible()


@pytest.mark.browser
def test_an_image_has_the_terms_that_the_page_shows(drawn: Visit) -> None:
    tab = drawn(page(met("2024-09-02", "2024-11-20", who=(party("Shigeru Ishiba", "JPN"),))), accept_downloads=True)

    def image() -> str:
        tab.locator("#export-menu summary").click()
        with tab.expect_download() as download:
            tab.locator('[data-export="svg"]').click()
        return Path(download.value.path()).read_text(encoding="utf-8")

    assert "Ishiba" not in image()
    tab.get_by_role("button", name="Terms of office").click()
    told = image()
    assert "Shigeru Ishiba, prime minister (Japan)" in told and "Terms of office" in told


@pytest.mark.browser
def test_a_link_opens_with_the_terms_in_its_language(drawn: Visit) -> None:
    tab = drawn(page(met("2024-09-02", "2024-11-20", who=(party("Shigeru Ishiba", "JPN"),))), "bands=1&lang=ja")
    assert "Shigeru Ishiba（Japan、首相）" in tab.locator("#bands").inner_text()
    assert tab.locator("#bands-toggle").get_attribute("aria-pressed") == "true"


@pytest.mark.browser
def test_nothing_is_offered_where_no_term_is_known(drawn: Visit) -> None:
    tab = drawn(page(met("2024-11-20", who=(party("Mila Odal", None),))))
    assert tab.locator("#bands-toggle").count() == 0
