"""Odd input: capitals, transcripts, lists, other languages, endless sentences and empty text."""

from __future__ import annotations

import pytest
from work import grows_with

from timeline import events
from timeline.articles.blocks import blocks
from timeline.articles.sentences import sentences
from timeline.models import Article, Event, Span


def code(text: str, language: str | None = None, *, typed_only: bool = True) -> list[Event]:
    parts = tuple(blocks(text))
    article = Article(id="a", text=text, language=language, blocks=parts)
    return events.code(article, sentences(text, parts), [], typed_only=typed_only)


@pytest.mark.parametrize("text", ["", " \n\n ", ".", "\u202e\u2066x", "• \n• \n", "A" * 10_000])
def test_nothing_to_code(text: str) -> None:
    """Text without a sentence gives no typed event and no crash."""
    assert code(text) == []


def test_a_headline_in_capitals() -> None:
    """Capitals are read like sentence case; offsets stay those of the text."""
    text = "RUSSIA AND CHINA SIGN BORDER TREATY\n\nThe weather was fine."
    found = code(text)
    assert [e.type for e in found] == ["SUPPORT"]
    assert text[found[0].start : found[0].end] == "SIGN"
    assert {p.code for p in found[0].actors} == {"RUS", "CHN"}


def test_a_headline_in_title_case() -> None:
    """A headline with capital initials is read, too."""
    found = code("Canada Imposes Sanctions On Three Belarusian Banks\n\nIt was a quiet day elsewhere.")
    assert [e.type for e in found] == ["SANCTION"]


def test_a_transcript() -> None:
    """Questions and answers are sentences like others."""
    text = "Q: What did you tell the minister?\nA: France rejected the Iranian offer on Monday."
    assert "REJECT" in [e.type for e in code(text)]


def test_a_list() -> None:
    """Each item of a list is a sentence of its own."""
    text = "Also this week:\n\n- Mali recalled its ambassador from Paris.\n\n- Chad and Niger signed a treaty.\n"
    assert [e.type for e in code(text)] == ["SANCTION", "SUPPORT"]


def test_other_languages_have_no_typed_event() -> None:
    """An article that is known not to be English gives no typed event."""
    text = "Norway imposed sanctions on three Belarusian banks."
    assert code(text, "no") == []
    assert len(code(text, "en")) == 1


def test_an_endless_sentence() -> None:
    """A sentence of 3,000 words is cut into pieces: four times as long, it is four times the work."""
    assert code("Sweden praised Finland and " * 750 + "nobody stopped.")
    assert grows_with("Sweden praised Finland and ", code)


def test_given_spans_are_the_mentions() -> None:
    """With spans exactly those stretches are mentions, in order."""
    text = "Sweden praised Finland. The rain stopped."
    parts = tuple(blocks(text))
    article = Article(id="a", text=text, blocks=parts)
    spans = [Span(start=text.index("rain"), end=text.index("rain") + 4), Span(start=7, end=14)]
    found = events.code(article, sentences(text, parts), [], spans=spans)
    assert [(e.trigger, e.type) for e in found] == [("praised", "SUPPORT"), ("rain", None)]


def test_all_mentions_and_typed_ones() -> None:
    """Every mention is annotated; typed ones alone where asked."""
    text = "Sweden praised Finland. The rain stopped."
    assert [e.trigger for e in code(text, typed_only=False)] == ["praised", "stopped"]
    assert [e.trigger for e in code(text)] == ["praised"]


def test_the_same_input_gives_the_same_events() -> None:
    """Coding twice gives equal events."""
    text = "Sweden and Norway praised Finland after talks with the Danish premier in Oslo."
    assert code(text) == code(text)
