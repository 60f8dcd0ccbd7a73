"""The page in a real Chromium, opened from disk."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect
from timelines import BAD, WIRE, hostile, many, small, within
from timelines import event as made

from timeline.models import Corrections, MentionKey, Timeline
from timeline.render import page, to_csv

pytestmark = pytest.mark.browser
Visit = Callable[..., Any]


def titles(tab: Any) -> list[str]:
    """Titles of the rows in the document."""
    return list(tab.locator("#rows .row-title").all_inner_texts())


def size(tab: Any) -> int:
    """How many events the list has, of which only those on the screen are in the document."""
    return int(tab.locator("#rows .row").first.get_attribute("aria-setsize"))


def mark_at(tab: Any, number: int) -> dict[str, float]:
    """Pixels of the middle of an event's mark."""
    found: dict[str, float] = tab.evaluate(
        """(i) => { const plot = document.querySelector('#plot'), box = plot.getBoundingClientRect();
        const gd = document.querySelector('#figure'), range = gd._fullLayout.xaxis.range.map((r) => Figure.readDay(r));
        const mark = App.figure.laid.marks.find((m) => m.i === i), lanes = gd._fullLayout.yaxis.range[0];
        return { x: box.left + (((mark.from + mark.to) / 2 - range[0]) / (range[1] - range[0])) * gd._fullLayout.width,
                 y: box.top + (mark.y / lanes) * (gd._fullLayout.height - gd._fullLayout.margin.b) }; }""",
        number,
    )
    return found


def test_list_without_scripts(visit: Visit) -> None:
    """Every event can be read with its evidence, the doubtful ones apart."""
    tab = visit(page(small()), java_script_enabled=False)
    assert tab.locator(".row").count() == 14
    row = tab.locator(".row", has_text="General election in Velmora")
    assert not row.locator("blockquote").is_visible()
    row.locator("summary").click()
    assert row.locator("mark.timex").inner_text() == "last month"
    assert row.locator("mark.trigger").inner_text() == "general election"
    assert "'last month', seen from Thursday 7 November 2024" in row.inner_text()
    assert not tab.locator("#bar").is_visible()
    doubtful = tab.locator("details.unlikely")
    assert not doubtful.locator(".row").first.is_visible()
    doubtful.locator("summary").first.click()
    assert "Higher ferry dues discussed" in doubtful.inner_text()


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


def test_a_click_on_a_mark_opens_its_details(drawn: Visit) -> None:
    """Sentence, trigger, expression, interval and reason in words."""
    tab = drawn(page(small()))
    place = mark_at(tab, 4)
    tab.mouse.click(place["x"], place["y"])
    details = tab.locator("#details")
    assert details.locator("h2").inner_text() == "General election in Velmora"
    assert details.locator(".when-words").inner_text() == "Some time in October 2024"
    assert details.locator("blockquote mark.timex").inner_text() == "last month"
    assert details.locator("blockquote mark.trigger").inner_text() == "general election"
    assert "'last month', seen from Thursday 7 November 2024" in details.inner_text()
    assert "Article of 7 Nov 2024" in details.inner_text()
    assert "sidecar file" in details.inner_text()
    assert tab.locator(".row-line[aria-current]").inner_text().startswith("Oct 2024")


def test_every_way_of_knowing_a_date_is_drawn_differently(drawn: Visit) -> None:
    """Points, bars, soft bars and arrows are different marks; planned ones have no fill."""
    tab = drawn(page(small()))
    shapes = tab.evaluate("() => document.querySelector('#figure').data.map((t) => [t.type, t.mode || '', t.x.length])")
    assert ["bar", ""] in [shape[:2] for shape in shapes]
    assert tab.locator("#figure .barlayer path").count() > 8
    symbols = tab.evaluate(
        "() => document.querySelector('#figure').data.find((t) => t.mode === 'markers').marker.symbol"
    )
    assert {"circle", "hexagon", "triangle-left", "triangle-right-open", "circle-open-dot", "line-ns-open"} <= set(
        symbols
    )


def test_the_figure_offers_nothing_that_sends_data(drawn: Visit) -> None:
    """No mode bar, no logo, no cloud."""
    tab = drawn(page(small()))
    assert tab.locator(".modebar-btn").count() == 0
    assert not tab.evaluate("() => document.querySelector('#figure')._context.showSendToCloud")


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
    tab.locator("#clear").click()
    assert size(tab) == 12


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


