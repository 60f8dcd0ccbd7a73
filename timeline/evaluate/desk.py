"""Score the timeline of an article against what a desk analyst would put on it.

A row is an event of the timeline that the page shows by default: every status but hypothetical and negated.  It may
answer an event of the article when one of its mentions overlaps one of the event's triggers; rows and events are paired
one to one, as many as possible, the rightest first.

* recall: paired events of those that are not optional; recall_key: of the key ones
* precision: rows paired with any event, optional ones included, of all rows; duplicates: unpaired rows that overlap an
  event's triggers; all others are unlisted
* dates: paired rows whose first and last day are those of an acceptable ``when``
* right: rows with an acceptable date, status and type, and with parties of which at least half are the event's, at
  least one where it has any.  right_recall counts events that are not optional, right_precision rows for any event;
  desk_f1 is their harmonic mean
* parties: F1 of the parties of paired rows, where two names are the same when one's words are among the other's

All in percent, over all articles together.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from typing import Any, NamedTuple, Protocol

from timeline.edtf import Interval, parse
from timeline.evaluate.gold import Wanted
from timeline.models import Timeline

HIDDEN = ("hypothetical", "negated")
_TITLES = frozenset(["the", "mr", "mrs", "ms", "dr", "president", "prime", "minister", "of", "and", "a"])


class Told(Protocol):
    """An article by its ``name``, with the ``events`` that belong on its timeline."""

    @property
    def name(self) -> str:
        """What it is called."""

    @property
    def events(self) -> Sequence[Wanted]:
        """What belongs on its timeline."""


class Row(NamedTuple):
    """An event of a timeline; ``days`` is None where it is undated, ``spans`` are its mentions' offsets."""

    title: str
    type: str
    status: str
    days: Interval | None
    parties: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]


class Pair(NamedTuple):
    """A row with the event that it tells; ``common``: how many parties they share."""

    row: Row
    event: Wanted
    has_date: bool
    common: int
    is_right: bool


class Judgement(NamedTuple):
    """What became of the rows and events of one article."""

    article: Told
    pairs: list[Pair]
    missed: list[Wanted]
    duplicates: list[Row]
    unlisted: list[Row]


def rows(made: dict[str, Any]) -> list[Row]:
    """Read the rows that the page of a timeline shows by default."""
    return [_row(event) for event in made["events"] + made["undated"] if event["status"] not in HIDDEN]


def shown(timeline: Timeline) -> list[Row]:
    """The rows that the page of a timeline shows by default."""
    return rows(timeline.model_dump(mode="json", by_alias=True))


def _row(event: dict[str, Any]) -> Row:
    first, last = event["time"]["begin"]["not_before"], event["time"]["end"]["not_after"]
    days = Interval(*(date.fromisoformat(day) if day else None for day in (first, last)))
    parties = tuple(party["name"] or party["text"] for party in event["actors"] + event["recipients"])
    spans = tuple((mention["start"], mention["end"]) for mention in event["mentions"])
    known = days if first or last else None
    return Row(event["title"], event["type"], event["status"], known, parties, spans)


def judge(article: Told, found: Sequence[Row]) -> Judgement:
    """Pair the rows of an article's timeline with its events, and look what is left of both."""
    taken = _pairs(found, article.events)
    left = [row for number, row in enumerate(found) if number not in taken]
    again = [row for row in left if any(overlap(row, event) for event in article.events)]
    return Judgement(
        article=article,
        pairs=[_compare(found[row], article.events[event]) for row, event in sorted(taken.items())],
        missed=[e for n, e in enumerate(article.events) if n not in taken.values() and not e.is_optional],
        duplicates=again,
        unlisted=[row for row in left if row not in again],
    )


def overlap(row: Row, event: Wanted) -> bool:
    """Tell whether a mention of the row and a trigger of the event share a character."""
    return any(start < end and begin < stop for start, stop in row.spans for begin, end in event.triggers)


def _pairs(found: Sequence[Row], events: Sequence[Wanted]) -> dict[int, int]:
    """Pair rows with events by augmenting paths, the worthiest row and event first."""
    worth = {
        (row, event): _worth(found[row], events[event])
        for row in range(len(found))
        for event in range(len(events))
        if overlap(found[row], events[event])
    }
    choices = {row: [e for r, e in worth if r == row] for row in range(len(found))}
    for row, choice in choices.items():
        choice.sort(key=lambda event: -worth[row, event])
    row_of: dict[int, int] = {}

    def settle(row: int, tried: set[int]) -> bool:
        for event in choices[row]:
            if event not in tried:
                tried.add(event)
                if event not in row_of or settle(row_of[event], tried):
                    row_of[event] = row
                    return True
        return False

    for row in sorted((r for r in choices if choices[r]), key=lambda r: -worth[r, choices[r][0]]):
        settle(row, set())
    return {row: event for event, row in row_of.items()}


