"""Years: by their figures or words, beside a day or alone, decades and centuries."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from timeline.dates.context import Context
from timeline.dates.counts import counts, is_numbered
from timeline.dates.grain import Period, containing, step
from timeline.dates.grammar import Match
from timeline.dates.meaning import (
    Meaning,
    approximation,
    dct_anchor,
    modifier,
    operation,
    placed,
    point_anchor,
)
from timeline.dates.numbers import ordinal, spoken_year
from timeline.dates.numerals import in_ascii
from timeline.dates.tokens import Token
from timeline.models import TimexAnchor

_LAST_SPOKEN = 2999
_HALF = 50  # without a DCT two-figure years from this one on belong to 19xx
_AHEAD = 20  # years: the pivot, how far ahead of the DCT a two-figure year may lie


def full_year(number: int, dct: date | None) -> int:
    """Century of a two-figure year: at most 20 years ahead of the DCT, else past; without one 1950 to 2049.

    >>> full_year(98, date(2024, 1, 1)), full_year(26, date(2024, 1, 1)), full_year(45, date(2024, 1, 1))
    (1998, 2026, 1945)
    """
    if dct is None:
        return number + (1900 if number >= _HALF else 2000)
    base = dct.year // 100 * 100
    year = base + number
    return year - 100 if year > dct.year + _AHEAD else year + 100 if year <= dct.year + _AHEAD - 100 else year


def year_of(match: Match, context: Context, group: str = "y") -> int | None:
    """The year that a group names, in figures or words."""
    tokens = match.group(group)
    if not tokens:
        return None
    values = tokens[0].values
    for name in ("YEAR", "FARYEAR", "OLDYEAR"):
        if name in values:
            return int(values[name])
    if "TEXT" in values:
        return full_year(int(tokens[0].word[1:3]), context.dct)
    if "TWO" in values:
        return full_year(int(values["TWO"]), context.dct)
    return spoken_year(tokens)


def year_in_words(tokens: Sequence[Token]) -> int | None:
    """The year that thousands, hundreds and what is added to them make; None where they make none.

    "mil novecientos cuarenta y cinco" is 1945, "mille neuf cent un" 1901.
    """
    total, current = 0, 0
    for token in tokens:
        thousands, part = token.values.get("THOUSAND"), token.values.get("YEARPART", token.values.get("CARD"))
        if thousands:
            total, current = max(current, 1) * thousands, 0
        elif part == 100:
            current = max(current, 1) * 100
        elif part:
            current += int(part)
    return total + current if 1000 <= total + current <= _LAST_SPOKEN else None


@operation("short-year")
def _short_year(match: Match, context: Context) -> Meaning | None:
    """A year in two figures; only nought before the other tells it from a length ("08年"), or the rule is ``sure``."""
    figures = in_ascii(match.group("y")[0].word)
    if not figures.isascii() or not (figures.startswith("0") or match.rule.params.get("sure")):
        return None
    return placed(Period("year", date(full_year(int(figures), context.dct), 1, 1)), mod=modifier(match))


def relative_year(match: Match, context: Context, group: str = "r") -> tuple[int | None, TimexAnchor]:
    """The year that "last", "this", "next", "that" year is, and what it hangs on."""
    steps = match.steps(group)
    if steps is None:
        steps = dict([match.value(group, "WHOLE")]).get("year", 0)  # "去年" is a year and its steps in one word
    if match.relation(group) in ("THAT", "PREVIOUS", "FOLLOWING"):
        point = context.last_within("year")
        if point:
            return step(containing("year", point.period.start), steps).start.year, point_anchor(point)
    if context.dct is None:
        return None, dct_anchor(context)
    return step(containing("year", context.dct), steps).start.year, dct_anchor(context)


@operation("year")
def plain_year(match: Match, context: Context) -> Meaning | None:
    """Read a year by itself."""
    year = year_of(match, context)
    if year is None or not 1 <= year <= 9999 or _of_no_day(match):
        return None
    if counts(match, context) or _is_of_a_number(match, context):
        return None
    return placed(Period("year", date(year, 1, 1)), mod=modifier(match) or approximation(match, context))


def _is_of_a_number(match: Match, context: Context) -> bool:
    """Tell the first half of a numbered thing from a year: "Report 2019-03 was filed"."""
    behind = match.tokens[match.last : match.last + 2]
    return len(behind) == 2 and behind[0].word == "-" and behind[1].word[:1] == "0" and is_numbered(match, context)


def _of_no_day(match: Match) -> bool:
    """Tell the year of a day that the calendar lacks ("February 30, 2021")."""
    before = [token for token in match.tokens[max(0, match.first - 3) : match.first] if token.word != ","][-2:]
    return len(before) == 2 and "MONTH" in before[0].values and "SMALL" in before[1].values


@operation("short-range-year")
def _short_range_year(match: Match, context: Context) -> Meaning | None:
    point = context.last
    if point is None or point.period.grain != "year":
        return None
    start = point.period.start.year
    year = start // 100 * 100 + match.value("y", "TWO")
    return placed(Period("year", date(year, 1, 1)), point_anchor(point)) if start < year < 10_000 else None


@operation("decade")
def _decade(match: Match, context: Context) -> Meaning | None:
    century = 19
    start: int | None = None
    for token in match.tokens[match.first : match.last]:
        if "DECADEWORD" in token.values:
            start = century * 100 + token.values["DECADEWORD"] * 10
        elif "CARD" in token.values:
            century = token.values["CARD"]
        elif "TEXT" in token.values:
            start = _first_year(token.word.strip("'’s"), context.dct)
    if start is None or start % 10 or not 1000 <= start <= 2990:
        return None
    if start % 100 == 0 and start < 2000:  # "the 1800s" are the hundred years
        return placed(Period("century", date(start, 1, 1)), mod=modifier(match))
    return placed(Period("decade", date(start, 1, 1)), mod=modifier(match))


def _first_year(figures: str, dct: date | None) -> int | None:
    """The first year of a decade by its four or two figures; one of two is no more than ten years ahead."""
    if len(figures) == 4:
        return int(figures)
    if len(figures) != 2:
        return None
    start = full_year(int(figures), dct)
    return start - 100 if dct and start > dct.year + 10 else start


@operation("century")
def _century(match: Match, context: Context) -> Meaning | None:
    number = ordinal(match.group("n"))
    if not (1 if match.has("ce") else 2) <= number <= 30:
        return None
    return placed(Period("century", date(max(1, (number - 1) * 100), 1, 1)), mod=modifier(match))
