"""Single mentions as merging compares them, for the tests of its rules."""

from __future__ import annotations

from collections.abc import Sequence

from making import article, event

from timeline.merge import Forgetful, Mentions, Source, Summary, card
from timeline.merge.comparing import Comparing
from timeline.merge.groups import groups_of
from timeline.merge.looks import looks
from timeline.merge.match import Match, match
from timeline.merge.pairs import nobody
from timeline.merge.record import Record
from timeline.merge.record import record as record_of
from timeline.merge.source import places
from timeline.models import Article, Event, Timex


def record(text: str, trigger: str, *, name: str, day: str = "2031-07-03", **fields: object) -> Record:
    """The record of the one event of an article."""
    of = article(text, name=name, day=day)
    return record_of(of, [], event(of, trigger, **fields))  # type: ignore[arg-type]


def records(of: Article, timexes: Sequence[Timex], events: Sequence[Event]) -> list[Record]:
    """The records of the typed events of an article."""
    return [record_of(of, timexes, one) for one in events if one.type is not None]


def compared(of: Article, timexes: Sequence[Timex], events: Sequence[Event]) -> list[Record]:
    """The records of the typed events of an article, as they are compared."""
    told = Mentions(of, timexes, events)
    return [told.compared(number) for number in range(len(told))]


def compare(one: Record, other: Record) -> Match:
    """Compare two records, which of them first makes no difference."""
    assert match(one, other) == match(other, one)
    return match(one, other)


def comparing(found: Sequence[Record]) -> Comparing:
    """Compare records by their numbers, in the order of their keys."""
    articles = list(dict.fromkeys(record.article.id for record in found))
    return Comparing(
        [articles.index(record.article.id) for record in found], [looks(record) for record in found], found.__getitem__
    )


def cluster(found: Sequence[Record]) -> list[list[Record]]:
    """Put the records of one event together."""
    events: dict[str, list[Event]] = {}
    given = {record.article.id: record for record in found}
    for record in found:
        events.setdefault(record.article.id, []).append(record.event)
    once = [Mentions(given[name].article, given[name].timexes, events[name]) for name in sorted(events)]
    summaries = [Summary(of.article.id, of.article.id.encode().ljust(16), card(of)) for of in once]
    source = Source(summaries, once.__getitem__, Forgetful())
    every = places(summaries)
    by_place = {record.key: record for record in found}
    groups = groups_of(source, every, nobody)
    return [[by_place[once[every.article[n]].told(every.number[n]).key] for n in group] for group in groups]
