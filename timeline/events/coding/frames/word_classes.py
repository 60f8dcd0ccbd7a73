"""Does a noun phrase belong to a word class of a frame: by its words, or by what the sentence knows of it?"""

from __future__ import annotations

from collections.abc import Callable

from timeline.events.frame import IN_SENTENCE
from timeline.events.lexicon import lexicon
from timeline.events.parse.noun_phrase import content, keys
from timeline.events.parse.word import Word
from timeline.events.parties.party import is_party
from timeline.events.parties.sentence import Sentence
from timeline.events.words import words

Membership = Callable[[Sentence, Word], bool]


def fits_class(sentence: Sentence, noun: Word, entries: frozenset[str]) -> bool:
    """Tell whether a noun phrase belongs to a word class, by its head or what stands behind "dollars of"."""
    asked = [CLASSES[name] for name in entries & IN_SENTENCE]
    return any(keys(one) & entries or any(holds(sentence, one) for holds in asked) for one in content(noun))


def _is_person(sentence: Sentence, noun: Word) -> bool:
    return noun.lower in words("classes", "people") or _has_proper_name(sentence, noun)


def _has_proper_name(sentence: Sentence, noun: Word) -> bool:
    """Tell whether a noun is a person's name: of somebody the article knows, or of nobody and nothing known."""
    unknown = noun.form == "name" and noun.index not in sentence.names
    return noun.pos == "name" and (unknown or sentence.person_at(noun) is not None)


def _is_somebody(sentence: Sentence, noun: Word) -> bool:
    return is_party(sentence, noun) or noun.lower in words("classes", "people", "things")


def _is_in_gazetteer(sentence: Sentence, noun: Word) -> bool:
    return noun.index in sentence.names


def _is_place(sentence: Sentence, noun: Word) -> bool:
    return _is_in_gazetteer(sentence, noun) or noun.pos == "name"


def _is_state(sentence: Sentence, noun: Word) -> bool:
    return _is_in_gazetteer(sentence, noun) and noun.form == "name" and not _is_national(sentence, noun)


def _is_national(sentence: Sentence, noun: Word) -> bool:
    hit = sentence.names.get(noun.index)
    return hit is not None and hit.name.kind == "demonym"


def _are_people(sentence: Sentence, noun: Word) -> bool:
    return _is_national(sentence, noun) or _is_agent_noun(noun) or noun.form == "plural name" or noun.pos == "number"


def _is_agent_noun(noun: Word) -> bool:
    """Tell whether a noun's ending makes it one who does something ("farmer"), where the lexicon has no thing so."""
    sets, lemma = lexicon().sets, noun.lemma
    if noun.pos != "noun" or lemma in sets["target"] or lemma in sets["force"]:
        return False
    return lemma.endswith(tuple(words("classes", "agent_endings")))


def _is_known(sentence: Sentence, noun: Word) -> bool:
    return sentence.person_at(noun) is not None


# What the sentence must tell of a noun for it to belong to a class.
CLASSES: dict[str, Membership] = {
    "@person": _is_person,
    "@known": _is_known,
    "@party": _is_somebody,
    "@place": _is_place,
    "@country": _is_in_gazetteer,
    "@state": _is_state,
    "@people": _are_people,
    "@nationals": _is_national,
}
