"""A length of time before or after a day that is named beside it: "two weeks before May 13, 1999"."""

from __future__ import annotations

import re

from timeline import edtf
from timeline.dates.context import Context
from timeline.dates.grain import OutsideCalendarError, Period, containing
from timeline.dates.meaning import shifted
from timeline.models import Timex

_LENGTH = re.compile(r"P(\d{1,6})([DWMY])\Z")
_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_NEAR = 24  # characters at most between the two
# How fine the result is, by the grain of the day and the unit: a year from a day is no exact day.
_RESULT = {
    ("day", "D"): "day",
    ("day", "W"): "day",
    ("day", "M"): "day",
    ("day", "Y"): "month",
    ("month", "M"): "month",
    ("month", "Y"): "month",
    ("year", "Y"): "year",
}


def counted_from(length: Timex, named: Timex, period: Period, context: Context) -> tuple[Timex, Period] | None:
    """The day or period that both together mean, as one expression; None where they do not belong together."""
    if named.type != "DATE" or not 0 < named.start - length.end <= _NEAR:
        return None
    if any(word in context.cues.uncounted for word in length.text.lower().split()):
        return None
    found = _LENGTH.match(length.length or "")
    sign = _sign(context.text[length.end : named.start], context)
    grain = _RESULT.get((period.grain, found[2])) if found else None
    if found and grain and length.type == "DATE":
        grain = _UNITS[found[2]]  # "the week before Christmas" is a week
    if not found or not sign or grain is None or length.interval != edtf.Interval(None, None):
        return None
    try:
        there = containing(grain, shifted(period.start, _UNITS[found[2]], sign * int(found[1])))
    except OutsideCalendarError:
        return None
    interval = there.interval
    update = {
        "end": named.end,
        "text": context.text[length.start : named.end],
        "type": "DATE",
        "value": there.value,
        "edtf": edtf.format(interval, approximate=length.mod == "APPROX"),
        "not_before": interval.not_before,
        "not_after": interval.not_after,
        "anchor": named.anchor,
        "rule": "units-from-day",
    }
    return length.model_copy(update=update), there


def _sign(between: str, context: Context) -> int:
    words = " ".join(between.lower().split())
    return -1 if words in context.cues.days_before else 1 if words in context.cues.days_after else 0
