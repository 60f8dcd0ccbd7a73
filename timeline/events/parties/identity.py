"""Who a noun phrase is: name, country and sector."""

from __future__ import annotations

import re

from timeline.events.lexicon import lexicon
from timeline.events.parse.noun_phrase import keys
from timeline.events.parse.word import Word
from timeline.events.parties.known_names import code_of, plover_code
from timeline.events.parties.party import sector_of
from timeline.events.parties.phrase import phrase
from timeline.events.parties.reference.coreference import definite_person
from timeline.events.parties.reference.country import country_of, owner_of
from timeline.events.parties.reference.holder import holder
from timeline.events.parties.sentence import Sentence
from timeline.events.people.people import Person
from timeline.events.words import words
from timeline.models import Party
from timeline.names.places import seats
from timeline.names.scan import Hit

# What joins the parts of a name: "Lashkar-e-Taiba", "Shahr-e-Kord", "Mont-sur-Odal".
_OPENS_NAME = re.compile(r"\b[A-Z]\w+-[a-z]{1,3}-$")
_ENDS_NAME = re.compile(r"-[a-z]{1,3}-[A-Z]\w+")
_QUOTES = "\"'“‘(["


def identify(sentence: Sentence, noun: Word) -> Party:
    """Who a noun phrase is."""
    left, right = phrase(noun)
    start, end = sentence.tree[left].start, sentence.tree[right].end
    person = _person(sentence, noun, _first_of_own(noun, left), max(end, noun.end))
    country = country_of(sentence, noun, left, right)
    named = person if noun.pos == "name" or left == right else None
    if person is None:
        named = holder(sentence, noun, country)
    code = plover_code((named.code if named is not None else None) or country or _code_of_owner(sentence, noun))
    if person is None:
        start, end = _whole_name(sentence.string, start, end)
    start += len(sentence.string[start:end]) - len(sentence.string[start:end].lstrip(_QUOTES))
    text = sentence.string[start:end]
    name: str | None
    if named is not None:
        name = named.name
    elif person is None and _is_crowd(sentence, noun):
        name = None
    else:
        name = _own_name(sentence, noun, left == right) or _with_owner(sentence, noun, text, code, person)
    return Party(
        text=text,
        start=sentence.offset + start,
        end=sentence.offset + end,
        name=name,
        code=code,
        sector=_sector(sentence, noun, left, named),
    )


def _code_of_owner(sentence: Sentence, noun: Word) -> str | None:
    """The country of the person whose office, spokesman or government it is."""
    owners = (person for owner in noun.by_role("owner") if (person := sentence.person_at(owner)) is not None)
    return next((person.code for person in owners), None) if sector_of(noun) == "GOV" else None


def _whole_name(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch of a name, of which the parser may have taken a part ("Lashkar-e-Taiba")."""
    before, behind = _OPENS_NAME.search(text, 0, start), _ENDS_NAME.match(text, end)
    return before.start() if before is not None else start, behind.end() if behind is not None else end


def one_of_several(sentence: Sentence, noun: Word, hit: Hit, word: Word, name: str) -> Party:
    """One of the parties that share a noun ("Greek" of "Greek and Albanian ministers")."""
    between = sentence.tree[word.index : noun.index]
    return Party(
        text=word.text,
        start=sentence.position(word),
        end=sentence.offset + word.end,
        name=name,
        code=code_of(hit),
        sector=sector_of(noun) or _sector_among(sentence, between),
    )


def _first_of_own(noun: Word, left: int) -> Word:
    """The first word of a phrase that is a name itself: behind whose it is ("Haas's Union for Reform")."""
    owners = [c.last.index + 1 for c in noun.by_role("owner") if noun.pos == "name"]
    return noun.tree[max((left, *(index for index in owners if index <= noun.index)))]


def _person(sentence: Sentence, noun: Word, first: Word, end: int) -> Person | None:
    """The person named in a phrase, or meant by a capitalised word for people ("the Republican")."""
    person = sentence.people.inside(sentence.position(first), sentence.offset + end) or sentence.person_at(noun)
    if person is None and noun.lower[:1] != noun.text[:1]:
        return definite_person(noun.text, sentence.people, sentence.position(noun))
    return person


def _sector(sentence: Sentence, noun: Word, left: int, named: Person | None) -> str | None:
    """The sector of the noun, else of the person, else of the last noun before it that has one."""
    own = sector_of(noun) if sentence.name_at(noun) is None else None
    if own is None and named is not None:
        own = named.sector
    return own or _sector_among(sentence, sentence.tree[left : noun.index])


def _sector_among(sentence: Sentence, before: list[Word]) -> str | None:
    nouns = (w for w in reversed(before) if sentence.name_at(w) is None and w.pos in ("name", "noun"))
    return next((sector for noun in nouns if (sector := sector_of(noun))), None)


def _own_name(sentence: Sentence, noun: Word, is_alone: bool) -> str | None:
    """The name of a country or body that a noun is, as the tables have it; a body's as the text does."""
    hit = sentence.name_at(noun)
    if hit is None:
        return None
    if hit.name.kind == "demonym" and is_alone and noun.form in ("plural", "plural name"):
        return sentence.span(hit.start, hit.end)  # "Iranians"
    if hit.name.kind == "demonym" and any(c.lower in words("parties", "articles") for c in noun.by_role("determiner")):
        return sentence.span(hit.start, hit.end)  # "a Tajik" is not Tajikistan
    if hit.name.kind in ("country", "place", "demonym"):
        return hit.name.name if is_alone or hit.name.kind != "demonym" else None
    told = sentence.span(hit.start, hit.end)
    return hit.name.name if told in seats() or told.islower() else told


def _with_owner(sentence: Sentence, noun: Word, text: str, code: str | None, person: Person | None) -> str:
    """The words of a phrase, with whom "its" or "his" means before them ("Algeria's Foreign Ministry")."""
    if person is not None or not code or sentence.name_at(noun) is not None:
        return text
    owner = owner_of(sentence, noun)
    if owner is None or owner.code != code:
        return text
    return f"{owner.name}'{'' if owner.name.endswith('s') else 's'} {text}"


def _is_crowd(sentence: Sentence, noun: Word) -> bool:
    """Tell whether a phrase counts or gathers people without naming them ("tens of thousands of Cubans")."""
    definite = any(c.lower in words("parties", "definite") for c in noun.children)
    if definite or noun.pos == "name" or sentence.name_at(noun) is not None:
        return False
    counted = noun.lemma.lower() in words("parties", "counts") and any(c.lower == "of" for c in noun.children)
    return counted or (noun.form == "plural" and bool(keys(noun) & lexicon().groups["crowds"]))
