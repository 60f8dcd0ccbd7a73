"""When the event of a group was: what its mentions share, and where they disagree."""

from __future__ import annotations

from collections.abc import Sequence

from timeline import edtf
from timeline.edtf import LAST_DAY, Interval
from timeline.merge.days import headline_of
from timeline.merge.record import Record
from timeline.merge.table import section
from timeline.models import Bounds, Conflict, EventTime
from timeline.reasons import describe_time


def placed(group: Sequence[Record]) -> tuple[EventTime, Conflict | None]:
    """Return the tightest time that the best-evidenced mentions share, and a conflict where others exclude it.

    Mentions are taken by the strength of their evidence (own expression, table, another event, tense), then by how
    narrow they are, by how many articles tell the same, and by how sure they are, then as ordered.  Each narrows what
    the stronger ones say, or contradicts it.  A mention that tells a span where the strongest tells a day (or the
    reverse) only has to be compatible; a headline without a date of its own contradicts nothing that its article dates.
    """
    told_by = {id(record): len({r.article.id for r in group if r.event.time == record.event.time}) for record in group}
    order = sorted(range(len(group)), key=lambda index: (*_evidence(group[index], told_by[id(group[index])]), index))
    time = group[order[0]].event.time
    against: list[tuple[EventTime, list[int]]] = []
    agreeing: list[int] = []
    for index in order:
        other = group[index].event.time
        shared = _share(time, other)
        if shared is not None:
            time = shared
            agreeing.append(index)
            continue
        if any(headline_of(group[index], record) for record in group):
            continue
        for told, indices in against:
            if told == other:
                indices.append(index)
                break
        else:
            against.append((other, [index]))
    if not against:
        return time, None
    sides = [(time, agreeing), *against]
    return time, Conflict(
        field="time",
        values=tuple(edtf.format(_hull(told)) or describe_time(told) for told, _ in sides),
        mentions=tuple(tuple(sorted(indices)) for _, indices in sides),
    )


def _evidence(record: Record, articles: int) -> tuple[bool, int, int, int, float]:
    days = _hull(record.event.time).days
    kinds: list[str] = section("evidence")["anchors"]
    kind = kinds.index(record.event.anchor.kind)
    return not record.own_date, kind, days or LAST_DAY.toordinal(), -articles, -record.event.confidence


def _share(time: EventTime, other: EventTime) -> EventTime | None:
    if time.kind != other.kind:
        return time if _hull(time).intersect(_hull(other)) is not None else None
    begin = time.begin.interval.intersect(other.begin.interval)
    end = begin if time.kind == "day" else time.end.interval.intersect(other.end.interval)
    if begin is None or end is None:
        return None
    if begin.not_before and end.not_after and begin.not_before > end.not_after:
        return None
    return EventTime(kind=time.kind, begin=_bounds(begin), end=_bounds(end))


def _bounds(interval: Interval) -> Bounds:
    return Bounds(not_before=interval.not_before, not_after=interval.not_after)


def _hull(time: EventTime) -> Interval:
    return Interval(time.begin.not_before, time.end.not_after)
