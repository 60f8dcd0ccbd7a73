"""What an expression beside a known day tells of the article: "last month" said of 27 October is said in November."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from timeline.dating.words import limit, table
from timeline.edtf import Interval, month, shift_days, shift_months, year
from timeline.models import Timex

_WEEKDAY = "XXXX-WXX-"
_APART = 45  # characters between the words for an event and its date


def beside(start: int, end: int, timexes: Iterable[Timex]) -> Timex | None:
    """Return the expression nearest to a stretch of text, None where none is near."""
    near = [
        (min(abs(timex.start - end), abs(start - timex.end)), timex.start, timex)
        for timex in timexes
        if timex.end <= start or timex.start >= end
    ]
    distance, _, timex = min(near, key=lambda one: one[:2], default=(_APART, 0, None))
    return timex if distance < _APART else None


def weekday(timex: Timex) -> int:
    """ISO number of an unresolved weekday, 0 for anything else."""
    number = (timex.value or "").removeprefix(_WEEKDAY)[:1]
    found = timex.type in ("DATE", "TIME") and (timex.value or "").startswith(_WEEKDAY) and number.isdigit()
    return int(number) if found else 0


def article_days(timex: Timex, event: Interval, past: bool) -> Interval | None:
    """Days on which an article can call the day of an event by an expression."""
    first, last = event
    if first is None or last is None:
        return None
    relative = table("relative").get(" ".join(timex.text.lower().split()))
    if relative:
        return _steps_away(str(relative[0]), -int(relative[1]), first, last)
    value = timex.value or ""
    away = int(limit("yearless_days"))
    if number := weekday(timex):
        if number not in (first.isoweekday(), last.isoweekday()):
            return None
        return Interval(first, shift_days(last, 6)) if past else Interval(shift_days(first, -6), last)
    if value.startswith("XXXX-") and f"{first:%m-%d}".startswith(value[5:10]):
        return Interval(first if past else shift_days(first, -away), shift_days(last, away) if past else last)
    return None


def _steps_away(grain: str, steps: int, first: date, last: date) -> Interval:
    if grain == "year":
        return Interval(year(first.year + steps).not_before, year(last.year + steps).not_after)
    if grain == "month":
        low, high = shift_months(first.replace(day=1), steps), shift_months(last.replace(day=1), steps)
        return month(low.year, low.month).hull(month(high.year, high.month))
    monday = first - timedelta(days=first.weekday())
    return Interval(shift_days(monday, 7 * steps), shift_days(monday, 7 * steps + 6))
