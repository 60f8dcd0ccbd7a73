"""Dates that stand alone, as chronicles and broadcasts have them, and what stands under each."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from timeline.edtf import Interval
from timeline.events.anchoring.expressions import is_joint
from timeline.events.anchoring.placed import Placed, point
from timeline.models import EventAnchor, Span, Timex
from timeline.stretches import beginning_in

_AFTER_ENTRY = re.compile(r"\.?\s*[:–—|]|\s-\s")
_AFTER_BULLET = re.compile(r"\.(?=\s)")
_PARTS = re.compile(r",?\s(?:in\s)?")  # between a year and its month or day ("1969, July")
_BULLET = re.compile(r"[\s\-–—*•·▪►>|#]*\Z")
_WORD = re.compile(r"[^\W\d_]+")
_CLOCK = re.compile(r"\b\d{1,2}[.:]\d\d\b")
_UPDATE = re.compile(r"^\W*(?:[A-Z]+\W+)?(?:[01]?\d|2[0-3])[.:h][0-5]\d(?:\s?[ap]\.?m)?\b(?!\.\s?[:,])", re.MULTILINE)
_NAMES = 2  # the most words around a date that heads a passage


class Heading(NamedTuple):
    """A date that dates what stands under it; ``end``: where the passage begins, in characters of the text.

    ``is_title``: it has a line of its own, as in a chronology; ``updates``: where passages under times of day begin.
    """

    end: int
    placed: Placed
    is_title: bool
    updates: int


def headings(text: str, sentences: Sequence[Span], timexes: Sequence[Timex], dct: Interval) -> Iterator[Heading]:
    """Dates with at most two names around them ("Lagos, March 2003."), or before a colon or dash ("April 15: ...").

    One with the time of day is no date of the story: an agency or a saved page has stamped it.
    """
    updates = updates_begin(text)
    for sentence in sentences:
        here = beginning_in(timexes, sentence.start, sentence.end)
        if here and here[0].type == "DATE":
            first = _as_one(text, here[:2])
            end = _end(text, sentence, first, [t for t in here if t.start >= first.end], dct)
            if end is not None:
                anchor = EventAnchor(kind="timex", start=first.start, text=first.text)
                is_title = end == sentence.end and text[end:].startswith("\n")
                yield Heading(end, Placed(point(first.interval), anchor), is_title, updates)


def updates_begin(text: str) -> int:
    """Where the first passage under a time of day begins ("16.30 CEST", "UPDATE 20h50: ..."); the text's end if none.

    Two such times make a live blog: one alone is a stamp.
    """
    times = list(_UPDATE.finditer(text))
    return times[0].start() if len(times) > 1 else len(text)


def _as_one(text: str, dates: Sequence[Timex]) -> Timex:
    """The exacter of a year and the month or day behind it ("1969, July"), all days of "10-11 May", else the first."""
    first, last = dates[0], dates[-1]
    days = Interval(first.not_before, last.not_after)
    if first is not last and is_joint(text[first.end : last.start]) and days.days and not days.is_reversed:
        told = text[first.start : last.end]
        return first.model_copy(update={"end": last.end, "text": told, "not_after": last.not_after})
    is_one = bool(_PARTS.fullmatch(text[first.end : last.start])) and first.interval.intersect(last.interval)
    return last.model_copy(update={"start": first.start}) if is_one == last.interval else first


def _end(text: str, sentence: Span, first: Timex, others: Sequence[Timex], dct: Interval) -> int | None:
    """Where the passage under a date that opens or fills a sentence begins; None where it heads nothing."""
    begins, last = first.not_before, first.not_after
    if not begins or not last or (dct.not_after is not None and begins > dct.not_after):
        return None
    bullet = _BULLET.match(text[sentence.start : first.start])
    if bullet and (_AFTER_ENTRY.match(text, first.end) or (bullet.end() and _AFTER_BULLET.match(text, first.end))):
        return first.end
    if others or not dct.not_after or last > dct.not_after:
        return None
    return sentence.end if _stands_alone(text, sentence, first) else None


def _stands_alone(text: str, sentence: Span, date: Timex) -> bool:
    """Tell whether a date fills its sentence but for a few names, and is no stamp with the time of day."""
    around = _WORD.findall(text[sentence.start : date.start] + " " + text[date.end : sentence.end])
    stamped = _CLOCK.search(text[sentence.start : sentence.end])
    return not stamped and len(around) <= _NAMES and all(w[0].isupper() for w in around)


def heading_over(found: Sequence[Heading], text: str, timexes: Sequence[Timex], sentence: Span) -> Placed | None:
    """The date a sentence stands under, up to the next date; that of a single heading, to the end of its paragraph.

    A date told since, of the time that the heading names, is more exact ("2021: ... in June. ... They met").
    """
    above = bisect_left(found, sentence.end, key=attrgetter("end"))
    if not above:
        return None
    head = found[above - 1]
    in_updates = head.updates < sentence.start
    in_chronology = head.is_title and (in_updates or any(h.is_title for h in found if h is not head))
    if not in_chronology and "\n\n" in text[head.end : sentence.start].lstrip():
        return None
    return _more_exact(head, beginning_in(timexes, head.end, sentence.start)) or head.placed


def _more_exact(head: Heading, since: Sequence[Timex]) -> Placed | None:
    """The last date told under a heading that lies within the time of the heading, and is shorter."""
    over = head.placed.time.interval
    for told in reversed(since):
        if (
            told.type == "DATE"
            and told.interval != over
            and told.interval.days
            and over.intersect(told.interval) == told.interval
        ):
            anchor = EventAnchor(kind="timex", start=told.start, text=told.text)
            return Placed(point(told.interval), anchor, is_carried=True)
    return None
