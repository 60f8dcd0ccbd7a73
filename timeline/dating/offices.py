"""Sitting holders of offices that the article names: written after their terms began and, told as sitting, within them.

"President-elect Vidal" bounds the article by the terms of all Vidals who were it; "former", "then-", "ex-" name no
sitting holder.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from timeline import edtf
from timeline.dating.clue import Clue, Sentence
from timeline.dating.days import Days, union
from timeline.dating.words import say, table
from timeline.edtf import Interval
from timeline.models import Rank
from timeline.reasons import describe
from timeline.tables.knowledge import Term, countries, tenures
from timeline.tables.load import read_toml

_SINCE, _SITTING = 0.95, 0.85
_NAME = re.compile(
    r"\s+(?P<names>[^\W\d_a-z][\w.'’-]*(?:\s+(?:[^\W\d_a-z][\w.'’-]*|al|bin|de|da|van|von|II|III)){0,4})"
)
_LONGEST_PLACE = 4  # words of a country's name before a title


class Holder(NamedTuple):
    """A titled name in the text and the terms that fit it."""

    start: int
    end: int
    title: str
    name: str
    terms: tuple[Term, ...]

    @property
    def days(self) -> Days:
        """All days of the terms."""
        return union(term.span for term in self.terms)

    @property
    def codes(self) -> frozenset[str]:
        """Countries of the terms."""
        return frozenset(term.code for term in self.terms)


def holders(text: str) -> list[Holder]:
    """Find names under a title they hold, have held or will hold in the tables, in text order.

    A surname that the table does not list by itself proves little: it counts where the text names the country too.
    """
    found = []
    countries_named: frozenset[str] | None = None
    for match in _titles().finditer(text):
        office = _office(match.group())
        names = _NAME.match(text, match.end())
        if names is None or not _sits(text[max(0, match.start() - 60) : match.start()]):
            continue
        code = _country(text[max(0, match.start() - 60) : match.start()])
        words = list(re.finditer(r"\S+", names["names"]))
        for count in range(len(words), 0, -1):
            end = names.start("names") + words[count - 1].end()
            name = _plain(text[names.start("names") : end])
            terms = tuple(term for term in _terms().get((office, name), ()) if code in (None, term.code))
            if terms and code is None and " " not in name:
                if countries_named is None:
                    countries_named = frozenset(_countries()[place] for place in _place_words().findall(text))
                terms = tuple(t for t in terms if t.code in countries_named or name in map(_folded, t.aliases))
            if terms:
                found.append(Holder(match.start(), end, " ".join(match.group().split()), name, terms))
                break
    return found


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
            evidence = say("term_since", title=holder.title, name=holder.name, day=describe(Interval(first, first)))
            words = f"{holder.title} {holder.name}"
            yield Clue(Rank.CONTENT, "content", words, evidence, _SINCE, (Interval(first, None),))
    for holder in sitting.values():
        days = ", ".join(filter(None, map(edtf.format, holder.days)))
        evidence = say("term", title=holder.title, name=holder.name, days=days)
        yield Clue(Rank.CONTENT, "content", f"{holder.title} {holder.name}", evidence, _SITTING, holder.days)


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
