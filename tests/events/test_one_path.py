"""When an event was does not depend on what else is asked for."""

from __future__ import annotations

import gc

import pytest
from making import dct

from timeline import dates, events
from timeline.articles.blocks import blocks
from timeline.articles.sentences import sentences
from timeline.events.parse.word import Tree, Word
from timeline.models import Article, Event, Span

# Events dated by their own date, by another event, by the sentence before, by tense alone; verbs, nouns and states.
TEXT = """Norway and Chad sign fishing deal

OSLO, Nov. 7 (Reuters) - Norway and Chad signed a treaty on Tuesday after talks that began in March.

The premiers had met in Lagos on 4 May. They shook hands and left. The dispute broke out when a trawler was seized;
its crew was freed two days after the seizure. The minister said the ban, imposed last year, would end, and that talks
on a second deal are planned. Fishermen were pleased. The conversation lasted an hour.

April 15: Fighting erupts in Goma. The army withdraws.
"""


def coded(text: str, spans: list[Span] | None = None, *, typed_only: bool = False) -> list[Event]:
    found = blocks(text)
    article = Article(id="a", text=text, dct=dct("2024-11-07"), blocks=tuple(found))
    own = sentences(text, found)
    return events.code(article, own, dates.tag(text, article.dct, own), spans=spans, typed_only=typed_only)


ALL = coded(TEXT)


def seen(event: Event) -> tuple[object, ...]:
    return event.start, event.trigger, event.time, event.anchor, event.rule, event.type, event.status


def test_typed_events_are_those_of_all() -> None:
    """A build, which shows typed events only, has them with the same times."""
    typed = coded(TEXT, typed_only=True)
    assert typed
    assert [seen(e) for e in typed] == [seen(e) for e in ALL if e.type is not None]


def test_all_asked_for_are_those_found() -> None:
    spans = [Span(start=e.start, end=e.end) for e in ALL]
    assert [seen(e) for e in coded(TEXT, spans)] == [seen(e) for e in ALL]


@pytest.mark.parametrize("event", ALL, ids=lambda e: f"{e.start}-{e.trigger}")
def test_one_asked_for_is_the_same_alone(event: Event) -> None:
    assert [seen(e) for e in coded(TEXT, [Span(start=event.start, end=event.end)])] == [seen(event)]


def test_what_is_asked_for_changes_no_other() -> None:
    """Words that are no event by themselves ("premiers", "crew") leave the times of the others as they are."""
    words = [TEXT.index(word) for word in ("treaty", "premiers", "crew", "hour")]
    extra = [Span(start=at, end=at + 4) for at in words]
    spans = [*extra, *(Span(start=e.start, end=e.end) for e in ALL)]
    told = [seen(e) for e in coded(TEXT, spans)]
    assert len(told) == len(spans)
    assert [one for one in told if one in [seen(e) for e in ALL]] == [seen(e) for e in ALL]


def test_a_parse_leaves_nothing_behind_for_the_collector() -> None:
    """Its words know each other in circles; once read, they go whether or not anybody looks for circles."""

    def alive() -> int:
        return sum(isinstance(one, Word | Tree) for one in gc.get_objects())

    gc.collect()
    gc.disable()
    try:
        coded(TEXT)
        left = alive()
        gc.collect()
        assert left == alive()
    finally:
        gc.enable()
