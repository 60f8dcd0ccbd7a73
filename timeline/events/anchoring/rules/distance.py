"""Events dated by how far they lie from another one ("a day after the army left", "two weeks before the talks")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from timeline.edtf import Interval
from timeline.events.anchoring.placed import Placed, after, before, point
from timeline.events.anchoring.rule import TABLE, Place
from timeline.events.anchoring.rules.lengths import LESS, MORE, length_of, moved_back
from timeline.events.anchoring.state import BY_DCT, Evidence, by_timex
from timeline.events.parse.attach import Attached
from timeline.events.parse.word import Tree, Word, verb_over
from timeline.events.rules import Rules
from timeline.events.words import words

DISTANCE: Rules[Place] = Rules(TABLE, "distance")


@dataclass(frozen=True, slots=True)
class _Distance:
    """A length of time between two events.

    ``main``: the verb of the clause; ``link``: "after" or "before"; ``adjunct``: the verb or noun behind that.
    """

    length: tuple[int, str]
    mod: str | None
    main: Word
    link: str
    adjunct: Word


def is_at_distance(e: Evidence) -> bool:
    """A length of time tells how far; in "two days after the vote on 12 December" the date is the vote's."""
    return all(a.marker in ("after", "before") for a in e.own) and any(True for _ in _distances(e))


@DISTANCE.rule("distance-from-main-verb")
def distance_from_main_verb(e: Evidence) -> Placed | None:
    """So long from the verb over it ("Chad left on Tuesday, two days after Niger closed the border")."""
    d = next((d for d in _distances(e) if d.adjunct == e.token), None)
    return _at_distance(e, d, d.main, later=d.link == "before") if d is not None else None


@DISTANCE.rule("distance-from-adjunct")
def distance_from_adjunct(e: Evidence) -> Placed | None:
    """So long after or before what its adjunct names ("signed ten days after the talks on 2 May")."""
    d = next((d for d in _distances(e) if d.main == e.mention.pivot), None)
    return _at_distance(e, d, d.adjunct, later=d.link == "after") if d is not None else None


def _distances(e: Evidence) -> Iterator[_Distance]:
    for a in e.attached:
        length = length_of(a.timex) if a.marker != "for" else None
        ends = _ends(a, e.token.tree)
        if length is not None and ends is not None:
            yield _Distance(length, a.timex.mod, *ends)


def _ends(found: Attached, tree: Tree) -> tuple[Word, str, Word] | None:
    """The main verb, "after" or "before", and the verb or noun behind it that a length of time stands between."""
    link = tree[found.end] if found.end < len(tree) else None
    if link is None or link.lower not in ("after", "before"):
        return None
    if link.role in ("marker", "adverb"):
        adjunct, main = link.head, verb_over(link.head.head)
        return (main, link.lower, adjunct) if main != adjunct else None
    behind = link.by_role("prepositional object", "prepositional clause")
    return (verb_over(link.head), link.lower, behind[0]) if behind else None


def _at_distance(e: Evidence, d: _Distance, start: Word, *, later: bool) -> Placed | None:
    """A day so long after a dated word, or before it."""
    known = _dated(start, e)
    count, unit = d.length
    days = moved_back(known.time.interval, -count if later else count, unit) if known is not None else None
    if known is None or days is None:
        return None
    days = _with_modifier(d.mod, days, known.time.interval, later=later)
    if e.status == "occurred":
        days = days.intersect(before(e.dct)) or days
    return Placed(point(days), e.by_event(start, known.anchor))


def _with_modifier(mod: str | None, days: Interval, start: Interval, *, later: bool) -> Interval:
    """Open days on the far side of more than a length, and reach up to the start for less than one."""
    if mod in MORE:
        return after(days) if later else before(days)
    if mod in LESS:
        return Interval(start.not_before, days.not_after) if later else Interval(days.not_before, start.not_after)
    return days


def _dated(word: Word, e: Evidence) -> Placed | None:
    """A word's own date or its place in the story; none that lasts.  What "comes" now is news of the article's day."""
    placed = e.above(word) or _by_expression(word, e)
    comes = word.lemma in words("anchoring", "arrives") and word.form in ("present", "present third")
    if comes and _by_expression(word, e) is None:
        placed = Placed(point(e.dct), BY_DCT)
    if placed is None:
        told = e.state.known.find(word, e.state.timex_words, sure=True)
        placed = told.placed if told is not None else None
    return placed if placed is not None and placed.time.kind == "day" else None


def _by_expression(word: Word, e: Evidence) -> Placed | None:
    for a in e.attached:
        inside = word.pos == "noun" and word.index < a.first and word.is_above(word.tree[a.end - 1])
        if (a.host == word or inside) and a.timex.not_before and a.timex.not_after:
            return Placed(point(a.timex.interval), by_timex(a))
    return None
