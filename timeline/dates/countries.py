"""Countries named near an expression: by name, demonym, capital, or their leader's name."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache

from timeline.dates.people import people
from timeline.tables.knowledge import countries, tenures

_CAPITALISED = re.compile(r"(?<!\w)[^\W\d_](?:\.[^\W\d_])*\.?(?:[\w’'-]*\w)?")
# "Canadians" are told by "Canadian".
_NAME_ENDS = re.compile(r"s?(?!\w)")
_REACH = 1500  # characters before an expression in which its country may be named


@cache
def _by_first_word() -> dict[str, tuple[tuple[str, str], ...]]:
    found: dict[str, dict[str, str]] = {}
    for country in countries():
        for name in (country.name, *country.demonyms, *country.capitals, *country.aliases):
            bare = name.removeprefix("the ")
            first = _CAPITALISED.match(bare)
            if first:
                found.setdefault(first.group(), {}).setdefault(bare, country.code)
    return {
        first: tuple(sorted(names.items(), key=lambda pair: (-len(pair[0]), pair[0]))) for first, names in found.items()
    }


def named(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Yield where a country is named in a stretch of text, and its code."""
    index = _by_first_word()
    for word in _CAPITALISED.finditer(text, start, end):
        bare = word.group().partition("'")[0].partition("’")[0]
        for key in dict.fromkeys((word.group(), bare, bare.removesuffix("s"))):
            for name, code in index.get(key, ()):
                after = word.start() + len(name)
                if text.startswith(name, word.start()) and _NAME_ENDS.match(text, after):
                    yield word.start(), code
                    break


@cache
def _countries_of_leaders() -> dict[str, str]:
    return {term.holder: term.code for term in tenures()}


def nearest_country(text: str, at: int, sentence_end: int, of: Collection[str] | None = None) -> str | None:
    """The country that an expression is about: named in the rest of its sentence, or last before it.

    ``of``: only these countries.  A leader stands for the country where none is named.
    """
    before = [(where, code) for where, code in named(text, max(0, at - _REACH), at) if of is None or code in of]
    after = next(((where, code) for where, code in named(text, at, sentence_end) if of is None or code in of), None)
    if before and (after is None or at - before[-1][0] <= after[0] - at):
        return before[-1][1]
    if after:
        return after[1]
    leaders = _countries_of_leaders()
    told = [leaders[person.holder] for person in people(text, max(0, at - _REACH), sentence_end)]
    return next((code for code in reversed(told) if of is None or code in of), None)
