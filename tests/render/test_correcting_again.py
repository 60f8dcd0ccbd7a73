"""A reader's way, whole: build, correct in the page, save, build again with the file, and see the corrections there."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from commands import article, own_process
from tabs import titles

pytestmark = pytest.mark.browser
Visit = Callable[..., Any]

OSLO = """\
Norway and Finland sign border treaty

Norway and Finland signed a border treaty in Oslo on Monday.

Norway recalled its ambassador from Sweden on 3 October 2024.

Finland hosted talks with Estonia in Helsinki last month.

Iceland imposed sanctions on Sweden on 12 May 2023.
"""
STOCKHOLM = """\
Sweden expels two diplomats

Sweden expelled two diplomats of Denmark on Tuesday.
"""


def test_corrections_made_in_the_page_hold_in_every_later_build(  # noqa: PLR0915  (one story from seeds to seeds)
    visit: Visit, tmp_path: Path
) -> None:
    """Date, title, status with a note, hiding, and an event of one's own; one is reported once its article is gone."""
    seeds = tmp_path / "seeds"
    article(seeds, "oslo.txt", OSLO)
    other = article(seeds, "stockholm.txt", STOCKHOLM)

    def build(*options: str | Path) -> tuple[int, str, dict[str, Any]]:
        done = own_process("build", seeds, "-o", tmp_path / "out", *options)
        made = json.loads((tmp_path / "out" / "timeline.json").read_text(encoding="utf-8"))
        return done.returncode, done.stderr, {event["title"]: event for event in (*made["events"], *made["undated"])}

    def html() -> str:
        return (tmp_path / "out" / "timeline.html").read_text(encoding="utf-8")

    code, _, before = build()
    assert code == 0
    treaty, recall, talks, sanctions, expelled = (
        next(title for title in before if word in title.lower())
        for word in ("treaty", "ambassador", "talks", "sanctions", "diplomats")
    )

    tab = visit(html(), accept_downloads=True)

    def correct(title: str, **fields: str) -> None:
        tab.locator(".row-line", has_text=title).first.click()
        tab.get_by_role("button", name="Correct this event").click()
        for label, value in fields.items():
            role, form = "combobox" if label == "Status" else "textbox", tab.locator("form.edit")
            field = form.get_by_role(role, name=label, exact=True)
            field.select_option(value) if role == "combobox" else field.fill(value)
        tab.get_by_role("button", name="Keep").click()

    correct(recall, Date="2024-10-04")
    correct(treaty, Title="Treaty of Oslo signed")
    correct(expelled, Status="cancelled", Note="Taken back on Wednesday.")
    tab.locator(".row-line", has_text=sanctions).first.click()
    tab.get_by_role("button", name="Correct this event").click()
    tab.get_by_label("Hide this event").check()
    tab.get_by_role("button", name="Keep").click()
    tab.locator("#corrections-menu summary").click()
    tab.get_by_role("button", name="Add an event").click()
    tab.get_by_role("textbox", name="Title").fill("Nordic council convened")
    tab.get_by_label("Date", exact=True).fill("2024-12")
    tab.get_by_role("combobox", name="Type", exact=True).select_option("CONSULT")
    tab.get_by_role("button", name="Keep").click()
    shown = titles(tab)
    tab.locator("#corrections-menu summary").click()
    with tab.expect_download() as download:
        tab.get_by_role("button", name="Save corrections.json").click()
    saved = tmp_path / "corrections.json"
    download.value.save_as(saved)

    code, errors, after = build("--corrections", saved)
    assert (code, errors.count("no such event")) == (0, 0)
    assert after[recall]["edtf"] == "2024-10-04"
    assert treaty not in after and after["Treaty of Oslo signed"]["id"] == before[treaty]["id"]
    assert (after[expelled]["status"], after[expelled]["note"]) == ("cancelled", "Taken back on Wednesday.")
    assert sanctions not in after
    assert after["Nordic council convened"]["edtf"] == "2024-12"
    assert after[talks] == before[talks]
    tab = visit(html(), accept_downloads=True)
    assert titles(tab) == shown
    correct(talks, Note="They went on for a week.")
    tab.locator("#corrections-menu summary").click()
    with tab.expect_download() as download:
        tab.get_by_role("button", name="Save corrections.json").click()
    download.value.save_as(saved)
    kept = json.loads(saved.read_text(encoding="utf-8"))
    assert len(kept["corrections"]) == 6  # those of the first time too
    assert {one["event"] for one in kept["corrections"] if "added" not in one} == set(kept["descriptions"])

    # A new edition under another name: no id is the same any more.
    (seeds / "oslo.txt").rename(seeds / "norway.txt")
    (seeds / "oslo.toml").rename(seeds / "norway.toml")
    code, errors, after = build("--corrections", saved)
    assert (code, errors.count("no such event")) == (0, 0)
    assert errors.count("is taken for it") == 4
    assert after["Treaty of Oslo signed"]["id"] == before[treaty]["id"]
    assert (after[recall]["edtf"], after[talks]["note"]) == ("2024-10-04", "They went on for a week.")
    assert sanctions not in after

    other.unlink()
    other.with_suffix(".toml").unlink()
    code, errors, last = build("--corrections", saved)
    assert code == 3
    assert [line for line in errors.splitlines() if "no such event any more" in line] == [
        line for line in errors.splitlines() if before[expelled]["id"] in line
    ]
    assert errors.count("no such event any more") == 1
    assert {recall, "Treaty of Oslo signed", "Nordic council convened"} <= set(last)
