"""Hard-wrapped lines: which of them read on, and which words their ends part."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

# Columns of a text are mostly between these; a narrower one must show itself to be running text, and in a wider one
# lines that end with a stop are rather paragraphs.
_NARROWEST, _WIDEST = 40, 120
# How far below the column a wrapped line may end: words are not broken, and editors differ.
_RAGGED = 0.8
_STOPS = (".", "!", "?", "。", "！", "？")
_CLOSERS = "\"'”’)]»」』"
# A word is tried from its first letter alone: from each of them, one of a million would be read a million times.
_PARTED = re.compile(
    r"(?<![^\W\d_])(?P<head>[^\W\d_]+)[-\u2010]\n[ \t]*(?P<tail>(?=[^\W\d_A-Z])[^\W\d_]+)|\u00ad\n?[ \t]*"
)


def reading_on(run: Sequence[str]) -> Iterator[bool]:
    """Tell of each line of a run without blank lines, but the first, whether it goes on with the one above."""
    width = max(map(len, run), default=0)
    narrow = width < _NARROWEST and not _is_running_text(run, width)
    for above, below in pairwise(run):
        if below[0].islower():
            yield True
        elif narrow or (width > _WIDEST and _is_ended(above)):
            yield False
        else:
            yield len(above) + 1 + _first_word(below) > _RAGGED * width


def unparted(text: str) -> str:
    """Join words that line ends part by a hyphen; one that the text writes with its hyphen elsewhere keeps it.

    >>> unparted("The min-\\nisters agreed on long-\\nterm aid; long-term aid is rare.")
    'The ministers agreed on long-term aid; long-term aid is rare.'
    """

    def join(found: re.Match[str]) -> str:
        if found["head"] is None:
            return ""
        hyphened = f"{found['head']}-{found['tail']}"
        return hyphened if hyphened.lower() in written else found["head"] + found["tail"]

    # Not the whole text, which would be searched once for each word that a line end parts.
    written = " ".join(dict.fromkeys(word for word in text.lower().split() if "-" in word.rstrip("-")))
    return _PARTED.sub(join, text)


def _is_running_text(run: Sequence[str], width: int) -> bool:
    """Tell whether short lines fill their column up to the last one, which ends a sentence: no list does."""
    filled = all(len(above) + 1 + _first_word(below) > width for above, below in pairwise(run))
    goes_on = any(not _is_ended(above) or below[0].isdigit() for above, below in pairwise(run))  # "Oct. / 1"
    return filled and goes_on and _is_ended(run[-1])


def _is_ended(line: str) -> bool:
    return line.rstrip(_CLOSERS).endswith(_STOPS)


def _first_word(line: str) -> int:
    return len(line.split(maxsplit=1)[0])
