"""Blocks to sentence spans, without a model: dates are tagged before and without spaCy."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from timeline.models import Block, Span
from timeline.tables.load import read_toml

# A full stop, its closing quotes or brackets, then white space and something that can begin a sentence.
_END = re.compile(
    r"""(?P<word>[^\s.]*)(?P<stop>[.!?…]+)["'”’)\]]*(?=\s+["'“‘(\[]*[A-Z0-9À-ÖØ-Þ])|[。！？]["'”’」』）]*|\n[ \t]*\n"""
)
_INITIAL = re.compile(r"(?:[A-Z]|[A-Za-z](?:\.[A-Za-z])+)\Z")


def _abbreviations() -> frozenset[str]:
    return frozenset(word.lower() for words in read_toml("abbreviations.toml").values() for word in words)


_ABBREVIATIONS = _abbreviations()


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
        if found["stop"] == "." and _is_abbreviation(text, found.start("stop")):
            continue
        yield from _trimmed(text, begin, found.end())
        begin = found.end()
    yield from _trimmed(text, begin, end)


def _is_abbreviation(text: str, stop: int) -> bool:
    start = stop
    while start > 0 and stop - start < 12 and not text[start - 1].isspace():
        start -= 1
    word = text[start:stop].lstrip("\"'“‘([")
    return word.lower() in _ABBREVIATIONS or bool(_INITIAL.match(word))


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start=start, end=end)
