"""Which sentences can carry a typed event at all: a cheap test by word forms, before parsing."""

from __future__ import annotations

import re
from functools import cache

from timeline.events.frame import Frame
from timeline.events.lexicon import lexicon
from timeline.events.parse.inflect import forms

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
# Frames of these verbs are so common that the words they need are asked for too.
_COMMON = 1


@cache
def _single() -> frozenset[str]:
    """Forms that are enough by themselves."""
    found: set[str] = set()
    for frame in _all():
        if not _needed(frame):
            for word in frame.words:
                found |= forms(word.partition("_")[0])
    found |= {"must"}
    return frozenset(found)


@cache
def _pairs() -> dict[str, tuple[frozenset[str], ...]]:
    """Forms that need one of other forms in the sentence."""
    found: dict[str, set[frozenset[str]]] = {}
    for frame in _all():
        needed = _needed(frame)
        if needed:
            for word in frame.words:
                for form in forms(word.partition("_")[0]):
                    found.setdefault(form, set()).add(needed)
    return {form: tuple(sorted(sets, key=len)) for form, sets in found.items() if form not in _single()}


def _all() -> list[Frame]:
    lex = lexicon()
    return [f for table in (lex.verbs, lex.nouns) for frames in table.values() for f in frames]


@cache
def _closure(words: frozenset[str]) -> frozenset[str]:
    return frozenset(form for word in words if not word.startswith("@") for form in forms(word.rpartition("_")[2]))


def _needed(frame: Frame) -> frozenset[str] | None:
    for words in (
        frame.with_words,
        frame.adjective,
        frame.object,
        frame.complement,
        frame.prep_clause,
        frame.modifiers,
    ):
        if words and not any(w.startswith("@") for w in words):
            return _closure(words)
    return None


def may_tell(sentence: str) -> bool:
    """Tell whether a sentence has the words of some frame.

    >>> may_tell("The two presidents signed a treaty.")
    True
    >>> may_tell("It was a long and quiet afternoon in the hills.")
    False
    """
    words = {w.lower().replace("’", "'") for w in _WORD.findall(sentence)}
    words |= {part for w in words if "-" in w for part in w.split("-")}
    if words & _single():
        return True
    pairs = _pairs()
    return any(words & needed for word in words for needed in pairs.get(word, ()))
