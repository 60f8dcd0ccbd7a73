"""Every format is read by somebody else's reader: for the seed, and for what makes trouble."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import feedparser
import geojson
import icalendar
import jsonschema
import markdown_it
import pandas
import pyarrow.parquet
import pytest
import vobject
from lxml import etree
from rough import FORMULA, MARKS, rough
from timelines import hostile, small

import timeline
from timeline.files import schema
from timeline.formats import export
from timeline.models import MergedEvent, Timeline
from timeline.options import FORMATS

HERE = Path(__file__).parent
SEEDS = HERE.parent.parent / "seeds"
Make = Callable[[], Timeline]


@cache
def seed() -> Timeline:
    return timeline.build(SEEDS)


every = pytest.mark.parametrize("make", [seed, small, hostile, rough], ids=lambda make: make.__name__)


def shown(told: Timeline) -> list[MergedEvent]:
    return [*told.events, *told.undated]


def dated(told: Timeline) -> list[MergedEvent]:
    return [event for event in shown(told) if any((*event.time.begin.interval, *event.time.end.interval))]


def valid(value: Any, name: str) -> None:
    jsonschema.validate(value, json.loads(schema(name)), format_checker=jsonschema.FormatChecker())


@every
@pytest.mark.parametrize("name", [name for name in FORMATS if name != "html"])
def test_equal_timelines_give_equal_bytes(make: Make, name: str) -> None:
    copy = Timeline.model_validate_json(make().model_dump_json(by_alias=True))
    assert export(make(), name) == export(copy, name)


@every
def test_json(make: Make) -> None:
    value = json.loads(export(make(), "json"))
    valid(value, "timeline")
    assert len(value["events"]) == len(make().events)


@every
def test_json_lines(make: Make) -> None:
    rows = [json.loads(line) for line in export(make(), "jsonl").decode().split("\n")[:-1]]
    for row in rows:
        valid(row, "event")
    assert sorted(row["id"] for row in rows) == sorted(event.id for event in shown(make()))
    titles = {event.id: event.title for event in shown(make())}
    assert {row["id"]: row["title"] for row in rows} == titles


@every
def test_csv(make: Make) -> None:
    data = export(make(), "csv")
    assert data.startswith(b"\xef\xbb\xbf")
    frame = pandas.read_csv(io.BytesIO(data), dtype=str, keep_default_na=False)
    assert sorted(frame["id"]) == sorted(event.id for event in shown(make()))
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    titles = {event.id: event.title for event in shown(make())}
    for row in rows:
        assert row["title"] in (titles[row["id"]], f"'{titles[row['id']]}")
        assert not any(cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row.values())


@every
def test_parquet(make: Make) -> None:
    table = pyarrow.parquet.read_table(io.BytesIO(export(make(), "parquet")))
    assert table.schema.field("begin_not_before").type == pyarrow.date32()
    rows = {row["id"]: row for row in table.to_pylist()}
    for event in shown(make()):
        row = rows[event.id]
        assert row["title"] == event.title
        assert row["begin_not_before"] == event.time.begin.not_before
        assert row["actors"] == [party.called for party in event.actors]
    frame = pandas.read_parquet(io.BytesIO(export(make(), "parquet")))
    assert len(frame) == len(shown(make()))


def _plainly(text: str) -> str:
    """What a calendar can hold of a text."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x85", "\n").replace("\u2028", "\n")
    lines = lines.replace("\u2029", "\n")
    return "".join("\ufffd" if (c < " " and c not in "\t\n") or c in "\x7f\ufffe\uffff" else c for c in lines)


@every
def test_calendar(make: Make) -> None:
    data = export(make(), "ics")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    calendar = icalendar.Calendar.from_ical(data)
    found = {str(one["uid"]).removesuffix("@diplomatic-timeline"): one for one in calendar.walk("VEVENT")}
    assert set(found) == {event.id for event in dated(make())}
    for event in dated(make()):
        entry = found[event.id]
        assert not entry.errors
        low, high = event.time.interval
        if low:
            assert entry["dtstart"].dt == low
        if high and "dtend" in entry and high < date.max:
            assert (entry["dtend"].dt - high).days == 1
        sure = event.time.kind == "day" and low == high
        assert sure or event.time.kind == "span" or "(" in str(entry["summary"])
    other = vobject.readOne(data.decode())
    assert {one.uid.value.removesuffix("@diplomatic-timeline") for one in other.vevent_list} == set(found)
    summaries = {one.uid.value.removesuffix("@diplomatic-timeline"): one.summary.value for one in other.vevent_list}
    for event in dated(make()):
        assert summaries[event.id].startswith(_plainly(event.title))


@every
def test_timelinejs(make: Make) -> None:
    value = json.loads(export(make(), "timelinejs"))
    jsonschema.validate(value, json.loads((HERE / "timelinejs.schema.json").read_text()))
    assert {slide["unique_id"] for slide in value["events"]} == {event.id for event in dated(make())}
    for slide in value["events"]:
        date(**slide["start_date"])
        assert "end_date" not in slide or date(**slide["end_date"]) > date(**slide["start_date"])
        assert "<" not in slide["text"]["headline"]


