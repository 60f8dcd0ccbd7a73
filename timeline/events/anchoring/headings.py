"""Dates that stand alone, as chronicles and broadcasts have them, and what stands under each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from timeline.edtf import Interval
from timeline.events.anchoring.placed import Placed, point
from timeline.models import EventAnchor, Span, Timex

_AFTER_ENTRY = re.compile(r"\s*[:–—|]|\s-\s")
_BULLET = re.compile(r"[\s\-–—*•·▪►>|#]*\Z")
_WORD = re.compile(r"[^\W\d_]+")
_CLOCK = re.compile(r"\b\d{1,2}[.:]\d\d\b")
_NAMES = 2  # the most words around a date that heads a passage


class Heading(NamedTuple):
    """A date that dates what stands under it; ``end``: where the passage begins, in characters of the text.

    ``is_title``: it has a line of its own, as in a chronology.
    """

    end: int
    placed: Placed
    is_title: bool


def headings(text: str, sentences: Sequence[Span], timexes: Sequence[Timex], dct: Interval) -> Iterator[Heading]:
    """Dates with at most two names around them ("Lagos, March 2003."), or before a colon or dash ("April 15: ...").

    One with the time of day is no date of the story: an agency or a saved page has stamped it.
    """
    for sentence in sentences:
        here = [t for t in timexes if sentence.start <= t.start < sentence.end]
        if here and here[0].type == "DATE":
            end = _end(text, sentence, here, dct)
            first = here[0]
            if end is not None:
                anchor = EventAnchor(kind="timex", start=first.start, text=first.text)
                is_title = end == sentence.end and text[end:].startswith("\n")
                yield Heading(end, Placed(point(first.interval), anchor), is_title)


def _end(text: str, sentence: Span, here: Sequence[Timex], dct: Interval) -> int | None:
    """Where the passage under a date that opens or fills a sentence begins; None where it heads nothing."""
    first, last = here[0], here[0].not_after
    if _AFTER_ENTRY.match(text, first.end) and _BULLET.match(text[sentence.start : first.start]):
        return first.end if last and (dct.not_after is None or last <= dct.not_after) else None
    if len(here) > 1 or not dct.not_before or not last or last >= dct.not_before:
        return None
    return sentence.end if _stands_alone(text, sentence, first) else None


def _stands_alone(text: str, sentence: Span, date: Timex) -> bool:
    """Tell whether a date fills its sentence but for a few names, and is no stamp with the time of day."""
    around = _WORD.findall(text[sentence.start : date.start] + " " + text[date.end : sentence.end])
    stamped = _CLOCK.search(text[sentence.start : sentence.end])
    return not stamped and len(around) <= _NAMES and all(w[0].isupper() for w in around)


def heading_over(found: Sequence[Heading], text: str, timexes: Sequence[Timex], sentence: Span) -> Placed | None:
    """The date a sentence stands under, up to the next date; that of a single heading, to the end of its paragraph."""
    head = next((h for h in reversed(found) if h.end <= sentence.start), None)
    if head is None:
        return None
    in_chronology = head.is_title and sum(h.is_title for h in found) > 1
    if not in_chronology and "\n\n" in text[head.end : sentence.start].strip():
        return None
    return None if any(head.end <= t.start < sentence.end for t in timexes) else head.placed
