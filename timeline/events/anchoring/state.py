"""What is known of time where an event is told, and the times built from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from timeline.edtf import Interval
from timeline.events.anchoring.same_event import Known
from timeline.events.parse.word import Word
from timeline.models import Bounds, EventAnchor, EventTime

if TYPE_CHECKING:
    from timeline.events.parse.timeml import Reading


@dataclass(slots=True)
class Ground:
    """What is known of time in an article when a sentence is reached.

    ``day``: the DCT; ``running``: the day the story runs on; ``done``: times of the sentence's words so far;
    ``calendar``: the words of temporal expressions; ``heading``: the date that heads the passage ("March 2003.").
    """

    day: Interval
    running: Interval
    running_start: int | None = None
    done: dict[int, tuple[EventTime, EventAnchor]] = field(default_factory=dict)
    headline: bool = False
    lead: bool = False
    looks_back: bool = False
    narrative: tuple[EventTime, EventAnchor] | None = None
    heading: tuple[EventTime, EventAnchor] | None = None
    known: Known = field(default_factory=Known)
    calendar: frozenset[int] = frozenset()
    outset: tuple[Interval, EventAnchor] | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """An event mention as the anchoring rules see it."""

    token: Word
    pivot: Word
    reading: Reading
    status: str
    kind: str | None


def point(interval: Interval) -> EventTime:
    """One day somewhere in an interval."""
    bounds = Bounds(not_before=interval.not_before, not_after=interval.not_after)
    return EventTime(kind="day", begin=bounds, end=bounds)


def stretch(begin: Interval, end: Interval) -> EventTime:
    """From some day of one interval to some day of another."""
    return EventTime(
        kind="span",
        begin=Bounds(not_before=begin.not_before, not_after=begin.not_after),
        end=Bounds(not_before=end.not_before, not_after=end.not_after),
    )


def before(interval: Interval) -> Interval:
    """Up to the end of an interval."""
    return Interval(None, interval.not_after)


def after(interval: Interval) -> Interval:
    """From the beginning of an interval."""
    return Interval(interval.not_before, None)


def running_note(ground: Ground) -> EventAnchor:
    """The anchor of what is dated by the day the story runs on."""
    if ground.running_start is not None:
        return EventAnchor(kind="timex", start=ground.running_start)
    return EventAnchor(kind="dct")
