"""Which mentions of different articles may tell one event, as far as their days and words tell from afar.

To compare two mentions, both their articles must be at hand.  What is kept here of a mention is small, and rules most
pairs out: nothing that ``match`` takes for one event may be ruled out.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import NamedTuple

from timeline.edtf import Interval
from timeline.merge.record import Record
from timeline.merge.stages import stage
from timeline.merge.table import section


class Reach(NamedTuple):
    """When a mention's event was, from ``first`` to ``last``; ``day``: its article's.

    ``word``: the stem of its trigger; ``stage``: what may be another stage of an event, None where that is no matter;
    ``once``: whether a stretch of time is enough to bind it; ``earliest``, ``latest``: the first and last day of its
    time and its article together, as ordinals.
    """

    first: date | None
    last: date | None
    day: date | None
    word: str
    stage: str | None
    once: bool
    earliest: int
    latest: int

    @classmethod
    def of(  # noqa: PLR0913 - all that is asked of a mention
        cls, first: date | None, last: date | None, day: date | None, word: str, stage: str | None, *, once: bool
    ) -> Reach:
        """Make one."""
        earliest = 0 if first is None or day is None else min(first, day).toordinal()
        latest = date.max.toordinal() if last is None or day is None else max(last, day).toordinal()
        return cls(first, last, day, word, stage, once, earliest, latest)


def reach(record: Record) -> Reach:
    """What rules out most other mentions."""
    first, last = record.times
    staged = record.type in section("stages")["types"]
    once = record.type in section("timeless")["once"]
    told = stage(record.event.status) if staged else None
    return Reach.of(first, last, record.dct.not_before, record.stem, told, once=once)


def may_meet(one: Reach, other: Reach) -> bool:
    """Tell whether two mentions of different articles may tell one event."""
    if one.stage != other.stage and one.stage is not None and other.stage is not None:
        return True  # a plan and what came of it need no day in common
    if one.earliest > other.latest + _gap() or other.earliest > one.latest + _gap():
        return False  # most are ruled out by this alone
    if one.word != other.word and _binds_nothing(one, other):
        return False
    begin_alike = one.first is not None and one.first == other.first
    if None in (_of(one).days, _of(other).days) and not begin_alike and _of(one) != _of(other):
        return _are_near(one, other)
    times, days = [_of(one), _of(other)], [Interval(told.day, told.day) for told in (one, other)]
    return _meet(*times) or _meet(days[0], times[1]) or _meet(days[1], times[0]) or _meet(*days)


def _binds_nothing(one: Reach, other: Reach) -> bool:
    """Tell whether a time is too open or long to bind two mentions that are told in different words."""
    lengths = [_of(one).days, _of(other).days]
    if None not in lengths and (one.once or other.once):
        return False
    if one.first is not None and one.first == other.first:
        return False  # "closed on Tuesday" and "closed since Tuesday"
    longest = int(section("timeless")["longest"])
    return any(length is None or length > longest for length in lengths)


def _are_near(one: Reach, other: Reach) -> bool:
    """Tell whether two articles are near enough for what no day binds."""
    longest = max(int(section("timeless")["apart"]), int(section("copies")["days"]))
    return one.day is not None and other.day is not None and abs((one.day - other.day).days) <= longest


def _of(one: Reach) -> Interval:
    return Interval(one.first, one.last)


def _meet(ones: Interval, others: Interval) -> bool:
    """Tell whether two stretches have a day in common, or few lie between them."""
    if ones.intersect(others) is not None:
        return True
    earlier, later = (ones, others) if _ends_before(ones, others) else (others, ones)
    return (
        earlier.not_after is None or later.not_before is None or (later.not_before - earlier.not_after).days <= _gap()
    )


def _ends_before(ones: Interval, others: Interval) -> bool:
    return ones.not_after is not None and others.not_before is not None and ones.not_after < others.not_before


@cache
def _gap() -> int:
    """The most days that may lie between what two articles tell of one event."""
    time = section("time")
    return 1 + max(
        int(time["gap"]), int(time["disagree"]), int(section("reported")["days"]), int(section("copies")["days"])
    )
