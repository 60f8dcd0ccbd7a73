"""An event as a table tells it, checked field by field; what is wrong is named with its row and column."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import NamedTuple

from timeline import edtf
from timeline.dateparse import parse_date
from timeline.dates import tag
from timeline.edtf import Interval
from timeline.errors import DateError, TimelineFileError
from timeline.models import STATUSES, Bounds, Dct, EventTime, Party, Span, Status
from timeline.render import when
from timeline.tables.load import read_toml

OTHER = "OTHER"
_NUMBERS = re.compile(r"[\d\s./-]+")  # whose order may be in doubt
BOUNDS = ("begin_not_before", "begin_not_after", "end_not_before", "end_not_after")


class Quotation(NamedTuple):
    """What an article says of it; None where the table does not tell."""

    article: str | None
    source: str | None
    url: str | None
    written: str | None
    sentence: str | None
    expression: str | None = None
    reason: str | None = None


@dataclass(frozen=True)
class Entry:
    """An event of a table; ``id`` is None where the table names none."""

    id: str | None
    title: str
    time: EventTime
    type: str = OTHER
    status: Status = "occurred"
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    places: tuple[str, ...] = ()
    note: str | None = None
    importance: float = 0.5
    quotations: tuple[Quotation, ...] = ()


@dataclass(frozen=True)
class Cells:
    """The filled cells of a row by what they hold; ``where`` names the row, ``names`` its columns as called there."""

    where: str
    values: Mapping[str, str]
    names: Mapping[str, str]

    def __getitem__(self, column: str) -> str | None:
        """Return what stands there, None where nothing does."""
        return self.values.get(column)

    def listed(self, column: str) -> tuple[str, ...]:
        """Return the parts between semicolons."""
        return tuple(part.strip() for part in (self[column] or "").split(";") if part.strip())

    def wrong(self, column: str, problem: str) -> TimelineFileError:
        """Make the message about a cell; ``problem`` ends with its remedy."""
        return TimelineFileError(f"{self.where}, column {self.names.get(column, column)!r}: {problem}")

    def number(self, column: str, least: int, most: int) -> int | None:
        """Read a whole number; raises TimelineFileError where it is none between these."""
        text = self[column]
        if text is None:
            return None
        try:
            number = int(float(text))
        except (ValueError, OverflowError):
            raise self.wrong(column, f"{text!r:.60} is no number; write one from {least} to {most}") from None
        if not least <= number <= most:
            problem = f"{number} is not between {least} and {most}; write another, or no date"
            raise self.wrong(column, problem)
        return number


def entry(cells: Cells) -> Entry:
    """Read a row; raises TimelineFileError with the row, the column and the remedy."""
    if not cells["title"]:
        raise cells.wrong("title", "is empty; write there what happened")
    proof = (cells["article"], cells["source"], cells["url"], cells["article_date"], cells["sentence"])
    quotation = Quotation(cells["article"], cells["source"], cells["url"], _written(cells), *proof[4:])
    quotation = quotation._replace(expression=cells["expression"], reason=cells["reason"])
    return Entry(
        id=cells["id"],
        title=cells["title"],
        time=_time(cells),
        type=known_type(cells["type"]),
        status=_status(cells),
        actors=_parties(cells, "actors"),
        recipients=_parties(cells, "recipients"),
        places=cells.listed("places"),
        note=cells["note"],
        importance=_importance(cells),
        quotations=(quotation,) if any(proof) else (),
    )


def _parties(cells: Cells, column: str) -> tuple[Party, ...]:
    return tuple(Party(text=name, start=0, end=len(name), name=name) for name in cells.listed(column))


def _time(cells: Cells) -> EventTime:
    """Of four bounds, of a date and perhaps an end, or of year, month and day."""
    if any(cells[column] for column in BOUNDS):
        low, begun, seen, high = (_day(cells, column) for column in BOUNDS)
        return _checked(
            cells, "end_not_after", Interval(low, begun), Interval(seen, high), cells[BOUNDS[2]] is not None
        )
    if cells["year"]:
        begin, column = _numbers(cells, ""), "end_year"
        end = _numbers(cells, "end_") if cells["end_year"] else None
    else:
        begin, column = _interval(cells, "date" if cells["date"] else "edtf"), "end"
        end = _interval(cells, "end") if cells["end"] else None
    low, high = begin
    if "/" in (cells["date"] or "") and low and high and end is None:
        begin, end = edtf.day(low), edtf.day(high)
    return _checked(cells, column, begin, end or begin, end is not None)


def _checked(cells: Cells, column: str, begin: Interval, end: Interval, lasts: bool) -> EventTime:
    pairs = ((begin.not_before, begin.not_after), (end.not_before, end.not_after), (begin.not_before, end.not_after))
    if any(first and last and first > last for first, last in pairs):
        raise cells.wrong(column, "it ends before it begins; mend one of the two")
    first, last = (Bounds(not_before=side.not_before, not_after=side.not_after) for side in (begin, end))
    return EventTime(kind="span" if lasts and first != last else "day", begin=first, end=last)


def _numbers(cells: Cells, part: str) -> Interval:
    year = cells.number(f"{part}year", 1, 9999) or 1
    month = cells.number(f"{part}month", 1, 12)
    day = cells.number(f"{part}day", 1, 31)
    try:
        if month is None:
            return edtf.year(year)
        return edtf.month(year, month) if day is None else edtf.day(date(year, month, day))
    except ValueError:
        raise cells.wrong(f"{part}day", f"month {month} of {year} has no day {day}; write another") from None


def _interval(cells: Cells, column: str) -> Interval:
    text = cells[column]
    if text is None:
        return Interval(None, None)
    try:
        return edtf.parse(text)
    except DateError:
        return _in_words(text) or _read(cells, column, lambda: parse_date(text).interval)


def _in_words(text: str) -> Interval | None:
    """Read "May 2024" or "spring of 1999" as an article's words are read; None where they name no days."""
    whole = Span(start=0, end=len(text))
    found = [one for one in tag(text, Dct(), [whole]) if (one.start, one.end) == (whole.start, whole.end)]
    is_placed = bool(found) and found[0].interval != Interval(None, None) and not _NUMBERS.fullmatch(text)
    return found[0].interval if is_placed else None


def _day(cells: Cells, column: str) -> date | None:
    text = cells[column]
    return _read(cells, column, lambda: parse_date(text).interval).only_day if text else None


def _written(cells: Cells) -> str | None:
    day = _day(cells, "article_date")
    return day.isoformat() if day else None


def _read(cells: Cells, column: str, read: Callable[[], Interval]) -> Interval:
    try:
        return read()
    except DateError as error:
        raise cells.wrong(column, str(error)) from error


def _importance(cells: Cells) -> float:
    text = cells["importance"] or "0.5"
    try:
        number = float(text)
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1:
        raise cells.wrong("importance", f"{text!r:.60} is no number from 0 to 1; write one, or leave it empty")
    return number


def known_type(text: str | None) -> str:
    """Return a type by its code or its label; a group of the person's own is none of ours."""
    return _types().get((text or OTHER).casefold(), OTHER)


def _status(cells: Cells) -> Status:
    text = (cells["status"] or "occurred").casefold()
    if text not in STATUSES:
        near = difflib.get_close_matches(text, STATUSES, n=1)
        meant = f"write {near[0]!r}" if near else f"write one of {', '.join(STATUSES)}"
        raise cells.wrong("status", f"{text!r:.60} is no status; {meant}")
    return text


@cache
def _types() -> Mapping[str, str]:
    codes = read_toml("events/types.toml")
    return {name.casefold(): code for code in codes for name in (code, when.label("type", code))}
