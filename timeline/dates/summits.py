"""Operations for summits: which meeting of a series the text speaks of, its days from the table."""

from __future__ import annotations

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
    rows = _series().get(" ".join(token.word.lower().replace("’", "'") for token in match.group("n")), ())
    end = match.tokens[match.last - 1].end
    text, until, inside = context.text, None, match.rule.params["place"]
    if text.startswith(inside, end):
        at = end + len(inside)
        rows = tuple(row for row in rows if text.startswith(_town(row), at))
        until = at + len(_town(rows[0])) if rows else None
    elif match.rule.params.get("placed"):
        return None  # a body, not its meeting
    if not rows or context.dct is None or not any(token.word[0].isupper() for token in match.group("n")):
        return None
    direction = context.direction(match.tokens, match.first, match.last)
    days = nearest((row.days for row in rows), context.dct, direction)
    short = match.rule.params.get("placed", False)
    if days is None or not _within_reach(days, context, _REACH_PLACED if short else None if until else _REACH):
        return None
    row = next(row for row in rows if row.days == days)
    start, last = days
    if start is None or last is None:
        return None
    value = f"{start.isoformat()}/{last.isoformat()}"
    anchor = TimexAnchor(kind="table", text=f"{row.name}, {row.place}: {value} [{row.row}]")
    if start == last:
        return placed(Period("day", start), anchor)._replace(until=until)
    return Meaning("DURATION", value, days, anchor=anchor, period=Period("day", start), aside=True, until=until)


def _within_reach(days: Interval, context: Context, reach: int | None) -> bool:
    """Tell whether the meeting is the one of the time; without a reach, as of one told with its place, any is."""
    start, end = days
    if reach is None or context.dct is None or start is None or end is None:
        return reach is None
    return (start - context.dct).days <= reach and (context.dct - end).days <= reach
