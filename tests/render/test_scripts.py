# ruff: noqa: E501 - scripts stand as they are
"""The pure functions of the page's scripts, run where they will run: in the browser."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from said import CASES
from timelines import many, small

from timeline import edtf
from timeline.models import EventTime
from timeline.render import columns, figure, page, when
from timeline.render.page import SCRIPTS, _static

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def js(chromium: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Evaluate in a page of the small timeline."""
    path: Path = tmp_path_factory.mktemp("scripts") / "page.html"
    path.write_text(page(small(), plotlyjs="window.Plotly = { newPlot: async () => {} };"), encoding="utf-8")
    tab = chromium.new_page(viewport={"width": 1400, "height": 900})
    tab.goto(path.as_uri())
    yield tab.evaluate
    tab.close()


@pytest.mark.parametrize("text", ["0001-01-01", "1969-12-31", "1970-01-01", "2024-02-29", "9999-12-31"])
def test_days_round_trip(js: Any, text: str) -> None:
    """Script and Python count the same days."""
    day = columns.days(date.fromisoformat(text))
    assert js("(t) => Time.fromIso(t)", text) == day
    assert js("(d) => Time.toIso(d)", day) == text


@pytest.mark.parametrize("text", ["2023-02-29", "0000-01-01", "10000-01-01", "2024-1-1", "", None, "2024-13-01"])
def test_no_day(js: Any, text: str | None) -> None:
    """What the calendar lacks is no day."""
    assert js("(t) => Time.fromIso(t)", text) is None


@pytest.mark.parametrize(
    "text",
    [
        "2024",
        "2024-10",
        "2024-11-07",
        "199X",
        "19XX",
        "2024-11-07/..",
        "../2024-11-07",
        "2024-02/2024-03",
        "2024~",
        "0001",
    ],
)
def test_edtf_is_read_as_python_reads_it(js: Any, text: str) -> None:
    """One date, one meaning, on both sides."""
    interval = edtf.parse(text)
    assert js("(t) => Time.parseEdtf(t)", text) == [columns.days(interval.not_before), columns.days(interval.not_after)]


@pytest.mark.parametrize(
    "text", ["", "soon", "2024-13", "2024-02-30", "..", "../..", "2024-03/2024-02", "1/2/3", "19XX-01"]
)
def test_no_edtf(js: Any, text: str) -> None:
    """What is no date is refused."""
    assert js("(t) => Time.parseEdtf(t)", text) is None


def test_words_agree_with_the_list_without_scripts(js: Any) -> None:
    """Both say the same of every event, but for the comma after the weekday."""
    packed = columns.pack(small())
    words = js(
        """() => { const c = App.store.columns, m = App.store.meta, say = Words.make(Words.unpack(JSON.parse(document.getElementById('tl-messages').textContent)), 'en');
        const speaker = Time.speaker(say, 'en-GB');
        return Array.from({ length: c.n }, (_, i) => speaker.words(m.kinds[c.kind[i]], Store.open(c.low[i]), Store.open(c.high[i]), c.inner[i])); }"""
    )
    assert [text.replace(",", "") for text in words] == [
        when.words(event.time).replace(",", "") for event in packed.events
    ]


@pytest.mark.parametrize(("time", "kind", "short", "words"), CASES)
def test_every_way_of_knowing_a_day_is_said_alike(js: Any, time: EventTime, kind: str, short: str, words: str) -> None:
    """The scripts' words are those of the list without scripts."""
    bounds = [columns.days(day) for day in when.bounds(time)]
    said = js(
        """([kind, low, begun, seen, high]) => { const say = Words.make(Words.unpack(JSON.parse(document.getElementById('tl-messages').textContent)), 'en');
        const speaker = Time.speaker(say, 'en-GB'); return [speaker.short(kind, low, high, [begun, seen]), speaker.words(kind, low, high, [begun, seen])]; }""",
        [kind, *bounds],
    )
    assert [text.replace(",", "").replace("Sept", "Sep") for text in said] == [
        short.replace(",", ""),
        words.replace(",", ""),
    ]


