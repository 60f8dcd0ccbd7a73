"""Mentions of one event become one event."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from timeline.errors import TimelineError
from timeline.merge.cluster import cluster
from timeline.merge.corrections import corrected, read_corrections
from timeline.merge.identity import ids
from timeline.merge.reconcile import arrange, reconcile
from timeline.merge.record import records
from timeline.merge.regroup import Group, regroup
from timeline.models import Article, Bounds, Corrections, Event, MergedEvent, Timex

__all__ = ["merge", "read_corrections"]

NOWHERE = Bounds()

_log = logging.getLogger("timeline")


def _log_it(problem: TimelineError) -> None:
    _log.warning("%s", problem)


def merge(
    coded: Sequence[tuple[Article, Sequence[Timex], Sequence[Event]]],
    corrections: Corrections | None = None,
    report: Callable[[TimelineError], None] = _log_it,
) -> tuple[list[MergedEvent], list[MergedEvent]]:
    """Merge the typed events of articles: (events in order of time, events that nothing places in time).

    Every typed Event becomes a mention of exactly one MergedEvent; an Event without a type is left out.  The result
    does not hang on the order of the articles, and an article given twice (same id) counts once.  A reader's
    ``corrections`` are applied; one whose event is gone is handed to ``report``.
    """
    once = {article.id: (article, timexes, events) for article, timexes, events in coded}
    found = [record for _, given in sorted(once.items()) for record in records(*given)]
    arranged = [arrange(group) for group in cluster(found)]
    names = ids([group[0] for group in arranged])
    groups = [Group(name, group) for name, group in zip(names, arranged, strict=True)]
    gone: frozenset[str] = frozenset()
    if corrections:
        groups, gone = regroup(groups, corrections, report)
    told = {group.name: (group.own[0].dct.day or date.max, group.own[0].key) for group in groups}
    merged = [_event(group) for group in sorted(groups, key=lambda group: told[group.name])]
    return _in_order(corrected(merged, corrections, report, gone) if corrections else merged)


def _event(group: Group) -> MergedEvent:
    event = reconcile(group.own, group.name)
    if group.joined:
        # The reader named the event that the others are: its name and type hold, all mentions tell the rest.
        kept = {name: getattr(event, name) for name in ("title", "type", "plover", "mode", "quad", "cameo")}
        event = reconcile(arrange((*group.own, *group.joined)), group.name).model_copy(update=kept)
    fields = ("mention",) * group.split + ("same_as",) * bool(group.joined)
    return event.model_copy(update={"corrected": fields}) if fields else event


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
