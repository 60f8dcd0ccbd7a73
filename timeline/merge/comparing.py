"""Mentions by their numbers, compared with one another: those that are told alike only once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import NamedTuple

from timeline.merge.match import Match, match
from timeline.merge.record import Record
from timeline.merge.source import Places, Source
from timeline.models import EventTime

_MOST = 400_000  # comparisons that are remembered, each about 0.1 kB


class Traits(NamedTuple):
    """What joining asks of one mention; those told alike share it.

    ``leads_up``: whether it only leads up to an event or tells it again; ``kind``: what most often keeps it apart.
    """

    leads_up: bool
    time: EventTime
    kind: Hashable


class Comparing:
    """Compares mentions; ``articles``: the number of each one's article, ``looks``: what each looks like.

    ``record`` gives a mention by its number.  The article of the lower number has the lower id.
    """

    def __init__(self, articles: Sequence[int], looks: Sequence[int], record: Callable[[int], Record]) -> None:
        """Compare nothing yet."""
        self._articles = articles
        self._looks = _numbered(looks)
        self._record = record
        self._found: dict[int, Match] = {}
        self._results: dict[tuple[float, str | None], Match] = {}
        self._traits: dict[int, Traits] = {}

    def are_of_one_article(self, a: int, b: int) -> bool:
        """Tell whether one article tells both."""
        return self._articles[a] == self._articles[b]

    def match(self, a: int, b: int) -> Match:
        """Compare two mentions; of the result there is no more than its score and its veto."""
        if b < a:
            a, b = b, a
        # What one article tells is compared by itself, under numbers that no others have.
        pair = ~(a << 32 | b) if self.are_of_one_article(a, b) else self._looks[a] << 32 | self._looks[b]
        found = self._found.get(pair)
        if found is None:
            if len(self._found) >= _MOST:
                self._found.clear()
            found = self._found[pair] = self._match(a, b)
        return found

    def traits(self, index: int) -> Traits:
        """What joining asks of a mention."""
        look = self._looks[index]
        if look not in self._traits:
            self._traits[look] = _traits(self._record(index))
        return self._traits[look]

    def _match(self, a: int, b: int) -> Match:
        matched = match(self._record(a), self._record(b))
        result = matched.score, matched.veto
        return self._results.setdefault(result, Match(matched.score, {}, matched.veto))


def comparing_of(source: Source, every: Places) -> Comparing:
    """Compare the mentions of a source."""

    def record(index: int) -> Record:
        return source.load(every.article[index]).compared(every.number[index])

    return Comparing(every.article, [mark.looks for mark in every.marks], record)


def _numbered(looks: Sequence[int]) -> Sequence[int]:
    """Small numbers instead of large ones."""
    numbers: dict[int, int] = {}
    return [numbers.setdefault(one, len(numbers)) for one in looks]


def _traits(record: Record) -> Traits:
    event = record.event
    places = frozenset(place.text for place in event.places)
    kind = (record.type, event.status, event.mode, event.time, record.actors, record.recipients, places)
    return Traits(event.retells is not None, event.time, kind)