@pytest.mark.parametrize("count", [14, 1200])
def test_every_event_can_be_opened_by_keyboard(drawn: Visit, count: int) -> None:
    """From the first to the last with the arrow keys, and to any row of the list."""
    html = page(small() if count == 14 else many(count))
    tab = drawn(html, "unlikely=1")
    tab.locator("#plot").focus()
    seen = set()
    steps = min(count, 60)
    tab.keyboard.press("Home")
    for _ in range(steps):
        seen.add(tab.evaluate("() => App.state.event"))
        tab.keyboard.press("ArrowRight")
    assert len(seen) == steps
    tab.locator(".row-line").first.focus()
    tab.keyboard.press("End")
    tab.keyboard.press("Enter")
    tab.locator(".row-line[aria-current]").wait_for()
    assert tab.locator(".row:has([aria-current])").get_attribute("aria-posinset") == str(count)
    tab.keyboard.press("Escape")
    assert tab.evaluate("() => App.state.event") is None


def test_hostile_text_is_shown_as_text(drawn: Visit) -> None:
    """No element, no script, no request; long words break; also without the policy."""
    html = page(hostile())
    bare = html.replace('http-equiv="Content-Security-Policy"', 'name="none"')
    assert bare != html
    for text in (html, bare):
        tab = drawn(text)
        for number in range(3):
            tab.locator(".row-line").nth(number).click()
            assert tab.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
        tab.locator(".row-line", has_text="<img").click()
        assert tab.locator("#details h2").inner_text() == BAD
        assert "⟦RLO⟧gnorw" in tab.locator("#details blockquote").inner_text()
        tab.get_by_role("button", name="Open the whole article").click()
        assert BAD in tab.locator("#article").inner_text()
        assert tab.evaluate("() => window.__pwned") is None
        assert tab.locator("img, iframe, [onerror], [onload], a[href^=javascript]").count() == 0


