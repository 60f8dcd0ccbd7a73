"""The entries that a journalist would write: the most important ones, one a day, spread over the story."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from math import ceil, log

from timeline.models import MergedEvent
from timeline.story.table import table


def key(events: Sequence[MergedEvent], number: int) -> list[MergedEvent]:
    """Choose so many of the events, the most important first.

    Events of one known day come first, one for each day; another of the same day, or one that is not of one day, only
    where there are too few of them.  Of two of the same importance the one is taken that lies farther from those taken.
    """
    ordered = sorted(events, key=lambda event: (-event.importance, event.id))
    by_day: dict[date, MergedEvent] = {}
    for event in ordered:
        day = event.time.interval.only_day
        if day is not None:
            by_day.setdefault(day, event)
    first = list(_spread(by_day, number))
    taken = {event.id for event in first}
    rest = [event for event in ordered if event.id not in taken]
    return [*first, *rest[: number - len(first)]]


def _spread(by_day: Mapping[date, MergedEvent], number: int) -> Iterator[MergedEvent]:
    """Take the best one again and again; each one taken makes those of the days around it less wanted."""
    wanted = {day: _odds(event.importance) for day, event in by_day.items()}
    near, cost = _near(wanted, number), float(table("spread")["cost"])
    while wanted and number > 0:
        best = min(wanted, key=lambda day: (-wanted[day], day))
        del wanted[best]
        number -= 1
        yield by_day[best]
        for day in wanted:
            if abs((day - best).days) <= near:
                wanted[day] -= cost


def _near(wanted: Mapping[date, float], number: int) -> float:
    """How many days count as near: a share of those between two entries, were they spread evenly.

    Where most of the wanted days lie is the story: neither a reminder of long ago nor a plan makes it longer.
    """
    rows = table("spread")
    best = sorted(wanted, key=lambda day: (-wanted[day], day))[: number * int(rows["candidates"])]
    days = sorted(day.toordinal() for day in best)
    if not days:
        return 0.0
    edge = min(ceil(len(days) * float(rows["outside"]) / 2), (len(days) - 1) // 2)
    length = (days[-1 - edge] - days[edge]) / (1 - 2 * edge / len(days))
    return max(float(rows["least"]), length / number * float(rows["near"]))


def _odds(importance: float) -> float:
    bounded = min(max(importance, 1e-9), 1 - 1e-9)
    return log(bounded / (1 - bounded))
