"""Parties that events of one sentence share: who agrees in talks with whom, and what both of them promise to do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from timeline.events.coding.candidate import Candidate
from timeline.events.words import words


def with_shared_parties(found: Sequence[Candidate]) -> list[Candidate]:
    """The candidates of a sentence, each with the parties that another one names for it too."""
    joined = [_joined_by_talks(c, found) for c in found]
    return [_shared_by_promise(c, joined) for c in joined]


def with_parties_of_subject(found: Mapping[int, Candidate]) -> dict[int, Candidate]:
    """The candidates of a sentence; one without parties has those of what it is done to.

    "An accord between Chad and Niger was signed": by these two.
    """
    return {index: _with_parties_of_subject(c, found) for index, c in found.items()}


def _with_parties_of_subject(c: Candidate, found: Mapping[int, Candidate]) -> Candidate:
    if not c.frame.reciprocal or c.actors or c.recipients or not c.token.is_verbal:
        return c
    told = (found[noun.index] for noun in c.token.by_role("passive subject", "object") if noun.index in found)
    thing = next((thing for thing in told if thing.frame.reciprocal), None)
    return replace(c, actors=thing.actors, recipients=thing.recipients) if thing is not None else c


def _joined_by_talks(c: Candidate, found: Sequence[Candidate]) -> Candidate:
    """What is agreed "in talks with Trump" is agreed with Trump."""
    for talk in found:
        lacks_partner = c.frame.reciprocal and len(c.actors) == 1 and not c.recipients
        if lacks_partner and _are_talks_of(talk, c):
            names = {(p.name, p.code) for p in c.actors}
            c = replace(c, actors=[*c.actors, *(p for p in talk.actors if (p.name, p.code) not in names)])
    return c


def _are_talks_of(talk: Candidate, c: Candidate) -> bool:
    held = talk.type == "CONSULT" and talk.token.pos == "noun" and talk.pivot is c.token
    return held and talk.token.head.lower not in words("status", "adjunct_ahead")


def _shared_by_promise(c: Candidate, found: Sequence[Candidate]) -> Candidate:
    """What two agreed to do, both will do: "he agreed in talks with Trump to meet"."""
    if c.token.role not in ("open clause", "adverbial") or not c.frame.reciprocal or len(c.actors) > 1:
        return c
    both = (p.actors for p in found if p.type == "AGREE" and len(p.actors) > 1 and p.token is c.token.head)
    return replace(c, actors=next(both, c.actors))