def test_ticks_are_round_and_not_too_many(js: Any) -> None:
    """Whatever the window, from a day to ten thousand years."""
    for start, end in ((0, 1), (0, 7), (0, 18), (0, 60), (0, 400), (-9000, 20000), (-719162, 2932896)):
        ticks = js("([a, b]) => Time.ticks(a, b, 900)", [start, end])
        assert 2 <= len(ticks) <= 18, (start, end)
        assert all(start <= day <= end for day, _ in ticks)
        if ticks[0][1] == "year":
            assert all(js("(d) => Time.toIso(d).slice(5)", day) == "01-01" for day, _ in ticks)


def test_search_folds_and_finds(js: Any) -> None:
    """Accents, case, quotes; a text that holds the separator does not shift the others."""
    assert js("() => Search.fold('Erdoğan ÉCOLE İstanbul ı')") == "erdogan ecole istanbul i"
    assert js("""() => Search.terms('a "b c"  D')""") == ["a", "b c", "d"]
    found = js(
        """() => { const hits = new Uint8Array(4), hay = Search.haystack(['The\\n first one', 'x\\u0001y', 'Größe one', 'none']);
        Search.find(hay, Search.terms('one'), hits, 0); return Array.from(hits); }"""
    )
    assert found == [1, 0, 1, 1]
    assert js("() => 'Die GRÖSSE'.slice(...Search.locate('Die GRÖSSE', ['grosse']))") == "GRÖSSE"


def test_a_change_is_told_once_and_in_order(js: Any) -> None:
    """What follows from a change is worked out before it is drawn, and what has not changed is not told."""
    told = js(
        """() => { const told = [], board = Board.make({ a: 1, double: 2, other: 0 }, () => false);
        board.watch(['a'], () => board.set({ double: 2 * board.state.a }));
        board.watch(['a', 'double'], (changed) => told.push([...changed].sort().join() + '=' + board.state.double));
        board.watch(['other'], () => told.push('never'));
        board.set({ a: 1 }); board.set({ a: 3, other: 0 }); board.set({ double: 9 });
        return told; }"""
    )
    assert told == ["a,double=6", "double=9"]


def test_a_later_change_gives_way_to_the_next_one(js: Any) -> None:
    """Watchers told step by step are not told twice when the reader goes on, and a change at once passes them."""
    told = js(
        """async () => { const told = [], wait = (ms) => new Promise((done) => setTimeout(done, ms)), board = Board.make({ at: 0, now: 0 }, () => true);
        board.watch(['at', 'now'], () => told.push('first ' + board.state.at));
        board.watch(['at'], () => { told.push('second ' + board.state.at); if (board.state.at === 2) board.later({ at: 3 }, 5); });
        board.watch(['at'], () => told.push('third ' + board.state.at));
        board.later({ at: 1 }, 5); board.later({ at: 2 }, 5); await wait(200); board.set({ now: 1 });
        return told; }"""
    )
    assert told == ["first 2", "second 2", "first 3", "second 3", "third 3", "first 3"]


def test_state_round_trip(js: Any) -> None:
    """What is written into the address is read from it; what is unknown is left out."""
    made = js(
        """() => { const m = App.store.meta, s = State.parse('#e=a05&from=2016-01-01&to=2024-12-31&lanes=pair&view=table&q=ä b&type=CONSULT&type=NOPE&actor=Mila+Odal&unlikely=1&minor=1', m, Time.fromIso, Filter.none());
        return [s, State.parse(State.format(s, m, Time.toIso), m, Time.fromIso, Filter.none())]; }"""
    )
    assert made[0] == made[1]
    assert made[0]["filters"]["unlikely"] is made[0]["filters"]["minor"] is True
    assert made[0]["lanes"] == "pair" and made[0]["filters"]["query"] == "ä b" and len(made[0]["filters"]["type"]) == 1
    assert (
        js(
            "() => State.parse('#from=2024-02-02&to=2024-01-01&lanes=x&view=y', App.store.meta, Time.fromIso, Filter.none()).period"
        )
        is None
    )


