"""Operations for times of day."""

from __future__ import annotations

import re

from timeline.dates.context import Context
from timeline.dates.days import day_told, with_part
from timeline.dates.grain import Period, containing, step
from timeline.dates.grammar import Match
from timeline.dates.meaning import NO_ANCHOR, Meaning, dct_anchor, make_day, nearest_year, operation, placed
from timeline.dates.plain import day_near
from timeline.dates.weekdays import weekday_near
from timeline.edtf import day as one_day
from timeline.models import TimexAnchor

_NIGHT, _NOON = 6, 4  # hours from which "at night" is before midnight, up to which "at noon" is after noon


def _day_of(match: Match, context: Context) -> tuple[Period | None, TimexAnchor]:
    """The day that the expression names, else the one told of."""
    dct = context.dct
    anchor = dct_anchor(context)
    weekday, steps, month = match.value("w", "WEEKDAY", "HOUR"), _steps(match), match.value("m", "MONTH", "HOUR")
    if weekday and dct:
        day, anchor, _ = weekday_near(match, context, dct, weekday)
        return Period("day", day), anchor
    if steps is not None and dct:
        return step(containing("day", dct), steps), anchor
    if month:
        return _day_of_month(match, context, month), NO_ANCHOR if match.has("yr") else anchor
    if match.has("d"):
        return day_near(match, context), anchor
    if weekday or steps is not None:
        return None, anchor
    return day_told(context)


def _steps(match: Match) -> int | None:
    """Days from the article's to the one that a word names: "yesterday", "昨夜"."""
    word = match.value("y", "PARTWORD")
    steps: int | None = word[0] if word else match.value("y", "TODAY")
    return steps


def _day_of_month(match: Match, context: Context, month: int) -> Period | None:
    """The day in the year that is named, else in the one that fits the tense best."""
    year, number = match.value("yr", "YEAR"), match.value("d", "DAY", "DAYTH", "DAYWORD")
    if year is None and context.dct:
        year = nearest_year(month, number, context.dct, context.direction(match.tokens, match.first, match.last))
    found = make_day(year, month, number) if year else None
    return Period("day", found) if found else None


def _timed(day: Period | None, anchor: TimexAnchor, clock: str, zone: str, mod: str | None = None) -> Meaning:
    if day is None:
        return Meaning("TIME", None, anchor=anchor)
    return Meaning("TIME", f"{day.value}T{clock}{zone}", one_day(day.start), mod, anchor, day)


def _figures(match: Match) -> list[int]:
    """Hours and minutes as written: "14:05", "14h05", "14.05", "1405", or hours with minutes or a half after them."""
    token = match.group("c")[0]
    if "TEXT" in token.values:
        hours, *rest = (int(part) for part in re.split(r"[:.hH]", token.values["TEXT"]) if part)
        return [hours, *(rest or [0])]
    if len(token.word) == 4 and token.word.isdecimal():
        return [int(token.word[:2]), int(token.word[2:])]
    hours = next((token.values[name] for name in ("HOUR", "SMALL", "CARD", "HOURNAME") if name in token.values), 99)
    return [int(hours), 30 if match.has("hf") else match.value("mi", "SMALL") or 0]


def _moved(match: Match, parts: list[int]) -> list[int]:
    """A quarter past (``qa``) or to (``qb``) the hour, or half of the one that leads to it (``hb``: "halb neun")."""
    minutes = 15 * match.has("qa") - 15 * match.has("qb") - 30 * match.has("hb")
    return [*divmod(parts[0] * 60 + parts[1] + minutes, 60)] if minutes else parts


def _half_of(part: str | None, hours: int) -> str | None:
    """The half of the day that a word for a part of it tells: "2 at night" is before noon, "11 at night" is not."""
    after_noon = part in ("AF", "EV") or (part == "NI" and hours >= _NIGHT) or (part == "MI" and hours < _NOON)
    return "pm" if after_noon and hours < 12 else "am" if part == "MO" and hours <= 12 else None


@operation("clock")
def _clock(match: Match, context: Context) -> Meaning | None:
    parts = _moved(match, _figures(match))
    told = match.value("t", "PART") or (match.value("y", "PARTWORD") or (0, None))[1]
    half = match.value("h", "AMPM") or _half_of(told, parts[0])
    if half and not 0 <= parts[0] <= 12:
        return None
    if half:
        parts[0] = parts[0] % 12 + (12 if half == "pm" else 0)
    if parts[0] > 24 or any(part > 59 for part in parts[1:]):
        return None
    day, anchor = _day_of(match, context)
    clock = ":".join(f"{part:02}" for part in parts)
    if day is not None and _over_midnight(match, context, clock):
        day = step(day, 1)
    context.last_clock = match.tokens[match.last - 1].end, clock
    return _timed(day, anchor, clock, match.value("z", "ZONE") or "")


def _over_midnight(match: Match, context: Context, clock: str) -> bool:
    """Tell whether this ends a range that began later in the day: "9 p.m. to 2 a.m."."""
    if context.last_clock is None or any(match.has(group) for group in ("w", "y", "m", "d")):
        return False
    end, earlier = context.last_clock
    between = context.text[end : match.tokens[match.first].start].strip().lower()
    return between in context.cues.ranging and clock <= earlier


@operation("noon")
def _noon(match: Match, context: Context) -> Meaning | None:
    day, anchor = _day_of(match, context)
    return _timed(day, anchor, match.value("n", "NOON"), "")


@operation("part-of-day")
def _part_of_day(match: Match, context: Context) -> Meaning | None:
    day, anchor = _day_of(match, context)
    return with_part(placed(day, anchor), match.rule.params.get("part") or match.value("t", "PART"))
