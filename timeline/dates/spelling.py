"""How a text may spell the words of the tables: with vowel signs or without, with letters written for each other."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from timeline.models import Span, Timex

_PLAINLY = 3  # letters: shorter words without their accents are other words ("a", "as")


class Spelling(NamedTuple):
    """``alike``: letters that are written for each other, the plainest first.

    ``plainer``: letters with a sign, and what those write who leave the sign out; the signs are never put in.
    """

    alike: str = ""
    plainer: Mapping[str, str] = MappingProxyType({})

    def plain(self, word: str) -> str:
        """Write a word with the plainest of letters that are alike.

        >>> Spelling("её").plain("чётко")
        'четко'
        """
        return re.sub(f"[{self.alike}]", self.alike[0], word) if self.alike else word

    def plainest(self, word: str) -> str:
        """Write a word of the tables as those do who leave signs out.

        >>> Spelling(plainer={"ü": "ue"}).plainest("fünf"), Spelling(plainer={"à": "a"}).plainest("à")
        ('fuenf', 'à')
        """
        if len(word) < _PLAINLY:
            return self.plain(word)
        return "".join(self.plainer.get(letter, letter) for letter in self.plain(word))

    def pattern(self, word: str) -> str:
        """An expression for all spellings of a word; an apostrophe may be curly, a blank any run of blanks."""
        return "".join(self._sign(sign) for sign in word)

    def _sign(self, sign: str) -> str:
        if sign in " '":
            return r"[\ \u00a0]+" if sign == " " else "['’]"
        if sign in self.plainer:
            return f"(?:{sign}|{self.plainer[sign]})"
        return f"[{self.alike}]" if sign in self.alike else re.escape(sign)


class Bare:
    """A text without the signs that may be left out, and the way back to the text as it is written."""

    def __init__(self, text: str, signs: str) -> None:
        """Leave out ``signs``, a set as regular expressions write it."""
        drop = re.compile(f"[{signs}]")
        self._written = text
        self._kept = [at for at, sign in enumerate(text) if not drop.match(sign)]
        self.text = drop.sub("", text)

    def spans(self, spans: Sequence[Span]) -> list[Span]:
        """The same stretches of the bare text; signs at an end fall away."""
        bounds = ((bisect_left(self._kept, span.start), bisect_left(self._kept, span.end)) for span in spans)
        return [Span(start=start, end=end) for start, end in bounds if start < end]

    def written(self, timex: Timex) -> Timex:
        """The expression as it stands in the written text, with the signs that follow its letters."""
        start = self._kept[timex.start]
        end = self._kept[timex.end] if timex.end < len(self._kept) else len(self._written)
        anchor = timex.anchor
        if anchor.start is not None:
            anchor = anchor.model_copy(update={"start": self._kept[anchor.start]})
        return timex.model_copy(update={"start": start, "end": end, "text": self._written[start:end], "anchor": anchor})


def without(text: str, signs: str) -> Bare | None:
    """The text without the signs, None where it has none of them."""
    return Bare(text, signs) if signs and re.search(f"[{signs}]", text) else None
