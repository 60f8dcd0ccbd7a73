"""Words and figures to numbers."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.dates.tokens import Token

_ONE = frozenset({"a", "an", "another", "additional", "extra", "full", "whole", "entire", "further"})
_SKIP = frozenset({"and", "of", "-", "–", "—"})


def number(tokens: Sequence[Token]) -> float | None:
    """Value of a number in words or figures; None where it is vague ("several") or absent.

    "a couple" is 2, "half an" 0.5, "2 1/2" 2.5.
    """
    total = 0.0
    current: float | None = None
    half = False
    for token in tokens:
        word, values = token.word.lower(), token.values
        if "TEXT" in values:
            return _written(token.word)
        if word in _SKIP:
            continue
        if word == "half":
            half = True
        elif "VAGUE" in values:
            if values["VAGUE"] == "X":
                return None
            current = float(values["VAGUE"])
        elif word in _ONE:
            current = current if current is not None else 1.0
        elif "INT" in values:
            current = (current or 0.0) + values["INT"]
        elif "SCALE" in values:
            total, current = _scaled(total, current, float(values["SCALE"]))
        elif "CARD" in values:
            current = (current or 0.0) + values["CARD"]
    if half:
        return 0.5 if current is None or (current == 1.0 and tokens[0].word.lower() != "one") else current + 0.5
    return None if current is None and not total else total + (current or 0.0)


def _scaled(total: float, current: float | None, scale: float) -> tuple[float, float | None]:
    if scale < 1000:
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
    words = [t for t in tokens if t.word.lower() not in _SKIP]
    if not words:
        return None
    if any(t.word.lower() == "thousand" for t in words):
        value = number(words)
        return int(value) if value else None
    if len(words) < 2:
        return None
    rest = 0 if words[1].word.lower() == "hundred" else sum(t.values.get("CARD", 0) for t in words[1:])
    return int(words[0].values["CARD"]) * 100 + rest


def ordinal(tokens: Sequence[Token]) -> int:
    """Value of a day or ordinal in words or figures; "twenty-third" is 23, 0 where there is none."""
    for token in tokens[:1]:
        for name in ("DAY", "DAYTH", "ORDINAL", "DAYWORD", "ROMAN", "CENTURYNAME"):
            if name in token.values:
                return int(token.values[name])
    return sum(int(t.values.get("ORD", t.values.get("ORDTENS", t.values.get("TENS", 0)))) for t in tokens)
