"""Dates as files and pages write them, with the local days they mean and, where a clock time tells it, the moment."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from functools import lru_cache
from typing import Literal, NamedTuple

from timeline import edtf
from timeline.articles.imprecise import by_table, by_words
from timeline.dateparse import parse_date
from timeline.edtf import Interval
from timeline.errors import DateError

Order = Literal["dmy", "mdy"]

_STAMP = re.compile(
    r"(?P<year>\d{4})(?P<mark>[-/.]?)(?P<month>(?!00)\d\d)(?P=mark)(?P<day>(?!00)\d\d)"
    r"(?:[T ]+(?P<hour>\d\d?)(?::?(?P<minute>\d\d))?(?::?(?P<second>\d\d))?(?:[.,]\d+)?"
    r"\s*(?P<zone>Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?(?:\[[\w/+-]+\])?)?"
)
_MAIL = re.compile(r"(?:[A-Za-z]{3},\s*)?\d{1,2}\s+[A-Za-z]{3}\s+\d{4}\s+\d\d:\d\d(?::\d\d)?\s*(?:\S+.*)?")
_NUMBERS = re.compile(
    r"(?P<one>\d{1,2})(?P<mark>[./-])(?P<two>\d{1,2})(?P=mark)(?P<year>\d{4}|\d\d)(?:[T ,]+\d\d?:\d\d.*)?"
)
# A clock time in the form of file names.
_FILED = re.compile(r"(?<=T\d\d)-(\d\d)-(\d\d)(?!\d)")
_SHORT_YEAR = re.compile(
    r"\d{1,2}(?:st|nd|rd|th)?[\s.-]*[^\W\d]{3,}[\s.,-]*['’]?\d\d|[^\W\d]{3,}[\s.]*\d{1,2}[\s.,-]+['’]?\d\d"
)
_EPOCH = re.compile(r"(\d{10})(?:\d{3})?(?:\.\d+)?")
_LONGEST = 120  # characters of a date


class Written(NamedTuple):
    """The local days a text means; ``moment`` where it has a clock time and a UTC offset; ``note`` says a doubt."""

    interval: Interval
    moment: datetime | None = None
    note: str | None = None


@lru_cache(1024)
def read_date(text: str, *, language: str | None = None, order: Order | None = None) -> Written:
    """Read a date of metadata, keeping the day at the place whose UTC offset is written with it.

    ``order``: which of two numbers is the day ("11/07/2024"); where neither it nor the numbers tell, the answer spans
    both readings.  Raises DateError where the text is no date.

    >>> read_date("Thu, 07 Nov 2024 23:30:00 -0500").interval.not_after
    datetime.date(2024, 11, 7)
    """
    text = _FILED.sub(r":\1:\2", " ".join(text.split()))
    if len(text) > _LONGEST:
        raise DateError(f"{text[:60]!r} is no date that can be read; write it as 2024-11-07")
    try:
        if found := _STAMP.fullmatch(text):
            return _stamp(found)
        if _MAIL.fullmatch(text):
            # RFC 2822 leaves the zone open with "-0000": then the day is known and the moment is not.
            moment = parsedate_to_datetime(text)
            return Written(edtf.day(moment.date()), moment if moment.tzinfo else None)
        if found := _EPOCH.fullmatch(text):
            moment = datetime.fromtimestamp(int(found[1]), UTC)
            return Written(edtf.day(moment.date()), moment)
        if found := _NUMBERS.fullmatch(text):
            return _numbers(found, language, order)
    except (ValueError, OverflowError) as error:
        raise DateError(f"{text[:60]!r} is no day of the calendar") from error
    imprecise = by_table(text, lambda part: read_date(part, language=language, order=order).interval)
    if imprecise:
        return Written(imprecise)
    own = (language or "en").split("-")[0].split("_")[0].lower()
    for languages in dict.fromkeys(((own, "en"), ("en",))):
        for read in (_in_words, by_words):
            try:
                return Written(read(text, tuple(dict.fromkeys(languages))))
            except DateError:  # also for a language that dateparser does not know
                continue
    raise DateError(f"{text[:60]!r} is no date that can be read; write it as 2024-11-07")


def _in_words(text: str, languages: tuple[str, ...]) -> Interval:
    interval = parse_date(text, languages=languages).interval
    day = interval.not_before
    return (
        edtf.day(day.replace(year=edtf.full_year(day.year % 100))) if day and _SHORT_YEAR.fullmatch(text) else interval
    )


def order_of(texts: Iterable[str]) -> Order | None:
    """Tell from a column of dates such as 25/12/2024 which number is the day; None where no row or both tell."""
    found = [match for text in texts if (match := _NUMBERS.fullmatch(" ".join(text.split())))]
    first, second = (any(int(match[name]) > 12 for match in found) for name in ("one", "two"))
    return None if first == second else "dmy" if first else "mdy"


def _stamp(found: re.Match[str]) -> Written:
    year, month, day = (int(found[name]) for name in ("year", "month", "day"))
    only_day = edtf.day(date(year, month, day))
    if found["hour"] is None:
        return Written(only_day)
    hour, minute, second = (int(found[name] or 0) for name in ("hour", "minute", "second"))
    if hour == 24 and minute == second == 0:
        hour = 0  # midnight at the end of the day; the day written is the one meant
    at = datetime(year, month, day, hour, minute, min(second, 59))
    if found["zone"] is None:
        return Written(only_day)
    zone = found["zone"]
    if zone in ("Z", "UTC", "GMT"):
        return Written(only_day, at.replace(tzinfo=UTC))
    # "+09" and "+0900" are both in use; the parser of 3.11 wants minutes after a colon in the extended form.
    digits = zone[1:].replace(":", "").ljust(4, "0")
    return Written(only_day, datetime.fromisoformat(f"{at.isoformat()}{zone[0]}{digits[:2]}:{digits[2:]}"))


def _numbers(found: re.Match[str], language: str | None, order: Order | None) -> Written:
    one, two, year = int(found["one"]), int(found["two"]), int(found["year"])
    if len(found["year"]) == 2:
        if one > 31:
            return Written(edtf.day(date(edtf.full_year(one), two, year)))
        year = edtf.full_year(year)
    if one == two:
        return Written(edtf.day(date(year, one, two)))
    if one > 12 or (two <= 12 and order == "dmy"):
        return Written(edtf.day(date(year, two, one)))
    if two > 12 or order == "mdy":
        return Written(edtf.day(date(year, one, two)))
    # Points stand between numbers where the day comes first, and only English has a country that puts the month first.
    if found["mark"] == "." or (language and not language.lower().startswith("en")):
        return Written(edtf.day(date(year, two, one)))
    low, high = sorted((date(year, one, two), date(year, two, one)))
    return Written(Interval(low, high), note="day or month first?")
