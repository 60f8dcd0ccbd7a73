"""What an article calls somebody beside the name: "Estonia's minister, Ines Haas", "Jan Odal, the union leader"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from timeline.events.words import words

_PAST = re.compile(r"[a-z]{2,}ed")
_REACH = 70  # characters in which a title stands
_BEFORE = re.compile(r"([^.;:!?,()\"“”\n]+),?\s+$")
_ABBREVIATED = re.compile(r"\b([A-Z][A-Za-z]{1,3})\.\s+$")  # "Mrs.", "MS."
_AGE = re.compile(r",\s+(?:(?:a|an|the|now|then|aged)\s+)?\d{1,3}(?:-year-old\b|\s+years\s+old\b|,)")
_BEHIND = re.compile(r",\s+([^.;:!?,()\"“”\n]+)")


def titles_beside(text: str, start: int, end: int) -> Iterator[str]:
    """What stands right before and in apposition behind a name, in small letters and without "of ..."."""
    before = (pattern.search(text, max(0, start - _REACH), start) for pattern in (_BEFORE, _ABBREVIATED))
    told = (*before, _BEHIND.match(text, end, end + _REACH))
    for found in told:
        if found is not None:
            yield _of_what().sub("", _behind_verb(found[1].strip()).lower())


def _behind_verb(text: str) -> str:
    """What stands behind the last verb of a text ("General" of "the premier of Mali met General")."""
    told = text.split()
    last = max(
        (n for n, word in enumerate(told) if word in words("offices", "verbs") or _PAST.fullmatch(word)), default=-1
    )
    return " ".join(told[last + 1 :])


def is_introduced(text: str, end: int) -> bool:
    """Tell whether a name that ends there is somebody's, by the age behind it ("Rahimi, 34, said", "Rahimi, a ...")."""
    return _AGE.match(text, end) is not None


@cache
def _of_what() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{'|'.join(sorted(words('offices', 'of_what')))})\s.*$", re.DOTALL)


def bears(titles: frozenset[str], title: str, *, former: bool, earlier: frozenset[str]) -> bool:
    """Tell whether one of these ends in a title; ``earlier``: words that say that it is held no more, as ``former``."""
    return any(_ends_in(told, title, former, earlier) for told in titles)


def _ends_in(told: str, title: str, former: bool, earlier: frozenset[str]) -> bool:
    if not told.endswith(title):
        return False
    before = told.removesuffix(title)
    told_before = before.split()
    is_former = bool(earlier.intersection(told_before))
    return (not before or before[-1] == " ") and former == is_former and not _is_lower(told_before)


def _is_lower(before: list[str]) -> bool:
    """Tell whether it is another office of that name ("vice president")."""
    return bool(before) and before[-1] in words("offices", "lower")
