"""iCalendar (RFC 5545): all events that have a day; what is not sure of a day is said in words.

It is written here, not by a library, since the page writes the same bytes (``export.js``): the line breaks of libraries
change from version to version.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from timeline.formats import telling
from timeline.formats.telling import Report
from timeline.models import MergedEvent, Status, Timeline
from timeline.render import when

_ROOM = 75  # octets of a line
_SURE: tuple[when.Kind, ...] = ("point", "interval")
_STATES: dict[Status, str] = {
    "occurred": "CONFIRMED",
    "ongoing": "CONFIRMED",
    "cancelled": "CANCELLED",
    "negated": "CANCELLED",
}


def parts(timeline: Timeline) -> Iterator[str]:
    """Yield the calendar; an event that is open on one side stands on the day that is known."""
    by_id = telling.articles(timeline)
    yield from map(
        fold,
        (
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Diplomatic Timeline//EN",
            f"X-WR-CALNAME:{_text(timeline.title)}",
        ),
    )
    for event in telling.shown(timeline):
        if when.kind(event.time) != "undated":
            yield from map(fold, _entry(event, telling.reports(event, by_id)))
    yield fold("END:VCALENDAR")


def _entry(event: MergedEvent, reports: list[Report]) -> Iterator[str]:
    first, last = _days(event)
    said = when.words(event.time)
    proof = reports[0] if reports else None
    written = proof.article.dct.not_before if proof else None
    title = event.title if when.kind(event.time) in _SURE else f"{event.title} ({said})"
    evidence = [proof.sentence, proof.mention.reason] if proof else []
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(event.id)}@diplomatic-timeline"
    yield f"DTSTAMP:{_stamp(written or first)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_stamp(first)}"
    if last > first or last < date.max:  # without an end it lasts for its day
        yield f"DTEND;VALUE=DATE:{_stamp(last + timedelta(days=1) if last < date.max else last)}"
    yield f"SUMMARY:{_text(title)}"
    yield "DESCRIPTION:" + _text("\n".join(line for line in (said, *evidence) if line))
    yield f"STATUS:{_STATES.get(event.status, 'TENTATIVE')}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _days(event: MergedEvent) -> tuple[date, date]:
    """The days that a calendar shows: from the first to the last possible one, or the only ones that are known."""
    low, begun, seen, high = when.bounds(event.time)
    known = [day for day in (low, begun, seen, high) if day]
    first = low or high or known[0]
    return first, high or first


def _stamp(day: date) -> str:
    return day.isoformat().replace("-", "")


def _text(value: str) -> str:
    return telling.plain(value).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def fold(line: str) -> str:
    """Break a line into lines of at most 75 octets, never inside a character.

    >>> fold("x" * 76)[-6:]
    '\\r\\n x\\r\\n'
    """
    out: list[str] = []
    room = _ROOM
    for letter in line:
        size = len(letter.encode("utf-8"))
        if size > room:
            out.append("\r\n ")
            room = _ROOM - 1
        out.append(letter)
        room -= size
    return "".join(out) + "\r\n"
