"""Headlines in capitals or title case, put into the sentence case the parser was trained on; same length."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from timeline.events.words import words
from timeline.names.scan import scan

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SHORT = 3  # letters of words that headlines may write small
_FEW = 3  # longer words that tell nothing of how a sentence is set
_CAPITALS, _TITLED = 0.8, 0.85  # shares of longer words in capitals, or with a capital initial, in a headline

_LABEL = re.compile(r"\W*[A-Z][\w.’'-]*(?:,?\s+(?:[A-Z][\w.’'-]*|and|of|the|&)){0,4}:\s+(?=\w)")
# The date of an entry ("Dec. 30, 2010 - ", "May 23 – ").
_ENTRY = re.compile(
    r"(?:[A-Z][a-z]+\.?(?:\s\d{1,2})?,?\s)?(?:\d{1,2}\s[A-Z][a-z]+\.?,?\s)?(?:\d{1,4}\s)?[-–—]\s+(?=[A-Z])"
)
# The time of day of an update ("17.52 CEST", "15h40.").
_STAMP = re.compile(r"(?:[01]?\d|2[0-3])[.:h][0-5]\d(?:\s?[ap]\.?m\b\.?)?(?:\s[A-Z]{3,4}\b)?[.:]?\s+(?=[A-Z])")
# What an agency calls a report ("UPDATE 2-", "WRAPUP 3 - ").
_TAG = re.compile(r"([A-Z]{3,})(?:\s\d{1,2})?\s?[-–—]\s?(?=\w)")
_TOPIC = re.compile(r"[^:]{3,60}:\s+(?=\w)")


def label(sentence: str, headline: bool) -> int:
    """Length of what opens a sentence and is no part of it: who speaks or what follows is about, or a time of day.

    >>> label("Q: Did the two meet?", False), label("She said this: nobody came.", False)
    (3, 0)
    >>> label("11:48 Prosecutors have opened an inquiry.", False), label("May 23 - The coast guard left.", False)
    (6, 9)
    >>> label("UPDATE 2-Rebels lay down arms", True)
    9
    """
    told = (_TOPIC if headline else _LABEL).match(sentence) or _STAMP.match(sentence)
    found = told or _entry(sentence) or _tag(sentence)
    return found.end() if found else 0


def _tag(sentence: str) -> re.Match[str] | None:
    found = _TAG.match(sentence)
    return found if found and found[1].lower() in words("headline", "tags") else None


def _entry(sentence: str) -> re.Match[str] | None:
    """The date before a dash, which has a number or is the name of a month."""
    found = _ENTRY.match(sentence)
    return found if found and any(char.isdigit() for char in found[0]) else None


def lowered(sentence: str, text: str) -> str:
    """Lower the words of an all-capitals or title-case sentence that are no names.

    A word stays capitalised where it is a known name, or stands capitalised inside another sentence of ``text``.

    >>> lowered("RUSSIA AND CHINA SIGN GAS DEAL", "")
    'Russia and China sign gas deal'
    """
    style = _style(sentence)
    if style is None:
        return sentence
    sentence_case = _WORD.sub(_capitalised, sentence) if style == "capitals" else sentence
    kept = {i for h in scan(sentence_case) for i in range(h.start, h.end)}
    written, at = cased_words(text), text.find(sentence)
    start, end = (at, at + len(sentence)) if at >= 0 else (0, 0)

    def change(found: re.Match[str]) -> str:
        word = found.group()
        if found.start() in kept or (found.start() == 0 and not kept) or word.lower() in words("names", "calendar"):
            return word
        if written.stands_inside(word, start, end) and word.lower() not in written:
            return word
        return _same_length(word, word.lower())

    return _WORD.sub(change, sentence_case)


def _style(sentence: str) -> Literal["capitals", "title"] | None:
    """How a headline is set, or nothing where a sentence is set as usual."""
    long = [w for w in _WORD.findall(sentence) if len(w) > _SHORT]
    if len(long) < _FEW:
        return None
    if sum(w.isupper() for w in long) / len(long) >= _CAPITALS:
        return "capitals"
    titled = sum(w[:1].isupper() for w in long) / len(long)
    # A sentence with a full stop is full of names, no headline.
    return "title" if titled >= _TITLED and not sentence.rstrip().endswith(".") else None


def _capitalised(found: re.Match[str]) -> str:
    word = found.group()
    return _same_length(word, word[:1] + word[1:].lower())


def _same_length(word: str, changed: str) -> str:
    """A changed word, or the word itself where the change would move what follows ("İ" has two lower letters)."""
    return changed if len(changed) == len(word) else word


_LETTERS = re.compile(r"(?<!\w)[^\W\d_]+(?!\w)")
_JOINT = re.compile(r"['’]")
_MOST_PARTS = 4  # of a word with apostrophes
_OPENS = re.compile(r"(?<=[.!?:\"“]\s)|(?<=\n)|(?<!.)", re.DOTALL)


class CasedWords:
    """Every word of a text as it is written, and where it first and last stands inside a sentence."""

    def __init__(self, text: str) -> None:
        """Read a text once."""
        self._all: set[str] = set()
        self._inside: dict[str, tuple[int, int]] = {}
        for start, word in _words(text):
            self._all.add(word)
            if not _OPENS.match(text, start):
                first, _ = self._inside.get(word, (start, start))
                self._inside[word] = (first, start)

    def __contains__(self, word: str) -> bool:
        """Tell whether a word stands anywhere, written just so."""
        return word in self._all

    def stands_inside(self, word: str, start: int, end: int) -> bool:
        """Tell whether a word stands inside a sentence, not only where one begins, outside of ``start`` to ``end``."""
        found = self._inside.get(word)
        return found is not None and (found[0] < start or found[1] >= end)


@lru_cache(maxsize=2)
def cased_words(text: str) -> CasedWords:
    """Read a text, or take what was read of it for its last sentence."""
    return CasedWords(text)


def _words(text: str) -> Iterator[tuple[int, str]]:
    """Yield each word with where it begins; one with apostrophes also cut behind, and from, each of its parts."""
    parts: list[int] = []
    end = -1
    for found in _LETTERS.finditer(text):
        joined = found.start() == end + 1 and _JOINT.match(text, end)
        parts = [*parts[1 - _MOST_PARTS :], found.start()] if joined else [found.start()]
        end = found.end()
        for start in parts:
            yield start, text[start:end]
