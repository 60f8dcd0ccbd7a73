"""Whether a sentence tells an expression as past; a doubt counts as no."""

from __future__ import annotations

from functools import cache

from timeline.dating.sentence import Sentence
from timeline.dating.words import table, words
from timeline.models import Timex
from timeline.tables.load import read_toml

_NEAR = 300  # characters that hold them
_REACH = 14  # words on each side of an expression in which its verb may stand


@cache
def _cues() -> dict[str, frozenset[str]]:
    cues = read_toml("dates/en/cues.toml")
    return {name: frozenset(cues[name]) for name in ("past", "future", "said", "not_past", "clause")}


def is_past(text: str, sentence: Sentence, timex: Timex) -> bool:
    """Tell whether the nearest verb before the expression, else the first one after it, is in the past tense."""
    before = words(text, max(sentence.start, timex.start - _NEAR), timex.start)[-_REACH:]
    for word in reversed(before):
        if word in _cues()["future"]:
            return False
        if _past(word):
            return True
    for word in words(text, timex.end, min(sentence.end, timex.end + _NEAR))[:_REACH]:
        if word in _cues()["future"] or word in _cues()["clause"]:
            return False
        if _past(word):
            return True
    return False


def was_said_then(text: str, sentence: Sentence, timex: Timex) -> bool:
    """Tell whether a verb of saying stands right before ("said on Thursday")."""
    return any(
        word in _cues()["said"] for word in words(text, max(sentence.start, timex.start - _NEAR), timex.start)[-3:]
    )


def only_past(text: str, sentence: Sentence, timex: Timex) -> bool:
    """Tell whether the expression is told as past in a sentence that looks ahead nowhere."""
    return frozenset(table("dates")["ahead"]).isdisjoint(_words(text, sentence)) and is_past(text, sentence, timex)


def once_planned(text: str, sentence: Sentence) -> bool:
    """Tell whether a sentence tells of the past anywhere, so that what it plans may be over."""
    told = _words(text, sentence)
    return any(map(_past, told)) or not frozenset(table("dates")["once_planned"]).isdisjoint(told)


def _words(text: str, sentence: Sentence) -> list[str]:
    """Words of a sentence outside of its expressions, whose "May" is no verb."""
    found, at = [], sentence.start
    for timex in sentence.timexes:
        found += words(text, at, max(at, timex.start))
        at = max(at, timex.end)
    return found + words(text, at, sentence.end)


def _past(word: str) -> bool:
    cues = _cues()
    return word in cues["past"] or (
        len(word) > 4 and word.endswith("ed") and word not in cues["not_past"] and word.isalpha()
    )
