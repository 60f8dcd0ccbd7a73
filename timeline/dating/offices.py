"""Sitting holders of offices that the article names: written after their terms began and, told as sitting, within them.

"President-elect Vidal" bounds the article by the terms of all Vidals who were it; "former", "then-", "ex-" name no
sitting holder.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from timeline import edtf
from timeline.dating.clue import Clue, clue_of
from timeline.dating.days import Days, union
from timeline.dating.sentence import Sentence
from timeline.dating.words import table
from timeline.edtf import Interval
from timeline.names.leaders import is_listed, plain, titled
from timeline.names.offices import titles
from timeline.names.scan import Hit, countries_in, country_before
from timeline.reasons import describe
from timeline.tables.knowledge import Term

_NAME = re.compile(
    r"\s+(?P<names>[^\W\d_a-z][\w.'’-]*(?:\s+(?:[^\W\d_a-z][\w.'’-]*|al|bin|de|da|van|von|II|III)){0,4})"
)
_LAST_WORD = re.compile(r"([\w-]+?)-?\Z")
_LONGEST_WORD = 30


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
    """Find names under a title they hold, have held or will hold in the tables, in text order.

    A surname that the table does not list by itself proves little: it counts where the text names the country too.
    """
    found = (_holder(text, title) for title in _titles().finditer(text))
    return [holder for holder in found if holder]


def _holder(text: str, title: re.Match[str]) -> Holder | None:
    """The person whose name stands behind a title: of the words there as many as the tables know."""
    names = _NAME.match(text, title.end())
    if names is None:
        return None
    country = country_before(text, title.start())
    if not _sits(text, country.start if country else title.start()):
        return None
    for word in reversed(list(re.finditer(r"\S+", names["names"]))):
        name = plain(names["names"][: word.end()])
        terms = _fitting(text, titled(title.group(), name), name, country)
        if terms:
            end = names.start("names") + word.end()
            return Holder(title.start(), end, " ".join(title.group().split()), name, terms)
    return None


def _fitting(text: str, terms: Sequence[Term], name: str, country: Hit | None) -> tuple[Term, ...]:
    """Terms in the country before the title; where none stands there, a surname needs one that the text names."""
    if country:
        return tuple(term for term in terms if term.code in country.codes)
    if " " in name:
        return tuple(terms)
    return tuple(term for term in terms if is_listed(name, term) or term.code in countries_in(text))


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


def _long_ago(sentence: Sentence) -> bool:
    """Tell whether a sentence names a year, so that its people may have held their offices then."""
    return any(timex.type in ("DATE", "TIME") and timex.anchor.kind == "none" for timex in sentence.timexes)


def _sits(text: str, at: int) -> bool:
    """Tell whether the word before a title, or before the country of one, leaves its holder in office."""
    last = _LAST_WORD.search(text[max(0, at - _LONGEST_WORD) : at].rstrip())
    return last is None or last[1].lower() not in table("terms")["not_sitting"]


@cache
def _titles() -> re.Pattern[str]:
    # A title before a name begins with a capital; "the company's president" is no title.
    alternatives = "|".join(re.escape(title).replace(r"\ ", r"\s+") for title in titles())
    return re.compile(rf"(?<![\w-])(?=[A-Z])(?i:{alternatives})(?![\w-])")
