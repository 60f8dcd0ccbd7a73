"""How many met, and on whose ground: the modes of a meeting that its words alone do not tell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from timeline.events.coding.triggers import Candidate
from timeline.events.parse.clause import kids
from timeline.events.parties.sentence import Scene, code_of
from timeline.events.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from timeline.models import Party, Place

_MANY = 3


def meeting(s: Scene, c: Candidate, where: Sequence[Place]) -> str | None:
    """The mode of a meeting: ``multilateral`` with three states or more, ``third-party`` where two meet at a third's.

    >>> _many("six"), _many("two")
    (True, False)
    """
    if c.type != "CONSULT" or c.mode is not None:
        return c.mode
    people = [*c.actors, *c.recipients]
    codes = {p.code for p in people if p.code and p.code not in ("IGO", "NGO")}
    if c.pivot.lemma_ in words("parties", "hosts") and len(codes) == 3:
        return "third-party"  # whoever hosts the talks of two others
    if len(codes) >= _MANY or any(_counted(s, p) for p in people):
        return "multilateral"
    hosts = {p.code for p in where if p.code} | _capitals(s, c)
    if len(codes) == 2 and hosts and not hosts & codes:
        return "third-party"
    return None


def _counted(s: Scene, party: Party) -> bool:
    """Tell whether a party is a number of states ("envoys of six states")."""
    start = party.start - s.offset
    for t in s.doc:
        if start <= t.idx < party.end - s.offset and t.lemma_.lower() in words("parties", "states"):
            if any(k.dep_ == "nummod" and _many(k.lower_) for k in t.children):
                return True
    return False


def _many(number: str) -> bool:
    return number in words("parties", "many_states") or (number.isdigit() and int(number) >= _MANY)


def _capitals(s: Scene, c: Candidate) -> set[str]:
    """Codes of the places an event is told to be "in"."""
    found: set[str] = set()
    for word in dict.fromkeys((c.token, c.pivot)):
        for prep in kids(word, "prep"):
            if prep.lower_ in ("in", "at"):
                found |= {code_of(s.names[n.i]) for n in _objects(prep) if n.i in s.names}
    return found


def _objects(prep: Token) -> list[Token]:
    return kids(prep, "pobj")
