"""The page names the articles of which something is lacking, and the reason."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from timelines import article, small

import timeline
from timeline.models import Dct, LeftOut, Timeline
from timeline.render import page

Visit = Callable[..., Any]


def told(html: str) -> str:
    """The words at the end of the page that tell what is lacking, "" where nothing is."""
    found = re.search(r'<details class="note gaps">.*?</details>', html, re.DOTALL)
    return unescape(re.sub(r"<[^>]*>", "", found[0])) if found else ""


def all_kinds() -> Timeline:
    """A timeline with an article of every kind of lack, and an input that could not be used."""
    base = small()
    bare = base.articles[0].model_copy(update={"dct": Dct(), "title": "A <b>bare</b> title"})
    german = article("de", "Treffen in Orsk\n\nDie beiden trafen sich.", "2024-11-07", language="de")
    silent = article("tax", "Taxes rise\n\nTaxes have risen.", "2024-11-07")
    left = (LeftOut(name="scan.pdf", reason="holds no text; it is left out"),)
    return base.model_copy(update={"articles": (bare, *base.articles[1:], german, silent), "left_out": left})


def test_nothing_is_said_where_nothing_is_lacking() -> None:
    assert told(page(small())) == ""


def test_each_lack_is_named_with_its_reason() -> None:
    words = told(page(all_kinds()))
    assert "without a date (1) · in another language (1) · without an event (1) · left out (1)" in words
    assert "A <b>bare</b> title" in words
    assert "dct = 2024-11-07" in words
    assert "Treffen in Orsk de.txt · German" in words
    assert "Events are found in English articles only." in words
    assert "Taxes rise tax.txt" in words
    assert "scan.pdf · holds no text; it is left out" in words


def test_a_build_tells_what_it_left_out_and_the_file_keeps_it(tmp_path: Path) -> None:
    seeds = tmp_path / "in"
    seeds.mkdir()
    (seeds / "good.txt").write_text("Haas met Odal on 7 November 2024.\n")
    (seeds / "empty.txt").write_text("")
    built = timeline.build(seeds, output=tmp_path / "out", date="2024-11-08", report=lambda problem: None)
    (left,) = built.left_out
    assert left.name == "empty.txt"
    assert left.reason
    assert str(tmp_path) not in left.reason
    assert timeline.load(tmp_path / "out" / "timeline.json").left_out == built.left_out
    assert f"empty.txt · {left.reason}" in told((tmp_path / "out" / "timeline.html").read_text())


@pytest.mark.browser
def test_the_lacks_are_told_in_the_readers_language(visit: Visit) -> None:
    tab = visit(page(all_kinds()), locale="ja-JP")
    summary = tab.locator(".gaps summary")
    assert "日付のない記事 (1)" in summary.inner_text()
    summary.click()
    assert "出来事は英語の記事からだけ取り出されます。" in tab.locator(".gaps").inner_text()
