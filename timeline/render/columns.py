"""A timeline becomes what the page carries: columns to draw and filter by, and text in chunks to open on demand.

The columns are small and read at once; a chunk is parsed only when one of its events or articles is looked at, so that
100,000 events cost little until they are read.  ``static/store.js`` is the reader of this shape.
"""

from __future__ import annotations

import base64
import re
import sys
from array import array
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from timeline import edtf
from timeline.models import (
    QUADS,
    STATUSES,
    ArticleRecord,
    Attribution,
    Bounds,
    EventTime,
    Mention,
    MergedEvent,
    Party,
    Stage,
    Timeline,
)
from timeline.render import when
from timeline.render.bands import Band, bands
from timeline.render.disputes import Difference, differences
from timeline.render.offsets import Utf16
from timeline.render.states import States
from timeline.tables.load import read_toml

EVENTS_A_CHUNK = 500
LETTERS_A_CHUNK = 200_000  # of article text: one such block parses in about 2 ms

INFERRED, DISPUTED, MINOR = 1, 2, 4
_BY_HAND = frozenset(("added", "mention"))  # events whose id a reader chose
_FINE = 1000  # steps of importance, in its column
_EPOCH = date(1970, 1, 1).toordinal()
_TAG = re.compile(r"(?<![\w#&/])#\w[\w-]*")
_NONE = -(2**31)  # an open side, in a column of days


@dataclass(frozen=True)
class Packed:
    """What goes into the page's inert blocks, the events in the order of the page, and the ids of the minor ones.

    Chunks are made when they are asked for: all of 100,000 events at once would be millions of small lists.
    """

    meta: dict[str, Any]
    columns: dict[str, Any]
    events: Sequence[MergedEvent]
    minor: Collection[str]
    _articles: Sequence[ArticleRecord]
    _places: Mapping[str, int]
    _offsets: Sequence[Utf16]
    _rules: Mapping[str | None, int]
    _differences: Mapping[str, Sequence[Difference]]

    def chunks(self, first: int, last: int | None = None) -> Iterator[list[Any]]:
        """Yield the chunks of events from one number up to another."""
        for start in range(0, len(self.events), EVENTS_A_CHUNK)[first:last]:
            events = self.events[start : start + EVENTS_A_CHUNK]
            yield [
                _event(event, self._places, self._offsets, self._rules, self._differences.get(event.id, ()))
                for event in events
            ]

    def groups(self) -> Iterator[list[Any]]:
        """Yield the groups of articles."""
        starts = [*self.meta["articleStarts"], len(self._articles)]
        for start, end in pairwise(starts):
            yield [_article(self._articles[number], self._offsets[number]) for number in range(start, end)]


def days(day: date | None) -> int | None:
    """Return days since 1 January 1970.

    >>> days(date(1969, 12, 31))
    -1
    """
    return None if day is None else day.toordinal() - _EPOCH


def pack(timeline: Timeline) -> Packed:
    """Order the events in time, the minor ones among them, and split the timeline into columns and chunks."""
    events = sorted(timeline.everything, key=when.order)
    minor = frozenset(event.id for event in timeline.minor)
    places = {article.id: place for place, article in enumerate(timeline.articles)}
    offsets = [Utf16(article.text) for article in timeline.articles]
    types = sorted({event.type for event in events})
    actors, actor_lists = _numbered([_actors(event) for event in events])
    sources, source_lists = _numbered([_sources(event, timeline.articles, places) for event in events])
    known = States(events)
    of = known.of
    states, state_lists = _numbered([_states(event, of) for event in events])
    tags, tag_lists = _numbered([tags_of(event.note) for event in events])
    by_id = {article.id: article for article in timeline.articles}
    differing = {event.id: found for event in events if (found := differences(event, by_id))}
    disputed = frozenset(id_ for id_, found in differing.items() if any(one.disputed for one in found))
    lists = {"actor": actor_lists, "source": source_lists, "country": state_lists, "tag": tag_lists}
    columns = _columns(events, types, minor, disputed) | {name: _lists(column) for name, column in lists.items()}
    homes = _homes(events, actors, states, of)
    named = {"actors": actors, "sources": sources, "countries": states, "tags": tags, "homes": homes}
    rules = list(dict.fromkeys(mention.rule for event in events for mention in event.mentions))
    meta = _meta(timeline, events, types) | named | {"byHand": _by_hand(events), "rules": rules, "codes": known.names()}
    meta["bands"] = [_band(band) for band in bands(timeline)]
    rule_at = {rule: number for number, rule in enumerate(rules)}
    return Packed(meta, columns, events, minor, timeline.articles, places, offsets, rule_at, differing)


