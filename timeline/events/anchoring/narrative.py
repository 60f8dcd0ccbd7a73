"""The day a story runs on, and the time that is carried from sentence to sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from timeline.edtf import Interval
from timeline.events.anchoring.placed import Placed, point
from timeline.events.anchoring.state import BY_DCT, State
from timeline.events.parse.word import Form, Tree, Word
from timeline.events.words import words
from timeline.models import EventAnchor, Timex

# How far the day that opens an article may lie before it and still be the day its story runs on.
REFERENCE_DAYS = 3
# The longest stretch a narrative passage is told within: "in July" may date the sentences after it, "in 1979" not.
NARRATIVE_DAYS = 31
# The longest stretch that "then" may mean.
LONGEST_TOLD = 366
# How long before the article the last day of what is background lies at least.
BACKGROUND_DAYS = 183


_YEAR = re.compile(r"\b\d{4}\b")
_GAP = 3  # characters between a date and the time of day of the same stamp

_TOLD: tuple[Form, ...] = ("past", "past participle")


def narrative_after(tree: Tree, state: State) -> Placed | None:
    """The time of a dated past sentence for those that follow; a sentence on the present ends the narrative."""
    return _carried_on(tree, state, _is_short_and_past, state.narrative)


def background_after(tree: Tree, state: State) -> Placed | None:
    """The time of a past sentence that is dated long before the article, for those that may go on with it."""
    return _carried_on(tree, state, _is_long_past, state.background)


def _carried_on(
    tree: Tree, state: State, fits: Callable[[Placed, Interval], bool], before: Placed | None
) -> Placed | None:
    """The first time that an expression tells of a past verb, where it fits; else what stood before such a sentence."""
    told = [state.placed[t.index] for t in tree if t.index in state.placed and t.form in _TOLD and not tells_who(t)]
    first = next((placed for placed in told if placed.is_explicit), None)
    if first is not None:
        return first._replace(is_carried=True) if fits(first, state.dct) else None
    root = tree.root
    is_past = root.form in _TOLD and not any(c.lemma == "have" for c in root.by_role("auxiliary"))
    return before if is_past else None


def goes_on(tree: Tree, narrative: Placed | None, dct: Interval) -> bool:
    """Tell whether a paragraph goes on with the day before: a pronoun acts in it, or somebody "also" does.

    A day at most: what was told of a week or a month, or some days ago, is another matter.
    """
    if narrative is None or narrative.time.interval.days != 1 or not _is_recent_day(narrative.time.interval, dct):
        return False
    also = any(c.lower in words("anchoring", "too") for c in tree.root.by_role("adverb"))
    return also or any(subject.form == "personal" for subject in tree.root.by_role("subject", "passive subject"))


def tells_who(verb: Word) -> bool:
    """Tell whether a verb only says who somebody is ("Haas, who took office in August"), or describes a noun."""
    clauses = (word for word in (verb, *verb.ancestors) if word.role == "relative")
    return verb.role == "noun clause" or any(c.first.lower in words("anchoring", "persons") for c in clauses)


def _is_long_past(placed: Placed, dct: Interval) -> bool:
    begin, end, today = placed.time.begin.not_before, placed.time.end.not_after, dct.not_before
    return bool(begin and end and today and (today - end).days > BACKGROUND_DAYS)


def _is_short_and_past(placed: Placed, dct: Interval) -> bool:
    begin, days = placed.time.begin.not_after, placed.time.interval.days or 0
    return bool(begin and dct.not_before and begin < dct.not_before and 0 < days <= NARRATIVE_DAYS)


def last_told(state: State) -> Placed | None:
    """The last past time that a sentence names, or goes on from: "minutes later" is of its day, "then" in it."""
    named = (state.placed[index] for index in sorted(state.placed, reverse=True))
    return next((placed._replace(is_carried=True) for placed in named if _is_told_past(placed, state)), None)


def _is_told_past(placed: Placed, state: State) -> bool:
    begin, today = placed.time.begin.not_after, state.dct.not_after
    told = placed.is_explicit or placed.rule == "moments-later"
    short = 0 < (placed.time.interval.days or 0) <= LONGEST_TOLD
    return told and short and begin is not None and today is not None and begin <= today


# A report of a day says who said what; a longer text with fewer such verbs than one in so many words is none, if it
# has fewer verbs of other acts of speech as well.
REPORT_WORDS = 220
SPEECH_WORDS = 80
LONG_WORDS = 150


def is_retrospective(text: str) -> bool:
    """Tell whether a text is no report of its day: then its simple past lies before its day, how far is unknown.

    So are texts told in the present, as broadcasts are (one "says" among "said" makes none), and longer ones in which
    hardly anybody has said anything, nor accused, denied, welcomed or promised it.
    """
    said, says, length = _count(text, "said"), _count(text, "says"), len(text.split())
    speaks = said + _count(text, "spoke")
    silent = length > LONG_WORDS and said * REPORT_WORDS < length and speaks * SPEECH_WORDS < length
    return says > said + 1 or silent


def _count(text: str, name: str) -> int:
    return len(re.findall(rf"\b(?:{'|'.join(sorted(words('anchoring', name)))})\b", text))


def reference_day(dct: Interval, lead: str, timexes: Sequence[Timex]) -> Placed:
    """The day a story runs on: the first exact day its lead names, at most a few days before the DCT, else the DCT.

    A day from which or until which something lasts is none.
    """
    told = [t for t in timexes if t.start < len(lead) and not _is_bound(t, lead)]
    named = next((t for t in told if _is_recent_day(t.interval, dct) and not _is_stamp(t, told)), None)
    if named is None:
        return Placed(point(dct), BY_DCT)
    anchor = EventAnchor(kind="timex", start=named.start, text=named.text)
    return Placed(point(named.interval), anchor, is_carried=True)


def _is_bound(found: Timex, lead: str) -> bool:
    before = lead[: found.start].split()[-1:]
    return bool(before) and before[0].lower() in words("anchoring", "from", "until", "since")


def _is_stamp(found: Timex, lead: Sequence[Timex]) -> bool:
    """Tell whether a date with its year and a time of day stand side by side, as a saved page is stamped."""
    pairs = ((day, clock) for clock in lead if clock.type == "TIME" for day in lead if found in (day, clock))
    return any(0 <= clock.start - day.end <= _GAP and _YEAR.search(day.text) for day, clock in pairs)


def _is_recent_day(days: Interval, dct: Interval) -> bool:
    day = days.not_before if days.days == 1 else None
    if day is None or dct.not_before is None or dct.not_after is None:
        return False
    return (dct.not_before - day).days <= REFERENCE_DAYS and day <= dct.not_after
