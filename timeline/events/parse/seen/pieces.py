"""What is parsed by itself: sentences without their label, cut where they are too long, headlines in sentence case."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.events.parse.seen.truecase import label, lowered
from timeline.models import Article, Block, Span
from timeline.stretches import around

# The parser's memory and time grow with the sentence; real sentences are shorter than this.
MAX_CHARS = 1500


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an article and the string of the same length that the parser sees for it."""

    start: int
    end: int
    string: str
    in_headline: bool


def own_sentences(article: Article, sentences: Sequence[Span]) -> list[Span]:
    """The sentences of an article without page furniture."""
    furniture = _of_kind(article, "furniture")
    return [s for s in sentences if not _begins_in(s, furniture)]


def pieces(article: Article, sentences: Sequence[Span]) -> Iterator[Piece]:
    """What is to be parsed of an article, in order."""
    titles = _of_kind(article, "title")
    for sentence in sentences:
        in_headline = _begins_in(sentence, titles)
        begin = sentence.start + label(article.text[sentence.start : sentence.end], in_headline)
        for start, end in (*_cut(article.text, sentence.start, begin), *_cut(article.text, begin, sentence.end)):
            string = article.text[start:end]
            if string.strip():
                yield Piece(start, end, lowered(string, article.text), in_headline)


def lead_end(article: Article, sentences: Sequence[Span]) -> int:
    """Where an article's first sentence below its title and dateline ends; 0 where there is none."""
    above = [block for block in article.blocks if block.kind in ("title", "dateline")]
    return next((s.end for s in sentences if not _begins_in(s, above)), 0)


def _of_kind(article: Article, kind: str) -> list[Block]:
    return [block for block in article.blocks if block.kind == kind]


def _begins_in(sentence: Span, blocks: Sequence[Block]) -> bool:
    return around(blocks, sentence.start) is not None


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut an overlong stretch at white space."""
    while end - start > MAX_CHARS:
        space = text.rfind(" ", start + MAX_CHARS // 2, start + MAX_CHARS)
        cut = space if space > start else start + MAX_CHARS
        yield start, cut
        start = cut
    if start < end:
        yield start, end
