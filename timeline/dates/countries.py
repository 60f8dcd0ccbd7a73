"""The country that an expression is about: the one named nearest to it, else the one of a leader."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import islice

from timeline.names.leaders import people, terms_of
from timeline.names.scan import countries

_REACH = 1500  # characters before an expression in which its country may be named


def named(text: str, start: int, end: int, of: Collection[str] | None = None) -> Iterator[tuple[int, str]]:
    """Yield where a country is named in a stretch of text, and its code; ``of``: only these countries."""
    for hit in countries(text, start, end):
        code = next((code for code in (hit.name.code, *hit.others) if of is None or code in of), None)
        if code is not None:
            yield hit.start, code


def nearest_country(text: str, at: int, sentence_end: int, of: Collection[str] | None = None) -> str | None:
    """The country that an expression is about: named in the rest of its sentence, or last before it.

    ``of``: only these countries.  A leader stands for the country where none is named.
    """
    begin = max(0, at - _REACH)
    near = [*list(named(text, begin, at, of))[-1:], *islice(named(text, at, sentence_end, of), 1)]
    if near:
        return min(near, key=lambda place: abs(at - place[0]))[1]
    told = [terms_of(person.holder)[-1].code for person in people(text, begin, sentence_end)]
    return next((code for code in reversed(told) if of is None or code in of), None)
