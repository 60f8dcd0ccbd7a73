"""Talks and visits told again, known by who held or made them."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.anchoring.rule import TABLE, Repeat
from timeline.events.rules import Rules
from timeline.events.words import words
from timeline.models import Event, Party

TOLD_BEFORE: Rules[Repeat] = Rules(TABLE, "told_before")

_REACH = 40  # characters before a noun in which its determiner stands
_WORDS = 5


@TOLD_BEFORE.rule("definite-talks")
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


@TOLD_BEFORE.rule("definite-visit")
def definite_visit(event: Event, before: Sequence[Event], text: str) -> Event | None:
    """The last visit of the same people to the same hosts in an earlier sentence ("her visit", "the visit")."""
    if event.mode != "visit" or event.tense != "NONE" or _has_own_date(event) or not event.actors:
        return None
    if not _points_back(event, text):
        return None
    visits = (e for e in reversed(before) if e.mode == "visit" and e.sentence != event.sentence)
    return next((e for e in visits if _same_names(e.actors, event.actors) and _may_be_hosts(e, event)), None)


def _points_back(event: Event, text: str) -> bool:
    """Tell whether a noun is told as one known: by "the" or "their", or by whose it is."""
    lead = text[max(0, event.start - _REACH) : event.start].lower().split()[-_WORDS:]
    return bool(words("anchoring", "definite") & set(lead[-1:]) or any(w.endswith(("'s", "’s")) for w in lead[-2:]))


def _same_names(ones: Sequence[Party], others: Sequence[Party]) -> bool:
    return {party.name for party in ones} == {party.name for party in others}


def _may_be_hosts(one: Event, other: Event) -> bool:
    names = [{party.name for party in event.recipients} for event in (one, other)]
    return not all(names) or bool(names[0] & names[1])


def _are_talks(event: Event) -> bool:
    return event.type == "CONSULT" and event.status == "occurred"


def _has_own_date(event: Event) -> bool:
    anchor, sentence = event.anchor, event.sentence
    dated = anchor.kind in ("timex", "table") and anchor.start is not None
    return dated and sentence.start <= (anchor.start or 0) < sentence.end
