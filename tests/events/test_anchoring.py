"""The examples that every rule of anchoring carries in its table row."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

import pytest
from making import THURSDAY

from timeline import dates, edtf, events
from timeline.articles import sentences
from timeline.articles.blocks import blocks
from timeline.edtf import Interval
from timeline.errors import TableError
from timeline.events.anchoring.cascade import GROUPS
from timeline.events.anchoring.rule import TABLE
from timeline.events.anchoring.rules.own_timex import MORE_EXACT
from timeline.events.anchoring.rules.talks import TOLD_BEFORE
from timeline.events.anchoring.rules.tense import SINCE_ONSET
from timeline.events.rules import Row, Rules, rows
from timeline.models import Article, Dct, Event, EventTime

DAY = date.fromisoformat(THURSDAY)
SECTIONS: tuple[Rules[Any], ...] = (*(group.rules for group in GROUPS), MORE_EXACT, SINCE_ONSET, TOLD_BEFORE)
ROWS = [(rules, row) for rules in SECTIONS for row in rows(TABLE)[rules.section]]
RULES = [pytest.param(rules, row, id=row.name) for rules, row in ROWS]
EXAMPLES = [pytest.param(example, id=f"{row.name}{n}") for _, row in ROWS for n, example in enumerate(row.examples)]


def dated(example: str) -> Event:
    """The event that an example marks."""
    told = example.partition(" -> ")[0]
    start, text = told.index("["), told.replace("[", "").replace("]", "")
    day = None if example.endswith(" nowhere") else DAY
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


@pytest.mark.parametrize(("rules", "row"), RULES)
def test_a_rule_decides_each_of_its_examples(rules: Rules[Any], row: Row) -> None:
    """The rule's name is on the result of its examples, and it has some."""
    assert row.name in dict(rules)
    assert {as_is(example).rule for example in row.examples} == {row.name}


@pytest.mark.parametrize(("rules", "row"), RULES)
def test_a_rule_is_needed(rules: Rules[Any], row: Row, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the rule one of its examples comes out otherwise."""
    monkeypatch.setitem(rules.functions, row.name, lambda *_: None)
    assert any(outcome(example) != wanted(example) for example in row.examples)


def test_every_section_is_asked() -> None:
    """Each section of the table is one of the rules that are tried, and no two rules have one name."""
    assert rows(TABLE).keys() == {rules.section for rules in SECTIONS}
    assert len({row.name for _, row in ROWS}) == len(ROWS)


def test_an_event_is_not_anchored_to_itself() -> None:
    """What dates an event is an expression, or the trigger of another event with the expression that dates it."""
    text = "Lund was abducted on 2 August 2024. Envoys speak about the kidnapping of Lund."
    event = as_is(text.replace("kidnapping", "[kidnapping]") + " -> day 2024-08-02")
    assert event.anchor.text == "abducted"
    assert event.anchor.start == text.index("abducted")
    assert event.anchor.timexes == (text.index("2 August"),)
