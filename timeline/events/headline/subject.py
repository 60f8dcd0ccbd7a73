"""The subject of a headline."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from timeline.events.headline.cut import clip, told
from timeline.events.headline.facts import Facts
from timeline.events.headline.names import is_plural, names_of
from timeline.events.parse.clause import clause_of
from timeline.events.parse.noun_phrase import beside
from timeline.events.parse.word import Word
from timeline.events.parties.doers import quoted_by
from timeline.events.parties.sentence import Sentence
from timeline.events.words import words
from timeline.models import Party


class Subject(NamedTuple):
    """Who or what a headline is about, and whether its verb stands in the plural."""

    text: str
    many: bool


def subject_of(facts: Facts) -> Subject | None:
    """The grammatical subject of a verb as a headline names it; None where it is somebody whose name is not known."""
    if facts.actors and _speaks_through_others(facts):
        return Subject(facts.who, is_plural(facts.actors))
    nouns = _stray(facts.token) or clause_of(facts.token).subjects
    if not nouns:
        return None
    first, many = nouns[0], _is_many(facts, nouns)
    named = _party_at(facts, first, many)
    if named is not None:
        return named
    if first.pos == "pronoun" or _acts_not(facts, first):
        return Subject(facts.who, is_plural(facts.actors)) if facts.actors else None
    return Subject(_described_by(facts.token) or _phrase_of(facts, first), many)


def _phrase_of(facts: Facts, noun: Word) -> str:
    """The words of a subject, with those between whom it is where nothing else names them."""
    position = facts.sentence.position
    inside = range(position(noun.first), position(noun.last) + 1)
    between = bool(beside(noun, "between"))
    if between and facts.actors and all(party.start in inside for party in facts.actors):
        return clip(noun, (), facts.skip, facts.token)
    return facts.text_of(noun)


def _described_by(verb: Word) -> str:
    """The words of a noun before the participle that describes it ("ratings falling in May")."""
    if verb.role != "noun clause" or verb.head not in clause_of(verb).subjects:
        return ""
    return told(verb.tree[verb.head.first.index : verb.first.index]).rstrip(" ,")


def _speaks_through_others(facts: Facts) -> bool:
    """Tell whether the subject only hands on an actor's words, or is a noun for the actor behind "as"."""
    nouns = clause_of(facts.token).subjects
    behind_as = bool(nouns) and nouns[0].role == "prepositional object" and nouns[0].head.lower == "as"
    return behind_as or bool(quoted_by(facts.sentence, facts.token))


def _acts_not(facts: Facts, noun: Word) -> bool:
    """Tell whether others than the grammatical subject act ("Norway spoke on US plans to attack Niger")."""
    inside = range(facts.sentence.position(noun.first), facts.sentence.offset + noun.last.end)
    others = not any(party.start in inside for party in (*facts.actors, *facts.recipients))
    return bool(facts.actors) and others and facts.token.role == "noun clause" and noun.head is not facts.token


def _stray(verb: Word) -> tuple[Word, ...]:
    """The subject that the parser gave to a participle before a finite verb ("when crowds shouting abuse gathered")."""
    if verb.role != "conjunct" or verb.form != "past" or verb.by_role("subject") or verb.head.by_role("coordinator"):
        return ()
    clauses = (c for c in verb.head.by_role("adverbial") if c.form == "present participle" and c.index < verb.index)
    return next((tuple(c.by_role("subject")) for c in clauses if not c.by_role("auxiliary")), ())


def _is_many(facts: Facts, nouns: tuple[Word, ...]) -> bool:
    several = nouns[0].lower in words("headline", "groups") and len({p.name for p in facts.actors}) > 1
    return len(nouns) > 1 or (takes_plural(nouns[0]) and not is_of_one(facts.token)) or several


def is_of_one(verb: Word) -> bool:
    """Tell whether a verb stands in the singular ("Rowlands was": a name, not several)."""
    finite = next(iter(clause_of(verb).auxiliaries), verb)
    return finite.form == "present third" or finite.lower in words("headline", "of_one")


def _party_at(facts: Facts, noun: Word, many: bool) -> Subject | None:
    """The actors, or else the recipients, of whom one is what a noun phrase names: not only its owner or origin."""
    sentence = facts.sentence
    people = next((told for told in (facts.actors, facts.recipients) if _is_named(sentence, noun, told)), None)
    if people is None:
        return None
    is_person = len(people) == 1 and sentence.people.called(people[0].name) is not None
    if many and len(people) == 1 and not is_person and not people[0].called.endswith("s"):
        return None  # "Iranians" are not "Iran"
    return Subject(
        names_of(sentence, people), ((many or is_plural(people)) and not is_person) or len({p.name for p in people}) > 1
    )


def _is_named(sentence: Sentence, noun: Word, people: Sequence[Party]) -> bool:
    """Tell whether a noun or its apposition is one of these parties ("US and Nato troops" are both)."""
    heads = [sentence.position(word) for word in (noun, *noun.by_role("apposition"))]
    if any(party.start <= head < party.end for party in people for head in heads):
        return True
    inside = range(sentence.position(noun.first), heads[0])
    return any(party.start in inside and party.called.endswith(f" {noun.text}") for party in people)


def takes_plural(noun: Word) -> bool:
    """Tell whether a subject takes a plural verb ("police", "at least 74", "firemen")."""
    if (
        noun.form in ("plural", "plural name")
        or _is_plural_abbreviation(noun.text)
        or noun.lower.endswith("men")
        or noun.lemma == "police"
        or (noun.pos == "name" and noun.lower in words("headline", "adherents"))
    ):
        return True
    if noun.lemma in words("headline", "alike") and any(c.lower not in ("one", "1") for c in noun.by_role("count")):
        return True  # "two aircraft"
    return _counts_many(noun) or ((noun.pos == "number" or noun.is_number) and noun.lower not in ("one", "1"))


def _counts_many(noun: Word) -> bool:
    """Tell whether a noun only says how many of others ("the bulk of the troops")."""
    others = (n for of in noun.by_role("preposition") if of.lower == "of" for n in of.by_role("prepositional object"))
    of_many = (n.form in ("plural", "plural name") or n.lower in words("parties", "plural") for n in others)
    return noun.lower in words("headline", "many_of", "parts") and any(of_many)


def _is_plural_abbreviation(text: str) -> bool:
    """Tell whether a word is of the kind of "MPs" and "NGOs"."""
    return len(text) > 2 and text[:-1].isupper() and text.endswith("s")
