"""Blocks to sentence spans, without a model: dates are tagged before and without spaCy."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from timeline.models import Block, Span
from timeline.tables.load import read_toml

# A run of stops and its closing quotes or brackets, then white space and something that can begin a sentence; stops of
# East Asian scripts need no space.  Possessive, and begun only before a run: a megabyte of one sign stays linear.
_END = re.compile(
    r"""(?<![.!?…])(?P<stop>[.!?…]++)["'”’»)\]]*+(?=\s++["'“‘«(\[]*+(?P<next>[\w¿¡]))"""
    r"""|(?<![。！？｡])[。！？｡]++["'”’」』）》]*+"""
    r"""|\n[ \t]*+\n"""
    r"""|\n(?=[ \t]*+[*•·▪►‣][ \t]++\w)|(?<=[:;.!?])\n(?=[ \t]*+[–—-][ \t]++\w)"""  # items of a list
    r"""|[ \t](?=[*•▪►‣][ \t]++[A-ZÀ-Þ])"""
)
_NEXT_WORD = re.compile(r"[\w.]{1,30}")
# "J.", "U.S", "a.m", and the initials of a name.
_INITIAL = re.compile(r"[^\W\d_]\Z")
_ACRONYM = re.compile(r"[^\W\d_](?:\.[^\W\d_])+\Z")
_BEHIND_DAY = re.compile(r"(?:0?[1-9]|1[0-2])\.\s\d{4}\b")  # month and year
_DAY, _YEAR = re.compile(r"(?<!\d)\d{1,2}\.\s\Z"), re.compile(r"\d{4}\b")
_PAIR = re.compile(r"\d{1,2}\.?[/–-](\d{1,2})\Z")  # "am 3./4. Mai", "vom 13.-15. Mai"
_LONGEST_ABBREVIATION = 12
_OPENERS = "\"'“‘«(["


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(word for words in read_toml("abbreviations.toml")[kind].values() for word in words)


def sentences(text: str, blocks: Iterable[Block]) -> list[Span]:
    """Split every block into sentences; spans are trimmed of white space and never cross a block.

    >>> text = "He met Mr. Abe on Oct. 1 in Rome. They talked."
    >>> [text[s.start:s.end] for s in sentences(text, [Block(kind="body", start=0, end=len(text))])]
    ['He met Mr. Abe on Oct. 1 in Rome.', 'They talked.']
    """
    return [span for block in blocks for span in _split(text, block.start, block.end)]


def _split(text: str, start: int, end: int) -> Iterator[Span]:
    begin = start
    for found in _END.finditer(text, start, end):
        if found["stop"] and (_is_number(text, begin, found.end()) or not _ends(text, found)):
            continue
        yield from _trimmed(text, begin, found.end())
        begin = found.end()
    yield from _trimmed(text, begin, end)


def _is_number(text: str, start: int, end: int) -> bool:
    """Tell whether only the number of a list's item stands there."""
    return end - start < _LONGEST_ABBREVIATION and not any(map(str.isalpha, text[start:end]))


def _ends(text: str, found: re.Match[str]) -> bool:
    following = _NEXT_WORD.match(text, found.start("next"))
    after = following[0] if following else ""
    if after[:1].islower():
        return False
    if found["stop"] != ".":
        return True
    word = _word_before(text, found.start("stop"))
    pair = _PAIR.match(word)
    word = pair[1] if pair else word
    lower = word.lower()
    if lower in _words("inner"):
        return False
    if word.isdecimal() and len(word) < 3 and _is_of_date(text, found, word, after):
        return False
    if lower in _words("number") or (lower in _words("behind_number") and _follows_number(text, found, word)):
        return not after[:1].isdigit()
    if lower in _words("either") or _ACRONYM.match(word):
        return after.lower() in _words("starters")
    # An initial stands before a name; "I" and the end of a list ("vitamin C.") are told by what follows.
    return not (_INITIAL.match(word) and word.isupper()) or after.lower() in _words("starters")


def _is_of_date(text: str, found: re.Match[str], word: str, after: str) -> bool:
    """Tell whether a date goes on behind the point of its day or month: "am 7. November", "am 7. 11. 2024"."""
    if after.lower().rstrip(".") in _words("counted") or _BEHIND_DAY.match(text, found.start("next")):
        return True
    number = found.start("stop") - len(word)
    return bool(_YEAR.match(text, found.start("next")) and _DAY.search(text[max(0, number - 5) : number]))


def _follows_number(text: str, found: re.Match[str], word: str) -> bool:
    """Tell whether a number stands before the word that the stop follows."""
    end = found.start("stop") - len(word) - 1
    return end > 0 and text[end].isspace() and _word_before(text, end).strip(".").isdecimal()


def _word_before(text: str, stop: int) -> str:
    start = stop
    while start > 0 and stop - start < _LONGEST_ABBREVIATION and not text[start - 1].isspace():
        start -= 1
    return text[start:stop].lstrip(_OPENERS)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start=start, end=end)
