"""The files beside the page."""

from __future__ import annotations

import csv
import io

import pytest
from timelines import hostile, small, with_minor

from timeline.formats import export
from timeline.formats.csv_table import guard
from timeline.models import ArticleRecord, Timeline


def to_json(timeline: Timeline) -> str:
    return export(timeline, "json").decode()


def to_csv(timeline: Timeline) -> str:
    return export(timeline, "csv").decode("utf-8-sig")


def test_json_reads_back() -> None:
    """``timeline.json`` is the timeline."""
    assert Timeline.model_validate_json(to_json(small())) == small()
    assert to_json(small()) == to_json(small())
    assert '"schema": 1' in to_json(small())


def test_csv_has_a_row_for_every_event() -> None:
    """Also for those without a date."""
    rows = sorted(csv.DictReader(io.StringIO(to_csv(small()))), key=lambda row: row["id"])
    assert [row["id"] for row in rows] == [f"a{n:02}" for n in range(1, 15)]
    assert rows[4]["when"] == "some time in October 2024"
    assert rows[4]["date_expression"] == "last month"
    assert rows[10]["begin_not_after"] == ""


def test_minor_events_are_in_the_json_alone() -> None:
    """The table has what is shown."""
    assert Timeline.model_validate_json(to_json(with_minor())).minor == with_minor().minor
    assert to_csv(with_minor()) == to_csv(small())


@pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@a", "\t=1", "\r=1", " =1", "＝1"])
def test_no_cell_is_a_formula(cell: str) -> None:
    """A spreadsheet must not run what an article says."""
    assert guard(cell) == "'" + cell


def test_hostile_cells_are_guarded() -> None:
    """The guard stands at every cell."""
    rows = sorted(csv.DictReader(io.StringIO(to_csv(hostile()))), key=lambda row: row["id"])
    assert rows[2]["title"] == "'=1+1"
    assert rows[1]["actors"].startswith("'=cmd")


def test_the_parts_of_the_json_file_are_what_the_models_write() -> None:
    """Also where a text holds what looks like a part of the file."""
    text = 'They met.\n  "events": []\n  "undated": [] \u2028 {'
    article = ArticleRecord(id="a", title='  "minor": []', text=text)
    for timeline in (
        Timeline(title='  "articles": [] ', articles=(), events=()),
        Timeline(title='\n  "events": []', articles=(article, article), events=()),
    ):
        assert to_json(timeline) == timeline.model_dump_json(indent=2, by_alias=True) + "\n"
