"""Sentence to tokens: where each begins and ends, and its class character."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any, NamedTuple, overload

from timeline.dates.lexicon import OTHER, UNKNOWN, Lexicon
from timeline.dates.numerals import HAN, ORDINAL_ENDINGS, PAIR, from_han, in_ascii
from timeline.dates.spelling import Spelling


class Token(NamedTuple):
    """A token's span in the text and its values by class."""

    start: int
    end: int
    word: str
    values: dict[str, Any]


Known = tuple[str, dict[str, Any]]  # what the lexicon knows of a word: its class character, its values by class


class TokenList(Sequence[Token]):
    """Tokens made one by one when they are asked for.

    A text of a megabyte without a full stop is one sentence; a million tokens would keep the garbage collector busy.
    """

    def __init__(self, starts: list[int], words: list[str], known: list[Known]) -> None:
        """Keep what makes up each token."""
        self._starts = starts
        self._words = words
        self._known = known

    def __len__(self) -> int:
        """Count the tokens."""
        return len(self._starts)

    @overload
    def __getitem__(self, at: int) -> Token: ...

    @overload
    def __getitem__(self, at: slice) -> list[Token]: ...

    def __getitem__(self, at: int | slice) -> Token | list[Token]:
        """Make a token, or those of a slice."""
        if isinstance(at, slice):
            return _made(self._starts[at], self._words[at], self._known[at])
        return _made([self._starts[at]], [self._words[at]], [self._known[at]])[0]


def _made(starts: Iterable[int], words: Iterable[str], known: Iterable[Known]) -> list[Token]:
    new = tuple.__new__  # what Token() does, without a call in Python for every token
    pieces = zip(starts, words, known, strict=True)
    return [new(Token, (start, start + len(word), word, values)) for start, word, (_, values) in pieces]


class Tokens:
    """A sentence: one class character a token in ``chars``, by which it is known whether its tokens are needed."""

    def __init__(self, starts: list[int], words: list[str], known: list[Known]) -> None:
        """Join the class characters."""
        self.chars = "".join([char for char, _ in known])
        self._pieces = (starts, words, known)

    @cached_property
    def tokens(self) -> Sequence[Token]:
        """The tokens, made at the first match in the sentence."""
        return _made(*self._pieces) if len(self.chars) < _LONG else TokenList(*self._pieces)


_LONG = 5000  # tokens: longer than any sentence that someone wrote


class Tokenizer:
    """Split sentences by a lexicon."""

    def __init__(self, lexicon: Lexicon, scan: re.Pattern[str], spelling: Spelling | None = None) -> None:
        """``scan`` finds the tokens, the lexicon tells their classes, whatever their ``spelling``."""
        self._spelling = spelling
        plainly = sorted(lexicon.lower.items(), reverse=True)
        spellings = (spelling.plainest, spelling.plain) if spelling else ()
        self._plain = {spell(word): lexeme for spell in spellings for word, lexeme in plainly}
        self._scan = scan
        self._lexicon = lexicon
        self._cache: dict[str, Known] = {}

    def split(self, text: str, start: int, end: int) -> Tokens:
        """Tokenize ``text[start:end]``; spans are offsets into ``text``."""
        starts: list[int] = []
        words: list[str] = []
        classes: list[Known] = []
        cache = self._cache
        for found in self._scan.finditer(text, start, end):
            word = found.group()
            known = cache.get(word)
            if known is None:
                known = self._classify(word)
                if len(cache) < 50_000 and len(word) < 40:
                    cache[word] = known
            starts.append(found.start())
            words.append(word)
            classes.append(known)
        return Tokens(starts, words, classes)

    def _classify(self, word: str) -> Known:
        if word[0].isdigit() or (word[0] in "'’" and word[1:2].isdigit()):
            kind, values = number_kind(word)
            return (self._lexicon.numbers[kind], values) if kind else (OTHER, values)
        if word[0] in HAN and (figures := from_han(word)):
            kind, values = ("hour-only", {"INT": 2, "SMALL": 2}) if word in PAIR else number_kind(figures)
            return (self._lexicon.numbers[kind], values) if kind else (OTHER, values)
        lexeme = self._lexicon.look_up(word.replace(" ", "") if word[1:2] == "." else word)
        if self._spelling and lexeme is UNKNOWN:
            lexeme = self._plain.get(self._spelling.plain(word.lower()), UNKNOWN)
        return lexeme.char, lexeme.values


_SHAPES = (
    ("iso", re.compile(r"\d{4}-\d\d-\d\d")),
    ("numeric", re.compile(r"\d{1,4}([/.-])\d{1,2}\1\d{1,4}\Z")),
    ("clock", re.compile(r"\d{1,2}(?::\d\d(?::\d\d)?|[hH](?:\d\d)?)\Z")),
    ("fraction", re.compile(r"(?:\d{1,2} )?\d+/\d+\Z")),
    ("decimal", re.compile(r"\d+\.\d+\Z")),
    ("decade", re.compile(r"['’]?\d+['’]?s\Z")),
    ("short-year", re.compile(r"['’]\d\d\Z")),
)
_ORDINAL = re.compile(rf"(\d+)(?:{ORDINAL_ENDINGS})\Z", re.IGNORECASE)
_COMPACT = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\Z")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+\Z")


def number_kind(word: str) -> tuple[str | None, dict[str, Any]]:
    """Say what a number token can be and its value.

    >>> number_kind("1998")
    ('year', {'INT': 1998, 'YEAR': 1998})
    >>> number_kind("21st")
    ('ordinal-day', {'ORDINAL': 21, 'DAYTH': 21})
    """
    if not word.isascii():
        word = in_ascii(word)
    for kind, shape in _SHAPES:
        if shape.match(word):
            return kind, {"TEXT": word}
    ordinal = _ORDINAL.match(word)
    if ordinal:
        number = int(ordinal[1][:6])
        values = {"ORDINAL": number}
        return ("ordinal-day", {**values, "DAYTH": number}) if 1 <= number <= 31 else ("ordinal", values)
    if _GROUPED.match(word):
        return "big", {"INT": int(word.replace(",", "")[:12])}
    if not word.isdecimal():
        return None, {}
    return _plain(word)


def _plain(word: str) -> tuple[str | None, dict[str, Any]]:
    number = int(word[:12])
    values: dict[str, Any] = {"INT": number}
    if len(word) == 4:
        if 1500 <= number <= 2100:
            return "year", {**values, "YEAR": number}
        if 1000 <= number <= 2999:
            return "far-year", {**values, "FARYEAR": number}
        return "big", values
    if len(word) == 3 and number >= 100:
        return "three", {**values, "OLDYEAR": number}
    if len(word) == 8 and _COMPACT.match(word):
        return "compact", {**values, "COMPACT": word}
    if len(word) > 2:
        return "big", values
    values["SMALL"] = number
    if not number:
        return "hour-only", values
    if number <= 31:
        values["DAY"] = number
    if number <= 12:
        values["HOUR"] = number
    if len(word) == 2:
        values["TWO"] = number
        return ("two-hour" if number <= 12 else "two" if number <= 31 else "32-99"), values
    return "1-12", values
