"""Plain text: a chronology to read in any program, or to put into a mail."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from itertools import groupby

from timeline.formats import telling
from timeline.formats.telling import Report
from timeline.models import ArticleRecord, MergedEvent, Timeline
from timeline.render import when

_WIDTH = 100  # letters of a line


def parts(timeline: Timeline) -> Iterator[str]:
    """Yield the title, then the events under the words that say when they were."""
    by_id = telling.articles(timeline)
    title = telling.one_line(timeline.title)
    yield f"{title}\n{'=' * min(_WIDTH, max(3, len(title)))}\n"
    for said, events in groupby(telling.shown(timeline), lambda event: when.words(event.time)):
        yield f"\n{said[:1].upper()}{said[1:]}\n"
        for event in events:
            yield from _entry(event, by_id)


def _entry(event: MergedEvent, by_id: dict[str, ArticleRecord]) -> Iterator[str]:
    kind, status = when.label("type", event.type), when.label("status", event.status)
    yield _wrapped(f"* {event.title} ({kind}, {status})", 2)
    for report in telling.reports(event, by_id):
        yield _wrapped(_said(report), 4)


def _said(report: Report) -> str:
    mention, article, sentence, _ = report
    written = f", {article.dct.value}" if article.dct.value else ""
    return f"“{telling.one_line(sentence)}” {telling.name(article)}{written}. {mention.reason}"


def _wrapped(text: str, indent: int) -> str:
    lines = textwrap.wrap(telling.one_line(text), _WIDTH - indent, break_on_hyphens=False)
    first, rest = " " * (indent if indent > 2 else 0), " " * indent
    return "".join(f"{rest if number else first}{line}\n" for number, line in enumerate(lines))
