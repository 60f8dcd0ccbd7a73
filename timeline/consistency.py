"""Whether the parts of a timeline that somebody else has written fit one another."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from timeline.models import SCHEMA, ArticleRecord, Block, Claim, Dct, Mention, MergedEvent, Timeline, Timex

_NUL = "\x00"
_MOST = 1_000_000_000  # articles that may tell an event


def inconsistency(timeline: Timeline, types: frozenset[str]) -> str | None:
    """Say the first thing that does not fit, in words; None where all does.  ``types``: those an event may have."""
    return next(_inconsistencies(timeline, types), None)


def _inconsistencies(timeline: Timeline, types: frozenset[str]) -> Iterator[str]:
    if timeline.schema_version != SCHEMA:
        yield f"its schema is {timeline.schema_version}, this version reads {SCHEMA}"
    articles: dict[str, ArticleRecord] = {}
    for article in timeline.articles:
        if article.id in articles:
            yield f"two articles have the id {article.id!r}"
        articles[article.id] = article
        yield from (f"article {article.id!r}: {told}" for told in _of_article(article))
    seen: set[str] = set()
    for event in timeline.everything:
        if event.id in seen:
            yield f"two events have the id {event.id!r}"
        seen.add(event.id)
        if event.type not in types:
            yield f"event {event.id!r}: the type {event.type!r} is not known"
        yield from (f"event {event.id!r}: {told}" for told in _of_event(event, articles))


def _of_article(article: ArticleRecord) -> Iterator[str]:
    if _NUL in article.id or _NUL in article.text:
        yield "it holds a NUL character"
    size = len(article.text)
    parts: tuple[Block | Timex, ...] = (*article.blocks, *article.timexes)
    for part in parts:
        if not 0 <= part.start <= part.end <= size:
            yield f"characters {part.start} to {part.end} leave its text of {size}"
    if article.dct.value is not None and not _is_day(article):
        yield f"its day {article.dct.value!r} is none"
    timed: tuple[Dct | Claim | Timex, ...] = (article.dct, *article.claims, *article.timexes)
    for one in timed:
        if one.interval.is_reversed:
            yield f"the days {one.interval.not_before} to {one.interval.not_after} are the wrong way round"


def _is_day(article: ArticleRecord) -> bool:
    try:
        return article.dct.day is not None
    except ValueError:
        return False


def _of_event(event: MergedEvent, articles: dict[str, ArticleRecord]) -> Iterator[str]:
    if _NUL in event.id or _NUL in event.title:
        yield "it holds a NUL character"
    if not 0 <= event.sources <= _MOST:
        yield f"it has {event.sources} sources"
    for name, share in (("importance", event.importance), ("confidence", event.confidence)):
        if share is not None and not 0 <= share <= 1:
            yield f"its {name} is {share}, not between 0 and 1"
    for time in (event.time, *(mention.time for mention in event.mentions)):
        if any(days.is_reversed for days in (time.begin.interval, time.end.interval, time.interval)):
            yield "its time ends before it begins"
    for number, mention in enumerate(event.mentions):
        if mention.copy_of is not None and mention.copy_of not in articles:
            yield f"mention {number + 1} copies the article {mention.copy_of!r}, which is not in the file"
        if mention.article not in articles:
            yield f"mention {number + 1} is in the article {mention.article!r}, which is not in the file"
        else:
            yield from _of_mention(mention, number, len(articles[mention.article].text))
    told = chain(chain.from_iterable(one.mentions for one in event.conflicts), (one.mentions for one in event.history))
    for index in chain.from_iterable(told):
        if not 0 <= index < len(event.mentions):
            yield f"it names its mention {index + 1}, but has {len(event.mentions)}"


def _of_mention(mention: Mention, number: int, size: int) -> Iterator[str]:
    spans = [(mention.sentence.start, mention.sentence.end), (mention.start, mention.end)]
    if mention.timex is not None:
        spans.append((mention.timex.start, mention.timex.end))
    for start, end in spans:
        if not 0 <= start <= end <= size:
            yield f"mention {number + 1}: characters {start} to {end} leave the article's text of {size}"
    for anchor in (mention.anchor.start, *mention.anchor.timexes):
        if anchor is not None and not 0 <= anchor <= size:
            yield f"mention {number + 1}: its anchor at {anchor} leaves the article's text of {size}"
    if mention.joined is not None and not 0 <= mention.joined.mention < number:
        yield f"mention {number + 1}: it joins mention {mention.joined.mention + 1}, which is not before it"
