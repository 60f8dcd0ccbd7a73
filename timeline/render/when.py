"""What is known of an event's time becomes a kind, a place in the order of time, and English words.

The words serve the list that is written without scripts; ``static/time.js`` says the same in the reader's language.
"""

from __future__ import annotations

import json
from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple, get_args

from timeline.models import Bounds, EventTime, MergedEvent

Kind = Literal["point", "within", "interval", "fuzzy", "before", "after", "undated"]
KINDS: tuple[Kind, ...] = get_args(Kind)

# Not calendar.month_name, which follows the locale of the process.
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def label(group: str, code: str) -> str:
    """Return the English label of a code, or the code where the ontology has grown."""
    return messages().get(f"{group}.{code}", code)


@cache
def messages(language: str = "en") -> Mapping[str, str]:
    """Read the interface texts of a language."""
    path = files("timeline.render") / "static" / f"messages.{language}.json"
    texts: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    return texts


def say(key: str, **values: object) -> str:
    """Fill an English interface text."""
    return messages()[key].format(**values)


def kind(time: EventTime) -> Kind:
    """Tell how an event's time is known.

    ``point``: one day; ``within``: one unknown day of a stretch; ``interval``: begin and end known to the day;
    ``fuzzy``: begin or end is not; ``before`` and ``after``: one side is open; ``undated``: nothing is known.
    """
    if time.kind == "span":
        if position(time) is None:
            return "undated"
        return "interval" if time.begin.interval.days == time.end.interval.days == 1 else "fuzzy"
    low, high = time.interval
    if low is None:
        return "before" if high else "undated"
    if high is None:
        return "after"
    return "point" if low == high else "within"


def position(time: EventTime) -> date | None:
    """Return the day by which the event is put in order: the earliest known bound, None where there is none."""
    return time.begin.not_before or min((day for day in bounds(time) if day is not None), default=None)


def order(event: MergedEvent) -> tuple[bool, date, date, str]:
    """Return by what events are put in order of time, those without a day last."""
    place = position(event.time)
    return place is None, place or date.max, event.time.interval.not_after or date.max, event.id


def bounds(time: EventTime) -> tuple[date | None, date | None, date | None, date | None]:
    """Return the first and last day of the begin, then of the end; None is open."""
    return (*time.begin.interval, *time.end.interval)


def day_words(day: date, weekday: bool = True) -> str:
    """Write a day out.

    >>> day_words(date(2024, 11, 7))
    'Thursday 7 November 2024'
    """
    words = f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
    return f"{_WEEKDAYS[day.weekday()]} {words}" if weekday else words


def grain(low: date, high: date) -> tuple[str, bool] | None:
    """Return the largest of decade, year and month that the days begin and end with, and whether they are just one.

    >>> grain(date(1990, 1, 1), date(1999, 12, 31))
    ('decade', True)
    >>> grain(date(2025, 3, 1), date(2025, 5, 31))
    ('month', False)
    """
    if low.day != 1 or high.day != monthrange(high.year, high.month)[1]:
        return None
    if (low.month, high.month) == (1, 12):
        return ("decade", True) if low.year % 10 == 0 and high.year == low.year + 9 else ("year", low.year == high.year)
    return "month", (low.year, low.month) == (high.year, high.month)


class _Going(NamedTuple):
    """What goes on when its day is told: the message that says so, and the days of which that is known."""

    kind: Literal["since", "on", "between", "least"]
    first: date
    last: date


def _going(time: EventTime) -> _Going | None:
    low, begun, seen, high = bounds(time)
    if begun is None or seen is None or high not in (None, seen):
        return None
    if low is not None:
        return _Going("since", low, seen) if low == begun < seen and high is None else None
    if begun == seen or (high is not None and begun > seen):
        return _Going("on", seen, seen)
    if high is not None:
        return None
    return _Going("between", seen, begun) if begun > seen else _Going("least", begun, seen)


def words(time: EventTime) -> str:
    """Say when, in a sentence's words.

    >>> low, high = Bounds(not_before=date(2024, 10, 1)), Bounds(not_after=date(2024, 10, 31))
    >>> month = Bounds(not_before=date(2024, 10, 1), not_after=date(2024, 10, 31))
    >>> words(EventTime(kind="day", begin=month, end=month))
    'some time in October 2024'
    """
    low, high = time.interval
    what = kind(time)
    if what == "undated":
        return say("time.undated")
    if what == "fuzzy":
        return _lasting(time)
    if low and high and what in ("within", "interval"):
        return _within(low, high) if what == "within" else say("time.interval", **_days(low, high))
    # Known by one day: it, or the only side that is not open.
    return say(f"time.{what}", day=day_words(low or high or date.max))


