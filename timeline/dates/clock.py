"""Operations for times of day."""

from __future__ import annotations

from timeline.dates.context import Context
from timeline.dates.days import day_told, with_part
from timeline.dates.grain import Period, containing, move_days, step
from timeline.dates.grammar import Match
from timeline.dates.meaning import NO_ANCHOR, Meaning, dct_anchor, make_day, nearest_year, operation, placed
from timeline.edtf import day as one_day
from timeline.models import TimexAnchor


def _day_of(match: Match, context: Context) -> tuple[Period | None, TimexAnchor]:
    """The day that the expression names, else the one told of."""
    dct = context.dct
    anchor = dct_anchor(context)
    weekday, steps, month = match.value("w", "WEEKDAY"), match.value("y", "TODAY"), match.value("m", "MONTH")
    if weekday and dct:
        back = (dct.isoweekday() - weekday) % 7
        ahead = context.direction(match.tokens, match.first, match.last) == "future"
        return Period("day", move_days(dct, 7 - back if ahead else -back)), anchor
    if steps is not None and dct:
        return step(containing("day", dct), steps), anchor
    if month:
        year = match.value("yr", "YEAR")
        number = match.value("d", "DAY", "DAYTH")
        if year is None and dct:
            year = nearest_year(month, number, dct, context.direction(match.tokens, match.first, match.last))
        found = make_day(year, month, number) if year else None
        return (Period("day", found) if found else None), NO_ANCHOR if match.has("yr") else anchor
    if weekday or steps is not None:
        return None, anchor
    return day_told(context)


def _timed(day: Period | None, anchor: TimexAnchor, clock: str, zone: str, mod: str | None = None) -> Meaning:
    if day is None:
        return Meaning("TIME", None, anchor=anchor)
    return Meaning("TIME", f"{day.value}T{clock}{zone}", one_day(day.start), mod, anchor, day)


@operation("clock")
def _clock(match: Match, context: Context) -> Meaning | None:
    token = match.group("c")[0]
    half = match.value("h", "AMPM")
    if "TEXT" in token.values:
        parts = [int(part) for part in token.word.split(":")]
    elif len(token.word) == 4 and token.word.isdecimal():
        parts = [int(token.word[:2]), int(token.word[2:])]
    else:
        parts = [int(token.values.get("HOUR", token.values.get("CARD", 99))), 0]
    if match.value("t", "PART") in ("AF", "EV", "NI") and not half and parts[0] < 12:
        half = "pm"
    if half and not 1 <= parts[0] <= 12:
        return None
    if half:
        parts[0] = parts[0] % 12 + (12 if half == "pm" else 0)
    if parts[0] > 24 or any(part > 59 for part in parts[1:]):
        return None
    day, anchor = _day_of(match, context)
    return _timed(day, anchor, ":".join(f"{part:02}" for part in parts), match.value("z", "ZONE") or "")


@operation("noon")
def _noon(match: Match, context: Context) -> Meaning | None:
    day, anchor = _day_of(match, context)
    return _timed(day, anchor, match.value("n", "NOON"), "")


@operation("part-of-day")
def _part_of_day(match: Match, context: Context) -> Meaning | None:
    day, anchor = _day_of(match, context)
    return with_part(placed(day, anchor), match.rule.params.get("part") or match.value("t", "PART"))
