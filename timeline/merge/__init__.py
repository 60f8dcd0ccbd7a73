"""Mentions of one event become one event."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from timeline.errors import TimelineError
from timeline.merge.cluster import cluster
from timeline.merge.corrections import corrected, read_corrections
from timeline.merge.identity import ids
from timeline.merge.reconcile import arrange, reconcile
from timeline.merge.record import records
from timeline.models import Article, Bounds, Corrections, Event, MergedEvent, Timex

__all__ = ["correct", "merge", "read_corrections"]

NOWHERE = Bounds()


def merge(
    coded: Sequence[tuple[Article, Sequence[Timex], Sequence[Event]]],
) -> tuple[list[MergedEvent], list[MergedEvent]]:
    """Merge the typed events of articles: (events in order of time, events that nothing places in time).

    Every typed Event becomes a mention of exactly one MergedEvent; an Event without a type is left out.  The result
    does not hang on the order of the articles, and an article given twice (same id) counts once.
    """
    once = {article.id: (article, timexes, events) for article, timexes, events in coded}
    found = [record for _, given in sorted(once.items()) for record in records(*given)]
    groups = [arrange(group) for group in cluster(found)]
    names = ids([group[0] for group in groups])
    merged = [reconcile(group, name) for group, name in zip(groups, names, strict=True)]
    told = {event.id: (group[0].dct.day or date.max, group[0].key) for event, group in zip(merged, groups, strict=True)}
    return _in_order(sorted(merged, key=lambda event: told[event.id]))


def correct(
    events: Iterable[MergedEvent], corrections: Corrections, report: Callable[[TimelineError], None]
) -> tuple[list[MergedEvent], list[MergedEvent]]:
    """Apply a reader's corrections to merged events, dated and undated, and order them anew.

    A correction whose event is gone is handed to ``report``.
    """
    return _in_order(corrected(events, corrections, report))


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
