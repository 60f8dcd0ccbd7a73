"""When the event of a group was: what its mentions share, and where they disagree."""

from __future__ import annotations

from collections.abc import Sequence

from timeline import edtf
from timeline.edtf import LAST_DAY, Interval
from timeline.merge.days import headline_of, is_reported
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
    What was still going on is placed up to the last day that tells of it.
    """
    order = _by_evidence(group) if len(group) > 1 else [0]
    time = group[order[0]].event.time
    against: dict[EventTime, list[int]] = {}
    agreeing: list[int] = []
    for index in order:
        other = group[index].event.time
        shared = _share(time, other)
        if shared is not None:
            time = shared
            agreeing.append(index)
        elif not any(_adds_nothing(group[index], record) for record in group):
            against.setdefault(other, []).append(index)
    if not against:
        return _as_seen(time), None
    sides = [(time, agreeing), *against.items()]
    return _as_seen(time), Conflict(
        field="time",
        values=tuple(edtf.format(told.interval) or describe_time(told) for told, _ in sides),
        mentions=tuple(tuple(sorted(indices)) for _, indices in sides),
    )


def _adds_nothing(undated: Record, dated: Record) -> bool:
    """Tell whether only its article dates a mention, and that tells what another dates."""
    return headline_of(undated, dated) or is_reported(undated, dated)


def _as_seen(time: EventTime) -> EventTime:
    """End what was going on on the last day that tells of it: no more is known; what is still to begin stays open."""
    begun, seen = time.begin.not_after, time.end.not_before
    if time.kind == "day" or begun is None or seen is None or begun > seen or time.end.not_after is not None:
        return time
    return EventTime(kind="span", begin=time.begin, end=Bounds(not_before=seen, not_after=seen))


def _by_evidence(group: Sequence[Record]) -> list[int]:
    """Indices of the mentions, the best-evidenced first."""
    tellers: dict[EventTime, set[str]] = {}
    for record in group:
        tellers.setdefault(record.event.time, set()).add(record.article.id)
    keys = [_evidence(record, len(tellers[record.event.time])) for record in group]
    return sorted(range(len(group)), key=lambda index: (*keys[index], index))


def _evidence(record: Record, articles: int) -> tuple[bool, int, int, int, float]:
    days = record.times.days
    kinds: list[str] = section("evidence")["anchors"]
    kind = kinds.index(record.event.anchor.kind)
    return not record.own_date, kind, days or LAST_DAY.toordinal(), -articles, -record.event.confidence


def _share(time: EventTime, other: EventTime) -> EventTime | None:
    if time.kind != other.kind:
        return time if time.interval.intersect(other.interval) is not None else None
    begin = time.begin.interval.intersect(other.begin.interval)
    end = begin if time.kind == "day" else time.end.interval.intersect(other.end.interval)
    if begin is None or end is None:
        return None
    if begin.not_before and end.not_after and begin.not_before > end.not_after:
        return None
    return EventTime(kind=time.kind, begin=_bounds(begin), end=_bounds(end))


def _bounds(interval: Interval) -> Bounds:
    return Bounds(not_before=interval.not_before, not_after=interval.not_after)
