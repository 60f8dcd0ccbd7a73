"""What stands behind the events when it is asked for: terms of office of their parties, and periods that are named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from timeline.edtf import Interval
from timeline.models import Timeline
from timeline.tables import almanac, knowledge
from timeline.tables.knowledge import Term

_MOST = 60  # those of the parties that stand in the most events
_PERIOD_RULE = "named-period"


class Band(NamedTuple):
    """A stretch of days with a name; ``office`` and ``code`` of the state that had the holder, None for a period."""

    name: str
    office: str | None
    code: str | None
    begin: Interval
    end: Interval


def bands(timeline: Timeline) -> list[Band]:
    """Find the terms and periods that the timeline's days touch, in order of time."""
    known = [day for event in timeline.everything for day in event.time.interval if day]
    if not known:
        return []
    first, last = min(known), max(known)
    asked = dict.fromkeys((*_terms(timeline), *_periods(timeline)))
    found = [band for band in asked if _touches(band, first, last)]
    return sorted(found[:_MOST], key=lambda band: (band.begin.not_before or date.min, band.name))


def _touches(band: Band, first: date, last: date) -> bool:
    return (band.begin.not_before or date.min) <= last and (band.end.not_after or date.max) >= first


def _terms(timeline: Timeline) -> Iterator[Band]:
    """Yield the terms of the people who stand in the events, of those who stand in most of them first."""
    told = Counter(
        (party.code, party.called.casefold())
        for event in timeline.everything
        for party in (*event.actors, *event.recipients)
        if party.code
    )
    for person, _ in told.most_common():
        for term in _holders().get(person, ()):
            yield Band(term.holder, term.office, term.code, term.start, term.end)


def _periods(timeline: Timeline) -> Iterator[Band]:
    """Yield the periods that the articles name."""
    phrases = {
        timex.text.casefold()
        for article in timeline.articles
        for timex in article.timexes
        if timex.rule == _PERIOD_RULE
    }
    for period in almanac.periods():
        if any(name in phrase for phrase in phrases for name in period.names):
            first, last = period.days
            yield Band(period.name, None, None, Interval(first, first), Interval(last, last))


@cache
def _holders() -> Mapping[tuple[str | None, str], Sequence[Term]]:
    """Terms by state and full name: a family name alone may be another's."""
    found: dict[tuple[str | None, str], list[Term]] = {}
    for term in knowledge.tenures():
        for name in {name.casefold() for name in (term.holder, *term.aliases) if " " in name}:
            found.setdefault((term.code, name), []).append(term)
    return found
