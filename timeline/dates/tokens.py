"""Sentence to tokens: where each begins and ends, and its class character."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from timeline.dates.lexicon import OTHER, Lexicon
from timeline.dates.numerals import HAN, from_han, in_ascii


class Token(NamedTuple):
    """A token's span in the text and its values by class."""

    start: int
    end: int
    word: str
    values: dict[str, Any]


class Tokens(NamedTuple):
    """A sentence: one class character a token in ``chars``."""

    chars: str
    tokens: list[Token]


class Tokenizer:
    """Split sentences by a lexicon."""

    def __init__(self, lexicon: Lexicon, scan: re.Pattern[str]) -> None:
        """``scan`` finds the tokens, the lexicon tells their classes."""
        self._scan = scan
        self._lexicon = lexicon
        self._cache: dict[str, tuple[str, dict[str, Any]]] = {}

    def split(self, text: str, start: int, end: int) -> Tokens:
        """Tokenize ``text[start:end]``; spans are offsets into ``text``."""
        chars: list[str] = []
        tokens: list[Token] = []
        cache = self._cache
        new = tuple.__new__  # what Token() does, without a call in Python for every token
        for found in self._scan.finditer(text, start, end):
            word = found.group()
            known = cache.get(word)
            if known is None:
                known = self._classify(word)
                if len(cache) < 50_000 and len(word) < 40:
                    cache[word] = known
            chars.append(known[0])
            tokens.append(new(Token, (*found.span(), word, known[1])))
        return Tokens("".join(chars), tokens)

    def _classify(self, word: str) -> tuple[str, dict[str, Any]]:
        if word[0].isdigit() or (word[0] in "'’" and word[1:2].isdigit()):
            kind, values = number_kind(word)
            return (self._lexicon.numbers[kind], values) if kind else (OTHER, values)
        if word[0] in HAN:
            kind, values = number_kind(from_han(word) or word)
            return (self._lexicon.numbers[kind], values) if kind else (OTHER, values)
        lexeme = self._lexicon.look_up(word.replace(" ", "") if word[1:2] == "." else word)
        return lexeme.char, lexeme.values


_SHAPES = (
    ("iso", re.compile(r"\d{4}-\d\d-\d\d")),
    ("numeric", re.compile(r"\d{1,4}/\d{1,2}/\d{1,4}\Z|\d{1,2}\.\d{1,2}\.\d{4}\Z")),
    ("clock", re.compile(r"\d{1,2}:\d\d(?::\d\d)?\Z")),
    ("fraction", re.compile(r"(?:\d{1,2} )?\d+/\d+\Z")),
    ("decimal", re.compile(r"\d+\.\d+\Z")),
    ("decade", re.compile(r"['’]?\d+['’]?s\Z")),
    ("short-year", re.compile(r"['’]\d\d\Z")),
)
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th|er|ère|re|º|ª)\Z", re.IGNORECASE)
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
