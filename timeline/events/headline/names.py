"""How a headline names its parties."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.events.lexicon import lexicon
from timeline.events.parties.sentence import Sentence
from timeline.events.people.people import Person
from timeline.events.words import words
from timeline.models import Party
from timeline.tables.knowledge import countries

_NAMED = 3  # parties of a headline that are named one by one
_LONG = 55  # characters of a party's name


def names_of(sentence: Sentence, people: Sequence[Party]) -> str:
    """Join parties: "A, B and C"; the surname of a person the article names in full."""
    found: list[str] = []
    for party in people:
        word = name_of(sentence, party)
        if word not in found:
            found.append(word)
    apart = [word.rpartition(" ") for word in found]
    share = len({noun for _, _, noun in apart}) == 1 and all(before for before, _, _ in apart)
    if 1 < len(found) <= _NAMED and share and apart[0][2].islower():
        return _listed([*(before for before, _, _ in apart[:-1]), found[-1]])  # "Greek and Albanian ministers"
    return _listed(found)


def _listed(names: Sequence[str]) -> str:
    """ "A", "A and B", "A, B and C", "A, B and others"."""
    if len(names) > _NAMED:
        return f"{names[0]}, {names[1]} and others"
    return " and ".join(names) if len(names) < _NAMED else f"{', '.join(names[:-1])} and {names[-1]}"


def name_of(sentence: Sentence, party: Party) -> str:
    """The surname of a person the article names in full, and a short form of what is long."""
    name = re.sub(r"\s+", " ", party.called).strip()
    person = sentence.people.called(name)
    if person is not None:
        return _surname(person)
    name = name.removesuffix(" City")
    return name if len(name) <= _LONG else _shorter(name, party.code)


def _surname(person: Person) -> str:
    """A person's surname with the particles before it, and with all its parts ("Di Paola", "Cowper-Cowles")."""
    told = person.name.split()
    ends = (k for k, word in enumerate(told) if word == person.surname or word.endswith(f"-{person.surname}"))
    at = first = next(ends, -1)
    if at < 0:
        return person.surname
    while first > 1 and told[first - 1].lower() in words("names", "particles"):
        first -= 1
    return " ".join(told[first : at + 1])


def _shorter(name: str, code: str | None) -> str:
    """A long name of an official as country and office ("Dutch ambassador"), else its first words."""
    adjective = next((c.demonyms[0] for c in countries() if c.code == code and c.demonyms), None)
    head = re.split(r"\s(?:of|to|in|for|from)\s", name)[0]
    office = next((w.lower() for w in reversed(head.split()) if w.lower() in lexicon().sectors), None)
    if adjective and office and not head.endswith("'s"):
        return f"{adjective} {office}"
    of, listed = re.split(r"(?<= of )", name, maxsplit=1) if " of " in name else ("", name)
    listed_names = re.split(r",\s*(?:and\s+)?|\s+and\s+", listed)
    if len(listed_names) > _NAMED:
        return of + _listed(listed_names)
    kept = name.split()[:6]
    while len(kept) > 1 and kept[-1].lower() in words("headline", "dangling"):
        kept.pop()
    return " ".join(kept)


def is_speaking(name: str) -> bool:
    """Tell whether a name is more than a letter."""
    return len(name.strip(".")) > 1


def is_plural(people: Sequence[Party]) -> bool:
    """Tell whether the verb of these parties stands in the plural."""
    if len({(p.name, p.code) for p in people}) > 1:
        return True
    if people and _is_of_several(people[0]):
        return True
    return (
        bool(people)
        and (people[0].name == people[0].text or people[0].text.lower() in words("parties", "plural"))
        and people[0].sector is not None
        and (people[0].name or people[0].text).lower().partition(" of ")[0].endswith(("s", "men", "police"))
        and not people[0].text.lower().partition(" of ")[0].endswith("ss")  # "congress"
    )


def _is_of_several(party: Party) -> bool:
    """Tell whether a party is several by what it is called ("rebel fighters in Sarh")."""
    head = re.split(r"\s(?:of|to|in|for|from|at|on)\s", party.called)[0].rpartition(" ")[2]
    if party.text.lower() in words("parties", "plural"):
        head = head.lower()  # "Dockers", named where they begin a sentence
    return head.islower() and head.endswith(("s", "men")) and not head.endswith(("ss", "us", "is", "'s"))


def owned(who: str) -> str:
    """The ending of a possessor."""
    return "'" if who.endswith("s") else "'s"
