"""Whom pronouns and words such as "both sides" mean: the people and countries told before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.events.lexicon import lexicon
from timeline.events.parse.clause import kids
from timeline.events.parties.people import Person
from timeline.events.parties.sentence import Scene, code_of, phrase
from timeline.events.words import words
from timeline.models import Party

if TYPE_CHECKING:
    from spacy.tokens import Token

_NEAR = 400  # how far ahead, in characters, those stand whom "the leaders" means without a number


def pronoun(s: Scene, noun: Token) -> list[Party]:
    """The people or the state that "he", "they" or "it" means."""
    low = noun.lower_
    start, end = s.offset + noun.idx, s.offset + noun.idx + len(noun)
    if low in words("parties", "personal"):
        own = _own_subject(s, noun)
        here = [p for a, _, p in s.cast.mentions if s.offset <= a < start and p is not own]
        if len(here) == 1 and s.last_person and not _is_subject(s, here[0]):
            here = []
        earlier = [p for p in s.cast.before(s.offset, 2) if p is not own]
        person = here[0] if here else None
        if person is None and s.last_person and (own is None or own.name != s.last_person):
            person = next((p for p in s.cast.people.values() if p.name == s.last_person), None)
        person = person or (earlier[0] if earlier else None)
        if person is None:
            return [Party(text=noun.text, start=start, end=end)]
        return [Party(text=noun.text, start=start, end=end, name=person.name, code=person.code, sector=person.sector)]
    if low in words("parties", "plural"):
        return _last_two(s, start, end, noun.text)
    if low in ("it", "its") and s.last_state is not None and not any(i < noun.i for i in s.names):
        name = s.last_state.name
        return [Party(text=noun.text, start=start, end=end, name=name.name, code=code_of(s.last_state))]
    return []


def _own_subject(s: Scene, noun: Token) -> Person | None:
    """Who does to "him" or "her" what the verb says, and so is somebody else."""
    if noun.lower_ not in ("him", "her") or noun.tag_ != "PRP":
        return None
    verb = noun.head if noun.dep_ != "pobj" else noun.head.head
    for subject in kids(verb, "nsubj"):
        at = s.offset + subject.idx
        return next((p for a, b, p in s.cast.mentions if a <= at < b), None)
    return None


def _heads(person: Person) -> bool:
    words_of = set((person.office or "").split())
    return "prime" in words_of or bool(words_of & words("names", "heads"))


def _is_subject(s: Scene, person: Person) -> bool:
    """Tell whether a person is named as a subject in the sentence."""
    spans = [(a - s.offset, b - s.offset) for a, b, p in s.cast.mentions if p is person]
    return any(
        t.dep_ in ("nsubj", "nsubjpass", "ROOT", "poss", "appos") and any(a <= t.idx < b for a, b in spans)
        for t in s.doc
    )


def _last_two(s: Scene, start: int, end: int, text: str) -> list[Party]:
    people = s.cast.before(start, 2)
    if len(people) == 2:
        return [
            Party(text=text, start=start, end=end, name=p.name, code=p.code, sector=p.sector) for p in reversed(people)
        ]
    return _last_countries(s, start, end, text) or [Party(text=text, start=start, end=end)]


def _last_countries(  # noqa: PLR0913 - where the words stand and how far back to look
    s: Scene, start: int, end: int, text: str, near: int | None = None, before: int | None = None
) -> list[Party]:
    hits = s.cast.countries_before(start if before is None else before, 2, near)
    if len(hits) < 2:
        return []
    first = [h.name.code for h in s.cast.places]
    hits.sort(key=lambda h: first.index(h.name.code))
    return [Party(text=text, start=start, end=end, name=h.name.name, code=code_of(h)) for h in hits]


def collective(s: Scene, noun: Token) -> list[Party]:
    """Resolve "the two leaders", "both countries", "the two sides"."""
    groups = lexicon().groups
    people = noun.lemma_ in groups["pairs_of_people"]
    if noun.tag_ != "NNS" or not (people or noun.lemma_ in groups["pairs_of_states"]):
        return []
    marks = {c.lower_ for c in noun.children if c.dep_ in ("det", "nummod", "predet", "poss")}
    others = [c for c in noun.children if c.dep_ not in ("det", "nummod", "predet", "punct")]
    two = marks & {"two", "both", "2"}
    bare = not others and ("the" in marks or s.headline)
    if not (("both" in marks or "the" in marks or s.headline) and (two or bare)) or marks & words("parties", "counted"):
        return []
    if any(c.i in s.names for c in noun.subtree) or (
        two and any(c.dep_ == "prep" and c.lower_ == "of" for c in others)
    ):
        return []
    if not two and noun.lemma_ not in groups["pairs_when_bare"]:
        return []
    start, end = s.offset + noun.idx, s.offset + noun.idx + len(noun)
    left = phrase(noun)[0]
    start = s.offset + s.doc[left].idx
    text = s.text[start:end]
    near = None if two else _NEAR
    # "A and B failed to bring the two sides together": others than A and B.
    before = s.offset if noun.dep_ == "dobj" else start
    if people:
        pair = s.cast.before(before, 2, office=noun.lemma_) or s.cast.before(before, 2)
        if noun.lemma_ == "minister" and any(_heads(p) for p in pair):
            pair = []  # those who head a state or government are no mere ministers
        apart = len({p.code for p in pair} - {None}) == 2 and all(s.cast.near(p, before, _NEAR) for p in pair)
        if len(pair) == 2 and (two or apart):
            return [
                Party(text=text, start=start, end=end, name=p.name, code=p.code, sector=p.sector)
                for p in reversed(pair)
            ]
    return _last_countries(s, start, end, text, near, before)
