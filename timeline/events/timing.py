"""When the events of one article happened: its sentences read twice, so that a date told anywhere counts everywhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from timeline.events import running
from timeline.events.anchor import anchor
from timeline.events.ground import Ground, Seen
from timeline.events.linked import remember
from timeline.events.same import Known

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from timeline.edtf import Interval
    from timeline.events.attach import Attached
    from timeline.models import EventAnchor, EventTime


@dataclass(slots=True)
class Passage:
    """One sentence as the dating sees it: its events from the top of the tree down, and where it stands.

    ``silent``: words that are no event of the article and only date others; ``opens``: it begins a paragraph.
    """

    doc: Doc
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
    for last in (False, True):
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
                calendar=frozenset(n for a in passage.attached for n in range(a.first, a.end)),
            )
            for seen in passage.seen:
                time, note = anchor(seen, passage.attached, ground)
                ground.done[seen.token.i] = (time, note)
                if seen.token.i not in passage.silent and not last:
                    remember(ground, seen, time, note)
            for index in passage.silent:
                ground.done.pop(index, None)
            running.move_on(passage.doc, ground)
            narrative = ground.narrative
            passage.done = ground.done