def _columns(
    events: Sequence[MergedEvent], types: Sequence[str], minor: Collection[str], disputed: Collection[str]
) -> dict[str, Any]:
    """Pack what is drawn and filtered by: one number for each event in each column."""
    type_at = {name: number for number, name in enumerate(types)}
    return {
        "low": _days(event.time.interval.not_before for event in events),
        "high": _days(event.time.interval.not_after for event in events),
        "kind": _numbers(when.KINDS.index(when.kind(event.time)) for event in events),
        "type": _numbers(type_at[event.type] for event in events),
        "status": _numbers(STATUSES.index(event.status) for event in events),
        "flags": _numbers(
            _flags(event) | DISPUTED * (event.id in disputed) | MINOR * (event.id in minor) for event in events
        ),
        "mentions": _numbers(len(event.mentions) for event in events),
        "sources": _numbers(event.sources for event in events),
        "importance": _numbers(round(_FINE * event.importance) for event in events),
        "inner": {
            str(number): [days(event.time.begin.not_after), days(event.time.end.not_before)]
            for number, event in enumerate(events)
            if when.kind(event.time) == "fuzzy"
        },
        "hangs": _hangs(events),
    }


def _hangs(events: Sequence[MergedEvent]) -> dict[str, list[int]]:
    """Number for each event the events that its date hangs on: those whose words its reports are dated by."""
    told = {(m.article, m.start): number for number, event in enumerate(events) for m in event.mentions}
    out: dict[str, list[int]] = {}
    for number, event in enumerate(events):
        behind = (told.get((m.article, m.anchor.start or 0)) for m in event.mentions if m.anchor.kind == "event")
        found = dict.fromkeys(other for other in behind if other not in (None, number))
        if found:
            out[str(number)] = [other for other in found if other is not None]
    return out


def _meta(timeline: Timeline, events: Sequence[MergedEvent], types: Sequence[str]) -> dict[str, Any]:
    """Say how many there are, and what the numbers of the columns stand for."""
    quad_of = {event.type: event.quad for event in events}
    return {
        "title": timeline.title,
        "events": len(events),
        "chunk": EVENTS_A_CHUNK,
        "articles": len(timeline.articles),
        "articleStarts": list(_starts(timeline.articles)),
        "types": types,
        "quads": [QUADS.index(quad_of[name]) for name in types],
        "quadNames": QUADS,
        "ontology": [
            [name, QUADS.index(row.get("quad", "none"))] for name, row in read_toml("events/types.toml").items()
        ],
        "statuses": STATUSES,
        "kinds": when.KINDS,
        "built": _built_with(timeline),
        "quoted": read_toml("corrections.toml")["quoted"],
    }


def _built_with(timeline: Timeline) -> dict[str, Any] | None:
    """The corrections that the page goes on from: what is saved there holds them too."""
    if timeline.corrections is None:
        return None
    return timeline.corrections.model_dump(mode="json", exclude_defaults=True, exclude={"placements"})


def _band(band: Band) -> list[Any]:
    return [band.name, band.office, band.code, *map(days, (*band.begin, *band.end))]


def _by_hand(events: Iterable[MergedEvent]) -> dict[str, int]:
    """Number the events whose names a reader chose: corrections find these by name, the chunks tell all others."""
    return {event.id: number for number, event in enumerate(events) if not _BY_HAND.isdisjoint(event.corrected)}


def _days(column: Iterable[date | None]) -> list[str]:
    return _packed(array("i", (_NONE if (number := days(day)) is None else number for day in column)))


def _numbers(column: Iterable[int]) -> list[str]:
    numbers = list(column)
    most = max(numbers, default=0)
    return _packed(array("B" if most < 1 << 8 else "H" if most < 1 << 16 else "I", numbers))


def _lists(column: Iterable[Sequence[int]]) -> list[list[str]]:
    """Pack how long each list is, and what stands in all of them."""
    lists = list(column)
    return [_numbers(map(len, lists)), _numbers(number for numbers in lists for number in numbers)]


def _packed(numbers: array[int]) -> list[str]:
    """Name the type and write the bytes, lowest first, in base 64: read ten times as fast as numbers in JSON."""
    if sys.byteorder == "big":
        numbers.byteswap()
    return [numbers.typecode, base64.b64encode(numbers.tobytes()).decode("ascii")]


def _actors(event: MergedEvent) -> list[str]:
    return list(dict.fromkeys(party.called for party in (*event.actors, *event.recipients)))


def _states(event: MergedEvent, of: Callable[[Party], str | None]) -> list[str]:
    found = map(of, (*event.actors, *event.recipients))
    return list(dict.fromkeys(name for name in found if name is not None))


def _homes(
    events: Iterable[MergedEvent], actors: Sequence[str], states: Sequence[str], of: Callable[[Party], str | None]
) -> list[int]:
    """Number the state or body that each actor mostly counts for, -1 for none: what corrections go by."""
    counted: dict[str, Counter[str]] = {}
    for event in events:
        for party in (*event.actors, *event.recipients):
            home = of(party)
            if home is not None:
                counted.setdefault(party.called, Counter())[home] += 1
    at = {name: number for number, name in enumerate(states)}
    return [at[counted[name].most_common(1)[0][0]] if name in counted else -1 for name in actors]


def _sources(event: MergedEvent, articles: Sequence[ArticleRecord], places: Mapping[str, int]) -> list[str]:
    found = (articles[places[mention.article]] for mention in event.mentions)
    return list(dict.fromkeys(source_name(article) for article in found))