def _worth(row: Row, event: Wanted) -> float:
    """Weigh how well a row fits an event: the date most, then the status, then type, level and parties."""
    whens = [_interval(when) for when in event.whens]
    dated = 4.0 if row.days in whens else 2.0 * any(_is_near(row.days, when) for when in whens)
    fits = 2.0 * (row.status in event.statuses) + (row.type in event.types) + (not event.is_optional)
    names = len(row.parties) + len(event.parties)
    return dated + fits + (2.0 * shared(row.parties, event.parties) / names if names else 0.0)


@cache
def _interval(when: str) -> Interval | None:
    """The days of an EDTF date; None where it says that nothing is known."""
    return None if when == "unknown" else parse(when)


def _is_near(days: Interval | None, when: Interval | None) -> bool:
    """Tell whether one of two intervals lies inside the other."""
    return days is not None and when is not None and days.intersect(when) in (days, when)


def _compare(row: Row, event: Wanted) -> Pair:
    common = shared(row.parties, event.parties)
    has_date = row.days in [_interval(when) for when in event.whens]
    has_parties = 2 * common >= len(row.parties) and (common > 0 or not event.parties)
    fits = row.status in event.statuses and row.type in event.types
    return Pair(row, event, has_date, common, has_date and fits and has_parties)


def shared(ours: Iterable[str], theirs: Iterable[str]) -> int:
    """Count the names of one list that are in the other, each used once.

    >>> shared(["President Ana Pires", "Chad", "Peru"], ["Pires", "Government of Peru"])
    2
    """
    left, common = list(theirs), 0
    for name in ours:
        match = next((other for other in left if _is_same(_words(name), _words(other))), None)
        if match is not None:
            left.remove(match)
            common += 1
    return common


@cache
def _words(name: str) -> frozenset[str]:
    words = frozenset(re.findall(r"\w+", name.lower()))
    return words - _TITLES or words


def _is_same(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(ours and theirs) and (ours <= theirs or theirs <= ours)


def count(judgement: Judgement) -> Counter[str]:
    """Count what the figures are shares of."""
    _, pairs, missed, duplicates, unlisted = judgement
    wanted = [pair for pair in pairs if not pair.event.is_optional]
    key = [pair for pair in pairs if pair.event.level == "key"]
    return Counter(
        rows=len(pairs) + len(duplicates) + len(unlisted),
        listed=len(pairs),
        duplicates=len(duplicates),
        wanted=len(wanted) + len(missed),
        found=len(wanted),
        key=len(key) + sum(event.level == "key" for event in missed),
        found_key=len(key),
        dated=sum(pair.has_date for pair in pairs),
        right=sum(pair.is_right for pair in pairs),
        right_wanted=sum(pair.is_right for pair in wanted),
        common=2 * sum(pair.common for pair in pairs),
        parties=sum(len(pair.row.parties) + len(pair.event.parties) for pair in pairs),
    )


def figures(counts: Iterable[Counter[str]]) -> dict[str, float]:
    """Reckon the figures of the articles with these counts."""
    n = sum(counts, Counter[str]())

    def share(part: str, whole: str) -> float:
        return round(100 * n[part] / n[whole], 1) if n[whole] else 0.0

    recall, precision = share("right_wanted", "wanted"), share("right", "rows")
    return {
        "recall": share("found", "wanted"),
        "recall_key": share("found_key", "key"),
        "precision": share("listed", "rows"),
        "duplicates": share("duplicates", "rows"),
        "dates": share("dated", "listed"),
        "parties": share("common", "parties"),
        "right_recall": recall,
        "right_precision": precision,
        "desk_f1": round(2 * recall * precision / (recall + precision), 1) if recall + precision else 0.0,
    }


def errors(judgement: Judgement) -> Iterator[str]:
    """Tell in a line each what is wrong with the timeline of an article."""
    name = judgement.article.name
    for pair in judgement.pairs:
        if not pair.is_right:
            yield f"{name}\tnot right\t{_told(pair.row)}\twanted {_meant(pair.event)}"
    for label, left in (("duplicate", judgement.duplicates), ("unlisted", judgement.unlisted)):
        yield from (f"{name}\t{label}\t{_told(row)}" for row in left)
    yield from (f"{name}\tmissed\t{_meant(event)}" for event in judgement.missed)


def _told(row: Row) -> str:
    days = "/".join(str(day or "..") for day in row.days) if row.days else "undated"
    return f"{row.title} | {row.type} {row.status} {days} {list(row.parties)}"


def _meant(event: Wanted) -> str:
    return f"{event.what} | {event.types[0]} {event.statuses[0]} {event.whens[0]} {list(event.parties)} ({event.level})"
