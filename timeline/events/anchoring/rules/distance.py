"""Events dated by how far they lie from another one ("a day after the army left", "two weeks before the talks")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from timeline.edtf import Interval
from timeline.events.anchoring.lengths import LESS, MORE, length_of, moved_back
from timeline.events.anchoring.placed import Placed, after, before, point
from timeline.events.anchoring.register import guard, rule
from timeline.events.anchoring.state import Evidence, by_timex
from timeline.events.parse.attach import Attached
from timeline.events.parse.word import Tree, Word, verb_over
from timeline.events.words import words
from timeline.models import EventAnchor


@dataclass(frozen=True, slots=True)
class _Distance:
    """A length of time between two events: the verb of the clause, "after" or "before", the verb or noun behind it."""

    length: Attached
    main: Word
    link: str
    adjunct: Word


@guard("distance")
def _has_no_other_date(e: Evidence) -> bool:
    """In "two days after the vote on 12 December" the date is the vote's."""
    return all(a.marker in ("after", "before") for a in e.own)


@rule("distance-from-adjunct")
def distance_from_adjunct(e: Evidence) -> Placed | None:
    """So long after or before what its adjunct names ("signed ten days after the talks on 2 May")."""
    for d in _distances(e):
        if e.mention.pivot == d.main and not _is_of(e, d.adjunct):
            return _at_distance(e, d, d.adjunct, later=d.link == "after")
    return None


@rule("distance-from-main-verb")
def distance_from_main_verb(e: Evidence) -> Placed | None:
    """So long from the verb over it ("Chad left on Tuesday, two days after Niger closed the border")."""
    for d in _distances(e):
        if _is_of(e, d.adjunct):
            return _at_distance(e, d, d.main, later=d.link == "before")
    return None


def _is_of(e: Evidence, word: Word) -> bool:
    told_by = e.mention.pivot == word and e.token.role in ("object", "subject", "passive subject")
    return e.token == word or told_by


def _distances(e: Evidence) -> Iterator[_Distance]:
    for a in e.attached:
        ends = _ends(a, e.token.tree) if length_of(a.timex) else None
        if ends is not None:
            yield _Distance(a, *ends)


def _ends(found: Attached, tree: Tree) -> tuple[Word, str, Word] | None:
    """The main verb, "after" or "before", and the verb or noun behind it that a length of time stands between."""
    link = tree[found.end] if found.end < len(tree) else None
    if link is None or link.lower not in ("after", "before"):
        return None
    if link.role in ("marker", "adverb"):
        adjunct, over = link.head, link.head.head
        if adjunct.role != "adverbial" or adjunct.index < link.index:
            return None
    else:
        behind = [c for c in link.by_role("prepositional object", "prepositional clause") if c.index > link.index]
        if link.role != "preposition" or not behind:
            return None
        adjunct, over = behind[0], link.head
    main = verb_over(over)
    return (main, link.lower, adjunct) if main.is_verbal and main != adjunct else None


def _at_distance(e: Evidence, d: _Distance, start: Word, *, later: bool) -> Placed | None:
    count, unit = length_of(d.length.timex) or (0, "D")
    known = _dated(start, e)
    days = moved_back(known[0], -count if later else count, unit) if known else None
    if known is None or days is None:
        return None
    if d.length.timex.mod in MORE:
        days = after(days) if later else before(days)
    elif d.length.timex.mod in LESS:
        days = Interval(known[0].not_before, days.not_after) if later else Interval(days.not_before, known[0].not_after)
    if e.status == "occurred" and e.dct.not_after:
        days = days.intersect(before(e.dct)) or days
    anchor = e.by_event(start)
    return Placed(point(days), anchor.model_copy(update={"timexes": known[1].expressions[:1]}))


def _dated(word: Word, e: Evidence) -> tuple[Interval, EventAnchor] | None:
    """The days that a word's own date or its place in the story gives; none where they are open."""
    placed = e.above(word)
    if placed is not None and placed.time.kind == "day":
        return _closed(placed)
    for a in e.attached:
        inside = word.pos == "noun" and word.index < a.first and word.is_above(word.tree[a.end - 1])
        if (a.host == word or inside) and a.timex.not_before and a.timex.not_after:
            if a.marker not in words("anchoring", "since") | words("anchoring", "until"):
                return a.timex.interval, by_timex(a)
    told = e.state.known.find(word, e.state.timex_words, sure=True)
    return _closed(told.placed) if told is not None and told.placed.time.kind == "day" else None


def _closed(placed: Placed) -> tuple[Interval, EventAnchor] | None:
    days = placed.time.interval
    return (days, placed.anchor) if days.not_before and days.not_after else None
