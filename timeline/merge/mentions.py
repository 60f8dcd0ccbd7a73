"""An article's mentions as merging takes them, each worked out when it is asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from timeline.merge.headlines import date_headline
from timeline.merge.record import Record, has_own_date, place_of, record
from timeline.models import Article, Event, Timex


class Mentions:
    """An article's typed events in a fixed order, by their numbers: as they are told, and as they are compared."""

    def __init__(self, article: Article, timexes: Sequence[Timex], events: Iterable[Event]) -> None:
        """Take what is found in an article; events without a type are left out."""
        self.article = article
        self._timexes = timexes
        typed = (event for event in events if event.type is not None)
        self._events = sorted(typed, key=place_of)
        self._told: dict[int, Record] = {}
        self._compared: dict[int, Record] = {}

    def __len__(self) -> int:
        """Count them."""
        return len(self._events)

    def told(self, number: int) -> Record:
        """A mention as its article tells it."""
        if number not in self._told:
            self._told[number] = record(self.article, self._timexes, self._events[number])
        return self._told[number]

    def compared(self, number: int) -> Record:
        """A mention as it is compared with others: a headline has the date of what it stands for."""
        if number not in self._compared:
            like = self._dated[self._events[number].type]
            self._compared[number] = date_headline(self.told(number), map(self.told, like))
        return self._compared[number]

    @cached_property
    def _dated(self) -> Mapping[str | None, Sequence[int]]:
        """By type, those that an expression of their own sentence dates."""
        found: dict[str | None, list[int]] = defaultdict(list)
        for number, event in enumerate(self._events):
            if has_own_date(event):
                found[event.type].append(number)
        return found
