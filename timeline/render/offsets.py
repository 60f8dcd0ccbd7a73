"""Character offsets become the UTF-16 offsets that a browser's strings count in."""

from __future__ import annotations

from bisect import bisect_left


class Utf16:
    """Offsets into one text.

    >>> Utf16("a\\U0001F600b")(2)
    3
    """

    def __init__(self, text: str) -> None:
        """Note where the text leaves the basic plane."""
        plain = text.isascii() or max(text) < "\U00010000"
        self._wide = [] if plain else [place for place, letter in enumerate(text) if letter >= "\U00010000"]

    def __call__(self, offset: int) -> int:
        """Return the UTF-16 offset of a character offset."""
        return offset + bisect_left(self._wide, offset) if self._wide else offset
