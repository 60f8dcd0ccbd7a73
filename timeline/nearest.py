"""The name that somebody meant who wrote one that there is not."""

from __future__ import annotations

import difflib
from collections.abc import Collection


def nearest(name: str, known: Collection[str]) -> str:
    """Offer the name that is meant, or all where none is near.

    >>> nearest("leader.csv", ["leaders.csv", "terms.csv"]), nearest("x", ["a", "b"])
    ('did you mean leaders.csv?', 'it is one of a, b')
    """
    close = difflib.get_close_matches(name, known, n=1)
    return f"did you mean {close[0]}?" if close else f"it is one of {', '.join(known)}"
