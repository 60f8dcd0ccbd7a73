"""A coded event as it is told, with what stands before and beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import NamedTuple

from timeline.events.assemble import Mention
from timeline.events.coding.candidate import BROAD
from timeline.events.parse.word import Role, Word
from timeline.events.parties.sentence import Sentence
from timeline.models import Event


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sentence stands in its article; ``share``: how far down, 0 to 1."""

    in_headline: bool
    in_lead: bool
    share: float


class Telling(NamedTuple):
    """An event, its words, and where they stand.

    ``top``: stems of the events told in headline and lead; ``earlier``: the coded events of the article before it, the
    last one first; ``beside``: the coded events of its sentence by the index of their word, itself among them.
    """

    event: Event
    mention: Mention
    sentence: Sentence
    place: Place
    top: frozenset[str]
    earlier: Sequence[Event]
    beside: Mapping[int, Event]

    @property
    def beside_before(self) -> Iterator[Event]:
        """The coded events of its sentence before it, the last one first."""
        return takewhile(lambda event: event.sentence == self.event.sentence, self.earlier)

    @property
    def token(self) -> Word:
        """The event's word."""
        return self.mention.token

    @property
    def pivot(self) -> Word:
        """The verb that tells it, else its own word."""
        return self.mention.candidate.pivot if self.mention.candidate else self.mention.token

    @property
    def frame(self) -> str:
        """What gave the type."""
        return self.event.frame or ""

    @property
    def is_broad(self) -> bool:
        """Whether its word is in no frame of the lexicon."""
        return self.frame in BROAD or self.is_unframed

    @property
    def is_unframed(self) -> bool:
        """Whether no more is known of what it is than the nearest sense of its verb, if that."""
        return self.frame == "no-frame" or self.is_by_sense

    @property
    def is_by_sense(self) -> bool:
        """Whether the nearest sense of its verb gave the type."""
        c = self.mention.candidate
        return c is not None and c.is_by_sense and self.frame == c.frame.name


_GOVERNED: tuple[Role, ...] = ("complement", "open clause", "object", "prepositional clause")
_REMEMBERED = 60  # events before one that may have told it already


def tellings(
    told: Sequence[tuple[Sentence, Place, Sequence[tuple[Mention, Event]]]], top: frozenset[str]
) -> Iterator[Telling]:
    """The typed events of an article in the order of its text; ``top``: as in ``Telling``."""
    earlier: list[Event] = []
    for sentence, place, events in told:
        coded = {m.token.index: event for m, event in events if event.type is not None}
        for mention, event in events:
            if event.type is not None:
                yield Telling(event, mention, sentence, place, top, tuple(reversed(earlier[-_REMEMBERED:])), coded)
                earlier.append(event)


def governed(telling: Telling) -> list[Event]:
    """The coded events that a telling's own clause governs ("said it would", "began to")."""
    behind = [c for p in telling.pivot.by_role("preposition") for c in p.by_role("prepositional clause")]
    below = [*(c for c in telling.pivot.children if c.role in _GOVERNED), *behind]
    heads = [*below, *(c for g in below for c in g.by_role("conjunct", "open clause"))]
    return [telling.beside[c.index] for c in heads if c.index in telling.beside and c is not telling.token]


def shares_actor(one: Event, other: Event) -> bool:
    """Tell whether two events have an actor in common, by name."""
    return not {party.called for party in one.actors}.isdisjoint(party.called for party in other.actors)
