"""Every named rule of coding has examples that hold, and one of them needs it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from coding import code, in_a_frame
from making import THURSDAY

from timeline.events.coding.relevance import GATES, VETOES
from timeline.events.coding.status.judge import NOUN, TYPED
from timeline.events.coding.status.verb import CLAUSE, FINITE, GOVERNED
from timeline.events.coding.triggers.covered import COVERS, DROPS
from timeline.events.coding.triggers.retyped import PROMISES, RETYPES
from timeline.events.coding.triggers.skipped import SKIPS
from timeline.events.coding.triggers.untold import UNTOLD, is_untold
from timeline.events.lexicon import lexicon
from timeline.events.parse.english import parse
from timeline.events.rules import Row, Rules, rows


def types(text: str) -> str:
    """What an example of triggers or relevance tells: the types of its framed events, in the order of the words."""
    return " ".join(str(event.type) for event in in_a_frame(code([text], THURSDAY)[0])) or "-"


def statuses(text: str) -> str:
    """What an example of statuses tells: its triggers, typed or not, each with its status."""
    return ", ".join(f"{event.trigger} {event.status}" for event in code([text], THURSDAY, typed_only=False)[0])


Told = Callable[[str], str]
SECTIONS: list[tuple[Rules[Any], Told]] = [
    *((rules, types) for rules in (SKIPS, PROMISES, COVERS, DROPS, RETYPES, VETOES, GATES)),
    *((rules, statuses) for rules in (NOUN, TYPED, CLAUSE, GOVERNED, FINITE)),
]
ROWS = [
    pytest.param(rules, row, told, id=f"{rules.section}:{row.name}")
    for rules, told in SECTIONS
    for row in rows(rules.table)[rules.section]
]


@pytest.mark.parametrize(("rules", "row", "told"), ROWS)
def test_examples_hold(rules: Rules[Any], row: Row, told: Told) -> None:
    """Every example of a rule gives what stands behind its arrow."""
    assert row.name in dict(rules)
    for example in row.examples:
        text, _, wanted = example.partition(" -> ")
        assert wanted in ([told(text)] if told is types else told(text).split(", ")), (text, told(text))


@pytest.mark.parametrize(("rules", "row", "told"), ROWS)
def test_an_example_needs_its_rule(rules: Rules[Any], row: Row, told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the rule one of its examples comes out otherwise; else it is a rule too many."""
    texts = [example.partition(" -> ")[0] for example in row.examples]
    before = [told(text) for text in texts]
    monkeypatch.setitem(rules.functions, row.name, lambda *_: None)
    assert [told(text) for text in texts] != before


@pytest.mark.parametrize("row", rows(UNTOLD.table)[UNTOLD.section], ids=lambda row: row.name)
def test_the_marked_verb_tells_no_event(row: Row, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of each example only the marked verb tells none, and only by its rule."""
    for example in row.examples:
        (tree,) = parse([example.replace("[", "").replace("]", "")])
        assert [w.start for w in tree if w.is_verbal and is_untold(w)] == [example.index("[")]
        with monkeypatch.context() as patch:
            patch.setitem(UNTOLD.functions, row.name, lambda _: False)
            assert not any(w.is_verbal and is_untold(w) for w in tree)


def test_every_rule_has_a_row() -> None:
    """Each section of the tables is one of the rules here, and each of its rows has a function."""
    every = [*(rules for rules, _ in SECTIONS), UNTOLD]
    for rules in every:
        assert dict(rules).keys() == rules.functions.keys()
    for table in {rules.table for rules in every}:
        assert rows(table).keys() == {rules.section for rules in every if rules.table == table}


def test_names_are_unique() -> None:
    """A name is what an event and ``explain`` cite, so one frame or rule of coding bears it."""
    names = Counter(row.name for rules, _ in SECTIONS for row in rows(rules.table)[rules.section])
    names.update(lexicon().frames.keys())
    gates = {name for name, _ in GATES}
    assert [name for name, count in names.items() if count > 1 and name not in gates] == []


def test_every_gate_is_one_that_frames_have() -> None:
    """A frame's gate is a rule of relevance, and each of these is some frame's."""
    assert {frame.gate for frame in lexicon().frames.values()} == {name for name, _ in GATES}
