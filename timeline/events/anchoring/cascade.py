"""When an event happened: an interval with honest bounds, and what dates it."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.anchoring.distance import by_distance
from timeline.events.anchoring.other_event import exacter, from_words, told_again
from timeline.events.anchoring.own_timex import from_timexes, held_for, own
from timeline.events.anchoring.state import Ground, Seen
from timeline.events.anchoring.tense import by_tense
from timeline.events.parse.attach import Attached
from timeline.models import EventAnchor, EventTime


def anchor(seen: Seen, attached: Sequence[Attached], ground: Ground) -> tuple[EventTime, EventAnchor]:
    """Date an event by the strongest evidence in its sentence, else by tense against the DCT."""
    mine = own(seen, attached, ground.day)
    apart = by_distance(seen, attached, ground)
    if apart is not None and all(a.marker in ("after", "before") for a in mine):
        return apart  # "two days after the vote on 12 December" is the 14th
    if mine:
        placed = from_timexes(seen, mine, attached, ground)
        if placed is not None:
            return exacter(seen, placed, ground)
    held = held_for(seen, attached, ground)
    if held is not None:
        return held
    again = told_again(seen, ground)
    if again is not None:
        return again
    linked = from_words(seen, attached, ground)
    if linked is not None:
        return linked
    return by_tense(seen, ground)