def tags_of(note: str | None) -> list[str]:
    """Return the words of a note that have # before them, in small letters.

    >>> tags_of("ask Oslo #Check, see https://a.example/#top #check #two-words")
    ['#check', '#two-words']
    """
    return list(dict.fromkeys(word.lower() for word in _TAG.findall(note or "")))


def source_name(article: ArticleRecord) -> str:
    """Return the outlet, or what else names the article."""
    return article.source or article.title or article.path or article.id


def _numbered(lists: Sequence[Sequence[str]]) -> tuple[list[str], Iterator[list[int]]]:
    """Order all names by how often they stand, and write the lists in their numbers."""
    counts = Counter(name for names in lists for name in names)
    ordered = sorted(counts, key=lambda name: (-counts[name], name))
    at = {name: number for number, name in enumerate(ordered)}
    return ordered, ([at[name] for name in names] for names in lists)


def _flags(event: MergedEvent) -> int:
    inferred = bool(event.mentions) and not any(mention.timex for mention in event.mentions)
    return INFERRED * inferred


def _starts(articles: Sequence[ArticleRecord]) -> Iterator[int]:
    letters = LETTERS_A_CHUNK
    for number, article in enumerate(articles):
        if letters >= LETTERS_A_CHUNK:
            yield number
            letters = 0
        letters += len(article.text)


def _bounds(bounds: Bounds) -> list[int | None]:
    return [days(bounds.not_before), days(bounds.not_after)]


def _time(time: EventTime) -> list[Any]:
    return [time.kind, *_bounds(time.begin), *([] if time.kind == "day" else _bounds(time.end))]


def _party(party: Party) -> list[Any]:
    return _short(party.called, party.code, party.sector)


def _event(
    event: MergedEvent,
    places: Mapping[str, int],
    offsets: Sequence[Utf16],
    rules: Mapping[str | None, int],
    differing: Sequence[Difference],
) -> list[Any]:
    return [
        event.id,
        event.title,
        event.edtf,
        _time(event.time),
        event.mode,
        [_party(party) for party in event.actors],
        [_party(party) for party in event.recipients],
        [place.text for place in event.places],
        _attribution(event.attribution),
        list(event.context),
        [_mention(mention, event, places, offsets, rules) for mention in event.mentions],
        [
            [one.field, list(one.values), [list(group) for group in one.mentions], *([1] if one.disputed else [])]
            for one in differing
        ],
        [event.plover, event.cameo, round(event.importance, 4), round(event.confidence, 4)],
        _short(event.note, list(event.corrected) or None),
        *([[_stage(stage) for stage in event.history]] if event.history else []),
    ]


def _stage(stage: Stage) -> list[Any]:
    between = edtf.parse(stage.edtf) if stage.edtf else edtf.Interval(None, None)
    return [stage.stage, days(stage.told), days(between.not_before), days(between.not_after), list(stage.mentions)]


def _mention(
    mention: Mention,
    event: MergedEvent,
    places: Mapping[str, int],
    offsets: Sequence[Utf16],
    rules: Mapping[str | None, int],
) -> list[Any]:
    article = places[mention.article]
    at, timex = offsets[article], mention.timex
    return [
        article,
        at(mention.sentence.start),
        at(mention.sentence.end),
        at(mention.start),
        at(mention.end),
        [at(timex.start), at(timex.end), timex.value, timex.rule] if timex else None,
        mention.reason,
        rules[mention.rule],
        # What most mentions share with their event is left out: a third of the page at 100,000 events.
        *_unlike(mention, event, at, places),
    ]


def _unlike(mention: Mention, event: MergedEvent, at: Utf16, places: Mapping[str, int]) -> list[Any]:
    rest = [
        None if mention.status == event.status else mention.status,
        None if mention.time == event.time else _time(mention.time),
        None if mention.attribution == event.attribution else _attribution(mention.attribution),
        # Where the expression begins behind a date that is not the mention's own.
        at(mention.anchor.timexes[0]) if mention.anchor.timexes and not mention.timex else None,
        [mention.joined.mention, list(mention.joined.signs)] if mention.joined else None,
        None if mention.copy_of is None else places[mention.copy_of],
    ]
    return _short(*rest)


def _attribution(told: Attribution) -> list[Any]:
    return _short(told.claimed_by, None if told.certainty == "asserted" else told.certainty)


def _short(*values: Any) -> list[Any]:
    """Make a list without the nulls at its end, which most have."""
    rest = list(values)
    while rest and rest[-1] is None:
        rest.pop()
    return rest


def _article(article: ArticleRecord, at: Utf16) -> list[Any]:
    return [
        article.id,
        article.title,
        article.url,
        article.source,
        article.language,
        article.path,
        [article.dct.value, days(article.dct.not_before), days(article.dct.not_after), article.dct.evidence],
        [
            [claim.found, claim.text, days(claim.not_before), days(claim.not_after), claim.evidence]
            for claim in article.claims
        ],
        [[block.kind, at(block.start), at(block.end)] for block in article.blocks],
        article.text,
        [
            [
                at(timex.start),
                at(timex.end),
                timex.type,
                timex.value,
                days(timex.not_before),
                days(timex.not_after),
                timex.rule,
            ]
            for timex in article.timexes
        ],
    ]
