"""The day a story runs on, carried from sentence to sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from timeline.edtf import Interval
from timeline.events.anchoring.state import Ground, point
from timeline.events.parse.word import Tree
from timeline.models import EventAnchor, EventTime, Span, Timex

# How far the day that opens an article may lie before it and still be the day its story runs on.
RUNNING_DAYS = 3
# The longest stretch a narrative passage is told within: "in July" may date the sentences after it, "in 1979" not.
NARRATIVE_DAYS = 31


def move_on(tree: Tree, ground: Ground) -> None:
    """Carry the day of a dated past sentence on to those that follow; a sentence on the present ends the narrative."""
    root = next((t for t in tree if t.role == "root"), None)
    if root is None:
        return
    told = [
        ground.done[t.index]
        for t in tree
        if t.index in ground.done
        and t.form in ("past", "past participle")
        and ground.done[t.index][1].kind in ("timex", "table")
        and ground.done[t.index][1].text
    ]
    if told:
        first = told[0]
        inside = (
            first[0].begin.not_after is not None
            and ground.day.not_before is not None
            and first[0].begin.not_after < ground.day.not_before
            and 0 < (Interval(first[0].begin.not_before, first[0].end.not_after).days or 0) <= NARRATIVE_DAYS
        )
        ground.narrative = (
            (first[0], EventAnchor(kind="event", start=first[1].start, text=first[1].text)) if inside else None
        )
    elif root.form not in ("past", "past participle") or any(
        c.role == "auxiliary" and c.lemma == "have" for c in root.children
    ):
        ground.narrative = None


def headings(
    text: str, sentences: Sequence[Span], timexes: Sequence[Timex], day: Interval
) -> list[tuple[int, tuple[EventTime, EventAnchor]]]:
    """Dates that stand alone, as chronicles and broadcasts have them: where the passage under each begins.

    A heading is a past date with at most two names around it ("Lagos, March 2003."), or one that opens a line before
    a colon or dash ("April 15: Fighting erupts in Khartoum. ...").
    """
    found = []
    for sentence in sentences:
        here = [t for t in timexes if sentence.start <= t.start < sentence.end]
        if not here or here[0].type != "DATE":
            continue
        t = here[0]
        if _ENTRY.match(text, t.end) and _BULLET.match(text[sentence.start : t.start]):
            if t.not_after and (day.not_after is None or t.not_after <= day.not_after):
                found.append((t.end, (point(t.interval), EventAnchor(kind="timex", start=t.start, text=t.text))))
            continue
        if len(here) != 1 or not day.not_before:
            continue
        rest = _WORDS.findall(text[sentence.start : t.start] + " " + text[t.end : sentence.end])
        last = t.interval.not_after
        if len(rest) <= 2 and all(w[0].isupper() for w in rest) and last and last < day.not_before:
            found.append((sentence.end, (point(t.interval), EventAnchor(kind="timex", start=t.start, text=t.text))))
    return found


def under(
    heads: Sequence[tuple[int, tuple[EventTime, EventAnchor]]],
    text: str,
    timexes: Sequence[Timex],
    start: int,
    end: int,
) -> tuple[EventTime, EventAnchor] | None:
    """The heading a sentence stands under: up to the paragraph's end, or the next date."""
    head = next((h for h in reversed(heads) if h[0] <= start), None)
    if head is None or "\n\n" in text[head[0] : start].strip() or any(head[0] <= t.start < end for t in timexes):
        return None
    return head[1]


_ENTRY = re.compile(r"\s*[:–—|]|\s-\s")
_BULLET = re.compile(r"[\s\-–—*•·▪►>|#]*\Z")
_WORDS = re.compile(r"[^\W\d_]+")
_SAID = re.compile(r"\b(?:said|told|announced|reported)\b")
_SAYS = re.compile(r"\b(?:says|tells|thinks|believes|reports|I'm|we're|here's)\b")


# A report of a day says who said what; a longer text with fewer such verbs than one in so many words is none.
REPORT_WORDS = 220
LONG_WORDS = 150


def looks_back(text: str) -> bool:
    """Tell whether a text is no report of its day: then its simple past lies before its day, how far is unknown.

    So are texts told in the present, as broadcasts are (one "says" among "said" makes none), and longer ones in which
    hardly anybody has said anything.
    """
    said, words = len(_SAID.findall(text)), len(text.split())
    return len(_SAYS.findall(text)) > said + 1 or (words > LONG_WORDS and said * REPORT_WORDS < words)


def running_day(day: Interval, lead: Sequence[tuple[int, Interval]]) -> tuple[Interval, int | None]:
    """The day a story runs on: the first exact day its lead names, at most a few days before the DCT, else the DCT."""
    for start, interval in lead:
        if interval.days == 1 and day.not_after and interval.not_before and day.not_before:
            if day.not_before - timedelta(days=RUNNING_DAYS) <= interval.not_before <= day.not_after:
                return interval, start
    return day, None
