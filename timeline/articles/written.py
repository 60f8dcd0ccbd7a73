"""Dates as files and pages write them, with the local day they mean and, where a clock time tells it, the moment."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import lru_cache
from typing import Literal, NamedTuple

from timeline import edtf
from timeline.dateparse import parse_date
from timeline.edtf import Interval
from timeline.errors import DateError
from timeline.models import Claim, Rank
from timeline.tables.confidence import confidence

Order = Literal["dmy", "mdy"]

_STAMP = re.compile(
    r"(?P<year>\d{4})(?P<mark>[-/.]?)(?P<month>\d\d)(?P=mark)(?P<day>\d\d)"
    r"(?:[T ]+(?P<hour>\d\d?)(?::?(?P<minute>\d\d))?(?::?(?P<second>\d\d))?(?:[.,]\d+)?"
    r"\s*(?P<zone>Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?(?:\[[\w/+-]+\])?)?"
)
_MAIL = re.compile(r"(?:[A-Za-z]{3},\s*)?\d{1,2}\s+[A-Za-z]{3}\s+\d{4}\s+\d\d:\d\d(?::\d\d)?\s*(?:\S+.*)?")
_NUMBERS = re.compile(r"(?P<one>\d{1,2})(?P<mark>[./-])(?P<two>\d{1,2})(?P=mark)(?P<year>\d{4})(?:[T ,]+\d\d?:\d\d.*)?")
# From this hour of UTC on, the next day has begun somewhere (UTC+14).
_NEXT_DAY_UTC = 10
# Until this hour the day before has not ended somewhere (UTC-12).
_LAST_DAY_UTC = 12
# How much less a day counts that is told in UTC, which many publishing systems write for publishers elsewhere.
_FOREIGN_ZONE = 0.9
_EPOCH = re.compile(r"(\d{10})(?:\d{3})?")


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
    text = " ".join(text.split())
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
        raise DateError(f"{text[:60]!r} is no day of the calendar: {error}") from error
    own = (language or "en").split("-")[0].split("_")[0].lower()
    if own != "en":
        try:
            return Written(parse_date(text, languages=(own, "en")).interval)
        except DateError:  # also for a language that dateparser does not know
            pass
    return Written(parse_date(text).interval)


def order_of(texts: Iterable[str]) -> Order | None:
    """Tell from a column of dates such as 25/12/2024 which number is the day; None where no row or both tell."""
    found = [match for text in texts if (match := _NUMBERS.fullmatch(" ".join(text.split())))]
    first, second = (any(int(match[name]) > 12 for match in found) for name in ("one", "two"))
    return None if first == second else "dmy" if first else "mdy"


def claim_of(  # noqa: PLR0913  (the parts of a claim)
    text: str,
    rank: Rank,
    found: str,
    *,
    latest: bool = False,
    language: str | None = None,
    order: Order | None = None,
) -> Claim:
    """Make a claim of a written date.

    ``latest``: the article was first published by then, perhaps earlier.  Raises DateError where it is no date.
    """
    written = read_date(text, language=language, order=order)
    low, high = written.interval.not_before, written.interval.not_after
    if latest and high and written.moment and not written.moment.utcoffset() and written.moment.hour >= _NEXT_DAY_UTC:
        high += timedelta(days=1)  # east of Greenwich it is already tomorrow
    doubtful = not latest and _is_elsewhere(written)
    notes = [note for note in (written.note, "in UTC; the publisher's own day may differ" * doubtful) if note]
    return Claim(
        rank=rank,
        found=found,
        text=text,
        not_before=None if latest else low,
        not_after=high,
        confidence=confidence(rank) * (_FOREIGN_ZONE if doubtful else 1),
        evidence=f"{found}: {text}" + "".join(f" ({note})" for note in notes),
    )


def at_one_place(claims: Iterable[Claim]) -> list[Claim]:
    """Give claims in UTC the local day of the UTC offset that another claim of the same page is written with.

    A page of Tokyo's that says 00:30+09:00 to readers and 15:30Z to machines does not contradict itself.
    """
    listed = list(claims)
    moments = [_moment(one) for one in listed]
    zone = next((moment.tzinfo for moment in moments if moment and moment.utcoffset()), None)
    if zone is None:
        return listed
    return [
        one if moment is None or moment.utcoffset() else _moved(one, moment.astimezone(zone))
        for moment, one in zip(moments, listed, strict=True)
    ]


def _moved(one: Claim, moment: datetime) -> Claim:
    day = moment.date()
    return one.model_copy(
        update={
            "not_before": day if one.not_before else None,
            "not_after": day,
            "evidence": f"{one.found}: {one.text} ({moment:%Y-%m-%d %H:%M} at the page's own offset {moment:%z})",
        }
    )


def _moment(one: Claim) -> datetime | None:
    try:
        # Only the short forms of machines have a moment; others need not be read again.
        return read_date(one.text).moment if one.text[:1].isdigit() or "," in one.text[:5] else None
    except DateError:
        return None


def _is_elsewhere(written: Written) -> bool:
    """Tell whether a day told in UTC may be another day at the publisher's place."""
    moment = written.moment
    return moment is not None and not moment.utcoffset() and not _NEXT_DAY_UTC <= moment.hour < _LAST_DAY_UTC


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
