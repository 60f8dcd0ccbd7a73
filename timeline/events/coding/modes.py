"""How many met, and on whose ground: the modes of a meeting that its words alone do not tell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from timeline.events.coding.candidate import Candidate
from timeline.events.parse.word import Word
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
    codes = {p.code for p in people if p.code and p.code not in ("IGO", "NGO")}
    if c.pivot.lemma in words("parties", "hosts") and len(codes) == 3:
        return "third-party"  # whoever hosts the talks of two others
    if len(codes) >= _MANY or any(_counted(sentence, p) for p in people):
        return "multilateral"
    hosts = {p.code for p in where if p.code} | _capitals(sentence, c)
    if len(codes) == 2 and hosts and not hosts & codes:
        return "third-party"
    return None


def _counted(sentence: Sentence, party: Party) -> bool:
    """Tell whether a party is a number of states ("envoys of six states")."""
    start = party.start - sentence.offset
    for t in sentence.tree:
        if start <= t.start < party.end - sentence.offset and t.lemma.lower() in words("parties", "states"):
            if any(k.role == "count" and _many(k.lower) for k in t.children):
                return True
    return False


def _many(number: str) -> bool:
    return number in words("parties", "many_states") or (number.isdigit() and int(number) >= _MANY)


def _capitals(sentence: Sentence, c: Candidate) -> set[str]:
    """Codes of the places an event is told to be "in"."""
    found: set[str] = set()
    for word in dict.fromkeys((c.token, c.pivot)):
        for prep in word.by_role("preposition"):
            if prep.lower in ("in", "at"):
                found |= {code_of(sentence.names[n.index]) for n in _objects(prep) if n.index in sentence.names}
    return found


def _objects(prep: Word) -> list[Word]:
    return prep.by_role("prepositional object")
