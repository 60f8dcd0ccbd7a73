"""The article's sentences with the expressions that stand in them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from timeline.models import Article, Span, Timex
from timeline.stretches import beginning_in

_LONGEST = 3000  # characters


class Sentence(NamedTuple):
    """A sentence of the article with its expressions; ``body`` counts sentences of the body, None outside of it."""

    start: int
    end: int
    body: int | None
    timexes: tuple[Timex, ...]

    @property
    def told(self) -> bool:
        """Whether it is the article's own and short enough to be a sentence; what is longer is a list or a table."""
        return self.body is not None and self.end - self.start <= _LONGEST


def with_timexes(article: Article, sentences: Sequence[Span], timexes: Sequence[Timex]) -> list[Sentence]:
    """Put expressions into their sentences, in one pass over both."""
    body = [block for block in article.blocks if block.kind == "body"]
    starts = [block.start for block in body]
    found, number = [], 0
    for span in sentences:
        at = bisect_right(starts, span.start) - 1
        inside = not article.blocks or (at >= 0 and span.start < body[at].end)
        own = beginning_in(timexes, span.start, span.end)
        found.append(Sentence(span.start, span.end, number if inside else None, tuple(own)))
        number += inside
    return found
