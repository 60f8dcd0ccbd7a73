"""Every frame of the lexicon codes its own examples; corpora of own sentences keep recall and silence."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from coding import code

import timeline
from timeline.events.frame import Frame
from timeline.events.headline.cut import LIMIT
from timeline.events.lexicon import lexicon
from timeline.events.parse.inflect import forms

CORPUS = Path(__file__).parents[1] / "corpus"
# Shares measured when the corpora were written; lowering one is a deliberate act.
ORDINARY_CEILING = 0.04
DIPLOMATIC_TYPES = 0.97
DIPLOMATIC_WHOLE = 0.95
FRAMES = lexicon().frames
TEXTS = tuple(dict.fromkeys(text for frame in FRAMES.values() for text in (*frame.examples, *frame.counterexamples)))


def told(texts: tuple[str, ...]) -> dict[str, list[tuple[int, str, str]]]:
    """For each text where its typed events stand, their types and the frames that gave them."""
    found = code(texts, typed_only=False)
    return {
        text: [(e.start, str(e.type), str(e.frame).partition(" > ")[0]) for e in events if e.type]
        for text, events in zip(texts, found, strict=True)
    }


@cache
def coded() -> dict[str, list[tuple[int, str, str]]]:
    return told(TEXTS)


def deciders(text: str) -> set[str]:
    return {frame for _, _, frame in coded()[text]}


def test_every_frame_has_an_example() -> None:
    """A frame without an example sentence is not tested, and not allowed."""
    assert [frame.name for frame in FRAMES.values() if not frame.examples] == []


def test_examples_are_coded_as_they_say() -> None:
    """Each example of a frame is coded with the frame's type."""
    wrong = [
        (frame.name, text)
        for frame in FRAMES.values()
        for text in frame.examples
        if frame.type not in {kind for _, kind, _ in coded()[text]}
    ]
    assert wrong == []


def test_a_frame_decides_one_of_its_examples() -> None:
    """A frame that none of its own examples needs is a frame too many, or shadowed by another."""
    idle = [f.name for f in FRAMES.values() if not any(f.name in deciders(text) for text in f.examples)]
    assert idle == []


def test_a_frame_leaves_its_counterexamples_alone() -> None:
    """What a frame's conditions keep out is not coded by it."""
    loud = [(f.name, text) for f in FRAMES.values() for text in f.counterexamples if f.name in deciders(text)]
    assert loud == []


def without(frame: Frame, condition: str) -> Frame:
    """A frame that does not ask for a condition."""
    return replace(frame, **{condition: type(getattr(frame, condition))()})


def put(table: Mapping[str, tuple[Frame, ...]], old: Frame, new: Frame, monkeypatch: pytest.MonkeyPatch) -> None:
    for word, frames in table.items():
        if old in frames:
            monkeypatch.setitem(table, word, tuple(new if f.name == old.name else f for f in frames))  # type: ignore[arg-type]


def with_words_of(frame: Frame) -> tuple[str, ...]:
    """The examples and counterexamples of all frames that have a form of one of its words."""
    known = frozenset().union(*(forms(word.partition("_")[0]) for word in frame.words))
    return tuple(text for text in TEXTS if known & set(re.findall(r"[\w-]+", text.lower())))


@pytest.mark.parametrize("name", [name for name, frame in FRAMES.items() if frame.conditions])
def test_an_example_needs_each_condition(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a condition of a frame, an example or counterexample with one of its words comes out otherwise."""
    frame = FRAMES[name]
    texts = with_words_of(frame)
    usual = {text: coded()[text] for text in texts}
    needless = []
    for condition in frame.conditions:
        with monkeypatch.context() as patch:
            put(lexicon().nouns if frame.noun else lexicon().verbs, frame, without(frame, condition), patch)
            if told(texts) == usual:
                needless.append(condition)
    assert needless == []


def test_every_type_has_a_frame() -> None:
    """All types of the ontology can be coded."""
    assert {frame.type for frame in FRAMES.values()} == set(lexicon().kinds)


def test_ordinary_news_stays_untyped() -> None:
    """Sport, business, weather and daily life give (almost) no typed event."""
    table = tomllib.loads((CORPUS / "ordinary.toml").read_text(encoding="utf-8"))
    texts = [text for rows in table.values() for text in rows]
    assert len(texts) >= 300
    loud = [(t, [e.type for e in found]) for t, found in zip(texts, code(texts, None), strict=True) if found]
    assert len(loud) / len(texts) <= ORDINARY_CEILING, loud


def test_diplomatic_sentences() -> None:
    """Types, modes and statuses of own sentences over the whole ontology."""
    table = tomllib.loads((CORPUS / "diplomatic.toml").read_text(encoding="utf-8"))
    rows = table["rows"]
    assert len(rows) >= 150
    found = code([row[0] for row in rows], table["dct"])
    types = [row[1] in {e.type for e in had} for row, had in zip(rows, found, strict=True)]
    whole = [
        tuple(row[1:]) in {(e.type, e.mode or "", e.status) for e in had} for row, had in zip(rows, found, strict=True)
    ]
    missed = [row for row, ok in zip(rows, whole, strict=True) if not ok]
    assert sum(types) / len(rows) >= DIPLOMATIC_TYPES, missed
    assert sum(whole) / len(rows) >= DIPLOMATIC_WHOLE, missed
    assert all(e.title and len(e.title) <= LIMIT for had in found for e in had)


@pytest.mark.parametrize("kind", sorted(lexicon().kinds))
def test_the_corpus_covers_every_type(kind: str) -> None:
    """The corpus of diplomatic sentences has every type."""
    table = tomllib.loads((CORPUS / "diplomatic.toml").read_text(encoding="utf-8"))
    assert any(row[1] == kind for row in table["rows"])


@pytest.mark.parametrize(
    ("when", "told"), [("next month's", True), ("the", False), ("the 1990s", False), ("this century's", False)]
)
def test_an_event_noun_with_a_date_of_its_own_is_told_wherever_it_stands(when: str, told: bool) -> None:
    text = f"Chad urged the Danish king to attend {when} inauguration of its president."
    found = timeline.extract(text, dct="2024-11-07").events
    assert ("inauguration" in {event.trigger for event in found if event.type}) is told
