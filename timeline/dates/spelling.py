"""How a text may spell a word of the tables: with vowel signs or without, with letters written for each other."""

from __future__ import annotations

import re
from typing import NamedTuple


class Spelling(NamedTuple):
    """``marks``: signs that may be left out; ``alike``: letters that are written for each other, the plainest first."""

    marks: str = ""
    alike: str = ""

    def plain(self, word: str) -> str:
        """Write a word without marks, and with the plainest of letters that are alike.

        >>> Spelling("\u064f", "أا").plain("أُمس")
        'أمس'
        """
        if self.marks:
            word = re.sub(f"[{self.marks}]", "", word)
        return re.sub(f"[{self.alike}]", self.alike[0], word) if self.alike else word

    def pattern(self, word: str) -> str:
        """An expression for all spellings of a word; an apostrophe may be curly, a blank any run of blanks."""
        return "".join(self._sign(sign) for sign in word)

    def _sign(self, sign: str) -> str:
        if sign in " '":
            return r"[\ \u00a0]+" if sign == " " else "['’]"
        letter = f"[{self.alike}]" if sign in self.alike else re.escape(sign)
        return f"{letter}[{self.marks}]*" if self.marks else letter
