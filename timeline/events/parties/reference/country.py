"""Which country somebody belongs to, and whom "its", "his" or "whose" before a noun means."""

from __future__ import annotations

from typing import NamedTuple

from timeline.events.lexicon import lexicon
from timeline.events.parse.noun_phrase import keys
from timeline.events.parse.subjects import SUBJECTS, told_of_in_relative
from timeline.events.parse.word import Role, Word
from timeline.events.parties.known_names import code_of, plover_code
from timeline.events.parties.party import sector_of
from timeline.events.parties.phrase import phrase
from timeline.events.parties.reference.coreference import pronoun
from timeline.events.parties.sentence import Sentence
from timeline.events.words import words
from timeline.models import Party
from timeline.names.countries import usual_names
from timeline.names.scan import Hit

_REACH = 9  # words from a noun to the country that is told with it
_TELLING: tuple[Role, ...] = ("preposition", "apposition", "owner", "noun clause")


class Owner(NamedTuple):
    """A state or person that has a minister, a government or an envoy."""

    name: str
    code: str | None


def country_of(sentence: Sentence, noun: Word, left: int, right: int) -> str | None:
    """The code of the country or body that a noun phrase, words ``left`` to ``right``, belongs to."""
    named = _named_in(sentence, noun, left, right)
    if named is not None:
        return code_of(named)
    owner = owner_of(sentence, noun)
    if owner is not None:
        return owner.code
    if _is_posted(noun):
        return None  # of "our ambassador in Tehran" none
    below = _named_below(sentence, noun)
    return code_of(below) if below is not None else _author(sentence, noun)


def _is_posted(noun: Word) -> bool:
    return bool(keys(noun) & lexicon().groups["posted"])


def _named_in(sentence: Sentence, noun: Word, left: int, right: int) -> Hit | None:
    """The name in a phrase that is nearest its noun, but for where an envoy is posted ("envoy to Chad")."""
    after = noun.after
    posted = noun.index < right and _is_posted(noun) and after is not None and after.lower in words("parties", "where")
    behind = range(noun.index + 1, noun.index + 1 if posted else right + 1)
    order = (noun.index, *range(noun.index - 1, left - 1, -1), *behind)
    return next((sentence.names[i] for i in order if i in sentence.names), None)


def _named_below(sentence: Sentence, noun: Word) -> Hit | None:
    """The country named in what is told of somebody ("the rebels who hold the north of Chad")."""
    below = (word for child in noun.by_role(*_TELLING) for word in child.subtree)
    return next((sentence.names[w.index] for w in below if w.index in sentence.names and _is_near(w, noun)), None)


def _is_near(word: Word, noun: Word) -> bool:
    return word.index - noun.index < _REACH


def _author(sentence: Sentence, noun: Word) -> str | None:
    """The country whose government wrote the article, where "the ministry" is its own."""
    definite = noun.form in ("singular", "name") and any(c.lower == "the" for c in noun.children)
    return sentence.people.author if definite and sector_of(noun) == "GOV" else None


def owner_of(sentence: Sentence, noun: Word) -> Owner | None:
    """Whom "its", "his" or "whose" before a noun means."""
    for word in noun.by_role("owner"):
        if word.lower == "its":
            return _its(sentence, noun)
        if word.form == "relative possessive":
            return _whose(sentence, noun)
        if word.lower in words("parties", "his"):
            return _his(sentence, noun, word)
    return None


def country_of_owner(sentence: Sentence, noun: Word) -> list[Party]:
    """The state of whoever "his country" or "its territory" belongs to."""
    owner = owner_of(sentence, noun)
    if owner is None or owner.code not in usual_names():
        return []
    start, end = sentence.position(noun), sentence.offset + noun.end
    return [Party(text=noun.text, start=start, end=end, name=usual_names()[owner.code], code=plover_code(owner.code))]


def _its(sentence: Sentence, noun: Word) -> Owner | None:
    """The state that is the subject before it, or was in the sentence before ("Togo withdrew its ambassador").

    Nobody where a body that is none is the subject: what Togo's navy has detained is not Togo's.
    """
    subjects = [w for w in sentence.tree[: noun.index] if w.role in SUBJECTS and w.pos != "pronoun"]
    named = next((sentence.names[w.index] for w in subjects if w.index in sentence.names), None)
    is_other = bool(subjects) and sector_of(subjects[0]) is not None
    hit = named or (None if is_other else sentence.last_state)
    return Owner(hit.name.name, code_of(hit)) if hit is not None and hit.name.kind != "demonym" else None


def _whose(sentence: Sentence, noun: Word) -> Owner | None:
    """The country or person that a relative clause is about ("Chad, whose army ...")."""
    head = told_of_in_relative(noun)
    if head is None:
        return None
    hit, person = sentence.name_at(head), sentence.person_at(head)
    if hit is not None:
        return Owner(hit.name.name, code_of(hit))
    return Owner(person.name, person.code) if person is not None else None


def _his(sentence: Sentence, noun: Word, word: Word) -> Owner | None:
    """The person meant, or an official without a name ("The Panamanian president said his government ...")."""
    person = next(iter(pronoun(sentence, word)), None)
    if person is not None and person.name:
        return Owner(person.name, person.code)
    official = next((w for w in sentence.tree[: noun.index] if w.role == "subject" and sector_of(w) == "GOV"), None)
    if official is None or sentence.last_person:
        return None
    left, right = phrase(official)
    name = sentence.string[sentence.tree[left].start : sentence.tree[right].end]
    return Owner(name[:1].upper() + name[1:], country_of(sentence, official, left, right))
