"""Operations for feasts: the day from the table, the year from the text or the nearest that fits the tense."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache, lru_cache

from timeline.dates.calendars import hijri_month, hijri_years, jalali_month, jalali_years
from timeline.dates.context import Context, Direction
from timeline.dates.countries import nearest_country
from timeline.dates.grain import Period
from timeline.dates.grammar import Match
from timeline.dates.meaning import NAME, Meaning, dct_anchor, modifier, operation, placed
from timeline.dates.years import relative_year, year_of
from timeline.edtf import Interval, shift_days
from timeline.models import TimexAnchor
from timeline.tables.almanac import Feast, feasts, movable

_WRONG_SIDE = 310  # days that a feast on the side that the tense rules out counts as farther off
_MANY = 3  # countries, from which on a feast's name is one that every country can have ("National Day")
# Gregorian and Orthodox Easter are computed for these years only.
_EASTER_YEARS = range(1583, 4100)


@cache
def by_name() -> dict[str, tuple[Feast, ...]]:
    """Feasts by name; one name can be a day in many countries."""
    found: dict[str, list[Feast]] = {}
    for feast in feasts():
        for name in feast.names:
            found.setdefault(name, []).append(feast)
    return {name: tuple(same) for name, same in found.items()}


@cache
def _by_title() -> dict[str, Feast]:
    """Feasts by the name of their row, with its country where it has one too; other languages' tables cite them."""
    every = tuple(reversed(feasts()))
    return {feast.name: feast for feast in every} | {f"{feast.name}, {feast.country}": feast for feast in every}


def occurrences(feast: Feast, year: int) -> Iterator[Interval]:
    """Yield the feast's days whose first lies in the year: none where it cannot be known, two of some lunar feasts."""
    for first, last in _stretches(feast, year):
        start = shift_days(first, feast.shift)
        yield Interval(start, last if feast.days is None else shift_days(start, feast.days - 1))


def _stretches(feast: Feast, year: int) -> Iterator[tuple[date, date]]:
    """First day before any shift, and the last one of a feast that is a month."""
    if feast.kind in ("hijri", "jalali"):
        month, number = feast.numbers
        calendar, years = (hijri_month, hijri_years) if feast.kind == "hijri" else (jalali_month, jalali_years)
        for other in years(year):
            days = calendar(other, month)
            first = shift_days(days.not_before, number - 1) if days and days.not_before else None
            if days and days.not_after and first and first.year == year:
                yield first, days.not_after
        return
    first = _first(feast, year)
    if first:
        yield first, first


def _first(feast: Feast, year: int) -> date | None:
    if feast.kind == "table":
        return movable()[feast.column].get(year)
    if feast.kind == "fixed":
        return date(year, *feast.numbers)
    if feast.kind == "nth":
        return _nth(year, *feast.numbers)
    if year not in _EASTER_YEARS:
        return None
    from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

    return easter(year, EASTER_WESTERN if feast.kind == "easter" else EASTER_ORTHODOX)


