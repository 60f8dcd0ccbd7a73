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
_CASES = (None, "title", "upper")


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
    "32-99": ("INT", "SMALL", "TWO", "OVER31"),
    "two": ("INT", "SMALL", "DAY", "TWO"),
    "two-hour": ("INT", "SMALL", "DAY", "HOUR", "TWO"),
    "hour-only": ("INT", "SMALL"),
    "year": ("INT", "YEAR"),
    "far-year": ("INT", "FARYEAR"),
    "three": ("INT", "OLDYEAR"),
    "compact": ("INT", "COMPACT"),
}
_NUMBER_ANCHORS = {
    "ISODATE",
    "NUMDATE",
    "CLOCK",
    "DECADE",
    "YEAR2",
    "YEAR",
    "FARYEAR",
    "FRACTION",
    "COMPACT",
    "DAYDOT",
    "DAYTH",
}


_Values = dict[str, dict[str, Any]]  # of each word, its value in each of its classes


def _by_case(table: str, classes: _Values) -> dict[str | None, _Values]:
    """Words by how they are written: small, with a capital ("title") or in capitals ("upper")."""
    found: dict[str | None, _Values] = {case: {} for case in _CASES}
    for name, entry in classes.items():
        case = entry.get("case")
        if case not in _CASES or not isinstance(entry.get("words"), dict):
            raise TableError(f"{table}: class {name} needs words, and case 'title' or 'upper' or none")
        small = set(entry.get("small", ()))  # those that mean the same without their capital
        for word, value in entry["words"].items():
            found[None if word in small else case].setdefault(word, {})[name] = value
    return found


def _by_class(chars: dict[frozenset[str], str]) -> dict[str, str]:
    """The characters of each class."""
    found: dict[str, str] = {}
    for signature, char in chars.items():
        for name in signature:
            found[name] = found.get(name, "") + char
    return found


class Lexicon:
    """A language's words; ``literals`` are words that patterns name as themselves."""

    def __init__(self, table: str, literals: Iterable[str], extra: dict[str, dict[str, Any]] | None = None) -> None:
        """Read the table; ``extra`` adds classes made elsewhere (feasts, named periods)."""
        classes: dict[str, dict[str, Any]] = {**read_toml(table), **(extra or {})}
        words = _by_case(table, classes)
        plain, title, upper = words[None], words["title"], words["upper"]
        for word in literals:
            plain.setdefault(word, {})["=" + word] = word
        self._chars: dict[frozenset[str], str] = {}
        self.lower = {word: self._lexeme(values) for word, values in plain.items()}
        self.title = self._capitalised(title, plain, upper)
        self.upper = self._capitalised(upper, plain, title)
        self.numbers = {name: self._lexeme(dict.fromkeys(kinds)).char for name, kinds in NUMBER_CLASSES.items()}
        self._by_class = _by_class(self._chars)
        self.abbreviations = sorted(w for w in {*plain, *title} if w.endswith(".") and len(w) > 1)
        self.words = sorted({*plain, *title, *upper})
        anchors = _NUMBER_ANCHORS | {name for name, entry in classes.items() if entry.get("anchor")}
        self.anchor_chars = "".join(c for s, c in self._chars.items() if s & anchors)

    def _capitalised(self, words: _Values, plain: _Values, other: _Values) -> dict[str, Lexeme]:
        """Lexemes of words in one way of capitals; they belong to the classes of the other ways too."""
        return {
            word: self._lexeme({**plain.get(word, {}), **values, **other.get(word, {})})
            for word, values in words.items()
        }

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
