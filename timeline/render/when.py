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
from typing import Literal, get_args

from timeline.models import Bounds, EventTime

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
    return next((day for day in bounds(time) if day is not None), None)


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


def month_of(low: date, high: date) -> bool:
    """Tell whether the days are exactly one month."""
    return (low.year, low.month, low.day) == (high.year, high.month, 1) and high.day == monthrange(low.year, low.month)[
        1
    ]


def year_of(low: date, high: date) -> bool:
    """Tell whether the days are exactly one year."""
    return (low.year, low.month, low.day, high.month, high.day) == (high.year, 1, 1, 12, 31)


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
        return say("time.join", first=say("time.began", when=_side(time.begin)), second=_end(time.end))
    if low and high and what in ("within", "interval"):
        return _stretch(low, high, what)
    # Known by one day: it, or the only side that is not open.
    return say(f"time.{what}", day=day_words(low or high or date.max))


def _stretch(low: date, high: date, what: Kind) -> str:
    if what == "within" and year_of(low, high):
        return say("time.year", year=low.year)
    if what == "within" and month_of(low, high):
        return say("time.month", month=f"{_MONTHS[low.month - 1]} {low.year}")
    key = "time.interval" if what == "interval" else "time.between"
    return say(key, **{"from": day_words(low, weekday=False), "to": day_words(high, weekday=False)})


def short(time: EventTime) -> str:
    """Say when in the few letters that a list has room for.

    >>> one = Bounds(not_before=date(2024, 11, 7))
    >>> short(EventTime(kind="day", begin=one, end=one))
    '≥ 7 Nov 2024'
    """
    low, high = time.interval
    if low and high:
        return _short_stretch(low, high, kind(time))
    if low:
        return say("short.after", day=_brief(low))
    if high:
        return say("short.before", day=_brief(high))
    inner = position(time)
    return say("short.undated") if inner is None else f"~ {_brief(inner)}"


def _short_stretch(low: date, high: date, what: Kind) -> str:
    if low == high:
        return _brief(low)
    if what == "within" and year_of(low, high):
        return str(low.year)
    if what == "within" and month_of(low, high):
        return f"{_MONTHS[low.month - 1][:3]} {low.year}"
    return say("short.range", **{"from": _brief(low), "to": _brief(high)})


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
        span = {"from": day_words(low, weekday=False), "to": day_words(high, weekday=False)}
        return say("time.side.between", **span)
    if high is not None:
        return say("time.side.before", day=day_words(high, weekday=False))
    if low is not None:
        return say("time.side.after", day=day_words(low, weekday=False))
    return say("time.side.unknown")
