"""Who denies what in an article: an event that a party to it disputes is told as denied."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.events.lexicon import lexicon, types
from timeline.events.parse.clause import clause_of
from timeline.events.parse.inflect import stem
from timeline.events.parse.word import Word
from timeline.events.parties.resolve import parties_of
from timeline.events.parties.sentence import Sentence

if TYPE_CHECKING:
    from timeline.models import Event, Party

# How far a denial that does not name the deed ("denied the charge") may stand from it, in characters.
_NEAR = 600


@dataclass(frozen=True, slots=True)
class Denial:
    """A denial: where it stands, whose it is, and the stems of what it denies; none where only "the charge" is."""

    start: int
    who: frozenset[str]
    deeds: frozenset[str]


def denials(sentence: Sentence) -> list[Denial]:
    """The denials of a sentence."""
    found = (_denial(sentence, word) for word in sentence.tree if word.pos == "verb")
    return [denial for denial in found if denial is not None]


def _denial(sentence: Sentence, verb: Word) -> Denial | None:
    clause = clause_of(verb)
    if verb.lemma not in lexicon().reporting["denied"] or clause.is_negated:
        return None
    who = frozenset(k for p in parties_of(sentence, clause.doers) for k in _keys(p))
    charge = any(n.lemma.lower() in lexicon().reporting["charges"] for n in clause.undergoers)
    deeds = frozenset() if charge else frozenset(stem(w) for w in _denied(verb))
    return Denial(sentence.position(verb), who, deeds) if who and (charge or deeds) else None


def _denied(verb: Word) -> list[Word]:
    below = [
        c
        for c in verb.children
        if c.index > verb.index and c.role in ("open clause", "complement", "object", "preposition")
    ]
    return [t for c in below for t in c.subtree if t.pos in ("verb", "noun")]


def _keys(party: Party) -> set[str]:
    return {k for k in (party.name, party.code) if k and k not in ("IGO", "NGO")}


def disputed(events: Sequence[Event], found: Sequence[Denial]) -> list[Event]:
    """Mark the hostile deeds that their doer denies in the same article."""
    return [_denied_by(event, found) for event in events]


def _denied_by(event: Event, found: Sequence[Denial]) -> Event:
    mine = {k for p in event.actors for k in _keys(p)}
    if (
        event.type not in types("hostile")
        or event.status == "negated"
        or not any(_meets(event, mine, d) for d in found)
    ):
        return event
    return event.model_copy(update={"attribution": event.attribution.model_copy(update={"certainty": "denied"})})


def _meets(event: Event, mine: set[str], denial: Denial) -> bool:
    if not mine & denial.who:
        return False
    if denial.deeds:
        return any(deed[:4] == event.trigger[:4].lower() for deed in denial.deeds)
    return 0 < denial.start - event.start < _NEAR
