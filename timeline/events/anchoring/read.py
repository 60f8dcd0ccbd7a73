"""When the events of one article happened: read three times, so that a date told anywhere counts everywhere."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from timeline.edtf import Interval
from timeline.events.anchoring import narrative as running
from timeline.events.anchoring.cascade import anchor
from timeline.events.anchoring.other_event import remember
from timeline.events.anchoring.same_event import Known
from timeline.events.anchoring.state import Ground, Seen
from timeline.events.parse.word import Tree
from timeline.models import EventAnchor

if TYPE_CHECKING:
    from timeline.events.parse.attach import Attached
    from timeline.models import EventTime


@dataclass(slots=True)
class Passage:
    """One sentence as the dating sees it: its events from the top of the tree down, and where it stands.

    ``silent``: words that are no event of the article and only date others; ``opens``: it begins a paragraph.
    """

    tree: Tree
    silent: frozenset[int]
    attached: Sequence[Attached]
    headline: bool
    lead: bool = False
    opens: bool = False
    heading: tuple[EventTime, EventAnchor] | None = None
    seen: list[Seen] = field(default_factory=list)
    done: dict[int, tuple[EventTime, EventAnchor]] = field(default_factory=dict)


def date(
    passages: Sequence[Passage], day: Interval, story: Interval, story_start: int | None, *, looks_back: bool
) -> None:
    """Fill ``done`` of every passage: the time of each of its events, by the index of its word.

    ``day``: the DCT; ``story``: the day the article runs on, ``story_start`` where the text names it.
    """
    known = Known()
    outset: tuple[Interval, EventAnchor] | None = None
    for reading in range(3):
        narrative: tuple[EventTime, EventAnchor] | None = None
        for passage in passages:
            ground = Ground(
                day,
                story,
                story_start,
                headline=passage.headline,
                lead=passage.lead,
                narrative=None if passage.opens else narrative,
                heading=passage.heading,
                looks_back=looks_back,
                known=known,
                outset=outset,
                calendar=frozenset(n for a in passage.attached for n in range(a.first, a.end)),
            )
            for seen in passage.seen:
                time, note = anchor(seen, passage.attached, ground)
                ground.done[seen.token.index] = (time, note)
                if seen.token.index not in passage.silent and reading == 0:
                    remember(ground, seen, time, note)
            for index in passage.silent:
                ground.done.pop(index, None)
            running.move_on(passage.tree, ground)
            narrative = ground.narrative
            passage.done = ground.done
        if reading == 1:
            outset = _outset(passages, day)


# How often an article must come back to a past event for it to be what its story began with,
# how exactly dated that event must be, and how near it may lie.
OUTSET_MENTIONS = 3
OUTSET_DAYS = 31
OUTSET_GAP = 3


def _outset(passages: Sequence[Passage], day: Interval) -> tuple[Interval, EventAnchor] | None:
    """The past event that an article keeps coming back to: what it tells of since then began with it."""
    told: dict[tuple[dt.date, dt.date], list[EventAnchor]] = {}
    for passage in passages:
        for time, note in passage.done.values():
            first, last = time.begin.not_before, time.end.not_after
            if time.kind != "day" or first is None or last is None or day.not_before is None:
                continue
            if (last - first).days < OUTSET_DAYS and (day.not_before - last).days >= OUTSET_GAP:
                told.setdefault((first, last), []).append(note)
    often = sorted(days for days, notes in told.items() if len(notes) >= OUTSET_MENTIONS)
    if not often:
        return None
    note = next((n for n in told[often[0]] if n.kind == "event"), told[often[0]][0])
    return Interval(*often[0]), EventAnchor(kind="event", start=note.start, text=note.text)
