"""Words and figures to numbers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from timeline.dates.numerals import is_either
from timeline.dates.tokens import Token
from timeline.tables.load import read_toml

_THOUSAND, _HUNDRED = 1000, 100


class _Words(NamedTuple):
    """Words that are numbers by their place."""

    one: frozenset[str]
    joining: frozenset[str]
    half: frozenset[str]
    whole: frozenset[str]


@cache
def _words() -> _Words:
    table = read_toml("dates/en/numbers.toml")
    return _Words(*(frozenset(table[name]) for name in _Words._fields))


def number(tokens: Sequence[Token]) -> float | None:
    """Value of a number in words or figures; None where it is vague ("several") or absent.

    "a couple" is 2, "half an" 0.5, "2 1/2" 2.5.
    """
    known = _words()
    total = 0.0
    current: float | None = None
    half = False
    for token in tokens:
        word = token.word.lower()
        if "TEXT" in token.values:
            return _written(token.word)
        if token.values.get("VAGUE") == "X" or is_either(token.word):
            return None
        if word in known.half:
            half = True
        elif word not in known.joining:
            total, current = _counted(total, current, token, is_one=word in known.one)
    if half:
        return _and_a_half(current, tokens[0].word.lower() in known.whole)
    return None if current is None and not total else total + (current or 0.0)


def _and_a_half(current: float | None, whole: bool) -> float:
    """ "half an" is the half alone, "one and a half" is not."""
    return 0.5 if current is None or (current == 1.0 and not whole) else current + 0.5


def _counted(total: float, current: float | None, token: Token, *, is_one: bool) -> tuple[float, float | None]:
    """Add a word to the number before it: whole thousands, and what stands before the next of them."""
    values = token.values
    if "VAGUE" in values:
        return total, float(values["VAGUE"])
    if is_one:
        return total, 1.0 if current is None else current
    if "INT" in values:
        return total, (current or 0.0) + values["INT"]
    if "SCALE" in values:
        return _scaled(total, current, float(values["SCALE"]))
    if "CARD" in values:
        return total, (current or 0.0) + values["CARD"]
    return total, current


def _scaled(total: float, current: float | None, scale: float) -> tuple[float, float | None]:
    if scale < _THOUSAND:
        return total, (current or 1.0) * scale
    return total + (current or 1.0) * scale, None


def _written(word: str) -> float | None:
    whole, _, fraction = word.rpartition(" ")
    if "/" in fraction:
        upper, lower = fraction.split("/")
        return float(whole or 0) + int(upper) / int(lower) if int(lower) else None
    try:
        return float(word)
    except ValueError:
        return None


def spoken_year(tokens: Sequence[Token]) -> int | None:
    """Value of a year in words.

    "nineteen ninety-seven" is 1997, "two thousand and one" 2001, "twenty twenty" 2020.
    """
    words = [t for t in tokens if t.word.lower() not in _words().joining]
    if not words:
        return None
    if any(t.values.get("SCALE") == _THOUSAND for t in words):
        value = number(words)
        return int(value) if value else None
    if len(words) < 2:
        return None
    rest = 0 if words[1].values.get("SCALE") == _HUNDRED else sum(t.values.get("CARD", 0) for t in words[1:])
    return int(words[0].values["CARD"]) * 100 + rest


def ordinal(tokens: Sequence[Token]) -> int:
    """Value of a day or ordinal in words or figures; "twenty-third" is 23, 0 where there is none."""
    for token in tokens[:1]:
        for name in ("DAY", "DAYTH", "ORDINAL", "DAYWORD", "ROMAN", "EARLYROMAN", "CENTURYNAME"):
            if name in token.values:
                return int(token.values[name])
    kinds = ("ORD", "ORDTENS", "TENS", "CARD")
    return sum(next((int(t.values[kind]) for kind in kinds if kind in t.values), 0) for t in tokens)
