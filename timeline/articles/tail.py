"""The tail of a crawled page: lists of other stories below their heading, and what stands below the end of a report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from timeline.articles.patterns import Pattern

_PROSE = 80  # characters of a line that is a paragraph of the article
_STORY = 140  # characters of a headline
_LINE = 400  # characters of a line in the tail: a teaser, the author's life
_STOPS = (".", "!", "?", ":", "。", "”", '"')


class _Line(Protocol):
    text: str
    why: str | None


def mark_tail(lines: Sequence[_Line], rows: Sequence[Pattern | None]) -> None:
    """Say of the lines of a tail why they are none of the article's; ``rows``: the row of furniture of each line.

    Nothing is a tail before the article's first paragraph.
    """
    begun = False
    heading: Pattern | None = None
    last = _last_paragraph(lines)
    for number, (line, row) in enumerate(zip(lines, rows, strict=True)):
        begun = begun or (row is None and _is_prose(line.text))
        if row is not None:
            heading = row if row.tail and begun and (row.tail != "end" or number > last) else heading
        elif heading and (heading.tail != "list" or _is_headline(line.text)):
            line.why = heading.tail_why
        else:
            heading = None


def _last_paragraph(lines: Sequence[_Line]) -> int:
    """The number of the last line that is too long for a tail, or a paragraph in the first half."""
    half = sum(len(line.text) for line in lines) / 2
    read, last = 0, -1
    for number, line in enumerate(lines):
        if _is_prose(line.text) and (read < half or len(line.text) > _LINE):
            last = number
        read += len(line.text)
    return last


def _is_prose(text: str) -> bool:
    return len(text) >= _PROSE and text.endswith(_STOPS)


def _is_headline(text: str) -> bool:
    return len(text) <= _STORY and not text.endswith(_STOPS)
