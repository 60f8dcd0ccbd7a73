"""Keep typed events to public life: sport, business and daily news use the same verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.events.frame import Frame
from timeline.events.lexicon import lexicon
from timeline.events.parse.clause import clause_of
from timeline.events.parse.noun_phrase import conjuncts, keys
from timeline.events.parse.word import Word
from timeline.events.parties.sentence import Sentence
from timeline.events.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.models import Party


def open_gate(  # noqa: PLR0913 - all that is known of a candidate
    sentence: Sentence,
    frame: Frame | None,
    kind: str,
    actors: Sequence[Party],
    recipients: Sequence[Party],
    pivot: Word,
) -> bool:
    """Tell whether a candidate is an event of public life."""
    lex = lexicon()
    gate = frame.gate if frame else "party"
    lowers = {t.lower for t in sentence.tree}
    arena = len(lowers & lex.arenas)
    people = [*actors, *recipients]
    states = sum(p.sector in words("parties", "state_sectors") for p in people)
    coded = sum(p.code is not None for p in people)
    offices = sum(
        bool(keys(t) & lex.groups["officials"]) or t.lower in lex.groups["armed"]
        for t in sentence.tree
        if t.pos in ("noun", "name")
    )
    bodies = sum(1 for h in sentence.names.values() if h.name.kind == "body")
    names = len({h.name.code for h in sentence.names.values()})
    codes = len({p.code for p in people if p.code})
    if arena and not (states or bodies or offices or (codes > 1 and arena == 1)):
        return gate == "free" and arena < 2 and bool(coded or names)
    if arena > 2 * (states + bodies + offices + codes):
        return False
    civil = (
        bool(people)
        and not coded
        and not names
        and not bodies
        and all(p.sector in words("parties", "civil_sectors") for p in people)
        and gate != "crowd"
    )
    if civil and not any(t.lemma.lower() in lex.sets["political"] for t in sentence.tree):
        return False
    if gate == "open":
        return True
    if gate == "free":
        return bool(people or names or offices)
    if gate == "office":
        return bool(states or bodies or (coded and (names or offices)))
    if gate == "crowd":
        crowd = any(keys(t) & lex.groups["crowds"] for d in clause_of(pivot).doers for t in conjuncts(d))
        return bool(crowd or coded or states)
    if gate == "violence":
        armed = any(
            keys(t) & (lex.groups["armed"])
            or any(c in lex.sectors and lex.sectors[c] in words("parties", "state_sectors") for c in keys(t))
            for t in clause_of(pivot).doers
        )
        return bool(armed or coded or states or (names and offices))
    public = any(p.sector in words("parties", "public_sectors") for p in people)
    unknown = arena == 0 and any(_proper(p) for p in actors)
    return bool(states or coded or bodies or (public and names) or unknown)


def _proper(party: Party) -> bool:
    """Tell whether a party is a single unknown name that may be a country's ("Velmora")."""
    words = party.text.removeprefix("the ").split()
    return len(words) == 1 and party.text[:1].isupper() and party.sector is None and party.name == party.text