def test_marks_never_cover_one_another(js: Any) -> None:
    """In a row no mark or title begins before the last one ends, and none is lost."""
    rows = js(
        """() => { const c = App.store.columns, shown = new Uint8Array(c.n).fill(1), view = Story.whole(c, shown, 900);
        const lanes = Lanes.assign(c, App.store.meta, 'type', shown, 12);
        const laid = Marks.layout({ columns: c, lanes, shown, view, width: 900, height: 80, title: App.store.title });
        return { marks: laid.marks, profiles: laid.profiles.length, scale: laid.scale }; }"""
    )
    assert {mark["i"] for mark in rows["marks"]} == {i for i in range(14) if i < 12} or rows["profiles"]
    by_row: dict[tuple[int, int], list[Any]] = {}
    for mark in rows["marks"]:
        by_row.setdefault((mark["lane"], mark["row"]), []).append(mark)
    for marks in by_row.values():
        for one, other in pairwise(marks):
            assert one["to"] <= other["from"]


def test_a_crowd_of_wide_marks_does_not_hide_the_others(js: Any) -> None:
    """Zoomed in, events known to the year are counted below the marks of those known to the day."""
    laid = js(
        """() => { const n = 43, years = 40;
        const low = Int32Array.from({ length: n }, (_, i) => (i < years ? 0 : 100 + i)), kind = low.map((_, i) => (i < years ? 1 : 0));
        const columns = { n, low, high: low.map((day, i) => (i < years ? 364 : day)), at: low, kind, importance: new Uint16Array(n), inner: {}, moved: false };
        const lanes = { lanes: [{}], starts: Uint32Array.from({ length: n + 1 }, (_, i) => i), items: new Uint16Array(n) };
        return Marks.layout({ columns, lanes, shown: new Uint8Array(n).fill(1), view: [130, 160], width: 900, height: 36, title: String }); }"""
    )
    assert [mark["i"] for mark in laid["marks"]] == [40, 41, 42]
    assert [part["tall"] < 0.5 for part in laid["profiles"]] == [True]


def test_uncertain_events_are_spread_over_their_days(js: Any) -> None:
    """A year counts as much as a day, but not on one day."""
    counts = js("() => Array.from(Marks.count({ low: [0, 0], high: [0, 364], at: [0, 0] }, [0, 1], 0, 36.5, 10))")
    assert sum(counts) == pytest.approx(2)
    assert counts[0] == pytest.approx(1.1)


def test_lanes_fold_what_does_not_fit(js: Any) -> None:
    """Every event stays in a lane; the last lane holds the rest."""
    lanes = js(
        "() => { const c = App.store.columns; return Lanes.assign(c, App.store.meta, 'actor', new Uint8Array(c.n).fill(1), 3); }"
    )
    assert len(lanes["lanes"]) == 3
    assert lanes["lanes"][2]["folded"] == lanes["total"] - 2
    starts = list(lanes["starts"])
    assert all(later > earlier for earlier, later in pairwise(starts))


def test_sorting_in_slices_is_sorting(js: Any) -> None:
    """Equal items keep their order, whatever the slices; a sort that no one waits for gives nothing."""
    assert js(
        """async () => { const items = Array.from({ length: 5000 }, (_, k) => [(k * 7919) % 613, k]);
        const compare = (a, b) => a[0] - b[0];
        const got = await Pace.sort(items, compare, () => false);
        return [JSON.stringify(got) === JSON.stringify(items.slice().sort(compare)), await Pace.sort([], compare, () => false),
          await Pace.sort(items, compare, () => true)]; }"""
    ) == [True, [], None]


def test_corrections_undo_and_file(js: Any) -> None:
    """A field that goes back is no correction; undo and redo are each other's opposite."""
    made = js(
        """() => { let log = Corrections.none();
        log = Corrections.add(log, { event: 'e', i: 0, title: 't', fields: { title: 'new', note: 'n' } });
        log = Corrections.add(log, { event: 'e', i: 0, title: 't', fields: { title: null } });
        log = Corrections.add(log, { event: 'f', i: 1, title: 'u', fields: { hide: true } });
        const file = JSON.parse(Corrections.file(log)), back = Corrections.redo(Corrections.undo(log));
        return [file, JSON.stringify(back) === JSON.stringify(log), Corrections.read('{}'), Corrections.read('x')]; }"""
    )
    assert made == [{"corrections": [{"event": "e", "note": "n"}, {"event": "f", "hide": True}]}, True, None, None]


