"""The examples that every rule of anchoring carries in its table row."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

import pytest

from timeline import dates, edtf, events
from timeline.articles import sentences
from timeline.articles.blocks import blocks
from timeline.edtf import Interval
from timeline.errors import TableError
from timeline.events.anchoring import read, register
from timeline.models import Article, Dct, Event, EventTime
from timeline.tables.load import read_toml

TABLE = read_toml(register.TABLE)
ROWS: list[dict[str, Any]] = [*(row for group in TABLE["group"] for row in group["rule"]), *TABLE["refinement"]]
NAMES = [row["name"] for row in ROWS]
EXAMPLES = [pytest.param(example, id=f"{row['name']}{n}") for row in ROWS for n, example in enumerate(row["examples"])]


def dated(example: str) -> Event:
    """The event that an example marks."""
    told = example.partition(" -> ")[0]
    start, text = told.index("["), told.replace("[", "").replace("]", "")
    day = None if example.endswith(" nowhere") else date.fromisoformat(TABLE["dct"])
    dct = Dct(value=str(day), not_before=day, not_after=day, confidence=1.0, evidence="given") if day else Dct()
    parts = tuple(blocks(text))
    spans = sentences.sentences(text, parts)
    found = events.code(Article(id="a", text=text, dct=dct, blocks=parts), spans, dates.tag(text, dct, spans))
    return next(event for event in found if event.start == start)


def wanted(example: str) -> tuple[str, Interval, Interval]:
    """Kind, begin and end behind an example's arrow."""
    kind, *bounds = example.partition(" -> ")[2].split()
    if kind == "nowhere":
        return "day", Interval(None, None), Interval(None, None)
    begin, end = (edtf.parse(bound) for bound in (bounds * 2)[:2])
    return kind, begin, end


def told(time: EventTime) -> tuple[str, Interval, Interval]:
    return time.kind, time.begin.interval, time.end.interval


@cache
def as_is(example: str) -> Event:
    return dated(example)


def outcome(example: str) -> tuple[str, Interval, Interval] | None:
    """What an example gives where a rule is missing; None where nothing dates it any more."""
    try:
        return told(dated(example).time)
    except TableError:
        return None


@pytest.mark.parametrize("example", EXAMPLES)
def test_examples_hold(example: str) -> None:
    """Every example of a rule comes out as it says."""
    assert told(as_is(example).time) == wanted(example), as_is(example).rule


@pytest.mark.parametrize("row", ROWS, ids=NAMES)
def test_a_rule_decides_each_of_its_examples(row: dict[str, Any]) -> None:
    """The rule's name is on the result of its examples, and it has some."""
    assert {as_is(example).rule for example in row["examples"]} == {row["name"]}


@pytest.mark.parametrize("row", ROWS, ids=NAMES)
def test_a_rule_is_needed(row: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the rule one of its examples comes out otherwise."""
    without = register.cascade().without(row["name"])
    monkeypatch.setattr(read, "cascade", lambda: without)
    assert any(outcome(example) != wanted(example) for example in row["examples"])
