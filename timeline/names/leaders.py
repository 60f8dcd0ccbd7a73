"""People of the table of leaders: who bears a name, and who is named in a text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from timeline.names.countries import spellings
from timeline.names.offices import title_words, usual
from timeline.tables.knowledge import Term, tenures
from timeline.tables.load import read_toml

_CAPITALISED = re.compile(r"[^\W\d_]\.?(?:[\w'’-]*\w)?")
# The words right before and behind a name, with nothing but a blank between; an initial goes with the word before it.
_BEFORE = re.compile(r"(?<![\w-])([^\W\d_][\w-]*)(?: [^\W\d_]\.|\.)? \Z")
_BEHIND = re.compile(r" ([^\W\d_][\w-]*)")
_POSSESSIVE = re.compile(r"['’]s?\Z")
_LONGEST_WORD = 30
_BEFORE_TERM, _AFTER_TERM = 2, 4  # years around a term in which a surname alone means its holder


class Named(NamedTuple):
    """A person of the tables found in the text, and which of his or her names stands there, without accents."""

    start: int
    holder: str
    name: str


@cache
def by_name() -> dict[str, tuple[Term, ...]]:
    """Terms by every name that the table gives their holder."""
    found: dict[str, list[Term]] = {}
    for term in tenures():
        for name in (term.holder, *term.aliases):
            found.setdefault(name, []).append(term)
    return {name: tuple(terms) for name, terms in found.items()}


@cache
def _by_holder() -> dict[str, tuple[Term, ...]]:
    found: dict[str, list[Term]] = {}
    for term in tenures():
        found.setdefault(term.holder, []).append(term)
    return {holder: tuple(terms) for holder, terms in found.items()}


def terms_of(holder: str) -> tuple[Term, ...]:
    """All terms of a holder by the usual name, in the table's order."""
    return _by_holder().get(holder, ())


@cache
def offices_held() -> dict[str, frozenset[str]]:
    """The offices of each holder by the usual name without accents, letters folded by ``str.casefold``."""
    found: dict[str, set[str]] = {}
    for term in tenures():
        found.setdefault(plain(term.holder).casefold(), set()).add(term.office)
    return {name: frozenset(offices) for name, offices in found.items()}


@cache
def _by_office() -> dict[tuple[str, str], tuple[Term, ...]]:
    found: dict[tuple[str, str], list[Term]] = {}
    for term in tenures():
        for name in dict.fromkeys(map(_of_table, _names(term))):
            found.setdefault((usual(term.office), name), []).append(term)
    return {key: tuple(terms) for key, terms in found.items()}


def holders_of(office: str, code: str | None) -> tuple[Term, ...]:
    """Terms in an office by any of its names, in the country of this code or in all."""
    terms = _by_usual_office().get(usual(office), ())
    return tuple(term for term in terms if code in (None, term.code))


@cache
def _by_usual_office() -> dict[str, tuple[Term, ...]]:
    found: dict[str, list[Term]] = {}
    for term in tenures():
        found.setdefault(usual(term.office), []).append(term)
    return {office: tuple(terms) for office, terms in found.items()}


def titled(title: str, name: str) -> tuple[Term, ...]:
    """Terms in the office of everybody of that name or surname, with accents or without."""
    return _by_office().get((usual(title), plain(name)), ())


def is_listed(name: str, term: Term) -> bool:
    """Tell whether the table gives a surname as a name of its own ("Blair")."""
    return plain(name) in map(_of_table, term.aliases)


def known(name: str, dct: date | None) -> Term | None:
    """The term that a name alone means at an article's time; None for none, and where it can be of two countries."""
    terms = by_name().get(name, ())
    if dct is not None and " " not in name:
        terms = tuple(term for term in terms if _is_near(term, dct))
    if dct is not None and len(terms) > 1:
        one = " " in name or len({term.code for term in terms}) == 1
        terms = _last_begun(terms, dct, one=one)
    return terms[-1] if len({term.code for term in terms}) == 1 else None


def _is_near(term: Term, dct: date) -> bool:
    start, end = term.span
    begun = start is None or start.year - _BEFORE_TERM <= dct.year
    return begun and (end is None or end.year + _AFTER_TERM >= dct.year)


