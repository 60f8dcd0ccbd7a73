"""Talks told again by another word, known by who held them."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.anchoring.register import repetition
from timeline.events.words import words
from timeline.models import Event

_REACH = 40  # characters before a noun in which its determiner stands
_WORDS = 5


@repetition("definite-talks")
def definite_talks(event: Event, before: Sequence[Event], text: str) -> Event | None:
    """The last talks of the same people in an earlier sentence ("the conversation", "their talks")."""
    if not _are_talks(event) or event.tense != "NONE" or _has_own_date(event):
        return None
    lead = text[max(0, event.start - _REACH) : event.start].lower().split()[-_WORDS:]
    if not words("anchoring", "definite") & set(lead):
        return None
    who = {party.name for party in event.actors}
    same = (e for e in reversed(before) if _are_talks(e) and who <= {party.name for party in e.actors})
    return next((e for e in same if e.sentence != event.sentence), None)


def _are_talks(event: Event) -> bool:
    return event.type == "CONSULT" and event.status == "occurred"


def _has_own_date(event: Event) -> bool:
    anchor, sentence = event.anchor, event.sentence
    dated = anchor.kind in ("timex", "table") and anchor.start is not None
    return dated and sentence.start <= (anchor.start or 0) < sentence.end
