"""What is known of time where an event is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from timeline.edtf import Interval
from timeline.events.anchoring.placed import Placed
from timeline.events.anchoring.same_event import DatedMentions
from timeline.events.parse.attach import Attached
from timeline.events.parse.timeml import Reading, lasts
from timeline.events.parse.word import Word
from timeline.models import EventAnchor


@dataclass(frozen=True, slots=True)
class EventMention:
    """An event mention as the anchoring rules see it.

    ``pivot``: the verb that tells it, else its own word.  Its type is not asked for: it says nothing of when.
    """

    token: Word
    pivot: Word
    reading: Reading
    status: str


@dataclass(frozen=True, slots=True)
class State:
    """What is known of time in an article when a sentence is reached.

    ``text``: the sentence as the article has it; ``offset``: where it begins there.
    ``dct``: the days the article may be of; ``reference_day``: the DCT, or the day that its lead names; ``placed``:
    times of the sentence's words so far, by their index; ``timex_words``: indices of the words of temporal
    expressions; ``heading``: the date that heads the passage ("March 2003."); ``narrative``: that of a dated past
    sentence before; ``background``: that of one far in the past, which may go on; ``last_told``: the last past time
    that the one right before names; ``is_communique``: states or bodies have issued the text; ``onset``: what the
    story began with; ``is_retrospective``: the text is no report of its day; ``in_update``: the passage stands
    under a time of day, as in a live blog.
    """

    text: str
    offset: int
    dct: Interval
    reference_day: Placed
    placed: dict[int, Placed] = field(default_factory=dict)
    in_headline: bool = False
    in_lead: bool = False
    in_update: bool = False
    is_retrospective: bool = False
    is_communique: bool = False
    narrative: Placed | None = None
    background: Placed | None = None
    last_told: Placed | None = None
    heading: Placed | None = None
    known: DatedMentions = field(default_factory=DatedMentions)
    timex_words: frozenset[int] = frozenset()
    onset: Placed | None = None

    def is_of_reference_day(self, placed: Placed) -> bool:
        """Tell whether an event is only told as news, or seen from the article's day."""
        return placed.anchor in (BY_DCT, self.reference_day.anchor)

    def by_event(self, word: Word, anchor: EventAnchor | None = None) -> EventAnchor:
        """The anchor of what an event of the sentence dates.

        ``anchor``: what dates that event; where nothing is known to, the day that the story is of.
        """
        known = anchor or self.placed.get(word.index, self.reference_day).anchor
        text = self.text[word.start : word.end]
        return EventAnchor(kind="event", start=self.offset + word.start, text=text, timexes=known.expressions[:1])


class Evidence(NamedTuple):
    """All there is to date one mention with; ``own``: the expressions that date it itself, the nearest first."""

    mention: EventMention
    attached: Sequence[Attached]
    own: Sequence[Attached]
    state: State

    @property
    def token(self) -> Word:
        """The event's word."""
        return self.mention.token

    @property
    def reading(self) -> Reading:
        """Its tense, aspect and class."""
        return self.mention.reading

    @property
    def status(self) -> str:
        """Whether it has happened."""
        return self.mention.status

    @property
    def is_lasting(self) -> bool:
        """Whether its word tells of what lasts longer than a day."""
        return lasts(self.token)

    @property
    def is_state(self) -> bool:
        """Whether it tells how something is, not what happens."""
        return self.reading.event_class in ("STATE", "I_STATE")

    @property
    def dct(self) -> Interval:
        """The days the article may be of."""
        return self.state.dct

    def by_event(self, word: Word, anchor: EventAnchor | None = None) -> EventAnchor:
        """The anchor of what another event of the sentence dates; ``anchor``: what dates that, where it is known."""
        return self.state.by_event(word, anchor)

    def above(self, word: Word) -> Placed | None:
        """The time of another word of the sentence."""
        return self.state.placed.get(word.index)


BY_DCT = EventAnchor(kind="dct")


def by_timex(found: Attached, *others: Attached) -> EventAnchor:
    """The anchor of what an expression dates; ``others`` narrow it."""
    by_table = found.timex.anchor.kind == "table"
    return EventAnchor(
        kind="table" if by_table else "timex",
        start=found.timex.start,
        text=found.timex.text,
        timexes=tuple(a.timex.start for a in others),
    )
