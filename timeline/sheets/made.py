"""Entries of a table become a timeline: quotations become articles of their own, the rest is added by hand."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date

from timeline import edtf
from timeline.corrections import codes
from timeline.models import (
    ArticleRecord,
    Attribution,
    Block,
    Dct,
    EventAnchor,
    Mention,
    MentionTimex,
    MergedEvent,
    Place,
    Span,
    Timeline,
)
from timeline.render import when
from timeline.sheets.entry import Entry, Quotation

_SPACE = "\n\n"
_Source = tuple[str | None, str | None, str | None, str | None]


class Articles:
    """The articles that the quotations of a table are from, each made of what is quoted of it."""

    def __init__(self) -> None:
        """Begin with none."""
        self._sentences: dict[_Source, dict[str, int]] = {}

    def place(self, quotation: Quotation, instead: str) -> tuple[str, int]:
        """Return the id of its article, and where the quotation begins there; ``instead``: what stands for no words."""
        source = (quotation.article, quotation.source, quotation.url, quotation.written)
        sentences = self._sentences.setdefault(source, {})
        words = quotation.sentence or instead
        if words not in sentences:
            sentences[words] = sum(len(other) + len(_SPACE) for other in sentences)
        return self._id(source), sentences[words]

    def made(self) -> tuple[ArticleRecord, ...]:
        """Return them all."""
        return tuple(self._article(source, list(sentences)) for source, sentences in self._sentences.items())

    def _id(self, source: _Source) -> str:
        return f"table-{list(self._sentences).index(source) + 1}"

    def _article(self, source: _Source, sentences: Sequence[str]) -> ArticleRecord:
        name, publisher, url, written = source
        blocks, at = [], 0
        for words in sentences:
            blocks.append(Block(kind="body", start=at, end=at + len(words)))
            at += len(words) + len(_SPACE)
        return ArticleRecord(
            id=self._id(source),
            title=name,
            source=publisher,
            url=url,
            dct=_dct(written),
            blocks=tuple(blocks),
            text=_SPACE.join(sentences),
        )


def _dct(written: str | None) -> Dct:
    if not written:
        return Dct()
    day = date.fromisoformat(written[:10])
    return Dct(value=written, not_before=day, not_after=day, confidence=1.0, evidence="the table of events")


def timeline(entries: Iterable[Entry], title: str) -> Timeline:
    """Make the timeline of these events, in order of time."""
    articles = Articles()
    taken: set[str] = set()
    events = sorted((_event(entry, articles, taken) for entry in entries), key=when.order)
    return Timeline(
        title=title,
        articles=articles.made(),
        events=tuple(event for event in events if when.position(event.time)),
        undated=tuple(event for event in events if not when.position(event.time)),
    )


def _event(entry: Entry, articles: Articles, taken: set[str]) -> MergedEvent:
    mentions = tuple(_mention(entry, quotation, articles) for quotation in entry.quotations)
    return MergedEvent(
        id=_id(entry, taken),
        title=entry.title,
        **codes(entry.type, entry.status, None),
        status=entry.status,
        actors=entry.actors,
        recipients=entry.recipients,
        places=tuple(Place(text=name, start=0, end=0) for name in entry.places),
        attribution=Attribution(),
        context=(),
        edtf=edtf.format(entry.time.interval),
        time=entry.time,
        mentions=mentions,
        conflicts=(),
        sources=len({mention.article for mention in mentions}),
        importance=entry.importance,
        confidence=1.0,
        note=entry.note,
        corrected=() if mentions else ("added",),
    )


def _mention(entry: Entry, quotation: Quotation, articles: Articles) -> Mention:
    article, start = articles.place(quotation, entry.title)
    words = quotation.sentence or entry.title
    found = words.find(quotation.expression) if quotation.expression else -1
    timex = None
    if quotation.expression and found >= 0:
        at = start + found
        timex = MentionTimex(
            start=at,
            end=at + len(quotation.expression),
            text=quotation.expression,
            value=edtf.format(entry.time.interval),
            rule="table",
        )
    return Mention(
        article=article,
        sentence=Span(start=start, end=start + len(words)),
        start=start,
        end=start + len(words),
        trigger=words,
        timex=timex,
        anchor=EventAnchor(kind="timex", start=timex.start, text=timex.text) if timex else EventAnchor(kind="none"),
        reason=quotation.reason or "the table of events says so",
        status=entry.status,
        time=entry.time,
        attribution=Attribution(),
    )


def _id(entry: Entry, taken: set[str]) -> str:
    """Its own name, else one of its content; never one that another event has."""
    told = f"{entry.title}\0{entry.time.model_dump_json()}"
    wanted = entry.id or hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    name, number = wanted, 1
    while name in taken:
        number += 1
        name = f"{wanted}-{number}"
    taken.add(name)
    return name
