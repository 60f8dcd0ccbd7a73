"""Whom pronouns and words such as "both sides" mean: the people and countries told before."""

from __future__ import annotations

from timeline.events.lexicon import lexicon
from timeline.events.parse.word import Word
from timeline.events.parties.people import Person
from timeline.events.parties.sentence import Sentence, code_of, phrase
from timeline.events.words import words
from timeline.models import Party

_NEAR = 400  # how far ahead, in characters, those stand whom "the leaders" means without a number


def pronoun(sentence: Sentence, noun: Word) -> list[Party]:
    """The people or the state that "he", "they" or "it" means."""
    low = noun.lower
    start, end = sentence.offset + noun.start, sentence.offset + noun.end
    if low in words("parties", "personal"):
        own = _own_subject(sentence, noun)
        here = [p for a, _, p in sentence.cast.mentions if sentence.offset <= a < start and p is not own]
        if len(here) == 1 and sentence.last_person and not _is_subject(sentence, here[0]):
            here = []
        earlier = [p for p in sentence.cast.before(sentence.offset, 2) if p is not own]
        person = here[0] if here else None
        if person is None and sentence.last_person and (own is None or own.name != sentence.last_person):
            person = next((p for p in sentence.cast.people.values() if p.name == sentence.last_person), None)
        person = person or (earlier[0] if earlier else None)
        if person is None:
            return [Party(text=noun.text, start=start, end=end)]
        return [Party(text=noun.text, start=start, end=end, name=person.name, code=person.code, sector=person.sector)]
    if low in words("parties", "plural"):
        return _last_two(sentence, start, end, noun.text)
    if low in ("it", "its") and sentence.last_state is not None and not any(i < noun.index for i in sentence.names):
        name = sentence.last_state.name
        return [Party(text=noun.text, start=start, end=end, name=name.name, code=code_of(sentence.last_state))]
    return []


def _own_subject(sentence: Sentence, noun: Word) -> Person | None:
    """Who does to "him" or "her" what the verb says, and so is somebody else."""
    if noun.lower not in ("him", "her") or noun.form != "personal":
        return None
    verb = noun.head if noun.role != "prepositional object" else noun.head.head
    for subject in verb.by_role("subject"):
        at = sentence.offset + subject.start
        return next((p for a, b, p in sentence.cast.mentions if a <= at < b), None)
    return None


def _heads(person: Person) -> bool:
    words_of = set((person.office or "").split())
    return "prime" in words_of or bool(words_of & words("names", "heads"))


def _is_subject(sentence: Sentence, person: Person) -> bool:
    """Tell whether a person is named as a subject in the sentence."""
    spans = [(a - sentence.offset, b - sentence.offset) for a, b, p in sentence.cast.mentions if p is person]
    return any(
        t.role in ("subject", "passive subject", "root", "owner", "apposition")
        and any(a <= t.start < b for a, b in spans)
        for t in sentence.tree
    )


def _last_two(sentence: Sentence, start: int, end: int, text: str) -> list[Party]:
    people = sentence.cast.before(start, 2)
    if len(people) == 2:
        return [
            Party(text=text, start=start, end=end, name=p.name, code=p.code, sector=p.sector) for p in reversed(people)
        ]
    return _last_countries(sentence, start, end, text) or [Party(text=text, start=start, end=end)]


def _last_countries(  # noqa: PLR0913 - where the words stand and how far back to look
    sentence: Sentence, start: int, end: int, text: str, near: int | None = None, before: int | None = None
) -> list[Party]:
    hits = sentence.cast.countries_before(start if before is None else before, 2, near)
    if len(hits) < 2:
        return []
    first = [h.name.code for h in sentence.cast.places]
    hits.sort(key=lambda h: first.index(h.name.code))
    return [Party(text=text, start=start, end=end, name=h.name.name, code=code_of(h)) for h in hits]


def collective(sentence: Sentence, noun: Word) -> list[Party]:
    """Resolve "the two leaders", "both countries", "the two sides"."""
    groups = lexicon().groups
    people = noun.lemma in groups["pairs_of_people"]
    if noun.form != "plural" or not (people or noun.lemma in groups["pairs_of_states"]):
        return []
    marks = {c.lower for c in noun.children if c.role in ("determiner", "count", "predeterminer", "owner")}
    others = [c for c in noun.children if c.role not in ("determiner", "count", "predeterminer", "punctuation")]
    two = marks & {"two", "both", "2"}
    bare = not others and ("the" in marks or sentence.headline)
    if not (("both" in marks or "the" in marks or sentence.headline) and (two or bare)) or marks & words(
        "parties", "counted"
    ):
        return []
    if any(c.index in sentence.names for c in noun.subtree) or (
        two and any(c.role == "preposition" and c.lower == "of" for c in others)
    ):
        return []
    if not two and noun.lemma not in groups["pairs_when_bare"]:
        return []
    start, end = sentence.offset + noun.start, sentence.offset + noun.end
    left = phrase(noun)[0]
    start = sentence.offset + sentence.tree[left].start
    text = sentence.text[start:end]
    near = None if two else _NEAR
    # "A and B failed to bring the two sides together": others than A and B.
    before = sentence.offset if noun.role == "object" else start
    if people:
        pair = sentence.cast.before(before, 2, office=noun.lemma) or sentence.cast.before(before, 2)
        if noun.lemma == "minister" and any(_heads(p) for p in pair):
            pair = []  # those who head a state or government are no mere ministers
        apart = len({p.code for p in pair} - {None}) == 2 and all(sentence.cast.near(p, before, _NEAR) for p in pair)
        if len(pair) == 2 and (two or apart):
            return [
                Party(text=text, start=start, end=end, name=p.name, code=p.code, sector=p.sector)
                for p in reversed(pair)
            ]
    return _last_countries(sentence, start, end, text, near, before)
