"""Documents of a meeting: what those who met declare is of the time they met, which the opening tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise

from timeline.edtf import Interval
from timeline.events.anchoring.expressions import is_joint
from timeline.events.anchoring.placed import Placed, point
from timeline.events.words import words
from timeline.models import EventAnchor, Timex

_TITLE_WORDS = 25  # the most words of a title
_OPENING = 700  # characters in which a document tells when they met
_LONGEST = 14  # days that a meeting may last, and that a document may come out after it
_NUMBER_BEFORE = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?(?: and | to |[-–])(?:the )?\Z")
_WORD = re.compile(r"\w+")


def is_communique(text: str) -> bool:
    """Tell whether an article is a document that states or bodies have issued, by its title or as a note opens."""
    opening = "_".join(_WORD.findall(text[:_OPENING].lower()))
    if any(told in opening for told in words("anchoring", "note_opens")):
        return True
    title = text.lstrip().partition("\n")[0]
    told = _WORD.findall(title.lower())
    is_title = len(told) <= _TITLE_WORDS and not title.rstrip().endswith(".")
    return is_title and not (words("voices", "documents") | words("anchoring", "records")).isdisjoint(told)


def meeting_time(text: str, timexes: Sequence[Timex], dct: Interval) -> Placed | None:
    """When those met who issue a document: the days that its opening tells with the meeting; None where it does not."""
    if not is_communique(text) or dct.not_after is None:
        return None
    for met in _WORD.finditer(text, 0, min(len(text), _OPENING)):
        if met[0].lower() in words("anchoring", "meetings"):
            days = [t for t in timexes if _is_of(t, text, met.start(), dct)]
            if days:
                hull = _with_day_before(days[0], text)
                for day in days[1:]:
                    hull = hull.hull(day.interval)
                anchor = EventAnchor(kind="timex", start=days[0].start, text=days[0].text)
                return Placed(point(hull), anchor, is_carried=True)
    return _days_of_dateline(text, timexes, dct)


def _days_of_dateline(text: str, timexes: Sequence[Timex], dct: Interval) -> Placed | None:
    """The days that stand joined in the opening ("(Minsk, 25-27 August 2010)")."""
    opening = [t for t in timexes if t.end <= _OPENING and t.type == "DATE"]
    for first, last in pairwise(opening):
        joined = is_joint(text[first.end : last.start])
        if joined and _is_recent(first, dct) and _is_recent(last, dct):
            anchor = EventAnchor(kind="timex", start=first.start, text=text[first.start : last.end])
            return Placed(point(first.interval.hull(last.interval)), anchor, is_carried=True)
    return None


def _with_day_before(day: Timex, text: str) -> Interval:
    """The days of "the 1st and the 2nd of June", of which only the last bears its month."""
    number, last = _NUMBER_BEFORE.search(text[: day.start]), day.not_before
    if number is None or last is None or not 0 < int(number[1]) < last.day:
        return day.interval
    return Interval(last.replace(day=int(number[1])), day.not_after)


def _is_of(day: Timex, text: str, met: int, dct: Interval) -> bool:
    """Tell whether a day is told behind the meeting in its sentence, and is of the last days before the document."""
    between = text[met : day.start]
    return _is_recent(day, dct) and day.start > met and "\n" not in between and ". " not in between


def _is_recent(day: Timex, dct: Interval) -> bool:
    first, last = day.not_before, day.not_after
    if first is None or last is None or dct.not_after is None or day.type != "DATE":
        return False
    return dct.not_after - timedelta(days=_LONGEST) <= first <= last <= dct.not_after
