"""What stands between quotation marks, and text whose marks stand in pairs."""

from __future__ import annotations

import re

_MARK = re.compile(r"[\"“”«»]")
_BEFORE_OPENING = " \n\t([-–—"


def quotations(text: str) -> list[tuple[int, int]]:
    """Half-open offsets of the words between marks; what is opened or closed outside the text goes to its border.

    >>> quotations('"Yes," he said'), quotations('It is," he said. "And')
    ([(1, 5)], [(0, 6), (18, 21)])
    """
    found: list[tuple[int, int]] = []
    begin: int | None = None
    for mark in _MARK.finditer(text):
        if _opens(text, mark.start(), is_open=begin is not None):
            begin = mark.end()
        elif begin is not None or not found:
            found.append((begin or 0, mark.start()))
            begin = None
    return found if begin is None else [*found, (begin, len(text))]


def _opens(text: str, at: int, *, is_open: bool) -> bool:
    if text[at] in "“«":
        return True
    after = text[at + 1 : at + 2]
    if text[at] in "”»" or not after or after.isspace():
        return False
    return at == 0 or text[at - 1] in _BEFORE_OPENING or not is_open


def paired(text: str) -> str:
    """A text with plain marks in pairs: one that lost its fellow at the text's borders gets it back or goes.

    >>> paired('was "very'), paired('very" and sad'), paired('"our right"')
    ('was "very"', 'very and sad', '"our right"')
    """
    text = _MARK.sub('"', text)
    if text.count('"') % 2 == 0:
        return text
    first, last = text.index('"'), text.rindex('"')
    if not _opens(text, first, is_open=False):
        return text[:first] + text[first + 1 :]
    if _opens(text, last, is_open=False) and last < len(text) - 1:
        return f'{text}"'
    return text[:last] + text[last + 1 :]


def unmarked(text: str) -> str:
    """A text without any quotation mark."""
    return _MARK.sub("", text)