@every
def test_timeml(make: Make) -> None:
    rules = etree.DTD(str(HERE / "timeml.dtd"))
    archive = zipfile.ZipFile(io.BytesIO(export(make(), "timeml")))
    assert archive.testzip() is None
    articles = make().articles
    assert len({name.casefold() for name in archive.namelist()}) == len(articles)
    instances = 0
    for name, article in zip(archive.namelist(), articles, strict=True):
        root = etree.fromstring(archive.read(name))
        assert rules.validate(root), rules.error_log
        text = "".join(root.itertext())
        assert len(text) == len(article.text)
        assert all(ours == theirs or theirs in "\ufffd\n" for ours, theirs in zip(article.text, text, strict=True))
        instances += len(root.findall("MAKEINSTANCE"))
        kinds = {
            element.get(key): kind
            for kind, key in (("t", "tid"), ("ei", "eiid"))
            for element in root.iter()
            if element.get(key)
        }
        for link in root.iter("TLINK"):
            assert kinds[link.get("eventInstanceID")] == "ei"
            assert (kinds.get(link.get("relatedToTime")) == "t") != (
                kinds.get(link.get("relatedToEventInstance")) == "ei"
            )
    assert instances >= 1


@every
def test_plover(make: Make) -> None:
    rows = [json.loads(line) for line in export(make(), "plover").decode().split("\n")[:-1]]
    for row in rows:
        valid(row, "plover")
    assert {row["id"] for row in rows} == {event.id for event in shown(make()) if event.plover}


@every
def test_geojson(make: Make) -> None:
    collection = geojson.loads(export(make(), "geojson"))
    assert collection.is_valid, collection.errors()
    for feature in collection.features:
        assert feature.is_valid and feature.geometry.is_valid, feature.errors()


@every
def test_markdown(make: Make) -> None:
    tokens = markdown_it.MarkdownIt("gfm-like", {"linkify": False}).parse(export(make(), "md").decode())
    assert [token.tag for token in tokens if token.type == "heading_open"] == ["h1"]
    reports = sum(len(event.mentions) for event in shown(make()))
    assert sum(token.type == "list_item_open" for token in tokens) == len(shown(make())) + reports
    kinds = {child.type for token in tokens for child in token.children or ()}
    assert kinds <= {"text", "text_special", "strong_open", "strong_close", "softbreak"}
    texts = "\n".join("".join(child.content for child in token.children or ()) for token in tokens)
    for event in shown(make()):
        assert " ".join(_plainly(event.title).split()) in " ".join(texts.split())


@every
def test_plain_text(make: Make) -> None:
    text = export(make(), "txt").decode()
    assert not set(map(chr, range(32))) - {"\n"} & set(text)
    assert text.count("\n* ") == len(shown(make()))
    for event in shown(make()):
        assert "".join(_plainly(event.title).split()) in "".join(text.split())


@every
def test_atom(make: Make) -> None:
    data = export(make(), "atom")
    feed = feedparser.parse(data)
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10"
    assert len({entry.id for entry in feed.entries}) == len(feed.entries) == min(100, len(dated(make())))
    assert all(entry.updated_parsed and entry.title and entry.content for entry in feed.entries)
    assert all(link.href.startswith("http") for entry in feed.entries for link in entry.get("links", ()))
    assert etree.fromstring(data).tag == "{http://www.w3.org/2005/Atom}feed"


def test_what_is_not_sure_is_said_in_words() -> None:
    calendar = icalendar.Calendar.from_ical(export(rough(), "ics"))
    said = {
        str(one["uid"])[:3]: (str(one["summary"]), str(one["description"]).split("\n")[0])
        for one in calendar.walk("VEVENT")
    }
    assert said["r01"] == ("The first day", "Monday 1 January 1")
    assert said["r02"][0] == "Before Christ (Monday 1 January 1 or earlier)"
    assert said["r03"][1] == "some time in 2016"
    assert "r11" not in said


def test_the_last_day_of_the_calendar_has_no_day_behind_it() -> None:
    calendar = icalendar.Calendar.from_ical(export(rough(), "ics"))
    by_id = {str(one["uid"])[:3]: one for one in calendar.walk("VEVENT")}
    assert "dtend" not in by_id["r08"]
    assert by_id["r09"]["dtend"].dt == date.max


def test_countries_lie_where_they_are() -> None:
    features = {feature.id: feature for feature in geojson.loads(export(rough(), "geojson")).features}
    assert set(features) == {"r03", "r04"}
    longitude, latitude = features["r03"].geometry.coordinates
    assert -5 < longitude < 8 and 42 < latitude < 51  # France
    assert features["r03"].properties["located_by"] == "places"
    assert features["r04"].properties["countries"] == ["CHE", "JPN"]


def test_timeml_links_what_the_days_tell() -> None:
    archive = zipfile.ZipFile(io.BytesIO(export(small(), "timeml")))
    root = etree.fromstring(archive.read("news.tml"))
    event = {one.text: one.get("eid") for one in root.iter("EVENT")}["general election"]
    instance = next(one.get("eiid") for one in root.iter("MAKEINSTANCE") if one.get("eventID") == event)
    links = {
        (one.get("relatedToTime"), one.get("relType"))
        for one in root.iter("TLINK")
        if one.get("eventInstanceID") == instance
    }
    assert ("t0", "BEFORE") in links


def test_no_formula_and_no_mark_acts() -> None:
    assert FORMULA in json.loads(export(rough(), "json"))["title"]
    assert f"'{FORMULA}" in [
        row["title"] for row in csv.DictReader(io.StringIO(export(rough(), "csv").decode("utf-8-sig")))
    ]
    assert MARKS.replace("<", "&lt;") not in export(rough(), "md").decode()


def test_an_unknown_format_lists_the_known_ones() -> None:
    with pytest.raises(
        timeline.TimelineError, match=r"'isc' is no format; choose among html, json, .*do you mean 'ics'"
    ):
        export(small(), "isc")
