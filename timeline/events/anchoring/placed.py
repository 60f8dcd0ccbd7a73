"""When an event was, what dates it, and the rule that says so; and the times that rules build."""

from __future__ import annotations

from datetime import timedelta
from functools import lru_cache
from typing import NamedTuple

from timeline.edtf import Interval
from timeline.models import Bounds, EventAnchor, EventTime

# What happened, was told or was planned longer ago than this is no news.
NEWS = timedelta(days=31)
_REMEMBERED = 512  # times that are kept: those of a few articles, where many events are of one day


class Placed(NamedTuple):
    """An event's place in time.

    ``rule``: its name in ``tables/events/anchoring.toml``, set where the rule is tried.  ``is_carried``: the expression
    that dates it is told elsewhere, and only carried on to it.
    """

    time: EventTime
    anchor: EventAnchor
    rule: str = ""
    is_carried: bool = False

    def by(self, rule: str) -> Placed:
        """The same as a rule has placed it."""
        return Placed(self.time, self.anchor, rule, self.is_carried)

    @property
    def is_explicit(self) -> bool:
        """Whether an expression told with the event dates it."""
        return self.anchor.kind in ("timex", "table") and not self.is_carried

    @property
    def has_days(self) -> bool:
        """Whether anything bounds its time."""
        return self.time.interval != Interval(None, None)


@lru_cache(maxsize=_REMEMBERED)
def point(interval: Interval) -> EventTime:
    """One day somewhere in an interval."""
    days = _bounds(interval)
    return EventTime(kind="day", begin=days, end=days)


@lru_cache(maxsize=_REMEMBERED)
def stretch(begin: Interval, end: Interval) -> EventTime:
    """From some day of one interval to some day of another."""
    return EventTime(kind="span", begin=_bounds(begin), end=_bounds(end))


def open_stretch(interval: Interval) -> EventTime:
    """Several days somewhere in an interval."""
    return stretch(interval, interval)


def before(interval: Interval) -> Interval:
    """Up to the end of an interval."""
    return Interval(None, interval.not_after)


def after(interval: Interval) -> Interval:
    """From the beginning of an interval."""
    return Interval(interval.not_before, None)


def ongoing(today: Interval) -> EventTime:
    """Begun by a day and not ended before it."""
    return stretch(before(today), after(today))


def within(inner: EventTime, outer: EventTime) -> bool:
    """Tell whether a time lies inside another."""
    return inner.interval.intersect(outer.interval) == inner.interval


def _bounds(interval: Interval) -> Bounds:
    return Bounds(not_before=interval.not_before, not_after=interval.not_after)
