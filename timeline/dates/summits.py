"""Operations for summits: which meeting of a series the text speaks of, its days from the table."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache

from timeline.dates.context import Context
from timeline.dates.feasts import nearest
from timeline.dates.grain import Period
from timeline.dates.grammar import Match
from timeline.dates.meaning import Meaning, operation, placed
from timeline.dates.phrases import tokens_of
from timeline.edtf import Interval
from timeline.models import TimexAnchor
from timeline.tables.knowledge import Summit, summits

_REACH = 400  # days from the article: of a yearly series a meeting farther off is another one
_REACH_PLACED = 2000  # "the G20 in Bali" without "summit": farther off it may be another meeting of the body


@cache
def _series() -> dict[str, tuple[Summit, ...]]:
    """Meetings by the names of their series, as tokens."""
    found: dict[str, list[Summit]] = {}
    for summit in summits():
        for name in {summit.name, *summit.aliases}:
            found.setdefault(tokens_of(name), []).append(summit)
    return {name: tuple(rows) for name, rows in found.items()}


def _town(summit: Summit) -> str:
    return summit.place.partition(" (")[0]


@operation("summit")
def _summit(match: Match, context: Context) -> Meaning | None:
    rows, until = _told_of(match, context)
    dct = context.dct
    if not rows or dct is None or not any(token.word[0].isupper() for token in match.group("n")):
        return None
    direction = context.direction(match.tokens, match.first, match.last)
    days = nearest((row.days for row in rows), dct, direction)
    if days is None or not _within_reach(days, dct, _reach(match, rows, dct, until)):
        return None
    return _at(next(row for row in rows if row.days == days), until)


def _told_of(match: Match, context: Context) -> tuple[tuple[Summit, ...], int | None]:
    """The meetings of the series, those in the town behind where one is named, and where its name ends."""
    rows = _series().get(" ".join(token.word.lower().replace("’", "'") for token in match.group("n")), ())
    end = match.tokens[match.last - 1].end
    inside = match.rule.params["place"]
    if not context.text.startswith(inside, end):
        # Without a town "the G20" is a body, not its meeting.
        return (() if match.rule.params.get("placed") else rows), None
    at = end + len(inside)
    there = tuple(row for row in rows if context.text.startswith(_town(row), at))
    return there, at + len(_town(there[0])) if there else None


def _reach(match: Match, rows: Sequence[Summit], dct: date, until: int | None) -> int | None:
    """Days from the article within which the meeting is the one told of; None where its town tells it.

    A town tells it where the series met there once, and the table knows the meetings before the article.
    """
    if match.rule.params.get("placed"):
        return _REACH_PLACED
    known = any(row.days[0] is not None and row.days[0] <= dct for row in _series()[tokens_of(rows[0].name)])
    return None if until and len(rows) == 1 and known else _REACH


def _within_reach(days: Interval, dct: date, reach: int | None) -> bool:
    start, end = days
    if reach is None or start is None or end is None:
        return reach is None
    return (start - dct).days <= reach and (dct - end).days <= reach


def _at(summit: Summit, until: int | None) -> Meaning | None:
    """The days of a meeting: a DATE where it is one, else the stretch."""
    start, last = summit.days
    if start is None or last is None:
        return None
    value = f"{start.isoformat()}/{last.isoformat()}"
    anchor = TimexAnchor(kind="table", text=f"{summit.name}, {summit.place}: {value} [{summit.row}]")
    if start == last:
        return placed(Period("day", start), anchor)._replace(until=until)
    stretch = summit.days
    return Meaning("DURATION", value, stretch, anchor=anchor, period=Period("day", start), aside=True, until=until)
