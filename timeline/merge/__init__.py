"""Mentions of one event become one event."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from timeline.errors import CorrectionError
from timeline.merge.amend import amend
from timeline.merge.card import Card, card
from timeline.merge.events import Made, events
from timeline.merge.groups import groups_of
from timeline.merge.identity import numbered
from timeline.merge.mentions import Mentions
from timeline.merge.pairs import Advance, nobody
from timeline.merge.source import Source, Summary, places
from timeline.models import Applied, Article, Bounds, Corrections, Event, MergedEvent, Timex

__all__ = ["Card", "Mentions", "Merged", "Source", "Summary", "card", "merge", "merge_kept"]

NOWHERE = Bounds()

_log = logging.getLogger("timeline")


class Merged(NamedTuple):
    """Events in order of time, those that nothing places in time, and what became of a reader's corrections."""

    events: list[MergedEvent]
    undated: list[MergedEvent]
    applied: Applied | None = None


def _log_it(problem: CorrectionError) -> None:
    _log.warning("%s", problem)


def merge(
    coded: Sequence[tuple[Article, Sequence[Timex], Sequence[Event]]],
    corrections: Corrections | None = None,
    report: Callable[[CorrectionError], None] = _log_it,
) -> tuple[list[MergedEvent], list[MergedEvent]]:
    """Merge the typed events of articles: (events in order of time, events that nothing places in time).

    Every typed Event becomes a mention of exactly one MergedEvent; an Event without a type is left out.  The result
    does not hang on the order of the articles, and an article given twice (same id) counts once.  A reader's
    ``corrections`` are applied; one whose event is gone is handed to ``report``.
    """
    once = [Mentions(*given) for _, given in sorted({given[0].id: given for given in coded}.items())]
    ids = sorted({given[0].id for given in coded})
    summaries = [
        Summary(name, hashlib.sha256(name.encode("utf-8", "surrogatepass")).digest(), card(of))
        for name, of in zip(ids, once, strict=True)
    ]
    made = merge_kept(Source(summaries, once.__getitem__, Forgetful()), corrections, report)
    return made.events, made.undated


class Forgetful:
    """A memory of nothing."""

    def get(self, _: bytes) -> None:
        """Return nothing."""

    def keep(self, key: bytes, value: bytes) -> None:
        """Do nothing."""


def merge_kept(
    source: Source,
    corrections: Corrections | None = None,
    report: Callable[[CorrectionError], None] = _log_it,
    advance: Advance = nobody,
) -> Merged:
    """Merge as ``merge`` does, but nothing again that the memory of the source has of an earlier build.

    ``advance`` gets the mentions done and their share.
    """
    every = places(source.articles)
    made = sorted(events(groups_of(source, every, advance), source, every), key=_principal)
    advance(len(every.names), 1.0)
    named = [
        one._replace(event=one.event if one.event.id == name else one.event.model_copy(update={"id": name}))
        for one, name in zip(made, numbered(one.event.id for one in made), strict=True)
    ]
    ordered = sorted(named, key=_told)
    if corrections is None:
        return Merged(*_in_order(one.event for one in ordered))
    amended, applied = amend(ordered, every, source, corrections, report)
    return Merged(*_in_order(amended), applied)


def _principal(one: Made) -> int:
    return one.mentions[0]


def _told(one: Made) -> tuple[date, int]:
    return one.day or date.max, one.mentions[0]


def _in_order(merged: Iterable[MergedEvent]) -> tuple[list[MergedEvent], list[MergedEvent]]:
    ordered = sorted(merged, key=_place)
    undated = [event for event in ordered if event.time.begin == NOWHERE and event.time.end == NOWHERE]
    dated = [event for event in ordered if event.time.begin != NOWHERE or event.time.end != NOWHERE]
    return dated, undated


def _place(event: MergedEvent) -> tuple[date, int, date]:
    """Where an event stands in the order: "before" a day ahead of that day, "after" it behind it."""
    begin, end = event.time.begin, event.time.end
    if begin.not_before is None:
        return begin.not_after or end.not_after or end.not_before or date.max, 0, date.min
    last = begin.not_after
    return begin.not_before, 1 if last else 2, last or date.max
