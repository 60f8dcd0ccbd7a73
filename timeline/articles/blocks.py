"""Text to blocks: title, dateline, paragraphs of the body, and page furniture with the reason why it is none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from timeline.articles.patterns import Pattern, datelines, furniture
from timeline.articles.tail import mark_tail
from timeline.articles.wrapping import reading_on
from timeline.models import Block

_LINE = re.compile(r"[^\n]+")
_LONGEST_TITLE = 200
_LONGEST_CAPTION = 160
_STOPS = (".", ";", ":", ",", "。")
_HEAD = 400  # characters of a paragraph in which its dateline stands
_MOST_HEADS = 3  # a byline, the heading of a page and a dateline
_CLOSERS = "\"'”’)]»"


class _Line:
    """A line without its outer white space, its place in the text, and whether a blank line stands before it."""

    def __init__(self, text: str, start: int, first: bool) -> None:
        self.text = text
        self.start = start
        self.end = start + len(text)
        self.first = first
        self.why: str | None = None


def blocks(text: str, *, title: str | None = None) -> tuple[Block, ...]:
    """Divide a text into blocks that together cover all of it but white space, in order.

    ``title``: the title that is known from elsewhere; the text's own first line is the title block when it says the
    same or reads like a headline.

    >>> [b.kind for b in blocks("Haas leaves Orsk\\n\\nShe left on Friday after two days of talks.\\n\\nShare")]
    ['title', 'body', 'furniture']
    """
    lines = list(_lines(text))
    _mark_furniture(lines)
    out: list[Block] = []
    for paragraph in _paragraphs(lines):
        start, end = paragraph[0].start, paragraph[-1].end
        if paragraph[0].why:
            out.append(Block(kind="furniture", start=start, end=end, why=paragraph[0].why))
        else:
            out.extend(_own_words(text, start, end))
    return tuple(_with_title(text, out, title))


def _lines(text: str) -> Iterator[_Line]:
    before = 0
    for found in _LINE.finditer(text):
        stripped = found[0].strip()
        if stripped:
            start = found.start() + found[0].index(stripped[0])
            yield _Line(stripped, start, text.count("\n", before, start) != 1)
            before = start + len(stripped)


def _mark_furniture(lines: Sequence[_Line]) -> None:
    above: _Line | None = None
    rows = [_row_of(line) for line in lines]
    for line, row in zip(lines, rows, strict=True):
        if row:
            line.why = row.why
            if row.caption and above and not line.first and above.why is None and _reads_like_caption(above.text):
                above.why = f"caption of a picture: its {row.why} follows"
        above = line
    mark_tail(lines, rows)


def _row_of(line: _Line) -> Pattern | None:
    plain = " ".join(line.text.split()) if len(line.text) <= 1000 else line.text
    return next((row for row in furniture() if row.matches(plain)), None)


def _reads_like_caption(text: str) -> bool:
    return len(text) <= _LONGEST_CAPTION and not text.endswith((".", "!", "?"))


def _paragraphs(lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    """Group lines that read on; a line of furniture, or one paragraph a line, stands alone."""
    for run in _runs(lines):
        group = [run[0]]
        for line, reads_on in zip(run[1:], reading_on([line.text for line in run]), strict=True):
            if reads_on:
                group.append(line)
            else:
                yield group
                group = [line]
        yield group


def _runs(lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    run: list[_Line] = []
    for line in lines:
        if run and (line.first or line.why or run[-1].why):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _own_words(text: str, start: int, end: int) -> Iterator[Block]:
    for begin, stop, why in _heads(text, start, end):
        above = text[start:begin].rstrip()
        if above:
            yield _above(above, start)
        yield Block(kind="dateline", start=begin, end=stop, why=why)
        start = stop
    while start < end and text[start].isspace():
        start += 1
    if start < end:
        yield Block(kind="body", start=start, end=end)


def _heads(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Where the datelines at the head of a paragraph begin and end, and what each is."""
    for _ in range(_MOST_HEADS):
        found = next(((row, match) for row in datelines() if (match := _at_head(row, text, start, end))), None)
        if found is None:
            return
        row, match = found
        before = match.end("before") if "before" in match.re.groupindex else -1
        begin = start + before + 1 if before > 0 else start
        stop = start + match.end()
        yield begin, stop, row.why
        start = stop
        while start < end and text[start].isspace():
            start += 1


def _at_head(row: Pattern, text: str, start: int, end: int) -> re.Match[str] | None:
    """Match a dateline at the head of a paragraph, or a paragraph that is one."""
    return row.matches(text[start : end if end - start <= row.longest else min(end, start + _HEAD)])


def _above(text: str, start: int) -> Block:
    """What stands before a dateline in its paragraph: the byline, or words of the article."""
    row = next((row for row in furniture() if row.matches(" ".join(text.split()))), None)
    end = start + len(text)
    return (
        Block(kind="furniture", start=start, end=end, why=row.why) if row else Block(kind="body", start=start, end=end)
    )


def _with_title(text: str, found: Sequence[Block], title: str | None) -> Iterator[Block]:
    """Make the first block of the article's own words its title, where it is one."""
    own = [number for number, block in enumerate(found) if block.kind == "body"]
    for number, block in enumerate(found):
        if own and number == own[0] and _is_title(text[block.start : block.end], title, has_body=len(own) > 1):
            why = "same as the title given" if title and _same(text[block.start : block.end], title) else "headline"
            yield Block(kind="title", start=block.start, end=block.end, why=why)
        else:
            yield block


def _is_title(line: str, title: str | None, *, has_body: bool) -> bool:
    if title and _same(line, title):
        return True
    return has_body and "\n" not in line and len(line) <= _LONGEST_TITLE and not line.rstrip(_CLOSERS).endswith(_STOPS)


def _same(line: str, title: str) -> bool:
    return "".join(filter(str.isalnum, line)).casefold() == "".join(filter(str.isalnum, title)).casefold()
