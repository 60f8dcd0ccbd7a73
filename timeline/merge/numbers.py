"""Numbers in words as figures, so that "forty-nine judges" are "49 judges"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from timeline.tables.load import read_toml


def in_figures(words: Sequence[str]) -> list[str]:
    """Write numbers up to ninety-nine in figures; all other words stay.

    >>> in_figures(["Forty", "nine", "judges"]), in_figures(["Four", "Germans"])
    (['49', 'judges'], ['4', 'Germans'])
    """
    found: list[str] = []
    tens = 0  # of the word before
    for word in words:
        value = _values().get(word.casefold())
        if value is None:
            found.append(word)
        elif tens and value < 10:
            found[-1] = str(tens + value)
        else:
            found.append(str(value))
        tens = value if value is not None and value >= 20 else 0
    return found


@cache
def _values() -> dict[str, int]:
    """Numbers by their words, from two on: "one" is mostly none."""
    told: dict[str, int] = read_toml("dates/en/lexicon.toml")["CARD"]["words"]
    return {word: value for word, value in told.items() if value > 1}
