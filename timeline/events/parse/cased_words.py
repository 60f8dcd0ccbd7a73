"""The words of a text by how they are written, so that each is looked for in all of it at once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

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
