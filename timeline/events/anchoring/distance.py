"""Events dated by how far they lie from another one ("a day after the army left", "two weeks before the talks")."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.edtf import Interval
from timeline.events.anchoring.own_timex import ago, length_of
from timeline.events.anchoring.state import Ground, Seen, after, before, point
from timeline.events.parse.attach import Attached
from timeline.events.parse.word import Tree, Word
from timeline.models import EventAnchor, EventTime

_MORE = frozenset({"MORE_THAN", "EQUAL_OR_MORE"})
_LESS = frozenset({"LESS_THAN", "EQUAL_OR_LESS"})


def by_distance(seen: Seen, attached: Sequence[Attached], ground: Ground) -> tuple[EventTime, EventAnchor] | None:
    """Date an event by its distance from another one of its sentence that is dated: main verb or adjunct, both ways."""
    for a in attached:
        length = length_of(a.timex)
        ends = _ends(a, seen.token.tree) if length else None
        if length is None or ends is None:
            continue
        main, link, other = ends
        if seen.token == other or (seen.pivot == other and seen.token.role in ("object", "subject", "passive subject")):
            from_, sign = main, 1 if link == "after" else -1
        elif seen.pivot == main:
            from_, sign = other, -1 if link == "after" else 1
        else:
            continue
        known = _day_of(from_, attached, ground)
        if known is None:
            continue
        days, note = known
        moved = _moved(days, sign * length[0], length[1])
        if moved is None:
            continue
        if a.timex.mod in _MORE:
            moved = before(moved) if sign > 0 else after(moved)
        elif a.timex.mod in _LESS:
            moved = (
                Interval(moved.not_before, days.not_after) if sign > 0 else Interval(days.not_before, moved.not_after)
            )
        if seen.status == "occurred" and ground.day.not_after:
            moved = moved.intersect(before(ground.day)) or moved
        return point(moved), EventAnchor(kind="event", start=note.start, text=from_.text)
    return None


def _ends(found: Attached, tree: Tree) -> tuple[Word, str, Word] | None:
    """The main verb, "after" or "before", and the verb or noun behind it that a length of time stands between."""
    if found.end >= len(tree):
        return None
    link = tree[found.end]
    if link.lower not in ("after", "before"):
        return None
    if link.role in ("marker", "adverb"):
        other, main = link.head, link.head.head
        if other.role != "adverbial" or other.index < link.index:
            return None
    else:
        behind = [
            c
            for c in link.children
            if c.role in ("prepositional object", "prepositional clause") and c.index > link.index
        ]
        if link.role != "preposition" or not behind:
            return None
        other, main = behind[0], link.head
    while main.pos not in ("verb", "auxiliary") and main.head != main:
        main = main.head
    return (main, link.lower, other) if main.pos in ("verb", "auxiliary") and main != other else None


def _day_of(token: Word, attached: Sequence[Attached], ground: Ground) -> tuple[Interval, EventAnchor] | None:
    """The days that a word's own date or its place in the story gives; none where they are open."""
    done = ground.done.get(token.index)
    if done is not None and done[0].kind == "day":
        days = done[0].begin.interval
        return (days, done[1]) if days.not_before and days.not_after else None
    for a in attached:
        inside = token.pos == "noun" and token.index < a.first and token.is_above(token.tree[a.end - 1])
        if (
            (a.host == token or inside)
            and a.timex.not_before
            and a.timex.not_after
            and not a.marker.startswith(("since", "until"))
        ):
            return a.timex.interval, EventAnchor(kind="timex", start=a.timex.start, text=a.timex.text)
    told = ground.known.find(token, ground.calendar, sure=True)
    if told is None or told.time.kind != "day":
        return None
    days = told.time.begin.interval
    return (days, told.note) if days.not_before and days.not_after else None


def _moved(days: Interval, count: int, unit: str) -> Interval | None:
    """An interval a count of units earlier, with the slack of the unit."""
    if days.not_before is None or days.not_after is None:
        return None
    first, last = ago(days.not_before, count, unit), ago(days.not_after, count, unit)
    return first and last and Interval(first.not_before, last.not_after)
