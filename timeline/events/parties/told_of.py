"""Whom a sentence is about, and whose words it hands on: what pronouns of the next one mean."""

from __future__ import annotations

from timeline.events.parse.clause import clause_of
from timeline.events.parse.noun_phrase import beside, conjuncts
from timeline.events.parse.word import MAIN, Word
from timeline.events.parties.party import is_party, is_somebody, parties_inside
from timeline.events.parties.resolve import are_people, named_by, parties_of
from timeline.events.parties.sentence import Sentence
from timeline.events.words import words
from timeline.models import Party

_MARKS = frozenset("-–—*•·▪►")


def group_told_of(sentence: Sentence) -> list[Party]:
    """Those whom "they" means in the next sentence: the subjects of a first main clause, or its several objects."""
    subjects = _main_subjects(sentence)
    if not subjects:
        return []
    if subjects[0].pos == "pronoun":
        return list(sentence.last_group) if subjects[0].lower in words("parties", "plural") else []
    if _are_several(sentence, subjects):
        return _without_capital(sentence, named_by(sentence, subjects), subjects[0].first)
    between = beside(subjects[0], "between")
    if len(between) > 1 and _are_several(sentence, between):
        return named_by(sentence, between)
    objects = list(clause_of(subjects[0].head).undergoers)
    return named_by(sentence, objects) if _are_several(sentence, objects) else []


def _without_capital(sentence: Sentence, group: list[Party], first: Word) -> list[Party]:
    """A group with its plain words as its name, without the capital that only begins their sentence."""
    plain = first.before is None and first.pos in ("noun", "adjective") and sentence.name_at(first) is None
    if not plain or not group or group[0].name is not None:
        return group
    name = group[0].text[:1].lower() + group[0].text[1:]
    return [group[0].model_copy(update={"name": name}), *group[1:]]


def listed_of(sentence: Sentence) -> list[Party]:
    """Those of whom the list tells that a sentence opens ("The two ministers:", "The ministers agreed as follows:").

    An item of the list goes on with them.
    """
    if is_item(sentence.string):
        return list(sentence.listed)
    if not sentence.string.rstrip().endswith(":"):
        return []
    return parties_of(sentence, _main_subjects(sentence) or conjuncts(sentence.tree.root))


def is_item(text: str) -> bool:
    """Tell whether a sentence is an item of a list, by the mark before it."""
    return text.lstrip()[:1] in _MARKS


def _main_subjects(sentence: Sentence) -> list[Word]:
    """The subjects of the first main clause that has any."""
    told = (w for w in sentence.tree if w.role in ("subject", "passive subject") and w.head.role in MAIN)
    first = next(told, None)
    return list(clause_of(first.head).subjects) if first is not None else []


def _are_several(sentence: Sentence, nouns: list[Word]) -> bool:
    """Tell whether several are named, or those whom a plural or a word for many calls ("police")."""
    if not nouns or not all(are_people(sentence, noun) for noun in nouns):
        return False
    if len(nouns) > 1 or nouns[0].lower in words("parties", "of_many"):
        return True
    is_name = sentence.name_at(nouns[0]) is not None or sentence.person_at(nouns[0]) is not None
    return nouns[0].form in ("plural", "plural name") and not is_name


def body_told_of(sentence: Sentence) -> list[Party]:
    """The body whom "it" means in the next sentence, where it is in no table: the subject of a first main clause.

    Else whose statement is told; what is only quoted, and "it", go on with whom the sentence before was about.
    """
    subjects = _main_subjects(sentence)
    if len(subjects) > 1:
        return []
    subject = next(iter(subjects), None)
    if subject is None or subject.lemma in words("parties", "documents"):
        return issuer(sentence) or list(sentence.last_body)
    if subject.lower == "it" or sentence.is_quoted(subject):
        return list(sentence.last_body)
    return named_by(sentence, [subject]) if _is_body(sentence, subject) else []


def _is_body(sentence: Sentence, noun: Word) -> bool:
    """Tell whether a subject is a body that the tables do not know, and nobody by name."""
    is_one = noun.pos in ("noun", "name") and noun.form in ("singular", "name")
    is_known = sentence.person_at(noun) is not None or sentence.name_at(noun) is not None
    return is_one and not is_known and is_party(sentence, noun) and not is_somebody(noun)


def issuer(sentence: Sentence) -> list[Party]:
    """Whose statement a sentence tells of: "a statement from the palace", "the ministry issued a statement"."""
    for noun in sentence.tree:
        if noun.lemma not in words("parties", "documents") or noun.pos != "noun":
            continue
        found = named_by(sentence, parties_inside(sentence, noun)[:1]) or _issuers(sentence, noun)
        if found:
            return found
    return []


def _issuers(sentence: Sentence, document: Word) -> list[Party]:
    """Who issues a document, or says something in it."""
    verb = document.head if document.role == "object" else document.head.head
    in_it = document.role == "prepositional object" and document.head.lower == "in"
    issues = document.role == "object" and verb.lemma in words("parties", "issues")
    return parties_of(sentence, clause_of(verb).doers) if verb.is_verbal and (in_it or issues) else []
