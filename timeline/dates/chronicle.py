"""Chronologies: lines that open with their date ("April 15: Fighting erupts"), under headings that name the year."""

from __future__ import annotations

import re

from timeline.dates.context import Context, Direction, Point
from timeline.dates.grammar import Match

_MARKS = 12  # characters of bullets and signs at most around a date that has its line to itself or opens it
_BULLET = re.compile(r"(?:\A|\n)[\s\-–—*•·▪►>|#]*\Z")
_BEHIND = re.compile(r"\s{0,4}(?:[:–—|]|-\s|\n|\Z)")
_BEHIND_YEAR = re.compile(r"\s?[:–—|]|\s-\s|,\s|\.\s+(?=[A-Z])")
_ALONE = re.compile(r"[ \t\-–—*•·:#=]{0,12}(?:\n|\Z)")


def _opens(text: str, start: int) -> bool:
    """Tell whether nothing but bullets stands before on the line."""
    before = text[max(0, start - _MARKS) : start]
    return bool(_BULLET.search(before)) and ("\n" in before or start <= _MARKS)


def is_entry(match: Match, context: Context) -> bool:
    """Tell whether an expression opens its line and a colon or dash stands behind it; a text of its own is no entry."""
    start, end = match.tokens[match.first].start, match.tokens[match.last - 1].end
    if start == 0 and end == len(context.text):
        return False
    return _opens(context.text, start) and bool(_BEHIND.match(context.text, end))


def entry_direction(match: Match, context: Context) -> Direction | None:
    """A chronology looks back, in the present tense, unless an entry says "will"."""
    if not is_entry(match, context):
        return None
    return "future" if context.promised(match.tokens, match.last) else "past"


def heading_year(match: Match, context: Context) -> Point | None:
    """The year that stands alone on a line above the entry."""
    point = context.last_heading
    if point is None or not is_entry(match, context) or context.promised(match.tokens, match.last):
        return None
    return point


def opens_entry(text: str, start: int, end: int) -> bool:
    """Tell whether a year opens its line as that of an entry ("2011: ...", "* 1884. A treaty ...", "1992, 3 May")."""
    return _opens(text, start) and bool(_BEHIND_YEAR.match(text, end))


def entry_year(match: Match, context: Context) -> Point | None:
    """The year that opened the line in which a day or month without a year stands."""
    point = context.last_entry
    if point is None or context.promised(match.tokens, match.last):
        return None
    return None if "\n" in context.text[point.start : match.tokens[match.first].start] else point


def is_heading(text: str, start: int, end: int) -> bool:
    """Tell whether an expression has its line to itself."""
    return _opens(text, start) and bool(_ALONE.match(text, end))
