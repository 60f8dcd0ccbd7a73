"""Single mentions as merging compares them, for the tests of its rules."""

from __future__ import annotations

from collections.abc import Sequence

from making import article, event

from timeline.merge import Mentions
from timeline.merge.alike import alike
from timeline.merge.blocks import candidates
from timeline.merge.comparing import Comparing
from timeline.merge.headlines import date_headline
from timeline.merge.join import join
from timeline.merge.match import Match, match
from timeline.merge.record import Record
from timeline.merge.record import record as record_of
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
        [articles.index(record.article.id) for record in found], [alike(record) for record in found], found.__getitem__
    )


def cluster(found: Sequence[Record]) -> list[list[Record]]:
    """Put the records of one event together, all of them compared at once."""
    told = sorted(found, key=lambda record: record.key)
    dated = [date_headline(record, (other for other in told if _dates_like(other, record))) for record in told]
    matched = {pair: match(dated[pair[0]], dated[pair[1]]) for pair in candidates(dated)}
    same = {pair: of.score for pair, of in matched.items() if of.same}
    return [[told[index] for index in group] for group in join(range(len(told)), same, comparing(dated))]


def _dates_like(one: Record, other: Record) -> bool:
    return one.own_date and (one.article.id, one.type) == (other.article.id, other.type)
