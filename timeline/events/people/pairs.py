"""Officials of two countries told in pairs: which country is whose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from timeline.events.lexicon import lexicon
from timeline.events.people.draft import Draft, DraftMention
from timeline.names.scan import Hit

_REACH = 500  # characters within which the officials of two countries are named
_NEAR = 40  # characters between two countries and the office of their officials


def counterparts(text: str, places: Sequence[Hit], mentions: Sequence[DraftMention]) -> None:
    """Give "his Greek and Cypriot counterparts, A and B," their countries in the order told."""
    for one, two in _joined(text, places, ("and",)):
        if one.name.kind != "demonym" or two.name.kind != "demonym":
            continue
        office = re.match(r"(?:\s+[\w-]+){0,3}?\s+(\w+)s,?\s+", text[two.end :])
        if office is None or not _is_office(office.group(1)):
            continue
        at = two.end + office.end()
        named = [m for m in mentions if m[0] >= at][:2]
        for pair in _pairs_of_people(text, named) if named and named[0][0] == at else ():
            for draft, hit in zip(pair, (one, two), strict=True):
                draft.code, draft.sector = hit.name.code, draft.sector or "GOV"


def officials_of_two(text: str, places: Sequence[Hit], mentions: Sequence[DraftMention]) -> None:
    """Where "the foreign ministers of A and B" are soon named and one is known as A's, the other is B's."""
    for one, two in _joined(text, places, ("and", "and the")):
        if one.name.code == two.name.code or not _has_officials(text, one, two):
            continue
        codes = {one.name.code, two.name.code}
        near = [m for m in mentions if two.end <= m[0] <= two.end + _REACH]
        first, second = next(_pairs_of_people(text, near), (None, None))
        for known, other in ((first, second), (second, first)):
            if known is not None and other is not None and known.code in codes and other.code is None:
                other.code, other.sector = (codes - {known.code}).pop(), other.sector or "GOV"


def _joined(text: str, places: Sequence[Hit], by: tuple[str, ...]) -> Iterator[tuple[Hit, Hit]]:
    """Names of countries and bodies that follow each other with no more than these words between."""
    return ((one, two) for one, two in pairwise(places) if text[one.end : two.start].strip() in by)


def _has_officials(text: str, one: Hit, two: Hit) -> bool:
    """Tell whether an office stands before two countries, or behind two adjectives."""
    if one.name.kind == "demonym":
        office = re.match(r"(?:\s+\w+){0,2}?\s+(\w+)s\b", text[two.end : two.end + _NEAR])
    else:
        office = re.search(r"(\w+)s\s+of\s+(?:the\s+)?$", text[max(0, one.start - _NEAR) : one.start])
    return office is not None and _is_office(office.group(1))


def _is_office(word: str) -> bool:
    low = word.lower()
    return low in lexicon().groups["officials"] or lexicon().sectors.get(low) == "GOV"


def _pairs_of_people(text: str, mentions: Sequence[DraftMention]) -> Iterator[tuple[Draft, Draft]]:
    """People named one behind the other with "and" between."""
    for (_, end, one), (start, _, two) in pairwise(mentions):
        if text[end:start].strip() == "and":
            yield one, two
