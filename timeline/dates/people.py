"""People of the table of leaders named in a text."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from timeline.tables.knowledge import countries, tenures
from timeline.tables.load import read_toml

_CAPITALISED = re.compile(r"[^\W\d_]\.?(?:[\w'’-]*\w)?")
# The words right before and behind a name, with nothing but a blank between; an initial goes with the word before it.
_BEFORE = re.compile(r"(?<![\w-])([^\W\d_][\w-]*)(?: [^\W\d_]\.|\.)? \Z")
_BEHIND = re.compile(r" ([^\W\d_][\w-]*)")
_LONGEST_WORD = 30


class Named(NamedTuple):
    """A person of the tables found in the text."""

    start: int
    holder: str


@cache
def _by_last_word() -> dict[str, list[tuple[str, str]]]:
    """Last word of every name of a holder -> (name in the text, holder)."""
    index: dict[str, list[tuple[str, str]]] = {}
    seen: set[tuple[str, str]] = set()
    for term in tenures():
        for name in (term.holder, *term.aliases, term.holder.rsplit(" ", 1)[-1]):
            if (name, term.holder) not in seen:
                seen.add((name, term.holder))
                index.setdefault(name.rsplit(" ", 1)[-1], []).append((name, term.holder))
    for names in index.values():
        names.sort(key=lambda pair: -len(pair[0]))
    return index


def people(text: str, start: int, end: int) -> list[Named]:
    """Holders of offices named in a stretch of text, in its order; a surname alone may give several."""
    index = _by_last_word()
    found: list[Named] = []
    for word in _CAPITALISED.finditer(text, start, end):
        key = word.group()
        if not key[0].isupper():
            continue
        key = key.removesuffix("'s").removesuffix("’s")
        stop = word.start() + len(key)
        for name, holder in index.get(key, ()):
            if text.endswith(name, 0, stop) and (" " in name or _by_itself(text, stop - len(name), stop, holder)):
                found.append(Named(stop - len(name), holder))
                if " " in name:
                    break
    return found


def _by_itself(text: str, start: int, stop: int, holder: str) -> bool:
    """Tell a surname that means its holder from a part of another name ("Dan Smith") or a place ("Montenegro")."""
    before, behind = _BEFORE.search(text, max(0, start - _LONGEST_WORD), start), _BEHIND.match(text, stop)
    left = before[1] if before and before[1][0].isupper() else ""
    right = behind[1] if behind and behind[1][0].isupper() else ""
    titled = left.lower().rpartition("-")[2] in _words("titles") | _office_words()
    if text[start:stop] in _other_things():
        return titled
    own = holder.split()
    fits_left = not left or titled or left in own or left.lower() in _words("openers")
    return fits_left and (not right or right in own or right.lower() in _words("followers"))


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(read_toml("dates/en/people.toml")[kind])


@cache
def _office_words() -> frozenset[str]:
    names = {term.office for term in tenures()} | read_toml("offices.toml")["other"].keys()
    return frozenset(word for name in names for word in name.split())


@cache
def _other_things() -> frozenset[str]:
    """Words that name a place or month sooner than a person."""
    places = (name for country in countries() for name in (country.name, *country.demonyms, *country.capitals))
    return frozenset(places) | _words("months")


def name_words() -> dict[str, int]:
    """Words of the names of all holders, in small letters, for the lexicon."""
    names = (name for term in tenures() for name in (term.holder, *term.aliases))
    return {word.lower(): 1 for name in names for word in name.split() if len(word) > 2}
