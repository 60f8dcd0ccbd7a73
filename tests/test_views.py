"""A timeline in a program: a sequence, a data frame, a figure, and what a notebook shows."""

from __future__ import annotations

import sys
from datetime import date
from itertools import pairwise
from typing import Any

import pandas
import pytest
from timelines import many

from timeline import OptionError, Timeline

RICH = many(60)


def test_it_is_a_sequence_of_the_events_that_are_shown() -> None:
    shown = [*RICH.events, *RICH.undated]
    assert list(RICH) == shown
    assert len(RICH) == len(shown) > 3
    assert RICH[0] == shown[0]
    assert RICH[-1] == shown[-1]
    assert RICH[1:3] == tuple(shown[1:3])
    assert RICH[:] == tuple(shown)
    with pytest.raises(IndexError):
        _ = RICH[len(shown)]


def test_a_slice_of_days_is_a_timeline_of_these_days() -> None:
    dated = [event.time.interval for event in RICH.events if event.time.interval.days]
    first, last = dated[0].not_before, dated[-1].not_after
    assert first and last
    part = RICH[str(first) : str(first)]
    assert isinstance(part, Timeline)
    assert 0 < len(part) < len(RICH)
    assert all(event.time.interval.contains(first) for event in part)
    assert RICH[first:first] == part == RICH.filter(from_=first, to=first)
    assert {event.id for event in RICH[:last]} >= {event.id for event in part}
    assert {article.id for article in part.articles} == {m.article for event in part for m in event.mentions}


def test_a_party_behind_the_days_chooses_too() -> None:
    party = next(one for event in RICH for one in event.actors if one.name)
    part = RICH[:, str(party.name)]
    assert 0 < len(part) < len(RICH)
    assert part == RICH.filter(actor=str(party.name))
    early = RICH[: str(date.max.year - 1), str(party.name)]
    assert {event.id for event in early} <= {event.id for event in part}
    with pytest.raises(OptionError, match="Nobody"):
        _ = RICH[:, "Nobody Atall"]


@pytest.mark.parametrize(
    "asked", ["2024", ("2024", "JPN"), slice("2024", "2025", 2), slice(1, "2024"), (slice(1, 2), "x")]
)
def test_what_is_no_question_is_refused(asked: Any) -> None:
    with pytest.raises(TypeError, match=r"ask by a number|write timeline\["):
        _ = RICH[asked]
    with pytest.raises(OptionError, match="someday"):
        _ = RICH["someday":]  # type: ignore[misc]


def test_filter_says_what_is_wrong() -> None:
    with pytest.raises(OptionError, match="no type of event"):
        RICH.filter(types="DANCE")
    assert {event.type for event in RICH.filter(types=["CONSULT", "AGREE"])} == {"CONSULT", "AGREE"}
    assert len(RICH.filter(key=2)) == 2 == len(RICH.key(2))


def test_a_frame_has_a_row_for_each_event() -> None:
    table = RICH.to_frame()
    assert list(table.index) == [event.id for event in RICH]
    assert list(table["title"]) == [event.title for event in RICH]
    assert [str(kind) for kind in table.dtypes[["begin", "end", "mentions", "importance", "url"]]] == [
        "datetime64[s]", "datetime64[s]", "int64", "float64", "string",
    ]  # fmt: skip
    for event, begin, end in zip(RICH, table["begin"], table["end"], strict=True):
        ends = tuple(None if pandas.isna(day) else day.date() for day in (begin, end))
        assert ends == tuple(event.time.interval)
    told = RICH.to_frame.__doc__ or ""
    assert [name for name in table.columns if f"``{name}``" not in told] == []


def test_an_empty_frame_has_the_same_columns() -> None:
    empty = RICH.model_copy(update={"events": (), "undated": ()})
    assert empty.to_frame().dtypes.equals(RICH.to_frame().dtypes)
    assert len(empty.figure().data) == len(RICH.figure().data)


def test_early_days_and_added_events_have_rows() -> None:
    event = RICH.events[0]
    bounds = event.time.begin.model_copy(update={"not_before": date(1, 1, 1), "not_after": date(9999, 12, 31)})
    time = event.time.model_copy(update={"begin": bounds, "end": bounds})
    added = event.model_copy(update={"mentions": (), "time": time})
    row = RICH.model_copy(update={"events": (added,), "undated": ()}).to_frame().iloc[0]
    assert (row["begin"].year, row["end"].year) == (1, 9999)
    assert pandas.isna(row["sentence"])


def test_a_frame_without_pandas_names_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(OptionError, match='pip install "pandas>='):
        RICH.to_frame()


def test_a_figure_shows_each_dated_event_on_its_days() -> None:
    found: dict[str, set[str]] = {}
    for trace in RICH.figure().data:
        for event, day in zip(trace.customdata, trace.x, strict=True):
            if event:
                found.setdefault(event, set()).add(day)
    known = {event.id: event for event in RICH.events}
    assert found.keys() == known.keys()
    for name, days in found.items():
        ends = {str(day) for day in (*known[name].time.begin.interval, *known[name].time.end.interval) if day}
        assert days == {min(ends), max(ends)}


def test_no_two_bars_of_a_figure_overlap() -> None:
    rows: dict[float, list[tuple[str, str]]] = {}
    for trace in RICH.figure().data:
        bars: dict[str, list[tuple[str, float]]] = {}
        for event, day, row in zip(trace.customdata, trace.x, trace.y, strict=True):
            if event:
                bars.setdefault(event, []).append((day, row))
        for bar in bars.values():
            rows.setdefault(bar[0][1], []).append((bar[0][0], bar[-1][0]))
    for bars_of_row in rows.values():
        ordered = sorted(bars_of_row)
        assert all(one[1] < other[0] for one, other in pairwise(ordered))


def test_hover_texts_are_no_markup() -> None:
    event = RICH.events[0].model_copy(update={"title": "<img src=x>"})
    timeline = RICH.model_copy(update={"title": "<b>x</b>", "events": (event,)})
    assert "<img" not in str(timeline.figure().to_json()).replace("\\u003c", "<")
