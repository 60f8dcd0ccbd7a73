"""Names of places that are somebody's surname in an article: "the foreign secretary, William Hague"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from timeline.events.lexicon import lexicon
from timeline.events.words import words
from timeline.names.scan import Hit

_FIRST_NAME = re.compile(r"(\w+),?\s+[A-Z][a-z]+\s+$")
_REACH = 60  # characters in which an office and a first name stand


def surnames(text: str, hits: Iterable[Hit]) -> frozenset[str]:
    """The words for places before which an office and a first name stand anywhere in the article."""
    return frozenset(text[hit.start : hit.end] for hit in hits if _is_of_official(text, hit))


def without_surnames(text: str, hits: Iterable[Hit], taken: frozenset[str]) -> Iterator[Hit]:
    """The names but for those that are a person's: behind a first name, or alone where nothing says that it is a place.

    The name that a country is usually called by ("Jordan") is a person's only behind a first name.
    """
    for hit in hits:
        word = text[hit.start : hit.end]
        before = text[max(0, hit.start - _REACH) : hit.start]
        alone = word in taken and word != hit.name.name and not _where().search(before)
        if not alone and not _is_of_official(text, hit):
            yield hit


@cache
def _where() -> re.Pattern[str]:
    """What makes a place of the name behind it."""
    return re.compile(rf"\b(?:{'|'.join(sorted(words('names', 'where')))})\s+$", re.IGNORECASE)


def _is_of_official(text: str, hit: Hit) -> bool:
    if hit.name.kind not in ("country", "place") or not text[hit.start : hit.end].isalpha():
        return False
    found = _FIRST_NAME.search(text, max(0, hit.start - _REACH), hit.start)
    return found is not None and _is_of_office(found[1].lower())


def _is_of_office(word: str) -> bool:
    return word in lexicon().groups["officials"] or word in words("names", "addresses")