def _last_begun(terms: tuple[Term, ...], dct: date, one: bool) -> tuple[Term, ...]:
    """Terms that run on a day; of ``one`` person or country also the one that began last before it (Guterres, Bush)."""
    running = tuple(term for term in terms if term.span.contains(dct))
    if running or not one:
        return running or terms
    begun = [(start, term) for term in terms if (start := term.start.not_before) is not None and start <= dct]
    return (max(begun, key=lambda pair: pair[0])[1],) if begun else terms


def terms_named(text: str, start: int, end: int) -> list[Term]:
    """All terms of those whose full names stand in a stretch of text, under a title or without."""
    found = dict.fromkeys(person for person in people(text, start, end) if " " in person.name)
    terms = (term for person in found for term in terms_of(person.holder) if person.name in _plain_names(term))
    return list(dict.fromkeys(terms))


def people(text: str, start: int, end: int) -> Iterator[Named]:
    """Yield holders of offices named in a stretch of text, in its order; a surname alone may give several.

    >>> [person.holder for person in people("Erdogan met Nicusor Dan.", 0, 24)]
    ['Recep Tayyip Erdoğan', 'Nicușor Dan']
    """
    index = _by_last_word()
    for word in _CAPITALISED.finditer(text, start, end):
        if word.group().islower():
            continue
        stop = word.start() + len(word.group().removesuffix("'s").removesuffix("’s"))
        for name, holder in index.get(plain(word.group()), ()):
            begin = max(0, stop - len(name))
            if " " in name and plain(text[begin:stop]) == plain(name):
                yield Named(begin, holder, plain(name))
                break
            # A surname is many people's: it means the leader only as the table spells it.
            if text[begin:stop] == name and _by_itself(text, begin, stop, holder):
                yield Named(begin, holder, plain(name))


@cache
def _by_last_word() -> dict[str, list[tuple[str, str]]]:
    """Last word of every name of a holder, without accents -> (name in the text, holder), the longest first."""
    index: dict[str, dict[tuple[str, str], None]] = {}
    for term in tenures():
        for name in _names(term):
            index.setdefault(_of_table(name.rsplit(" ", 1)[-1]), {})[name, term.holder] = None
    return {last: sorted(names, key=lambda pair: -len(pair[0])) for last, names in index.items()}


def _names(term: Term) -> tuple[str, ...]:
    """All names of a holder, with the surname at the end."""
    return (term.holder, *term.aliases, term.holder.rsplit(" ", 1)[-1])


@cache
def _plain_names(term: Term) -> frozenset[str]:
    return frozenset(map(_of_table, _names(term)))


def _of_table(name: str) -> str:
    """A name of the tables, which hold no possessives, as ``plain`` writes it."""
    return name.rstrip(".,") if name.isascii() else plain(name)


def plain(name: str) -> str:
    """A name without accents, possessive and closing stop.

    >>> plain("Jean Chrétien’s")
    'Jean Chretien'
    """
    bare = _POSSESSIVE.sub("", " ".join(name.split()).rstrip(".,"))
    if bare.isascii():
        return bare
    return "".join(c for c in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(c))


def _by_itself(text: str, start: int, stop: int, holder: str) -> bool:
    """Tell a surname that means its holder from a part of another name ("Dan Smith") or a place ("Montenegro")."""
    left = _capital(_BEFORE.search(text, max(0, start - _LONGEST_WORD), start))
    right = _capital(_BEHIND.match(text, stop))
    title = is_title(left.rpartition("-")[2])
    if text[start:stop] in _other_things():
        return title
    own = holder.split()
    fits_left = not left or title or left in own or left.lower() in _words("openers")
    return fits_left and (not right or right in own or right.lower() in _words("followers"))


def is_title(word: str) -> bool:
    """Tell a word that may stand before a name as its bearer's title or office ("Mr", "President")."""
    return word.lower() in _words("titles") or word.lower() in title_words()


def _capital(beside: re.Match[str] | None) -> str:
    return beside[1] if beside and beside[1][0].isupper() else ""


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(read_toml("names/leaders.toml")[kind])


@cache
def _other_things() -> frozenset[str]:
    """Words that name a place or month sooner than a person."""
    return frozenset(word for word, name in spellings() if name.kind != "body") | _words("months")


def name_words() -> dict[str, int]:
    """Words of the names of all holders, in small letters, for the lexicon."""
    names = (name for term in tenures() for name in (term.holder, *term.aliases))
    return {word.lower(): 1 for name in names for word in name.split() if len(word) > 2}
