"""Names of countries, places, bodies and groups in running text, with the code each counts for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import islice
from typing import NamedTuple

from timeline.names import places
from timeline.names.countries import Name, shared, spellings, usual_names
from timeline.names.leaders import terms_named

WORD = re.compile(r"[^\W_]\w*(?:[.'’]\w+)*\.?(?<!\w\w\w\.)", re.UNICODE)
_LONGEST = 60  # characters of a country's name
_POSSESSIVE = re.compile(r"(?:['’]s?)?\s*")

Entry = tuple[tuple[str, ...], Name]  # the words of a name, and what they name


class Hit(NamedTuple):
    """A name found in text, in characters; ``others``: codes of further countries that the word may mean there."""

    start: int
    end: int
    name: Name
    others: tuple[str, ...] = ()

    @property
    def codes(self) -> frozenset[str]:
        """All codes that it may stand for."""
        return frozenset((self.name.code, *self.others))


@lru_cache(maxsize=128)
def tokens(text: str, start: int = 0, end: int | None = None) -> Sequence[tuple[str, int, int]]:
    """Words of a stretch of text with their offsets; a full stop stays with an abbreviation such as "U.S."."""
    found = []
    for m in WORD.finditer(text, start, len(text) if end is None else end):
        (a, b), word = m.span(), m.group()
        if word[-1] == "." and "." not in word[:-1]:
            word, b = word[:-1], b - 1
        found.append((word, a, b))
    return tuple(found)


def scan(text: str, start: int = 0, end: int | None = None) -> Iterator[Hit]:
    """Find known names, the longest first, left to right.

    A word for the people of two countries means the one that all of ``text`` names outright ("Congolese" beside
    Brazzaville) or by a leader.  Where it names neither or both, the word means the one that newspapers mean more
    often: an article on the other one names it.

    >>> [(h.name.code, h.name.kind) for h in scan("Japanese and U.S. troops in East Timor")]
    [('JPN', 'demonym'), ('USA', 'country'), ('TLS', 'country')]
    """
    doubtful = shared()
    for hit in _found(text, start, len(text) if end is None else end):
        codes = doubtful.get(text[hit.start : hit.end]) if hit.name.kind == "demonym" else None
        yield _in_context(hit, text, codes) if codes else hit


def _found(text: str, start: int, end: int) -> Iterator[Hit]:
    words = tokens(text, start, end)
    plain = [word for word, _, _ in words]
    if "’" in text:
        plain = [word.replace("’", "'") for word in plain]
    opening = _opening()
    behind = 0  # the last name
    for at, word in enumerate(plain):
        entries = opening.get(word)
        found = _longest(entries, plain, at) if entries and at >= behind else None
        if found is not None:
            name, length, possessive = found
            yield Hit(words[at][1], words[at + length - 1][2] - possessive, name)
            behind = at + length


def _longest(entries: Sequence[Entry], words: Sequence[str], at: int) -> tuple[Name, int, int] | None:
    """The longest name that stands there: in words, and the characters of the possessive behind it."""
    for key, name in entries:
        here = list(words[at : at + len(key)])
        possessive = here[-1].endswith("'s") and here[-1] != key[-1]
        if possessive:
            here[-1] = here[-1].removesuffix("'s")
        if tuple(here) == key:
            return name, len(key), 2 * possessive
    return None


def _in_context(hit: Hit, text: str, codes: Sequence[str]) -> Hit:
    """Tell which country a shared word means; where the text does not, the ``others`` stay possible."""
    told = _named_outright(text).intersection(codes) or _led(text).intersection(codes)
    if len(told) != 1:
        return hit._replace(others=tuple(codes[1:]))
    code = next(iter(told))
    return hit._replace(name=hit.name._replace(code=code, name=usual_names()[code]))


@lru_cache(maxsize=4)
def _named_outright(text: str) -> frozenset[str]:
    """Codes of all countries that a text names by a word that no other shares."""
    hits = (hit for hit in _found(text, 0, len(text)) if hit.name.whole)
    return frozenset(hit.name.code for hit in hits if text[hit.start : hit.end] not in shared())


@lru_cache(maxsize=4)
def _led(text: str) -> frozenset[str]:
    """Codes of the countries of all leaders that a text names in full."""
    return frozenset(term.code for term in terms_named(text, 0, len(text)))


def countries(text: str, start: int = 0, end: int | None = None) -> Iterator[Hit]:
    """Find what names a whole country or body: its name, its people, its capital, other names for it."""
    return (hit for hit in scan(text, start, end) if hit.name.whole)


@lru_cache(maxsize=4)
def countries_in(text: str) -> frozenset[str]:
    """Codes of all countries that a text names or may name."""
    return frozenset(code for hit in countries(text) for code in hit.codes)


def last_country(text: str, start: int, end: int) -> str | None:
    """The code of the country that a stretch of text names last."""
    return next((hit.name.code for hit in reversed(list(countries(text, start, end)))), None)


def country_at(text: str, at: int) -> Hit | None:
    """The country whose name or adjective begins at a place of the text."""
    return next((hit for hit in islice(scan(text, at, at + _LONGEST), 1) if hit.start == at and hit.name.whole), None)


def country_before(text: str, at: int) -> Hit | None:
    """The country whose name or adjective, possessive or not, stands right before a place of the text."""
    last = list(scan(text, max(0, at - _LONGEST), at))[-1:]
    return next((hit for hit in last if hit.name.whole and _POSSESSIVE.fullmatch(text, hit.end, at)), None)


@cache
def _names() -> dict[str, list[Entry]]:
    """Names by their first word, the longest first; of two that are written alike the first of the tables."""
    found: dict[str, dict[tuple[str, ...], Name]] = {}
    for text, name in (*spellings(), *places.spellings()):
        key = tuple(word.replace("’", "'") for word, _, _ in tokens(text.removeprefix("the ").removeprefix("The ")))
        if key:
            found.setdefault(key[0], {}).setdefault(key, name)
    return {first: sorted(entries.items(), key=lambda entry: -len(entry[0])) for first, entries in found.items()}


@cache
def _opening() -> dict[str, list[Entry]]:
    """Names by how their first word may stand in a text: as it is, or possessive."""
    names = _names()
    return names | {f"{first}'s": entries for first, entries in names.items()}


@cache
def _capitals() -> dict[str, str]:
    """Names of one word as they stand in capitals, and as they are written else."""
    return {text.upper(): text for entries in _names().values() for key, _ in entries for text in key if len(key) == 1}


def in_title_case(text: str) -> str:
    """Words in capitals as they are usually written.

    >>> in_title_case("N'DJAMENA, Chad - RIO")
    "N'Djamena, Chad - Rio"
    """
    known = _capitals()

    def change(found: re.Match[str]) -> str:
        word = found.group()
        return known.get(word, word.capitalize()) if word.isupper() and len(word) > 2 else word

    return WORD.sub(change, text)
