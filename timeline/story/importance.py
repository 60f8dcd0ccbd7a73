"""How much an event matters in its story: how likely a journalist's timeline of it has the event."""

from __future__ import annotations

from math import exp

from timeline.models import MergedEvent
from timeline.story.corpus import Corpus
from timeline.story.signs import Told, log_odds

_DIGITS = 4


def weigh(event: MergedEvent, corpus: Corpus) -> MergedEvent:
    """Return the event with its importance, 0..1, for ordering only; what a reader has added keeps its own."""
    if not event.mentions:
        return event
    told = Told(event, corpus, event.time.interval.only_day)
    return event.model_copy(update={"importance": round(1 / (1 + exp(-log_odds(told))), _DIGITS)})
