"""Sentences coded as articles of their own, for the tests of the lexicon and of the rules of coding."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from making import dct

from timeline import dates, events
from timeline.events.coding.candidate import BROAD
from timeline.models import Article, Event, Span


def code(texts: Sequence[str], day: str | None = None, *, typed_only: bool = True) -> list[list[Event]]:
    """Code each text as an article of one sentence, published on an ISO day where one is given."""
    when = dct(day)
    found = []
    for n, text in enumerate(texts):
        spans = [Span(start=0, end=len(text))]
        article = Article(id=f"a{n}", text=text, dct=when)
        found.append(events.code(article, spans, dates.tag(text, when, spans), typed_only=typed_only))
    return found


def in_a_frame(events: Iterable[Event]) -> list[Event]:
    """Those that a frame of the lexicon tells, without what is only said and other events."""
    return [event for event in events if event.frame not in BROAD]


@cache
def coded(text: str, day: str | None = None, *, typed_only: bool = True) -> tuple[Event, ...]:
    """The events of one sentence; each sentence is coded once."""
    return tuple(code([text], day, typed_only=typed_only)[0])
