"""The words of temporal expressions and the class characters that the grammar matches on.

Every word has a *signature*, the set of classes it belongs to; every signature is one character.  A sentence becomes a
string of such characters, so that the grammar is matched by the standard regular expressions, once for a token.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from timeline.errors import TableError
from timeline.tables.load import read_toml

OTHER = "\x00"
_FIRST_CHAR = 0x4E00  # a range in which every code point is one plain letter to ``re``
_CASES = {None, "title", "upper"}


class Lexeme(NamedTuple):
    """A word's class character and its value in each class."""

    char: str
    values: dict[str, Any]


UNKNOWN = Lexeme(OTHER, {})

# Classes of number tokens, by what the number can be.
NUMBER_CLASSES: dict[str, tuple[str, ...]] = {
    "iso": ("ISODATE",),
    "numeric": ("NUMDATE",),
    "clock": ("CLOCK",),
    "fraction": ("FRACTION",),
    "decimal": ("DECIMAL",),
    "big": ("INT",),
    "ordinal-day": ("ORDINAL", "DAYTH"),
    "ordinal": ("ORDINAL",),
    "decade": ("DECADE",),
    "short-year": ("YEAR2",),
    "1-12": ("INT", "SMALL", "DAY", "HOUR"),
    "32-99": ("INT", "SMALL", "TWO"),
    "two": ("INT", "SMALL", "DAY", "TWO"),
    "two-hour": ("INT", "SMALL", "DAY", "HOUR", "TWO"),
    "hour-only": ("INT", "SMALL"),
    "year": ("INT", "YEAR"),
    "far-year": ("INT", "FARYEAR"),
}
_NUMBER_ANCHORS = {"ISODATE", "NUMDATE", "CLOCK", "DECADE", "YEAR2", "YEAR", "FARYEAR", "FRACTION"}


class Lexicon:
    """A language's words; ``literals`` are words that patterns name as themselves."""

    def __init__(self, table: str, literals: Iterable[str], extra: dict[str, dict[str, Any]] | None = None) -> None:
        """Read the table; ``extra`` adds classes made elsewhere (feasts, named periods)."""
        classes: dict[str, dict[str, Any]] = {**read_toml(table), **(extra or {})}
        plain: dict[str, dict[str, Any]] = {}
        title: dict[str, dict[str, Any]] = {}
        upper: dict[str, dict[str, Any]] = {}
        anchors = set(_NUMBER_ANCHORS)
        for name, entry in classes.items():
            if entry.get("case") not in _CASES or not isinstance(entry.get("words"), dict):
                raise TableError(f"{table}: class {name} needs words, and case 'title' or 'upper' or none")
            into = {"title": title, "upper": upper}.get(entry.get("case", ""), plain)
            for word, value in entry["words"].items():
                into.setdefault(word, {})[name] = value
            if entry.get("anchor"):
                anchors.add(name)
        for word in literals:
            plain.setdefault(word, {})["=" + word] = word
        self._chars: dict[frozenset[str], str] = {}
        self.lower: dict[str, Lexeme] = {word: self._lexeme(values) for word, values in plain.items()}
        self.title: dict[str, Lexeme] = {
            word: self._lexeme({**plain.get(word, {}), **values, **upper.get(word, {})})
            for word, values in title.items()
        }
        self.upper: dict[str, Lexeme] = {
            word: self._lexeme({**plain.get(word, {}), **values, **title.get(word, {})})
            for word, values in upper.items()
        }
        self.numbers = {name: self._lexeme(dict.fromkeys(kinds)).char for name, kinds in NUMBER_CLASSES.items()}
        self._by_class: dict[str, str] = {}
        for signature, char in self._chars.items():
            for name in signature:
                self._by_class[name] = self._by_class.get(name, "") + char
        self.abbreviations = sorted(w for w in {*plain, *title} if w.endswith(".") and len(w) > 1)
        self.words = sorted({*plain, *title, *upper})
        self.anchor_chars = "".join(c for s, c in self._chars.items() if s & anchors)

    def _lexeme(self, values: dict[str, Any]) -> Lexeme:
        signature = frozenset(values)
        char = self._chars.setdefault(signature, chr(_FIRST_CHAR + len(self._chars)))
        return Lexeme(char, values)

    def chars_of(self, name: str) -> str:
        """All class characters whose words belong to the class, empty where none do."""
        return self._by_class.get(name, "")

    def words_of(self, name: str) -> list[str]:
        """All words of a class, sorted."""
        tables = (self.lower, self.title, self.upper)
        return sorted({word for table in tables for word, lexeme in table.items() if name in lexeme.values})

    def chars_of_only(self, names: set[str]) -> str:
        """Characters of the words that belong to some of these classes and to no other."""
        return "".join(char for signature, char in self._chars.items() if signature <= names)

    def look_up(self, word: str) -> Lexeme:
        """The lexeme of a word as written; UNKNOWN where it takes no part in dates."""
        small = word.lower().replace("’", "'")
        if word != small:
            found = (self.upper.get(small) if word.isupper() else None) or self.title.get(small)
            if found is not None:
                return found
        return self.lower.get(small, UNKNOWN)
