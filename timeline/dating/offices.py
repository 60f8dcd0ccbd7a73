"""Sitting holders of offices that the article names: written after their terms began and, told as sitting, within them.

"President-elect Vidal" bounds the article by the terms of all Vidals who were it; "former", "then-", "ex-" name no
sitting holder.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from timeline import edtf
from timeline.dating.clue import Clue, clue_of
from timeline.dating.days import Days, union
from timeline.dating.sentence import Sentence
from timeline.dating.words import table
from timeline.edtf import Interval
from timeline.reasons import describe
from timeline.tables.knowledge import Term, countries, tenures
from timeline.tables.load import read_toml

_NAME = re.compile(
    r"\s+(?P<names>[^\W\d_a-z][\w.'’-]*(?:\s+(?:[^\W\d_a-z][\w.'’-]*|al|bin|de|da|van|von|II|III)){0,4})"
)
_BEFORE = 60  # characters before a title that tell of its country, and whether its bearer sits
_LONGEST_PLACE = 4  # words of a country's name before a title


class Holder(NamedTuple):
    """A titled name in the text and the terms that fit it."""

    start: int
    end: int
    title: str
    name: str
    terms: tuple[Term, ...]

    @property
    def titled(self) -> str:
        """The name with its title."""
        return f"{self.title} {self.name}"

    @property
    def days(self) -> Days:
        """All days of the terms."""
        return union(term.span for term in self.terms)

    @property
    def codes(self) -> frozenset[str]:
        """Countries of the terms."""
        return frozenset(term.code for term in self.terms)


def holders(text: str) -> list[Holder]:
    """Find names under a title they hold, have held or will hold in the tables, in text order."""
    countries_named = cache(lambda: frozenset(_countries()[place] for place in _place_words().findall(text)))
    found = (_holder(text, title, countries_named) for title in _titles().finditer(text))
    return [holder for holder in found if holder]


def _holder(text: str, title: re.Match[str], countries_named: Callable[[], frozenset[str]]) -> Holder | None:
    """The longest name after a title that has terms of that office, in the country that the title names."""
    before = text[max(0, title.start() - _BEFORE) : title.start()]
    names = _NAME.match(text, title.end())
    if names is None or not _sits(before):
        return None
    office, code = _office(title.group()), _country(before)
    for end, name in _names(text, names):
        terms = tuple(term for term in _terms().get((office, name), ()) if code in (None, term.code))
        if terms and code is None and " " not in name:
            terms = tuple(term for term in terms if _is_known_by(name, term) or term.code in countries_named())
        if terms:
            return Holder(title.start(), end, " ".join(title.group().split()), name, terms)
    return None


def _names(text: str, found: re.Match[str]) -> Iterator[tuple[int, str]]:
    """The words of a name with their end in the text, then ever fewer of them."""
    words = list(re.finditer(r"\S+", found["names"]))
    for word in reversed(words):
        end = found.start("names") + word.end()
        yield end, _plain(text[found.start("names") : end])


def _is_known_by(surname: str, term: Term) -> bool:
    """Tell whether the table lists a surname by itself; another proves little without its country."""
    return surname in map(_folded, term.aliases)


def offices(text: str, sentences: Sequence[Sentence], named: Sequence[Holder]) -> Iterator[Clue]:
    """Yield for every person the days since the first term, and its terms where the text tells it as today's."""
    seen: dict[tuple[Term, ...], Holder] = {}
    sitting: dict[tuple[Term, ...], Holder] = {}
    begins = [sentence.start for sentence in sentences]
    for holder in named:
        seen.setdefault(holder.terms, holder)
        at = bisect_right(begins, holder.start) - 1
        if at >= 0 and sentences[at].body is not None and not _long_ago(sentences[at]):
            sitting.setdefault(holder.terms, holder)
    for terms, holder in seen.items():
        first = holder.days[0].not_before
        if terms not in sitting and first:
            day = describe(Interval(first, first))
            since = (Interval(first, None),)
            yield clue_of("term_since", holder.titled, since, title=holder.title, name=holder.name, day=day)
    for holder in sitting.values():
        days = ", ".join(filter(None, map(edtf.format, holder.days)))
        yield clue_of("term", holder.titled, holder.days, title=holder.title, name=holder.name, days=days)