def _lasting(time: EventTime) -> str:
    going = _going(time)
    if going is None:
        return say("time.join", first=say("time.began", when=_side(time.begin)), second=_end(time.end))
    if going.kind == "between":
        return say("time.going.between", **_days(going.first, going.last))
    first, last = (day_words(day, weekday=False) for day in going[1:])
    return say(f"time.going.{going.kind}", **{"from": first, "to": last})


def _within(low: date, high: date) -> str:
    size, one = grain(low, high) or (None, False)
    if size == "decade":
        return say("time.decade", decade=low.year)
    if size == "year":
        return say("time.year", year=low.year) if one else say("time.stretch", **{"from": low.year, "to": high.year})
    if size == "month" and one:
        return say("time.month", month=_month(high, whole=True))
    if size == "month":
        return say("time.stretch", **{"from": _month(low, whole=low.year != high.year), "to": _month(high, whole=True)})
    return say("time.between", **_days(low, high))


def _month(day: date, *, whole: bool) -> str:
    return f"{_MONTHS[day.month - 1]} {day.year}" if whole else _MONTHS[day.month - 1]


def _days(low: date, high: date, letters: int | None = None) -> dict[str, str]:
    """Two days of a stretch, their months cut to some letters; what both share is said once."""
    parts = [str(low.day), _MONTHS[low.month - 1][:letters], str(low.year)]
    same = 1 if (low.year, low.month) == (high.year, high.month) else 2 if low.year == high.year else 3
    return {"from": " ".join(parts[:same]), "to": f"{high.day} {_MONTHS[high.month - 1][:letters]} {high.year}"}


def short(time: EventTime) -> str:
    """Say when in the few words that a list has room for.

    >>> one = Bounds(not_before=date(2024, 11, 7))
    >>> short(EventTime(kind="day", begin=one, end=one))
    'from 7 Nov 2024'
    """
    low, high = time.interval
    what = kind(time)
    going = _going(time) if what == "fuzzy" else None
    if going:
        return _short_going(going)
    if low and high:
        return _short_stretch(low, high, what)
    if low:
        return say("short.after", day=_brief(low))
    if high:
        return say("short.before", day=_brief(high))
    inner = position(time)
    return say("short.undated") if inner is None else say("short.about", range=_brief(inner))


def _short_going(going: _Going) -> str:
    if going.kind == "since":
        return say("short.since", day=_brief(going.first))
    return say("short.going", range=_range(going.first, going.last))


def _range(low: date, high: date) -> str:
    return _brief(low) if low == high else say("short.range", **_days(low, high, 3))


def _short_stretch(low: date, high: date, what: Kind) -> str:
    if low == high:
        return _brief(low)
    if what != "within":
        return _range(low, high) if what == "interval" else say("short.about", range=_range(low, high))
    size, one = grain(low, high) or (None, False)
    if size == "decade":
        return say("short.decade", decade=low.year)
    if size == "year":
        return str(low.year) if one else say("short.between", **{"from": low.year, "to": high.year})
    if size == "month":
        last = f"{_MONTHS[high.month - 1][:3]} {high.year}"
        first = _MONTHS[low.month - 1][:3] + (f" {low.year}" if low.year != high.year else "")
        return last if one else say("short.between", **{"from": first, "to": last})
    return say("short.between", **_days(low, high, 3))


def _brief(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1][:3]} {day.year}"


def _end(end: Bounds) -> str:
    if end.not_before is not None and end.not_before == end.not_after:
        return say("time.seen", day=day_words(end.not_before, weekday=False))  # not known to have ended then
    return say("time.ended", when=_side(end))


def _side(bounds: Bounds) -> str:
    low, high = bounds.not_before, bounds.not_after
    if low is not None and low == high:
        return say("time.side.on", day=day_words(low, weekday=False))
    if low is not None and high is not None:
        return say("time.side.between", **_days(low, high))
    if high is not None:
        return say("time.side.before", day=day_words(high, weekday=False))
    if low is not None:
        return say("time.side.after", day=day_words(low, weekday=False))
    return say("time.side.unknown")
