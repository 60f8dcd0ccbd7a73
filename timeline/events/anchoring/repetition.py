"""Coded events told again: one that an earlier event of the article is recognised in takes its time from that."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.anchoring.rules.talks import TOLD_BEFORE
from timeline.models import Event, EventAnchor


def with_repetitions(events: Sequence[Event], text: str) -> list[Event]:
    """Date events told again as they were told first, each with the mode told then where it tells none."""
    found: list[Event] = []
    for event in events:
        found.append(_as_told_first(event, found, text))
    return found


def _as_told_first(event: Event, before: Sequence[Event], text: str) -> Event:
    for name, earlier_of in TOLD_BEFORE:
        first = earlier_of(event, before, text)
        if first is not None:
            anchor = EventAnchor(
                kind="event", start=first.start, text=first.trigger, timexes=first.anchor.expressions[:1]
            )
            told = {"mode": event.mode or first.mode, "time": first.time, "anchor": anchor, "rule": name}
            if event.status != first.status:
                told |= {"status": first.status, "title": first.title}
            return event.model_copy(update=told)
    return event
