"""Whom or what pronouns and words such as "both sides" mean: what was told before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from timeline.events.lexicon import lexicon
from timeline.events.parse.clause import clause_of
from timeline.events.parse.noun_phrase import conjuncts
from timeline.events.parse.word import Role, Word
from timeline.events.parties.known_names import code_of
from timeline.events.parties.party import are_the_two, is_each_of_two
from timeline.events.parties.phrase import phrase
from timeline.events.parties.reference.holder import heads_state
from timeline.events.parties.reference.personal import person_meant
from timeline.events.parties.sentence import Sentence
from timeline.events.people.people import People, Person
from timeline.events.words import words
from timeline.models import Party
from timeline.names.countries import party_words, usual_names
from timeline.names.scan import Hit
from timeline.stretches import beginning_in

_LOOKED_AT = 6  # countries among which the two that act are looked for
_WORDS = 30  # characters in which a preposition before a city stands
_NEAR = 400  # how far ahead, in characters, those stand whom "the leaders" means without a number
_MARKS: tuple[Role, ...] = ("determiner", "count", "predeterminer")
_BESIDE: tuple[Role, ...] = ("complement", "parallel", "conjunct", "adverbial")


class _Words(NamedTuple):
    """The words that mean somebody, by where they stand in the article."""

    text: str
    start: int
    end: int

    def person(self, person: Person) -> Party:
        return Party(**self._asdict(), name=person.name, code=person.code, sector=person.sector)

    def country(self, hit: Hit) -> Party:
        is_part = hit.name.kind not in ("country", "body", "group") and hit.name.code in usual_names()
        return Party(
            **self._asdict(), name=usual_names()[hit.name.code] if is_part else hit.name.name, code=code_of(hit)
        )

    def party(self, before: Party) -> Party:
        return before.model_copy(update={**self._asdict(), "name": before.called})

    def unknown(self) -> Party:
        return Party(**self._asdict())


def pronoun(sentence: Sentence, noun: Word) -> list[Party]:
    """The people or the state that "he", "they" or "it" means."""
    told = _Words(noun.text, sentence.position(noun), sentence.offset + noun.end)
    if noun.lower in words("parties", "personal"):
        person = person_meant(sentence, noun)
        return [told.unknown() if person is None else told.person(person)]
    if noun.lower in words("parties", "of_things") and _is_thing(noun):
        return []
    if noun.lower in words("parties", "plural"):
        return (
            _last_group(sentence, told)
            or _last_two_people(sentence, noun, told)
            or _last_two_countries(sentence, told)
            or [told.unknown()]
        )
    if noun.lower not in words("parties", "of_state"):
        return []
    if _goes_on(sentence, noun):
        return [told.party(party) for party in sentence.last_body]
    state = _state_before(sentence, noun)
    return [told.country(state)] if state is not None else []


def _is_thing(noun: Word) -> bool:
    """Tell whether a pronoun means a thing by what is done to it ("called for sanctions. Hungary blocked them").

    Or by what it does by itself ("called for a session. It opens today").
    """
    by_itself = noun.role == "subject" and noun.lower == "it" and not noun.head.by_role("object", "open clause")
    if by_itself and noun.head.lemma in words("parties", "done_by_events"):
        return True
    return noun in clause_of(noun.head).undergoers and noun.head.lemma in words("parties", "done_to_things")


def _goes_on(sentence: Sentence, noun: Word) -> bool:
    """Tell whether "it" is the first subject of a sentence, and does something, so that who was told of goes on."""
    first = next((w for w in sentence.tree if w.role in ("subject", "passive subject")), None)
    return first is noun and bool(sentence.last_body) and not _is_impersonal(noun.head)


def _is_impersonal(verb: Word) -> bool:
    """Tell whether "it" before a verb means nobody: "it emerged that ...", "it is feared that ...", "it was a raid"."""
    if verb.lemma in words("parties", "impersonal"):
        return True
    return clause_of(verb).is_passive and any(c.role in ("complement", "clause subject") for c in verb.children)


def _state_before(sentence: Sentence, noun: Word) -> Hit | None:
    """The state that "it" in a clause below means: the subject above; else that of the sentence before."""
    if not any(i < noun.index for i in sentence.names):
        return sentence.last_state
    if noun.role == "object" and noun.head.lemma in words("parties", "treats"):
        return _only_other_state(sentence, noun, clause_of(noun.head).doers)  # "left the talks with Chad, accusing it"
    if noun.role not in ("subject", "passive subject"):
        return None
    subjects = [s for verb in noun.ancestors for s in verb.by_role("subject") if s.index < noun.index and s is not noun]
    if any(len(conjuncts(subject)) > 1 for subject in subjects):
        return _only_other_state(sentence, noun, subjects)
    hits = (hit for subject in subjects if (hit := sentence.name_at(subject)) is not None)
    return next((hit for hit in hits if hit.name.kind != "demonym"), None)


def _only_other_state(sentence: Sentence, noun: Word, several: Sequence[Word]) -> Hit | None:
    """The one state named before "it" beside several who act ("Peru and Chile left the talks with Cuba as it ...")."""
    acting = {_code_at(sentence, one) for subject in several for one in conjuncts(subject)}
    others = [hit for at, hit in sentence.names.items() if at < noun.index and hit.name.code not in acting]
    states = {hit.name.code: hit for hit in others if hit.name.kind != "demonym"}
    return next(iter(states.values())) if len(states) == 1 else None


def definite_person(word: str, people: People, position: int) -> Person | None:
    """Whom "the Republican" or "the Frenchman" means: the last person of that country named before."""
    code = party_words().get(word)
    return next(iter(people.before(position, 1, code)), None) if code is not None else None


def _last_group(sentence: Sentence, told: _Words) -> list[Party]:
    """Those whom the sentence before was about, where one plural called them ("The ministers noted ...")."""
    return [told.party(party) for party in sentence.last_group]


def _last_two_people(sentence: Sentence, noun: Word, told: _Words) -> list[Party]:
    """The two people named last, if neither does himself what is told of "them"."""
    people = sentence.people.before(told.start, 2)
    doers = {sentence.person_at(doer) for doer in clause_of(noun.head).subjects if doer is not noun}
    return [told.person(person) for person in reversed(people)] if len(people) == 2 and doers.isdisjoint(people) else []


def _last_two_countries(
    sentence: Sentence, told: _Words, near: int | None = None, before: int | None = None
) -> list[Party]:
    named = sentence.people.countries_before(told.start if before is None else before, _LOOKED_AT, near)
    acting = [hit for hit in named if not _only_place(sentence, hit)]
    hits = acting[:2] if len(acting) > 1 else named[:2]
    order = [h.name.code for h in sentence.people.places]
    hits.sort(key=lambda h: order.index(h.name.code))
    sure = len(hits) == 2 and not any(_only_beside(sentence, hit) for hit in hits)
    return [told.country(hit) for hit in hits] if sure else []


def _only_place(sentence: Sentence, hit: Hit) -> bool:
    """Tell whether a city only says where something was ("served as envoy in Madrid", "met in Geneva and Muscat")."""
    before = sentence.text[max(0, hit.start - _WORDS) : hit.start]
    return hit.name.kind == "place" and _in_place().search(before) is not None


@cache
def _in_place() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(words('parties', 'where')))})\s+(?:[A-Z]\w+\s+and\s+)?$")


def _only_beside(sentence: Sentence, hit: Hit) -> bool:
    """Tell whether a name of the sentence says where something is, or by whose help ("a truce brokered by Qatar")."""
    start = hit.start - sentence.offset
    word = next((sentence.tree[at] for at, name in sentence.names.items() if name.start == start), None)
    return word is not None and word.role == "prepositional object" and word.head.lower in words("parties", "aside")


def country_meant(sentence: Sentence, noun: Word) -> list[Party]:
    """The state that "the country" or "this nation" means: the last one named that does not act itself."""
    if not is_country_word(noun) or not is_bare(noun):
        return []
    if not _marks(noun) & words("parties", "this"):
        return []
    told = _words_of(sentence, noun)
    subjects = [word for verb in noun.ancestors for word in verb.by_role("subject") if word is not noun][:1]
    doers = {_code_at(sentence, word) for subject in subjects for word in subject.subtree}
    hits = sentence.people.countries_before(told.start, 2)
    return [told.country(hit) for hit in hits if hit.name.code not in doers][:1]


def body_meant(sentence: Sentence, noun: Word) -> list[Party]:
    """The group that "the movement" or "the group" means: the last one named near before it."""
    if noun.lemma not in words("parties", "groups") or noun.form != "singular" or not is_bare(noun):
        return []
    if not _marks(noun) & words("parties", "this"):
        return []
    told = _words_of(sentence, noun)
    before = beginning_in(sentence.people.places, told.start - _NEAR, told.start)
    return [told.country(hit) for hit in before if _is_group(hit)][-1:]


def _is_group(hit: Hit) -> bool:
    """Tell whether a name is that of a movement, not of an organ of a state."""
    return hit.name.kind == "group" and hit.name.name.split()[-1].lower() not in lexicon().sectors


def is_country_word(noun: Word) -> bool:
    """Tell whether a noun only says that a country is meant, not which."""
    return noun.form == "singular" and noun.lemma in words("parties", "country")


def _code_at(sentence: Sentence, word: Word) -> str | None:
    hit, person = sentence.name_at(word), sentence.person_at(word)
    return hit.name.code if hit is not None else person.code if person is not None else None


def _words_of(sentence: Sentence, noun: Word) -> _Words:
    start, end = sentence.position(sentence.tree[phrase(noun)[0]]), sentence.offset + noun.end
    return _Words(sentence.text[start:end], start, end)


def pair(sentence: Sentence, noun: Word) -> list[Party]:
    """Resolve "the two leaders", "both countries", "the two sides" to two countries."""
    if not is_pair(sentence, noun):
        return []
    told = _words_of(sentence, noun)
    return _last_two_countries(sentence, told, None if _says_two(noun) else _NEAR, _before(sentence, noun))


def pair_of_people(sentence: Sentence, noun: Word) -> list[Party]:
    """Resolve "the two leaders", "both ministers" to two people whom the article names."""
    people = noun.lemma in lexicon().groups["pairs_of_people"] or are_the_two(noun)
    if not people or not is_pair(sentence, noun):
        return []
    told = _words_of(sentence, noun)
    return [told.person(person) for person in reversed(_officials(sentence, noun, _before(sentence, noun)))]


def _before(sentence: Sentence, noun: Word) -> int:
    """Up to where those stand whom a pair means: "A and B failed to bring the two sides together" means others."""
    return sentence.offset if noun.role == "object" else sentence.position(noun.first)


def is_pair(sentence: Sentence, noun: Word) -> bool:
    """Tell whether a plural means exactly two told before: "the two sides", "both capitals", "the leaders"."""
    groups, lemma = lexicon().groups, noun.lemma
    if are_the_two(noun) or is_each_of_two(noun):
        return True
    if noun.form != "plural" or not (lemma in groups["pairs_of_people"] or lemma in groups["pairs_of_states"]):
        return False
    marks = _marks(noun)
    definite = bool(marks & {"the", "both"}) or sentence.headline
    if not definite or marks & words("parties", "counted") or any(mark.isdigit() and mark != "2" for mark in marks):
        return False
    told = _says_two(noun) or (noun.lemma in groups["pairs_when_bare"] and is_bare(noun))
    named = any(sentence.name_at(word) is not None for word in noun.subtree)
    return told and not named and not any(c.lower == "of" for c in noun.by_role("preposition"))


def _marks(noun: Word) -> set[str]:
    return {c.lower for c in noun.by_role(*_MARKS, "owner")}


def _says_two(noun: Word) -> bool:
    return bool(_marks(noun) & words("parties", "two"))


def is_bare(noun: Word) -> bool:
    """Tell whether nothing but its article stands with a noun."""
    return all(c.role in (*_MARKS, "punctuation") for c in noun.children)


def _officials(sentence: Sentence, noun: Word, before: int) -> list[Person]:
    """The two people, the nearest first, that "the two presidents" means; without a number of two countries near by."""
    people = sentence.people
    two = people.before(before, 2, office=noun.lemma) or people.before(before, 2)
    if len(two) < 2 or (noun.lemma == "minister" and any(heads_state(person) for person in two)):
        return []  # those who head a state or government are no mere ministers
    apart = len({person.code for person in two} - {None}) == 2
    near = all(people.is_near(person, before, _NEAR) for person in two)
    return two if _says_two(noun) or (apart and near) else []


def antecedent(word: Word) -> Word | None:
    """The object of the clause before a pronoun in its sentence ("imposed a ban and lifted it", "...; it was lifted").

    None where the word is no such pronoun or no noun of its number stands there.
    """
    if word.lower not in words("parties", "of_things") or word.head.lemma in words("parties", "treats"):
        return None
    number = "singular" if word.lower == "it" else "plural"
    objects = (n for clause in _clauses_before(word) for n in clause.by_role("object", "passive subject"))
    return next((noun for noun in objects if noun.index < word.index and noun.form == number), None)


def _clauses_before(word: Word) -> Sequence[Word]:
    """The verb above a pronoun's own, and the verbs beside it, that stand before the pronoun."""
    verb = word.head
    above = [verb.head] if verb.role in _BESIDE and verb.head.index < word.index else []
    return above + [c for c in verb.by_role(*_BESIDE) if c.index < word.index]
