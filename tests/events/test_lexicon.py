"""Every frame of the lexicon codes its own examples; corpora of own sentences keep recall and silence."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from timeline import dates, events
from timeline.events.lexicon import FRAME_FILES, lexicon
from timeline.events.parse.prefilter import may_tell
from timeline.models import Article, Dct, Event, Span
from timeline.tables.load import read_toml

CORPUS = Path(__file__).parents[1] / "corpus"
# Shares measured when the corpora were written; lowering one is a deliberate act.
ORDINARY_CEILING = 0.04
DIPLOMATIC_TYPES = 0.97
DIPLOMATIC_WHOLE = 0.95
EXAMPLES = 0.93


def code(texts: list[str], dct: str | None = None) -> list[list[Event]]:
    """Code sentences as articles of their own."""
    day = date.fromisoformat(dct) if dct else None
    when = Dct(value=dct, not_before=day, not_after=day) if dct else Dct()
    items = []
    for n, text in enumerate(texts):
        spans = [Span(start=0, end=len(text))]
        items.append((Article(id=f"a{n}", text=text, dct=when), spans, dates.tag(text, when, spans), None))
    return list(events.code_all(items, typed_only=True))


def examples() -> Iterator[tuple[str, str]]:
    """Example sentences of all frames with their type."""
    for name in FRAME_FILES:
        table = read_toml(f"events/{name}.toml")
        for row in [*table.get("verb", []), *table.get("noun", [])]:
            for text in row.get("examples", []):
                yield row["type"], text


@cache
def coded_examples() -> list[tuple[str, str, tuple[str | None, ...]]]:
    pairs = list(examples())
    return [
        (kind, text, tuple(e.type for e in found))
        for (kind, text), found in zip(pairs, code([t for _, t in pairs]), strict=True)
    ]


def test_every_frame_has_an_example() -> None:
    """A frame without an example sentence is not tested, and not allowed."""
    for name in FRAME_FILES:
        table = read_toml(f"events/{name}.toml")
        for row in [*table.get("verb", []), *table.get("noun", [])]:
            assert row.get("examples"), row


def test_frames_code_their_examples() -> None:
    """The example of a frame is coded with the frame's type; a few stay out of the small parser's reach."""
    missed = [(kind, text, found) for kind, text, found in coded_examples() if kind not in found]
    assert 1 - len(missed) / len(coded_examples()) >= EXAMPLES, missed


def test_examples_pass_the_filter_before_parsing() -> None:
    """No sentence that tells an event is lost by the cheap test before parsing."""
    assert [text for _, text in examples() if not may_tell(text)] == []


def test_every_type_has_a_frame() -> None:
    """All types of the ontology can be coded."""
    lex = lexicon()
    told = {f.type for table in (lex.verbs, lex.nouns) for frames in table.values() for f in frames}
    assert told == set(lex.kinds)


def test_ordinary_news_stays_untyped() -> None:
    """Sport, business, weather and daily life give (almost) no typed event."""
    table = tomllib.loads((CORPUS / "ordinary.toml").read_text(encoding="utf-8"))
    texts = [text for rows in table.values() for text in rows]
    assert len(texts) >= 300
    loud = [(t, [e.type for e in found]) for t, found in zip(texts, code(texts), strict=True) if found]
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
    assert all(e.title and len(e.title) <= 90 for had in found for e in had)


@pytest.mark.parametrize("kind", sorted(lexicon().kinds))
def test_the_corpus_covers_every_type(kind: str) -> None:
    """The corpus of diplomatic sentences has every type."""
    table = tomllib.loads((CORPUS / "diplomatic.toml").read_text(encoding="utf-8"))
    assert any(row[1] == kind for row in table["rows"])
