"""Whom an office without a name means: "the prime minister", "Chad's foreign minister", "the Estonian leader"."""

from __future__ import annotations

from datetime import date

from timeline.events.parse.noun_phrase import beside
from timeline.events.parse.word import Word
from timeline.events.parties.party import is_somebody, sector_of
from timeline.events.parties.phrase import phrase
from timeline.events.parties.sentence import Sentence
from timeline.events.people.people import Person
from timeline.events.people.titles import bears
from timeline.events.words import words
from timeline.names.leaders import holders_of
from timeline.tables.knowledge import Term


def holder(sentence: Sentence, noun: Word, code: str | None = None) -> Person | None:
    """Who holds the office that a definite noun names; ``code``: of the country told with it.

    The last of the article's people named before it, else the only one that the article names at all.  The table of
    leaders tells where the article does not who of them is in office.
    """
    if not _names_office(noun):
        return None
    code = _code_beside(sentence, noun) or code
    if not _is_definite(noun, code):
        return None
    former = any(c.lower in words("parties", "earlier") for c in noun.lefts)
    holders = _holders(sentence, noun, code, former) or _by_table(sentence, noun, code, former)
    holders = [person for person in holders if not _acts_upon(sentence, person, noun)]
    before = sentence.people.last_of(holders, sentence.position(noun))
    return before or (holders[0] if len(holders) == 1 else None)


def _acts_upon(sentence: Sentence, person: Person, noun: Word) -> bool:
    """Tell whether somebody named is the subject of the verb whose object an office is ("Haas met the premier")."""
    verb = noun.head if noun.role == "object" else noun.head.head if noun.role == "prepositional object" else None
    if verb is None or not verb.is_verbal:
        return False
    return any(sentence.person_at(subject) is person for subject in verb.by_role("subject", "passive subject"))


def _names_office(noun: Word) -> bool:
    is_body = noun.lemma.lower() in words("offices", "bodies")
    is_held = sector_of(noun) is not None or is_somebody(noun)
    return noun.form in ("singular", "name") and not is_body and is_held


def _holders(sentence: Sentence, noun: Word, code: str | None, former: bool) -> list[Person]:
    """Who holds an office, else who leads the country that is told with a word for leaders."""
    title = _title(sentence, noun)
    fitting = [person for person in sentence.people.titled() if code is None or person.code in (None, code)]
    holders = [person for person in fitting if _holds(person, title, former)]
    if holders or code is None or noun.lemma not in words("parties", "heads"):
        return holders
    return [person for person in fitting if person.code == code and heads_state(person)]


def _by_table(sentence: Sentence, noun: Word, code: str | None, former: bool) -> list[Person]:
    """Whom of the article's people the table of leaders has in an office on its day, or had before it."""
    day = sentence.people.day
    terms = holders_of(_whole_title(sentence, noun), code) if day is not None else ()
    return [person for person in sentence.people.persons if any(_held(term, person, day, former) for term in terms)]


def _held(term: Term, person: Person, day: date | None, former: bool) -> bool:
    if term.holder != person.name or day is None:
        return False
    end = term.end.not_after
    return end is not None and end <= day if former else term.span.contains(day)


def _whole_title(sentence: Sentence, noun: Word) -> str:
    """The office with what it is of, but for a country ("secretary of state")."""
    of = [one for one in beside(noun, "of") if sentence.name_at(one) is None]
    behind = noun.tree[noun.index + 1 : phrase(noun)[1] + 1] if of else []
    return " ".join([_title(sentence, noun), *(word.lower for word in behind)])


def _code_beside(sentence: Sentence, noun: Word) -> str | None:
    """The country named with an office ("the Estonian leader", "the president of Estonia")."""
    hits = (sentence.name_at(word) for word in (*noun.lefts, *beside(noun, "of")))
    return next((hit.name.code for hit in hits if hit is not None), None)


def _is_definite(noun: Word, code: str | None) -> bool:
    if any(c.lower in words("parties", "indefinite") for c in noun.by_role("determiner")):
        return False
    return any(c.lower == "the" for c in noun.by_role("determiner")) or bool(noun.by_role("owner") and code)


def _title(sentence: Sentence, noun: Word) -> str:
    """The office without country and without words that do not tell it from others ("new", "embattled")."""
    kinds = (c for c in noun.lefts if c.role in ("compound", "adjective") and sentence.name_at(c) is None)
    kept = [c.lower for c in kinds if c.role == "compound" or c.lower in words("parties", "offices")]
    return " ".join([*kept, noun.lower])


def _holds(person: Person, title: str, former: bool) -> bool:
    if bears(person.titles, title, former=former, earlier=words("parties", "earlier")):
        return True
    is_told = any(told.endswith(title) for told in person.titles)  # with "vice" or "former" before it
    return person.office == title and not former and not is_told


def heads_state(person: Person) -> bool:
    """Tell whether somebody heads a state or government, by the office or by what the article calls the person."""
    earlier = words("parties", "earlier")
    if not words("names", "heads", "premiers").isdisjoint((person.office or "").split()):
        return True
    return any(
        bears(person.titles, one.replace("_", " "), former=False, earlier=earlier) for one in words("parties", "leads")
    )
