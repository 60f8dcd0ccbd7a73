"""Tables of events that people keep, and what the page saves, become pages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from commands import timeline
from rough import rough
from timelines import small

from timeline.errors import TimelineFileError
from timeline.files import load_events
from timeline.formats import export
from timeline.models import Timeline

SHEET = """\
Date,End date,Event,Who,Group,Status,Text
2023-05-03,2023-05-05,"Envoys meet, on a ship",Velmora; Sund,Talks and visits,occurred,Said in the log.
May 2024,,Accord signed,Sund,AGREE,,
2016,,'=1+1,,,,
,,Some day,,,hypothetical,
"""
GOOGLE = """\
Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Type
,,,,,,,,,A title slide,,,title
2024,11,7,,2024,11,9,,,Talks in Taveen,They met.,,
1848,,,,,,,,,A year of risings,,,
"""


def read(path: Path, text: str | bytes) -> tuple[Timeline, list[str]]:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    said: list[str] = []
    return load_events(path, lambda problem: said.append(str(problem).replace(str(path), path.name))), said


def test_a_table_of_a_person(tmp_path: Path) -> None:
    told, said = read(tmp_path / "mine.csv", SHEET)
    assert said == []
    assert told.title == "mine"
    assert [(event.title, event.edtf) for event in told.events] == [
        ("=1+1", "2016"),
        ("Envoys meet, on a ship", "2023-05-03/2023-05-05"),
        ("Accord signed", "2024-05"),
    ]
    assert [event.title for event in told.undated] == ["Some day"]
    ship = told.events[1]
    assert (ship.time.kind, ship.type, ship.note) == ("span", "CONSULT", "Said in the log.")
    assert [party.called for party in ship.actors] == ["Velmora", "Sund"]
    assert ship.corrected == ("added",)


def test_the_spreadsheet_of_timelinejs(tmp_path: Path) -> None:
    told, said = read(tmp_path / "sheet.csv", GOOGLE)
    assert said == []
    assert [(event.title, event.edtf) for event in told.events] == [
        ("A year of risings", "1848"),
        ("Talks in Taveen", "2024-11-07/2024-11-09"),
    ]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("2024-02-30,Talks,", "t.csv: row 2, column 'Date': '2024-02-30' is no day of the calendar"),
        ("3/4/2024,Talks,", "t.csv: row 2, column 'Date': '3/4/2024' can be 3 April or 4 March; write 2024-04-03"),
        ("soon,Talks,", "t.csv: row 2, column 'Date': 'soon' is no date that can be read; write it as 2024-11-07"),
        ("2024,,", "t.csv: row 2, column 'Title': is empty; write there what happened"),
        ("2024,Talks,ocurred", "t.csv: row 2, column 'Status': 'ocurred' is no status; write 'occurred'"),
    ],
)
def test_a_wrong_row_is_named_with_its_column(tmp_path: Path, row: str, message: str) -> None:
    told, said = read(tmp_path / "t.csv", f"Date,Title,Status\n{row}\n2024-05-01,Good,\n")
    assert [event.title for event in told.events] == ["Good"]
    assert len(said) == 1 and said[0].startswith(message), said


def test_what_a_table_makes_has_to_fit_as_what_a_build_makes(tmp_path: Path) -> None:
    record = json.loads(export(small(), "jsonl").split(b"\n")[0])
    record["time"]["begin"] = {"not_before": "2024-11-09", "not_after": "2024-11-07"}
    with pytest.raises(TimelineFileError, match=r"is inconsistent \(event .*: its time ends before it begins\); mend"):
        read(tmp_path / "t.jsonl", json.dumps(record))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("t.csv", "Title,Date\nTa\0lks,2024\n"),
        ("t.json", '{"events": [{"start_date": {"year": 2024}, "text": {"headline": "Ta\\u0000lks"}}]}'),
    ],
)
def test_what_stands_for_nothing_is_left_out(tmp_path: Path, name: str, text: str) -> None:
    told, said = read(tmp_path / name, text)
    assert ([event.title for event in told.events], said) == (["Talks"], [])


def test_a_table_without_what_it_needs(tmp_path: Path) -> None:
    with pytest.raises(
        TimelineFileError, match=r"has no column 'date' \(its columns are 'Title', 'Colour'\); name one so"
    ):
        read(tmp_path / "t.csv", "Title,Colour\nTalks,red\n")
    with pytest.raises(TimelineFileError, match="holds no event that can be used"):
        read(tmp_path / "t.csv", "Title,Date\n")
    with pytest.raises(TimelineFileError, match=r"is not in UTF-8 \(byte 15\)"):
        read(tmp_path / "t.csv", "Title,Date\nCaf\xe9,2024\n".encode("latin-1"))


def test_slides_of_timelinejs(tmp_path: Path) -> None:
    words = "<p>One.</p><p>Two.</p>"
    slides = {
        "title": {"text": {"headline": "Sund &amp; Velmora"}},
        "events": [
            {"start_date": {"year": "2024", "month": "5"}, "text": {"headline": "<b>Talks</b>", "text": words}},
            {"start_date": {"year": -44, "month": 3}, "text": {"headline": "The ides"}},
            {"start_date": {"year": 2023, "month": 2, "day": 30}, "text": {"headline": "No day"}},
            {"start_date": {"year": 2023}, "end_date": {"year": 2022}, "text": {"headline": "Backwards"}},
            "nothing",
        ],
    }  # fmt: skip
    told, said = read(tmp_path / "t.json", json.dumps(slides))
    assert told.title == "Sund & Velmora"
    assert [(event.title, event.edtf, event.note) for event in told.events] == [("Talks", "2024-05", "One.\nTwo.")]
    assert said == [
        "t.json: slide 2, column 'start_date.year': -44 is not between 1 and 9999; write another, or no date",
        "t.json: slide 3, column 'start_date.day': month 2 of 2023 has no day 30; write another",
        "t.json: slide 4, column 'end_date.year': it ends before it begins; mend one of the two",
        "t.json: slide 5: is no object; write one with 'start_date' and 'text'",
    ]


@pytest.mark.parametrize("make", [small, rough])
@pytest.mark.parametrize("name", ["csv", "jsonl", "timelinejs"])
def test_what_is_written_is_read_again(tmp_path: Path, make: object, name: str) -> None:
    assert callable(make)
    whole: Timeline = make()
    ending = "json" if name == "timelinejs" else name
    told, said = read(tmp_path / f"t.{ending}", export(whole, name))
    assert said == []
    kept = {event.id: event for event in (*told.events, *told.undated)}
    for event in (*whole.events, *whole.undated):
        if event.id in kept or name != "timelinejs":
            assert (
                "".join(kept[event.id].title.split())[:20] == "".join(event.title.split())[:20] or "\x00" in event.title
            )
        if name != "timelinejs":
            assert kept[event.id].time == event.time
            assert kept[event.id].status == event.status
    assert export(told, "html")


def test_a_line_that_is_no_record_is_named(tmp_path: Path) -> None:
    good = export(small(), "jsonl").decode().split("\n")[0]
    told, said = read(tmp_path / "t.jsonl", f'{good}\n{{"id": 1}}\nnothing\n')
    assert len(told.events) == 1
    assert [line.split(":")[1] for line in said] == [" line 2", " line 3"]


def test_render_takes_a_table_and_writes_any_format(tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text(SHEET + "soon,,Bad,,,,\n")
    done = timeline("render", tmp_path / "mine.csv", "--format", "html,ics,md")
    assert done.returncode == 3
    assert "row 6, column 'Date'" in done.stderr
    assert {path.name for path in tmp_path.iterdir()} == {"mine.csv", "mine.html", "mine.ics", "mine.md"}
    shown = timeline("render", tmp_path / "mine.csv", "--format", "txt", "-o", "-")
    assert "* Accord signed" in shown.stdout


@pytest.mark.parametrize("name", ["csv", "jsonl", "timelinejs", "json"])
def test_render_knows_what_standard_input_is_by_its_content(name: str) -> None:
    data = export(small(), name)
    shown = timeline("render", "-", "--format", "txt", given=data)
    assert (shown.returncode, shown.stderr) == (0, "")
    titles = [event.title for event in small().events]
    assert titles and all(title in shown.stdout for title in titles)
    if name == "csv":
        done = timeline("render", "-", "--format", "txt", given=data + b"x\n")
        assert done.stderr.startswith("timeline: standard input: row ")


def test_render_never_writes_over_what_it_reads(tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text(SHEET)
    done = timeline("render", tmp_path / "mine.csv", "--format", "csv")
    assert (done.returncode, done.stdout) == (1, "")
    assert "is the file that is read; choose another with -o" in done.stderr
    assert (tmp_path / "mine.csv").read_text() == SHEET


def test_a_folder_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text(SHEET)
    (tmp_path / "file").write_text("")
    done = timeline("render", tmp_path / "mine.csv", "--format", "ics", "-o", tmp_path / "file/x.ics")
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1 and "cannot be written" in done.stderr


@pytest.mark.parametrize("name", ["timeline", "event", "plover", "request", "annotation", "corrections"])
def test_every_schema_names_itself(name: str) -> None:
    schema = json.loads(timeline("schema", name).stdout)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"urn:diplomatic-timeline:schema:{name}:1"


def test_an_unknown_format_is_wrong_usage() -> None:
    done = timeline("render", "x.json", "--format", "isc")
    assert done.returncode == 2
    assert "'isc' is no format; choose among html, json, jsonl, csv, parquet, ics" in done.stderr
