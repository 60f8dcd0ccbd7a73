"""Corrections in a real Chromium: made, kept, undone, and saved as the build reads them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect
from tabs import size, titles
from timelines import WIRE, small, with_minor

from timeline.models import Corrections, MentionKey
from timeline.render import page

pytestmark = pytest.mark.browser


def test_corrections_are_kept_undone_and_saved(chromium: Any, tmp_path: Path) -> None:
    """A changed date moves the event; the change outlives a reload; the file is what the build reads."""
    path = tmp_path / "page.html"
    path.write_text(page(small()), encoding="utf-8")
    context = chromium.new_context(viewport={"width": 1400, "height": 900}, accept_downloads=True, locale="en-GB")
    tab = context.new_page()
    tab.goto(path.as_uri())
    tab.locator(".row-line", has_text="General election").click()
    tab.get_by_role("button", name="Correct this event").click()
    tab.get_by_label("Date", exact=True).fill("sometime")
    tab.get_by_role("button", name="Keep").click()
    assert tab.locator("form .wrong").is_visible()
    tab.get_by_label("Date", exact=True).fill("2015-03-01")
    tab.get_by_label("Title").fill("First election in Velmora")
    tab.get_by_role("button", name="Keep").click()
    assert titles(tab)[0] == "First election in Velmora"
    assert tab.locator(".when-words").inner_text() == "Sunday, 1 March 2015"
    assert "General election in Velmora" in tab.locator(".was").inner_text()
    tab.reload()
    assert titles(tab)[0] == "First election in Velmora"
    tab.locator("#corrections-menu summary").click()
    with tab.expect_download() as download:
        tab.get_by_role("button", name="Save corrections.json").click()
    saved = Corrections.model_validate_json(Path(download.value.path()).read_bytes())
    assert [(c.event, c.title, c.date) for c in saved.corrections] == [
        ("a05", "First election in Velmora", "2015-03-01")
    ]
    tab.get_by_role("button", name="Undo").click()
    assert titles(tab)[0] == "Vik travels to Taveen to meet Odal"
    tab.get_by_role("button", name="Redo").click()
    assert titles(tab)[0] == "First election in Velmora"
    tab.get_by_role("button", name="Discard all").click()
    assert titles(tab)[4] == "General election in Velmora"
    context.close()


def test_events_are_merged_split_added_and_given_other_actors(  # noqa: PLR0915  (one story from click to file)
    chromium: Any, tmp_path: Path
) -> None:
    """Each can be undone, outlives a reload, and stands in the file as the build reads it."""
    path = tmp_path / "page.html"
    path.write_text(page(small()), encoding="utf-8")
    context = chromium.new_context(viewport={"width": 1400, "height": 900}, accept_downloads=True, locale="en-GB")
    tab = context.new_page()
    wrong: list[str] = []
    tab.on("pageerror", lambda error: wrong.append(str(error)))
    tab.goto(path.as_uri())
    before, count = titles(tab), size(tab)

    tab.locator(".row-line", has_text="Haas and Odal talk by phone").click()
    assert tab.locator(".report").count() == 3
    wire = tab.locator(".report", has_text="the news agency of Sund reported")
    wire.get_by_role("button", name="This is another event").click()
    assert tab.locator("#details h2").inner_text().startswith("Velmora's premier and the president-elect of Sund")
    expect(tab.locator(".when-words")).to_have_text("Friday, 8 November 2024")
    tab.locator(".row-line", has_text="Haas and Odal talk by phone").click()
    expect(tab.locator(".when-words")).to_have_text("Thursday, 7 November 2024")
    assert (tab.locator(".report").count(), tab.locator(".conflict").count()) == (2, 0)

    tab.get_by_role("button", name="Same as another event").click()
    tab.locator("form.edit input").fill("both shores")
    offered = tab.get_by_label("Which event is it?")
    expect(offered.locator("option")).to_have_count(1)
    tab.keyboard.press("Enter")
    expect(offered).to_be_focused()
    offered.select_option(label="7 Nov 2024 · Haas congratulates Odal")
    tab.get_by_role("button", name="Keep").click()
    assert tab.locator("#details h2").inner_text() == "Haas congratulates Odal"
    assert tab.locator(".report").count() == 3
    assert "Haas and Odal talk by phone" not in titles(tab)

    tab.get_by_role("button", name="Correct this event").click()
    tab.get_by_role("combobox", name="Actors").fill("Ines Haas; Jo Tarn; ")
    tab.get_by_role("button", name="Keep").click()
    assert "Jo Tarn" in tab.locator(".facts").first.inner_text()
    assert tab.locator(".row", has_text="Jo Tarn").count() == 1

    tab.locator("#corrections-menu summary").click()
    tab.get_by_role("button", name="Add an event").click()
    tab.get_by_role("textbox", name="Title").fill("Talks resumed in Orsk")
    tab.get_by_label("Date", exact=True).fill("2030-02")
    tab.get_by_role("combobox", name="Type", exact=True).select_option("CONSULT")
    tab.get_by_role("button", name="Keep").click()
    assert tab.locator("#details h2").inner_text() == "Talks resumed in Orsk"
    assert "Added by hand" in tab.locator("#details").inner_text()
    tab.locator("#query").fill("resumed orsk")
    expect(tab.locator("#rows .row")).to_have_count(1)
    tab.locator("#query").fill("")
    expect(tab.locator("#rows .row").first).to_have_attribute("aria-setsize", str(count + 1))

    changed = titles(tab)
    tab.wait_for_function("() => location.hash.includes(App.state.event) && !location.hash.includes('q=')")
    tab.reload()
    assert titles(tab)[: len(changed)] == changed
    tab.locator("#corrections-menu summary").click()
    with tab.expect_download() as download:
        tab.get_by_role("button", name="Save corrections.json").click()
    saved = Corrections.model_validate_json(Path(download.value.path()).read_bytes()).corrections
    spoken = WIRE.index("spoke", WIRE.index("Velmora's premier"))
    assert saved[0].mention == MentionKey(article="wire", start=spoken, end=spoken + 5)
    assert (saved[1].event, saved[1].same_as) == ("a07", "a09")
    assert (saved[2].event, saved[2].actors) == ("a09", ("Ines Haas", "Jo Tarn"))
    assert (saved[3].added, saved[3].title, saved[3].date) == (True, "Talks resumed in Orsk", "2030-02")
    for _ in range(4):
        tab.get_by_role("button", name="Undo").click()
    assert (titles(tab)[:8], size(tab)) == (before[:8], count)
    tab.get_by_role("button", name="Redo").click()
    assert size(tab) == count + 1
    assert wrong == []
    context.close()


def test_works_without_local_storage(chromium: Any, tmp_path: Path) -> None:
    """Corrections then last until the page is closed."""
    path = tmp_path / "page.html"
    path.write_text(page(small()), encoding="utf-8")
    tab = chromium.new_page(viewport={"width": 1400, "height": 900})
    wrong: list[Any] = []
    tab.on("pageerror", lambda error: wrong.append(str(error)))
    tab.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('off'); } })")
    tab.goto(path.as_uri())
    tab.locator(".row-line").first.click()
    tab.get_by_role("button", name="Correct this event").click()
    tab.get_by_label("Hide this event").check()
    tab.get_by_role("button", name="Keep").click()
    assert titles(tab)[0] == "Odal builds rapport with Vik"
    tab.locator("#corrections-menu summary").click()
    assert "This browser keeps nothing" in tab.locator("#corrections-body").inner_text()
    assert wrong == []
    tab.close()


def test_a_minor_event_that_is_corrected_is_shown(visit: Any) -> None:
    """As a build with the correction has it."""
    tab = visit(page(with_minor()), "e=m01")
    tab.get_by_role("button", name="Correct this event").click()
    tab.get_by_label("Title").fill("Words of Haas are heard")
    tab.get_by_role("button", name="Keep").click()
    tab.locator("#minor").click()
    assert titles(tab)[0] == "Words of Haas are heard"
    assert tab.locator("#minor").inner_text() == "+ 1 minor"
    assert tab.locator("#counts span").first.inner_text() == "15 events"
    tab.locator("#corrections-menu summary").click()
    tab.get_by_role("button", name="Undo").click()
    assert "Words heard on both shores" not in titles(tab)
    assert tab.locator("#counts span").first.inner_text() == "14 events"


def test_what_was_corrected_can_be_found_taken_back_and_loaded(visit: Any, tmp_path: Path) -> None:
    """By its new words and not by the old ones; one change alone, by key, and from a file."""
    tab = visit(page(small()), accept_downloads=True)
    tab.locator(".row-line", has_text="General election").click()
    tab.get_by_role("button", name="Correct this event").click()
    form = tab.locator("form.edit")
    assert form.bounding_box()["y"] < tab.locator("#details .when").bounding_box()["y"]  # where the eye is
    form.get_by_label("Title").fill("Zebra affair")
    form.get_by_role("combobox", name="Actors").fill("Velmora; Od")
    assert "Velmora; Mila Odal" in form.locator("#edit-actors-known option").evaluate_all(
        "(all) => all.map((one) => one.value)"
    )
    form.get_by_role("combobox", name="Actors").fill("Velmora; Mila Odal")
    tab.get_by_role("button", name="Keep").click()
    assert tab.evaluate("() => document.activeElement.id") == "details-title"
    for words, count in (("zebra", 1), ('"General election in"', 0), ("zebra odal", 1)):
        tab.locator("#query").fill(words)
        tab.locator("#shown", has_text=f"{count} of 14").wait_for()
    tab.locator("#query").fill("")
    tab.locator("#shown", has_text="12 of 14").wait_for()
    tab.locator("#corrections-menu summary").click()
    with tab.expect_download() as download:
        tab.get_by_role("button", name="Save corrections.json").click()
    saved = tmp_path / "corrections.json"
    download.value.save_as(saved)
    tab.locator("#corrections-body li li", has_text="Title").get_by_role("button", name="Take back").click()
    assert "General election in Velmora" in titles(tab) and "Zebra affair" not in titles(tab)
    assert tab.locator("#corrections-count").inner_text() == "1"
    tab.keyboard.press("Escape")
    tab.locator("#plot").focus()
    tab.keyboard.press("Control+z")
    assert tab.locator("#corrections-count").is_hidden()
    tab.locator("#corrections-menu summary").click()
    with tab.expect_file_chooser() as chooser:
        tab.get_by_role("button", name="Load corrections.json").click()
    chooser.value.set_files(saved)
    tab.locator(".row-title", has_text="Zebra affair").wait_for()
    other = tmp_path / "other.json"
    other.write_text('{"events": []}', encoding="utf-8")
    with tab.expect_file_chooser() as chooser:
        tab.get_by_role("button", name="Load corrections.json").click()
    chooser.value.set_files(other)
    tab.get_by_text("This is no file of corrections.").wait_for()
    assert "Zebra affair" in titles(tab)


def test_a_file_of_another_timeline_says_that_its_events_are_not_here(visit: Any, tmp_path: Path) -> None:
    """Each of its corrections, which stay in the file; those of this timeline are made."""
    tab = visit(page(small()))
    first = small().events[0].id
    file = tmp_path / "other.json"
    kept = [{"event": "nope", "title": "Elsewhere"}, {"event": first, "title": "Made here"}]
    file.write_text(json.dumps({"corrections": kept}), encoding="utf-8")
    tab.locator("#corrections-menu > summary").click()
    tab.locator("#corrections-body input[type=file]").set_input_files(file)
    told = tab.locator(".changes > li")
    told.nth(1).wait_for()
    assert ["no such event" in one for one in told.all_inner_texts()] == [True, False]
    assert "Made here" in titles(tab)


def test_a_visit_of_three_days_can_be_entered(visit: Any) -> None:
    """It lasts from the first day to the last, in the page and in the file; a type must be chosen."""
    tab = visit(page(small()), accept_downloads=True)
    tab.locator("#corrections-menu summary").click()
    tab.get_by_role("button", name="Add an event").click()
    tab.get_by_role("textbox", name="Title").fill("Visit to Orsk")
    tab.get_by_label("Date", exact=True).fill("2025-08-01/2025-08-03")
    tab.get_by_label("How long").select_option("days")
    tab.get_by_role("button", name="Keep").click()
    assert tab.locator("form.edit").count() == 1  # no type is chosen yet
    tab.get_by_role("combobox", name="Type", exact=True).select_option("CONSULT")
    tab.get_by_role("button", name="Keep").click()
    assert tab.locator(".when-words").inner_text() == "From 1 to 3 August 2025"
    assert "Evidence" not in tab.locator("#details").inner_text()
    tab.locator("#corrections-menu summary").click()
    with tab.expect_download() as download:
        tab.get_by_role("button", name="Save corrections.json").click()
    saved = Corrections.model_validate_json(Path(download.value.path()).read_bytes()).corrections
    assert [(one.date, one.lasting) for one in saved] == [("2025-08-01/2025-08-03", True)]


def test_a_half_filled_form_is_not_lost_unasked(visit: Any) -> None:
    """Esc, another event and a click elsewhere ask first; Esc closes one layer at a time."""
    tab = visit(page(small()))
    asked: list[str] = []
    answers = [False, False, True]
    tab.on(
        "dialog",
        lambda dialog: (asked.append(dialog.message), dialog.accept() if answers[len(asked) - 1] else dialog.dismiss()),
    )
    tab.locator(".row-line", has_text="General election").click()
    tab.get_by_role("button", name="Correct this event").click()
    tab.get_by_label("Title").fill("Half")
    tab.keyboard.press("Escape")
    assert (len(asked), tab.get_by_label("Title").input_value()) == (1, "Half")
    tab.locator(".row-line", has_text="Haas becomes premier").click()
    assert (len(asked), tab.get_by_label("Title").input_value()) == (2, "Half")
    tab.locator("#facets summary", has_text="Type").click()
    tab.keyboard.press("Escape")
    assert (len(asked), tab.locator("#facets details[open]").count()) == (2, 0)
    tab.keyboard.press("Escape")
    assert (len(asked), tab.locator("form.edit").count()) == (3, 0)
