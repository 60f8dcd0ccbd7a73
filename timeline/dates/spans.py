"""Operations for lengths of time (DURATION) and repeated times (SET)."""

from __future__ import annotations

from timeline.dates.context import Context
from timeline.dates.grain import CLOCK_GRAINS
from timeline.dates.grammar import Match
from timeline.dates.meaning import Meaning, approximation, operation
from timeline.dates.numbers import number, ordinal

_LETTERS = {
    "second": "S",
    "minute": "M",
    "hour": "H",
    "day": "D",
    "night": "D",
    "weekend": "WE",
    "week": "W",
    "fortnight": "W",
    "month": "M",
    "quarter": "Q",
    "half": "M",
    "year": "Y",
    "decade": "Y",
    "century": "Y",
    "millennium": "Y",
}
_TIMES = {"fortnight": 2, "half": 6, "decade": 10, "century": 100, "millennium": 1000}
_VAGUE_LETTERS = {"decade": "E", "century": "C", "millennium": "L"}
# What half of a unit is in whole smaller ones.
_HALVES = {"hour": ("M", 30), "minute": ("S", 30), "year": ("M", 6), "day": ("TH", 12), "decade": ("Y", 5)}


def length(count: float | None, unit: str) -> str:
    """The TIMEX3 value of a number of units; ``None`` is an unknown number.

    >>> length(2, "week"), length(36, "hour"), length(None, "year"), length(0.5, "hour"), length(2.5, "hour")
    ('P2W', 'PT36H', 'PXY', 'PT30M', 'PT2H30M')
    """
    head = "PT" if unit in CLOCK_GRAINS else "P"
    if count is None:
        return f"{head}X{_VAGUE_LETTERS.get(unit, _LETTERS[unit])}"
    if count == 0.5 and unit in _HALVES:
        letter, amount = _HALVES[unit]
        return f"{head}{'T' * (letter == 'TH')}{amount}{letter[-1]}"
    if unit in ("hour", "minute") and count % 1:
        letter, amount = _HALVES[unit]
        return f"{head}{int(count)}{_LETTERS[unit]}{round(count % 1 * 60)}{letter}"
    total = count * _TIMES.get(unit, 1)
    figures = str(int(total)) if total == int(total) else f"{total:.10g}"
    return f"{head}{figures}{_LETTERS[unit]}"


@operation("duration")
def _duration(match: Match, context: Context) -> Meaning | None:
    unit = str(match.value("u", "UNIT", "UNITS", "LENGTHADJ"))
    tokens = match.group("n")
    count = number(tokens) if tokens else (1.0 if match.rule.name == "unit-long" else None)
    if count is not None and match.has("h"):
        count += 0.5
    if _is_no_length(match, unit) or (count is not None and not 0 < count < 1e7):
        return None
    return Meaning("DURATION", length(count, unit), mod=approximation(match, context))


def _is_no_length(match: Match, unit: str) -> bool:
    """Tell what only looks like a number of units: "the 2024 year", "a second", "three quarters of the voters"."""
    singular = "UNIT" in match.group("u")[0].values
    if singular and match.has("n") and "YEAR" in match.group("n")[0].values:
        return True
    if unit == "second":
        return singular and not _figures(match)  # more often the ordinal
    behind = match.tokens[match.last : match.last + 1]
    return unit == "quarter" and any("PARTITIVE" in token.values for token in behind)


def _figures(match: Match) -> bool:
    return any("INT" in t.values for t in match.group("n")) or "-" in [t.word for t in match.group("n")]


@operation("whole-unit")
def _whole_unit(match: Match, context: Context) -> Meaning | None:
    """ "all day": one unit."""
    return Meaning("DURATION", length(1.0, str(match.value("u", "UNIT"))), mod=approximation(match, context))


@operation("each")
def _each(match: Match, context: Context) -> Meaning | None:
    weekday, month = match.value("w", "WEEKDAY", "SHORTDAY", "DAYPLURAL", "HOUR"), match.value("m", "MONTH")
    if weekday:
        return Meaning("SET", f"XXXX-WXX-{weekday}")
    if month:
        return Meaning("SET", f"XXXX-{month:02}")
    season, part = match.value("s", "SEASON"), match.value("t", "PART", "PARTS")
    if season:
        return Meaning("SET", f"XXXX-{season}")
    if part:
        return Meaning("SET", f"XXXX-XX-XXT{part}")
    if match.has("us"):
        return Meaning("SET", length(number(match.group("n")), str(match.value("us", "UNITS", "UNIT"))))
    return Meaning("SET", length(2.0 if match.has("o") else 1.0, str(match.value("u", "UNIT"))))


@operation("each-date")
def _each_date(match: Match, context: Context) -> Meaning | None:
    """A month or day of every year, a day of every month, a part of every day."""
    every, part = match.value("e", "ADVERB"), match.value("t", "PART")
    month, day = match.value("m", "MONTH", "HOUR"), ordinal(match.group("d"))
    form = {"P1Y": f"XXXX-{month:02}" if month else "", "P1M": "XXXX-XX", "P1D": "XXXX-XX-XX"}.get(every, "")
    if not form or (every == "P1D") != bool(part) or (every == "P1M" and (month or not day)):
        return None
    return Meaning("SET", form + (f"-{day:02}" if day else "") + (f"T{part}" if part else ""))


@operation("every-unit")
def _every_unit(match: Match, context: Context) -> Meaning | None:
    """ "tous les jours": the plural that means each one."""
    return Meaning("SET", length(1.0, str(match.value("u", "UNITS", "UNIT"))))


@operation("weekday-set")
def _weekday_set(match: Match, context: Context) -> Meaning | None:
    token = match.tokens[match.first]
    weekday = token.values.get("WEEKDAYS") or token.values.get("WEEKDAY")
    part = match.tokens[match.last - 1].values.get("PARTS") or match.value("t", "PART")
    return Meaning("SET", f"XXXX-WXX-{weekday}" + (f"T{part}" if part else ""))


@operation("long-word")
def _long_word(match: Match, context: Context) -> Meaning | None:
    return Meaning("DURATION", match.value("w", "LONGWORD"), mod=approximation(match, context))


@operation("adverb-set")
def _adverb_set(match: Match, context: Context) -> Meaning | None:
    return Meaning("SET", match.tokens[match.first].values["ADVERB"])