def test_phone(visit: Visit) -> None:
    """The list comes first, nothing is wider than the screen, details rise from below."""
    tab = visit(page(small()), viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    assert tab.locator('.tabs [data-view="list"]').get_attribute("aria-pressed") == "true"
    assert tab.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    tab.locator(".row-line").first.tap()
    box = tab.locator("#details").bounding_box()
    assert box is not None and box["y"] + box["height"] == 844 and box["width"] == 390


def test_no_events(visit: Visit) -> None:
    """A page that says why and what to do."""
    tab = visit(page(Timeline(title="Nothing", articles=(), events=())))
    assert "No diplomatic event was found" in tab.locator("main").inner_text()


def test_without_decompression_the_list_says_what_the_figure_needs(chromium: Any, tmp_path: Any) -> None:
    """An old browser still lists and shows everything."""
    tab = chromium.new_page(viewport={"width": 1400, "height": 900})
    tab.add_init_script("delete window.DecompressionStream")
    (tmp_path / "page.html").write_text(page(small()), encoding="utf-8")
    tab.goto((tmp_path / "page.html").as_uri())
    assert "DecompressionStream" in tab.locator("#figure-note").inner_text()
    tab.locator(".row-line").first.click()
    assert tab.locator("#details h2").inner_text() == "Vik travels to Taveen to meet Odal"
    tab.close()


def test_the_interface_speaks_japanese(visit: Visit) -> None:
    """By the reader's browser, or by choice; dates are written as the language does."""
    tab = visit(page(small()), locale="ja-JP")
    assert tab.locator("#query").get_attribute("placeholder") == "題名・文・当事者を検索…"
    tab.locator(".row-line", has_text="Haas becomes premier").click()
    assert "2024年10月1日" in tab.locator(".when-words").inner_text()
    tab.locator("#language").select_option("en")
    assert tab.locator(".when-words").inner_text() == "Tuesday, October 1, 2024"


def test_the_whole_article_shows_events_and_expressions(visit: Visit) -> None:
    """Both ways: from the event to its words, and from the words to the event."""
    tab = visit(page(small()))
    tab.locator(".row-line", has_text="Haas becomes premier").click()
    tab.get_by_role("button", name="Open the whole article").click()
    article = tab.locator("#article")
    assert article.locator(".here").inner_text() == "became"
    article.locator(".mark.timex", has_text="last month").click()
    assert "October 2024" in article.locator(".article-note").inner_text()
    article.locator(".mark.trigger", has_text="congratulated").click()
    assert not article.is_visible()
    assert tab.locator("#details h2").inner_text() == "Haas congratulates Odal"


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
    assert tab.locator(".wrong").is_visible()
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
    tab.locator(".report").nth(2).get_by_role("button", name="This is another event").click()
    assert tab.locator("#details h2").inner_text().startswith("Velmora's premier and the president-elect of Sund")
    assert tab.locator(".when-words").inner_text() == "Friday, 8 November 2024"
    tab.locator(".row-line", has_text="Haas and Odal talk by phone").click()
    assert tab.locator(".when-words").inner_text() == "Thursday, 7 November 2024"
    assert (tab.locator(".report").count(), tab.locator(".conflict").count()) == (2, 0)

    tab.get_by_role("button", name="Same as another event").click()
    tab.get_by_label("Which event is it?").select_option(label="7 Nov 2024 · Haas congratulates Odal")
    tab.get_by_role("button", name="Keep").click()
    assert tab.locator("#details h2").inner_text() == "Haas congratulates Odal"
    assert tab.locator(".report").count() == 3
    assert "Haas and Odal talk by phone" not in titles(tab)

    tab.get_by_role("button", name="Correct this event").click()
    tab.get_by_role("textbox", name="Actors").fill("Ines Haas; Jo Tarn; ")
    tab.get_by_role("button", name="Keep").click()
    assert "Jo Tarn" in tab.locator(".facts").inner_text()
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
    assert (titles(tab)[: len(before)], size(tab)) == (before, count)
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
    assert wrong == []
    tab.close()


def test_exports_hold_the_filtered_events(visit: Visit) -> None:
    """Every form is made in the page; the CSV equals the one that the command writes."""
    tab = visit(page(small()), "unlikely=1", accept_downloads=True)
    texts = {}
    for form in ("csv", "json", "ics", "timelinejs", "markdown"):
        tab.locator("#export-menu summary").click()
        with tab.expect_download() as download:
            tab.locator(f'[data-export="{form}"]').click()
        texts[form] = Path(download.value.path()).read_bytes().decode()
    rows, ours = (list(csv.DictReader(io.StringIO(text))) for text in (texts["csv"], to_csv(small())))
    order = {row["id"]: row for row in ours}
    assert len(rows) == 14
    for row in rows:
        expected = order[row["id"]]
        assert {**row, "when": ""} == {**expected, "when": ""}
        assert row["when"].replace(",", "") == expected["when"].replace(",", "")
    assert len(json.loads(texts["json"])["events"]) == 14
    assert texts["ics"].count("BEGIN:VEVENT") == 9
    assert all(len(line.encode()) <= 75 for line in texts["ics"].split("\r\n"))
    slides = json.loads(texts["timelinejs"])["events"]
    assert {"year": 2016, "month": 11, "day": 9} in [slide["start_date"] for slide in slides]
    assert "Haas becomes premier" in texts["markdown"]


def test_hostile_text_is_escaped_in_exports(visit: Visit) -> None:
    """No formula in the CSV, no element in the TimelineJS file."""
    tab = visit(page(hostile()), accept_downloads=True)
    texts = {}
    for form in ("csv", "timelinejs"):
        tab.locator("#export-menu summary").click()
        with tab.expect_download() as download:
            tab.locator(f'[data-export="{form}"]').click()
        texts[form] = Path(download.value.path()).read_text()
    assert next(csv.DictReader(io.StringIO(texts["csv"])))["title"] == "'=1+1"
    assert "<img" not in texts["timelinejs"] and "<svg" not in texts["timelinejs"]


def test_the_figure_can_be_taken_as_an_image(drawn: Visit) -> None:
    """PNG and SVG, with the names of the lanes."""
    tab = drawn(page(small()), accept_downloads=True)
    for form, begin in (("svg", b"<svg"), ("png", b"\x89PNG")):
        tab.locator("#export-menu summary").click()
        with tab.expect_download() as download:
            tab.locator(f'[data-export="{form}"]').click()
        content = Path(download.value.path()).read_bytes()
        assert content.startswith(begin)
        assert form == "png" or b"Talks and visits" in content


def test_print_shows_the_figure_and_the_whole_table(drawn: Visit) -> None:
    """Figure in view, then every filtered event with its sources; no controls."""
    tab = drawn(page(many(300)), "unlikely=1")
    tab.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
    tab.emulate_media(media="print")
    assert tab.locator("#table-panel tbody tr").count() == 300
    assert tab.locator("#table-panel tbody tr").last.is_visible()
    assert tab.locator("#figure .main-svg").first.is_visible()
    for part in ("#bar", "#list-panel", "#details", ".head-tools"):
        assert not tab.locator(part).is_visible()
    tab.evaluate("() => window.dispatchEvent(new Event('afterprint'))")


def test_wheel_and_drag_move_the_period_and_the_page_still_scrolls(drawn: Visit) -> None:
    """The wheel zooms when the figure was chosen, a drag pans, the list follows."""
    tab = drawn(page(many(300)))
    box = tab.locator("#plot").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + 60
    tab.mouse.move(x, y)
    tab.mouse.wheel(0, -400)
    tab.wait_for_timeout(300)
    assert tab.evaluate("() => App.state.period") is None
    tab.locator("#plot").focus()
    tab.mouse.wheel(0, -400)
    tab.wait_for_function("() => App.state.period !== null")
    before = tab.evaluate("() => App.state.period[0]")
    tab.mouse.down()
    tab.mouse.move(x + 150, y, steps=5)
    tab.mouse.up()
    tab.wait_for_function("(was) => App.state.period[0] < was - 1", arg=before)
    tab.locator("#zoom-all").click()
    assert tab.evaluate("() => App.state.period") is None


def test_brush_by_mouse_and_by_key(visit: Visit) -> None:
    """A drag over the overview chooses a period; its ends move by the arrow keys."""
    tab = visit(page(many(300)))
    box = tab.locator("#overview-canvas").bounding_box()
    tab.mouse.move(box["x"] + 200, box["y"] + 20)
    tab.mouse.down()
    tab.mouse.move(box["x"] + 400, box["y"] + 20, steps=5)
    tab.mouse.up()
    tab.wait_for_function("() => App.state.period !== null")
    first = tab.evaluate("() => App.state.period")
    tab.locator("#brush-start").focus()
    tab.keyboard.press("ArrowRight")
    assert tab.evaluate("() => App.state.period[0]") > first[0]
    assert tab.locator("#brush-start").get_attribute("aria-valuetext")


def test_a_finger_pans_the_figure(drawn: Visit) -> None:
    """Touch moves the period sideways; up and down is left to the page."""
    tab = drawn(
        page(many(300)),
        "view=timeline&from=2000-01-01&to=2010-01-01",
        viewport={"width": 390, "height": 844},
        has_touch=True,
        is_mobile=True,
    )
    tab.locator("#plot").scroll_into_view_if_needed()
    box = tab.locator("#plot").bounding_box()
    session = tab.context.new_cdp_session(tab)
    y = box["y"] + 40

    def touch(kind: str, x: float) -> None:
        points = [] if kind == "touchEnd" else [{"x": x, "y": y}]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    before = tab.evaluate("() => App.state.period[0]")
    touch("touchStart", box["x"] + 60)
    for step in range(1, 8):
        touch("touchMove", box["x"] + 60 + 20 * step)
    touch("touchEnd", 0)
    tab.wait_for_function("(was) => App.state.period[0] < was - 30", arg=before)


@pytest.mark.parametrize("width", [320, 700, 1400])
def test_nothing_is_wider_than_the_screen(visit: Visit, width: int) -> None:
    """320 pixels, as at 400 % zoom of a common screen, need no sideways scrolling."""
    tab = visit(page(hostile()), viewport={"width": width, "height": 700})
    for view in ("timeline", "list", "table"):
        tab.locator(f'.tabs [data-view="{view}"]').click()
        assert tab.evaluate("() => document.documentElement.scrollWidth <= innerWidth"), view


def test_edges_of_the_calendar_and_crowds(drawn: Visit) -> None:
    """Years 1 and 9999, one-letter and 500-letter titles, 300 mentions, 200 actors."""
    base = small()
    where = base.articles[0]
    one = base.events[3].mentions[0]
    events = (
        made("y1", "a", "CONSULT", within("0001-01-01"), one),
        made("y9", "b" * 500, "CONSULT", within("9999-12-31"), one),
        made("m300", "Told 300 times", "AGREE", within("2020-02-29"), *[one] * 300),
        made(
            "p200", "Summit of 200", "AGREE", within("2020-03-01"), one, actors=tuple(f"State {n}" for n in range(200))
        ),
    )
    tab = drawn(page(Timeline(title="Edges", articles=(where,), events=events)))
    assert titles(tab) == ["a", "Told 300 times", "Summit of 200", "b" * 500]
    tab.locator(".row-line").nth(1).click()
    assert tab.locator(".report").count() == 5
    tab.get_by_role("button", name="Show all 300 reports").click()
    assert tab.locator(".report").count() == 300
    for lanes in ("actor", "pair", "source"):
        tab.locator("#lanes").select_option(lanes)
        tab.wait_for_timeout(200)
    tab.locator("#lanes").select_option("actor")
    tab.locator("#lanes-more").click()
    assert tab.locator("#lane-names li").count() == 24


def test_five_thousand_events_on_one_day(drawn: Visit) -> None:
    """They are counted, and the count lists them."""
    tab = drawn(page(many(5200, crowd=5000)), "from=2020-02-29&to=2020-02-29&unlikely=1")
    assert size(tab) >= 5000
    tab.locator("#plot").focus()
    box = tab.locator("#plot").bounding_box()
    lane = tab.evaluate("() => App.figure.laid.profiles[0].lane")
    height = tab.evaluate(
        "() => parseFloat(getComputedStyle(document.querySelector('#plot')).getPropertyValue('--lane'))"
    )
    tab.mouse.click(box["x"] + box["width"] / 2, box["y"] + (lane + 0.7) * height)
    tab.locator("#details .group button").first.click()
    assert tab.locator("#details .when-words").inner_text()