def country_named(text: str, start: int, end: int) -> str | None:
    """Return the country named last in a stretch of text."""
    for match in reversed(list(_place_words().finditer(text, start, end))):
        return _countries()[match.group()]
    return None


def terms_of(text: str, start: int, end: int) -> list[Term]:
    """Return the terms of all whose full names stand in a stretch of text, under a title or without."""
    part = _plain(text[start:end])
    return [term for name, term in _full_names() if name in part]


@cache
def _full_names() -> tuple[tuple[str, Term], ...]:
    return tuple((_folded(name), term) for term in tenures() for name in (term.holder, *term.aliases) if " " in name)


@cache
def _place_words() -> re.Pattern[str]:
    names = sorted(_countries(), key=lambda name: (-len(name), name))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, names)) + r")(?!\w)")


def _long_ago(sentence: Sentence) -> bool:
    """Tell whether a sentence names a year, so that its people may have held their offices then."""
    return any(timex.type in ("DATE", "TIME") and timex.anchor.kind == "none" for timex in sentence.timexes)


def _sits(before: str) -> bool:
    words = before.rstrip()
    place = _place_before(words)
    words = words[: len(words) - len(place)].rstrip() if place else words
    last = re.search(r"([\w-]+?)-?\Z", words)
    return last is None or last[1].lower() not in table("terms")["not_sitting"]


def _country(before: str) -> str | None:
    place = _place_before(before.rstrip())
    return _countries().get(_bare(place)) if place else None


def _place_before(words: str) -> str | None:
    """The country's name or demonym that a text ends with."""
    parts = words.split(" ")[-_LONGEST_PLACE:]
    for at in range(len(parts)):
        tail = " ".join(parts[at:])
        if _bare(tail) in _countries():
            return tail
    return None


def _bare(place: str) -> str:
    return re.sub(r"['’]s?\Z", "", place)


@cache
def _countries() -> dict[str, str]:
    names: dict[str, str] = {}
    for country in countries():
        for name in (country.name, *country.demonyms, *country.aliases):
            names.setdefault(name, country.code)
    return names


@cache
def _other_titles() -> dict[str, str]:
    return {str(word): str(office) for word, office in read_toml("offices.toml")["other"].items()}


@cache
def _titles() -> re.Pattern[str]:
    words = sorted({*(term.office for term in tenures()), *_other_titles()}, key=lambda word: (-len(word), word))
    # A title before a name begins with a capital; "the company's president" is no title.
    alternatives = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)
    return re.compile(rf"(?<![\w-])(?=[A-Z])(?i:{alternatives})(?![\w-])")


def _office(title: str) -> str:
    small = " ".join(title.lower().split())
    return _other_titles().get(small, small)


@cache
def _terms() -> dict[tuple[str, str], tuple[Term, ...]]:
    found: dict[tuple[str, str], list[Term]] = {}
    for term in tenures():
        for name in dict.fromkeys((term.holder, *term.aliases, term.holder.rsplit(" ", 1)[-1])):
            found.setdefault((_office(term.office), _folded(name)), []).append(term)
    return {key: tuple(terms) for key, terms in found.items()}


def _folded(name: str) -> str:
    """A name of the tables, which hold no possessives, as ``_plain`` writes it."""
    return name.rstrip(".,") if name.isascii() else _plain(name)


def _plain(name: str) -> str:
    """A name without accents, possessive and closing stop."""
    bare = re.sub(r"['’]s?\Z", "", " ".join(name.split()).rstrip(".,"))
    return "".join(c for c in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(c))
