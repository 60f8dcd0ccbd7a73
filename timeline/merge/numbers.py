"""Numbers in words as figures, so that "forty-nine judges" are "49 judges"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from timeline.tables.load import read_toml


def in_figures(words: Sequence[str]) -> list[str]:
    """Write numbers up to ninety-nine in figures; all other words stay.

    >>> in_figures(["Forty", "nine", "judges"]), in_figures(["Four", "Germans"]), in_figures(["thirty", "one", "men"])
    (['49', 'judges'], ['4', 'Germans'], ['31', 'men'])
    """
    found: list[str] = []
    tens = 0  # of the word before
    for word in words:
        value = _values().get(word.casefold())
        if tens and 0 < (value or 0) < 10:
            found[-1] = str(tens + (value or 0))
        elif value in (None, 1):
            found.append(word)  # "one" alone is mostly no number
        else:
            found.append(str(value))
        tens = value if value is not None and value >= 20 else 0
    return found


@cache
def _values() -> dict[str, int]:
    """Numbers by their words."""
    told: dict[str, int] = read_toml("dates/en/lexicon.toml")["CARD"]["words"]
    return told