def test_a_file_holds_what_the_page_was_built_with(js: Any) -> None:
    """What is saved later says it anew, or takes it back; each id is described as it was first."""
    made = js(
        """() => { const built = { corrections: [{ event: 'e', title: 'old', note: 'n' }, { event: 'x', mention: { article: 'a', start: 1, end: 3 } }],
          story: ['e', 'g'], descriptions: { e: { title: 'was' }, g: { title: 'chosen' } } };
        let log = Corrections.add(Corrections.none(), { event: 'e', i: 0, title: 't', fields: { title: 'new', note: null },
          described: { e: { title: 'later' } } });
        log = Corrections.add(log, { event: 'f', i: 1, title: 'u', fields: { same_as: 'e' }, described: { f: { title: 'f' }, h: { title: 'h' } } });
        return [Corrections.file(log, { built }), Corrections.file(Corrections.none(), { story: ['g'], was: { g: { title: 'now' } } }),
          Corrections.file(Corrections.none(), { built })].map(JSON.parse); }"""
    )
    split = {"event": "x", "mention": {"article": "a", "start": 1, "end": 3}}
    story, chosen = ["e", "g"], {"g": {"title": "chosen"}}
    assert made == [
        {
            "corrections": [{"event": "e", "title": "new"}, split, {"event": "f", "same_as": "e"}],
            "story": story,
            "descriptions": {"f": {"title": "f"}, "e": {"title": "was"}} | chosen,
        },
        {"corrections": [], "story": ["g"], "descriptions": {"g": {"title": "now"}}},
        {
            "corrections": [{"event": "e", "title": "old", "note": "n"}, split],
            "story": story,
            "descriptions": {"e": {"title": "was"}} | chosen,
        },
    ]


def test_plotly_texts_are_escaped(js: Any) -> None:
    """Plotly's own markup and what turns the direction of text never come from an article."""
    assert js("() => Traces.plain('<b>a</b> & \\u202eb\\n')") == "&lt;b&gt;a&lt;/b&gt; &amp;  b "


def test_ics_lines_fold_at_75_octets(js: Any) -> None:
    """Also in the middle of what UTF-8 writes with several octets."""
    text = js("() => Export.fold('SUMMARY:' + 'é'.repeat(100))")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert text.replace("\r\n ", "").rstrip() == "SUMMARY:" + "é" * 100


def test_the_script_unpacks_what_python_packs(js: Any) -> None:
    """Whatever the length."""
    for size in range(28):
        data = bytes(range(250, 250 - size, -1))
        assert list(js("([t, n]) => Array.from(Library.base91(t, n))", [figure._base91(data), size])) == list(data)


def test_readers_of_100_events_agree(js: Any, chromium: Any, tmp_path: Path) -> None:
    """Columns and chunks say the same of every event."""
    timeline = many(100)
    (tmp_path / "page.html").write_text(
        page(timeline, plotlyjs="window.Plotly = { newPlot: async () => {} };"), encoding="utf-8"
    )
    tab = chromium.new_page()
    tab.goto((tmp_path / "page.html").as_uri())
    read = tab.evaluate(
        "() => Array.from({ length: 100 }, (_, i) => { const e = App.store.event(i); return [e.id, e.title, e.time.low, e.time.high, e.mentions.map((m) => App.store.article(m.article).text.slice(...m.trigger))]; })"
    )
    tab.close()
    for (identity, title, low, high, triggers), event in zip(read, columns.pack(timeline).events, strict=True):
        assert (identity, title) == (event.id, event.title)
        assert (low, high) == tuple(map(columns.days, event.time.interval))
        assert triggers == [mention.trigger for mention in event.mentions]


def test_scripts_cannot_end_their_element() -> None:
    """Nothing in a script of the page closes it."""
    for name in SCRIPTS:
        assert "</script" not in _static(name) and "<!--" not in _static(name)
