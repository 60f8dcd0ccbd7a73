"""Which verb gives an event noun its tense, and what the noun is to it."""

from __future__ import annotations

from typing import Literal, NamedTuple

from timeline.events.lexicon import lexicon
from timeline.events.parse.clause import clause_of, left_to_do
from timeline.events.parse.inflect import lemma_of
from timeline.events.parse.noun_phrase import measure_of
from timeline.events.parse.word import Word, climb, verb_over
from timeline.events.words import words

# light: the verb only makes an event of it; happen: it is what happens; caused: something else makes it happen;
# adjunct: the clause tells something else with it; argument: it is what something else is about.
Link = Literal["light", "happen", "caused", "adjunct", "argument"]


class Pivot(NamedTuple):
    """The verb, the noun itself where none stands over it, and what the noun is to it."""

    verb: Word
    link: Link


def pivot_of(noun: Word) -> Pivot | None:
    """The verb of an event noun; None where none makes it an event."""
    top = measure_of(noun)
    head, role = top.head, top.role
    while role in ("conjunct", "apposition") and head.pos in ("noun", "name"):
        role, head = head.role, head.head
    if noun.role == "root" or head is noun:
        return Pivot(noun, "happen")
    if role in ("subject", "passive subject") and (verb := left_to_do(head)) is not head:
        head, role = verb, "passive subject" if clause_of(verb).is_passive else "subject"
    if role == "object" and head.lemma in words("clauses", "telling"):
        return None  # who is told something: "told a rally"
    if role == "object" and head.pos == "verb" and _causes(head):
        return Pivot(head, "caused")
    if role in ("object", "passive subject") and head.pos == "verb":
        return Pivot(head, "light" if _is_light(head) else "argument")
    if role == "subject" and head.is_verbal:
        return Pivot(head, "happen" if head.lemma in words("triggers", "happen") else "argument")
    if role == "predicate" and head.lemma == "be":
        return Pivot(head, "happen")
    return _beside(noun, head) if role == "prepositional object" else None


def _causes(verb: Word) -> bool:
    """Tell whether a verb says that something came of something else ("the arrest prompted protests")."""
    particles = {c.lower for c in verb.by_role("particle", "preposition")}
    told = {lemma_of(verb), *(f"{lemma_of(verb)}_{particle}" for particle in particles)}
    return bool(told & _causing())


def _causing() -> frozenset[str]:
    return words("triggers", "causing")


def _is_light(verb: Word) -> bool:
    particle = next((c.lower for c in verb.by_role("particle", "preposition")), "")
    light, governors, lemma = words("triggers", "light"), lexicon().governors, lemma_of(verb)
    return any(told in light or told in governors for told in (lemma, f"{lemma}_{particle}"))


def _beside(noun: Word, preposition: Word) -> Pivot | None:
    """What a noun behind a preposition is to the clause that it stands in; what another noun is about has no verb."""
    above = climb(preposition.head, ("preposition", "subordinator", "adverb"))
    if above.is_verbal and preposition.head is above and f"{lemma_of(above)}_{preposition.lower}" in _causing():
        return Pivot(above, "caused")
    if above.is_verbal:
        return Pivot(above, "adjunct" if preposition.lower in words("triggers", "adjunct") else "argument")
    if above.pos not in ("noun", "name"):
        return None
    if preposition.lower in words("triggers", "top_of"):
        return Pivot(verb_over(above), "adjunct")
    wanted = preposition.lower in words("triggers", "for_what")  # "a demand for talks"
    return None if wanted else Pivot(noun, "argument")
