"""How like an event is to what was corrected, where neither its id nor its sentence is there any more."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from timeline import edtf
from timeline.edtf import Interval
from timeline.errors import DateError
from timeline.models import Description, MergedEvent, Near
from timeline.tables.load import read_toml

# The text of an article by its id; KeyError where there is none.
Texts: TypeAlias = Callable[[str], str]

_WORD = re.compile(r"\w+")


class _Sought(NamedTuple):
    """A description, ready to be compared."""

    described: Description
    days: Interval
    parties: frozenset[str]
    triggers: frozenset[str]
    articles: frozenset[str]
    sentences: Sequence[frozenset[str]]
    weights: Mapping[str, float]


def nearest(described: Description, events: Sequence[MergedEvent], texts: Texts) -> list[Near]:
    """Return the events most like a description, the best first; only those that anything speaks for.

    The sentences of those alone are looked at that are most like it in all else.
    """
    table = read_toml("corrections.toml")
    sought = _sought(described, table["weights"])
    outer = sorted((-_outside(sought, event), number) for number, event in enumerate(events))
    found = []
    for likeness, number in outer[: table["looked_at"]]:
        event = events[number]
        value = -likeness + sought.weights["words"] * _words(sought, event, texts)
        found.append((-round(value, 2), number, Near(event=event.id, title=event.title, likeness=round(value, 2))))
    return [near for _, _, near in sorted(found)[: table["named"]] if near.likeness >= table["worth_naming"]]


def is_sure(found: Sequence[Near]) -> bool:
    """Tell whether the first is so like, and so much more like than the second, that it is the one."""
    if not found:
        return False
    table = read_toml("corrections.toml")
    first, second = found[0].likeness, found[1].likeness if len(found) > 1 else 0.0
    return first >= float(table["sure"]) and round(first - second, 2) >= float(table["ahead"])


def _sought(described: Description, weights: Mapping[str, float]) -> _Sought:
    quoted = described.quotations
    return _Sought(
        described,
        _days(described.date),
        frozenset(name.casefold() for name in described.parties),
        frozenset(one.trigger.casefold() for one in quoted),
        frozenset(one.article for one in quoted),
        [_set(one.sentence) for one in quoted],
        weights,
    )


def _outside(sought: _Sought, event: MergedEvent) -> float:
    """What speaks for an event but its words."""
    agree = {
        "type": _equal(sought.described.type, event.type),
        "date": _date(sought.days, event.time.interval),
        "parties": _shared(sought.parties, {p.called.casefold() for p in (*event.actors, *event.recipients)}),
        "trigger": _any(sought.triggers, (mention.trigger.casefold() for mention in event.mentions)),
        "article": _any(sought.articles, (mention.article for mention in event.mentions)),
    }
    return sum(sought.weights[name] * value for name, value in agree.items())


def _equal(one: str | None, other: str) -> float:
    return float(one == other)


def _any(sought: Collection[str], found: Iterator[str]) -> float:
    return float(any(one in sought for one in found))


def _shared(one: Collection[str], other: Collection[str]) -> float:
    """The share of two sets that is in both; none of two that are empty."""
    both = set(one) & set(other)
    return 2 * len(both) / (len(one) + len(other)) if both else 0.0


def _date(sought: Interval, days: Interval) -> float:
    """1 for the same days, less for those that meet; an open side meets nothing."""
    if sought == days:
        return float(any(sought))
    return 0.5 if None not in (*sought, *days) and sought.intersect(days) else 0.0


def _days(date: str | None) -> Interval:
    try:
        return Interval(None, None) if date is None else edtf.parse(date)
    except DateError:
        return Interval(None, None)


def _words(sought: _Sought, event: MergedEvent, texts: Texts) -> float:
    """The best that one of the sentences agrees with one of the event's; its headlines' where none is quoted."""
    if not sought.sentences:
        return _shared(_set(sought.described.title), _set(event.title))
    told = list(_told(event, texts))
    return max((_shared(one, other) for one in sought.sentences for other in told), default=0.0)


def _told(event: MergedEvent, texts: Texts) -> Iterator[frozenset[str]]:
    for mention in event.mentions[: read_toml("corrections.toml")["mentions"]]:
        yield _set(texts(mention.article)[mention.sentence.start : mention.sentence.end])


def _set(words: str) -> frozenset[str]:
    return frozenset(_WORD.findall(words.casefold()))
