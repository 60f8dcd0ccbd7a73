"""Operations for lengths of time in units of several kinds: "two years and three months"."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.dates.context import Context
from timeline.dates.grain import CLOCK_GRAINS, ORDER, Period, containing
from timeline.dates.grammar import Match
from timeline.dates.meaning import Meaning, approximation, dct_anchor, operation, placed, point_anchor, shifted
from timeline.dates.numbers import number
from timeline.dates.spans import length
from timeline.dates.units import unit_value

_GROUPS = (("n", "u"), ("n2", "u2"), ("n3", "u3"))
# What the grains of a sum can be, coarse to fine.
_SUMMED = ("year", "month", "week", "day", "hour", "minute", "second")


def _parts(match: Match) -> Iterator[tuple[float | None, str]]:
    """Yield the numbers and units as they are told."""
    for count, unit in _GROUPS:
        if match.has(unit):
            dual = "DUAL" in match.group(unit)[0].values
            told = number(match.group(count)) if match.has(count) else 1 + dual
            half = 0.5 if count == "n" and match.has("h") else 0
            yield told if told is None else told + half, unit_value(match, unit)


def _sum(match: Match) -> list[tuple[float, str]] | None:
    """The numbers and units, the coarsest first; None where they make no sum."""
    parts = [(count, unit) for count, unit in _parts(match) if count is not None and unit in _SUMMED]
    parts.sort(key=lambda part: ORDER.index(part[1]))
    units = [unit for _, unit in parts]
    told = sum(match.has(unit) for _, unit in _GROUPS)
    return parts if len(parts) == told == len(set(units)) else None


@operation("joined-duration")
def _joined_duration(match: Match, context: Context) -> Meaning | None:
    """A sum of units as one length ("P2Y3M")."""
    parts = _sum(match)
    if parts is None:
        return None
    days = "".join(length(count, unit)[1:] for count, unit in parts if unit not in CLOCK_GRAINS)
    hours = "".join(length(count, unit)[2:] for count, unit in parts if unit in CLOCK_GRAINS)
    value = f"P{days}" + (f"T{hours}" if hours else "")
    return Meaning("DURATION", value, mod=approximation(match, context))


@operation("joined-ago")
def _joined_ago(match: Match, context: Context) -> Meaning | None:
    """A sum of units counted from the article's day, or with "later" from the one told of; the finest is the grain."""
    parts = _sum(match)
    if parts is None:
        return None
    point = context.last_within("day") if match.has("d") else None
    anchor, day = (point_anchor(point), point.period.start) if point else (dct_anchor(context), context.dct)
    if day is None:
        return placed(None, anchor)
    sign = match.value("d", "EARLIER") or match.rule.params["sign"]
    for count, unit in parts:
        day = shifted(day, unit, sign * count)
    finest = parts[-1][1]
    return placed(Period("day", day) if finest in CLOCK_GRAINS else containing(finest, day), anchor)
