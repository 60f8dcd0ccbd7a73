"""What an article calls somebody beside the name: "Estonia's minister, Ines Haas", "Jan Odal, the union leader"."""

from __future__ import annotations

import re
from collections.abc import Iterator

_REACH = 70  # characters in which a title stands
_BEFORE = re.compile(r"([^.;:!?,()\"“”\n]+),?\s+$")
_BEHIND = re.compile(r",\s+([^.;:!?,()\"“”\n]+)")
_OF_WHAT = re.compile(r"\s(?:of|for|to|in|at|from)\s.*$", re.DOTALL)


def titles_beside(text: str, start: int, end: int) -> Iterator[str]:
    """What stands right before and in apposition behind a name, in small letters and without "of ..."."""
    told = (_BEFORE.search(text, max(0, start - _REACH), start), _BEHIND.match(text, end, end + _REACH))
    for found in told:
        if found is not None:
            yield _OF_WHAT.sub("", found[1].strip().lower())


def bears(titles: frozenset[str], title: str, *, former: bool, earlier: frozenset[str]) -> bool:
    """Tell whether one of these ends in a title; ``earlier``: words that say that it is held no more, as ``former``."""
    return any(_ends_in(told, title, former, earlier) for told in titles)


def _ends_in(told: str, title: str, former: bool, earlier: frozenset[str]) -> bool:
    if not told.endswith(title):
        return False
    before = told.removesuffix(title)
    words = before.split()
    return (not before or before[-1] == " ") and (former == bool(earlier.intersection(words))) and not _is_lower(words)


def _is_lower(words: list[str]) -> bool:
    """Tell whether it is another office of that name ("vice president")."""
    return bool(words) and words[-1] in ("vice", "deputy")
