"""How many met, and on whose ground: the modes of a meeting that its words alone do not tell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from timeline.events.coding.candidate import Candidate
from timeline.events.parse.noun_phrase import beside
from timeline.events.parties.known_names import code_of
from timeline.events.parties.sentence import Sentence
from timeline.events.words import words

if TYPE_CHECKING:
    from timeline.models import Party, Place

_MANY = 3


def meeting(sentence: Sentence, c: Candidate, where: Sequence[Place]) -> str | None:
    """The mode of a meeting: ``multilateral`` with three states or more, ``third-party`` where two meet at a third's.

    >>> _many("six"), _many("two")
    (True, False)
    """
    if c.type != "CONSULT" or c.mode is not None:
        return c.mode
    people = [*c.actors, *c.recipients]
    states = {p.code for p in people if p.code and p.code not in ("IGO", "NGO")}
    if c.pivot.lemma in words("parties", "hosts") and len(states) == _MANY:
        return "third-party"  # whoever hosts the talks of two others
    if len(states) >= _MANY or any(_is_counted(sentence, p) for p in people):
        return "multilateral"
    return "third-party" if len(states) == 2 and _is_abroad(sentence, c, where, states) else None


def _is_abroad(sentence: Sentence, c: Candidate, where: Sequence[Place], states: set[str]) -> bool:
    """Tell whether a place is told and none is on the ground of those who meet."""
    hosts = {p.code for p in where if p.code} | _grounds(sentence, c)
    return bool(hosts) and not hosts & states


def _grounds(sentence: Sentence, c: Candidate) -> set[str]:
    """Codes of the places that an event is told to be "in"."""
    found = [n for word in (c.token, c.pivot) for n in beside(word, *words("parties", "in"))]
    return {code_of(sentence.names[n.index]) for n in found if n.index in sentence.names}


def _is_counted(sentence: Sentence, party: Party) -> bool:
    """Tell whether a party is a number of states ("envoys of six states")."""
    inside = sentence.tree.covering(party.start - sentence.offset, party.end - sentence.offset)
    states = (w for w in inside if w.lemma.lower() in words("parties", "states"))
    return any(_many(count.lower) for state in states for count in state.by_role("count"))


def _many(number: str) -> bool:
    return number in words("parties", "many_states") or (number.isdigit() and int(number) >= _MANY)