def _nth(year: int, month: int, weekday: int, which: int) -> date:
    """The nth weekday of a month; the last one where ``which`` is -1."""
    if which < 0:
        last = shift_days(date(year + month // 12, month % 12 + 1, 1), -1)
        return shift_days(last, -((last.isoweekday() - weekday) % 7))
    first = date(year, month, 1)
    return shift_days(first, (weekday - first.isoweekday()) % 7 + 7 * (which - 1))


def _named(match: Match, context: Context) -> Feast | None:
    """The feast that the expression names: of several countries' the one of the country told of."""
    words = match.group("f")
    title = match.value("f", "FEAST", "FEASTNAME")
    if title is not None:
        after = match.tokens[match.last].word if match.last < len(match.tokens) else ""
        # "Noël" and "Toussaint" are first names too.
        return None if "FEASTNAME" in words[0].values and after[:1].isupper() else _by_title()[title]
    same = by_name().get(" ".join(token.word.lower().replace("’", "'") for token in words), ())
    if len(words) == 1 and same and same[0].kind == "hijri" and _is_surname(words[0].word, context):
        return None
    sure = len(words) > 2 or match.rule.params.get("small") or any(token.word[0].isupper() for token in words)
    if not same or not sure:
        return None
    if len(same) == 1:
        return same[0]
    return _of_country(same, match, context)


def _is_surname(word: str, context: Context) -> bool:
    """Tell whether an article calls somebody by a feast's name: "Faraj Ramadan", but "During Ramadan"."""
    return bool(_capitals_before(word, context.text) - context.cues.before_month - context.cues.surely_month)


@lru_cache(maxsize=4)
def _capitals_before(word: str, text: str) -> frozenset[str]:
    """The words with a capital that stand before a word anywhere in a text, in small letters."""
    return frozenset(name.lower() for name in re.findall(rf"\b([A-Z][a-z]+)\.? {re.escape(word)}\b", text))


def _of_country(same: tuple[Feast, ...], match: Match, context: Context) -> Feast | None:
    """Of feasts of one name, the one of the country told of; else the one kept everywhere, or the American one.

    American articles seldom name their country.  A name that many countries have means nothing in one that is not in
    the table.
    """
    codes = {feast.country for feast in same}
    where = context.text, match.tokens[match.first].start, match.tokens[-1].end
    code = nearest_country(*where, None if len(codes) >= _MANY else codes)
    if code in codes:
        return next(feast for feast in same if feast.country == code)
    if code is not None:
        return None
    return next((feast for feast in same if feast.country in ("", "USA")), None)


def meaning_of(
    feast: Feast, days: Interval, anchor: TimexAnchor, mod: str | None, direction: Direction | None = None
) -> Meaning:
    """A feast of one day is a DATE, a longer one a stretch as named periods are.

    The new moon is seen a day later in many countries, so a feast that hangs on it may lie on the following day too.
    """
    start, end = days
    assert start is not None  # noqa: S101 - occurrences have both ends
    assert end is not None  # noqa: S101
    period = Period("day", start)
    if start != end:
        seen = Interval(start, shift_days(end, 1)) if feast.kind == "hijri" else days
        value = f"{start.isoformat()}/{end.isoformat()}"
        return Meaning("DURATION", value, seen, mod, anchor, period, direction)
    meaning = placed(period, anchor, mod, direction)
    if feast.kind == "hijri":
        return meaning._replace(interval=Interval(start, shift_days(start, 1)))
    return meaning


@operation("name")
def _name(match: Match, context: Context) -> Meaning | None:
    return NAME


@operation("feast")
def _feast(match: Match, context: Context) -> Meaning | None:
    feast = _named(match, context)
    if feast is None:
        return None
    mod = modifier(match)
    year = year_of(match, context)
    if year is not None:
        days, row = _first_of(feast, year), f"{feast.name} [{feast.row}]"
        return meaning_of(feast, days, TimexAnchor(kind="table", text=row), mod) if days else None
    if match.has("ry"):
        year, anchor = relative_year(match, context, "ry")
        days = _first_of(feast, year)
        return meaning_of(feast, days, anchor, mod) if days else placed(None, anchor)
    if context.dct is None:
        return Meaning("DATE", _of_any_year(feast), anchor=dct_anchor(context), mod=mod)
    direction = context.direction(match.tokens, match.first, match.last)
    found = _near(feast, context.dct, match.relation(), direction)
    return meaning_of(feast, found, dct_anchor(context), mod, direction) if found else None


def _first_of(feast: Feast, year: int | None) -> Interval | None:
    """The feast's first days of a year, None where they cannot be known."""
    return next(occurrences(feast, year), None) if year and 1 <= year < 9999 else None


def _of_any_year(feast: Feast) -> str | None:
    """The TIMEX3 value of a feast that is one same day in every year."""
    if feast.kind != "fixed" or feast.days != 1:
        return None
    month, number = feast.numbers
    return f"XXXX-{month:02}-{number:02}"


def _near(feast: Feast, dct: date, relation: str, direction: Direction | None) -> Interval | None:
    years = range(max(1, dct.year - 2), min(9998, dct.year + 2) + 1)
    around = [days for year in years for days in occurrences(feast, year)]
    if relation in ("LAST", "PREVIOUS"):
        return max((days for days in around if _days_off(days, dct) < 0), default=None)
    if relation in ("NEXT", "FOLLOWING"):
        return min((days for days in around if _days_off(days, dct) > 0), default=None)
    if relation == "THIS":
        return nearest(occurrences(feast, dct.year), dct, None)
    return nearest(around, dct, direction)


def nearest(around: Iterable[Interval], dct: date, direction: Direction | None) -> Interval | None:
    """The stretch nearest to the DCT; a clear tense counts against the other side."""

    def distance(days: Interval) -> int:
        off = _days_off(days, dct)
        return abs(off) + _WRONG_SIDE * ((direction == "past" and off > 0) or (direction == "future" and off < 0))

    return min(around, key=lambda days: (distance(days), days.not_before != dct), default=None)


def _days_off(days: Interval, dct: date) -> int:
    """Days from the DCT to a stretch with both ends: negative where it is over, 0 while it runs."""
    start, end = days
    assert start is not None  # noqa: S101
    assert end is not None  # noqa: S101
    return (start - dct).days if start > dct else min(0, (end - dct).days)
