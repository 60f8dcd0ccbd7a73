"""Date text and base day to an interval with its grain; the only home of dateparser.

dateparser fills what is missing from the clock and forgets the grain, so it is always given an explicit base and its
``period`` decides how wide the answer is.
"""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from timeline import edtf
from timeline.edtf import Interval
from timeline.errors import DateError

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

_ISO = re.compile(r"\s*(\d{4})-(\d\d)(?:-(\d\d)(?:[T ](\d\d:\d\d\S*))?)?\s*\Z")
_NUMBERS = re.compile(r"\s*(\d{1,2})([./\s-])(\d{1,2})\2(\d{4}|\d\d)(?=\Z|[T ,])(.*)", re.DOTALL)
# A year, month and day must all be written out before an absolute date may be read without a base.
_ARBITRARY = datetime(1996, 2, 29)


class ParsedDate(NamedTuple):
    """Inclusive days, grain ("day", "month", "year", "time") and the UTC offset where one is written (minutes)."""

    interval: Interval
    grain: str
    offset: int | None = None


def parse_date(text: str, base: date | None = None, languages: tuple[str, ...] = ("en",)) -> ParsedDate:
    """Read a date from metadata, a sidecar or an option.

    ISO forms are read as they stand; all else goes to dateparser.  Without ``base`` only dates whose day, month and
    year are written out are accepted, so that nothing is filled from the clock.  Of two numbers the first is the day
    where points stand between them and where ``languages`` begins with another than English.

    >>> parse_date("7 November 2024").interval.not_before
    datetime.date(2024, 11, 7)

    Raises DateError where the text is no date, or numbers that can be two days.
    """
    text = _ordered(text, languages)
    iso = _ISO.match(text)
    if iso:
        return _iso(text.strip(), iso)
    settings = _parser(languages, base)
    try:
        found = settings.get_date_data(text)
    except (ValueError, OverflowError, RecursionError) as error:
        raise DateError(_message(text)) from error
    moment = found.date_obj if found else None
    if moment is None:
        raise DateError(_message(text))
    if moment.year < 1:
        raise DateError(_message(text))
    offset = moment.utcoffset()
    minutes = None if offset is None else int(offset.total_seconds() // 60)
    grain = str(found.period)
    day = moment.date()
    if base is None and not _complete(text, languages, day):
        raise DateError(_message(text))
    if grain == "year":
        return ParsedDate(edtf.year(day.year), grain, minutes)
    if grain == "month":
        return ParsedDate(edtf.month(day.year, day.month), grain, minutes)
    return ParsedDate(edtf.day(day), grain, minutes)


def _iso(text: str, found: re.Match[str]) -> ParsedDate:
    year, month, day, _ = found.groups()
    try:
        if not day:
            return ParsedDate(edtf.month(int(year), int(month)), "month")
        only_day = edtf.day(date(int(year), int(month), int(day)))
        if len(text) <= 10:
            return ParsedDate(only_day, "day")
        offset = datetime.fromisoformat(text).utcoffset()
        return ParsedDate(only_day, "time", None if offset is None else int(offset.total_seconds() // 60))
    except ValueError as error:
        reason = str(error)
        raise DateError(f"{text[:60]!r} is no day of the calendar ({reason}); write it as 2024-11-07") from error


def _ordered(text: str, languages: tuple[str, ...]) -> str:
    """Write a date of three numbers with the year first; what is none stays as it is."""
    found = _NUMBERS.fullmatch(text)
    if not found:
        return text
    days = sorted({day for order in _orders(found, languages) if (day := _on_the_calendar(*order))}, reverse=True)
    if not days:
        raise DateError(f"{text.strip()!r:.60} is no day of the calendar; write it as 2024-11-07")
    if len(days) == 1:
        return f"{days[0]}{found.groups()[-1]}"
    with_year = len({day.year for day in days}) > 1
    names = [f"{day.day} {month_name[day.month]}{f' {day.year}' if with_year else ''}" for day in days]
    raise DateError(f"{text.strip()!r:.60} can be {' or '.join(names)}; write {' or '.join(map(str, days))}")


def _orders(found: re.Match[str], languages: tuple[str, ...]) -> Iterator[tuple[int, int, int]]:
    """Yield year, month and day in every order in which the three numbers are written."""
    one, mark, two, year, _ = found.groups()
    first, second, last = int(one), int(two), int(year) if len(year) == 4 else edtf.full_year(int(year))
    yield last, second, first
    if mark != "." and languages[:1] == ("en",):
        yield last, first, second
    if mark == "-" and len(year) == 2:
        yield edtf.full_year(first), second, int(year)


def _on_the_calendar(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _complete(text: str, languages: tuple[str, ...], answer: date) -> bool:
    """Tell whether another base gives the same day: if not, dateparser has filled something in."""
    other = _parser(languages, date(1957, 7, 13)).get_date_data(text)
    return other is not None and other.date_obj is not None and other.date_obj.date() == answer


def _message(text: str) -> str:
    shown = text if len(text) <= 60 else text[:57] + "..."
    return f"{shown!r} is no date that can be read; write it as 2024-11-07"


@cache
def _parser(languages: tuple[str, ...], base: date | None) -> DateDataParser:
    from dateparser.date import DateDataParser  # its import costs a third of a second

    moment = datetime(base.year, base.month, base.day) if base else _ARBITRARY
    return DateDataParser(
        languages=list(languages),
        settings={
            "RELATIVE_BASE": moment,
            "PREFER_DATES_FROM": "past",
            "RETURN_TIME_AS_PERIOD": True,
            "REQUIRE_PARTS": [] if base else ["day", "month", "year"],
        },
    )
