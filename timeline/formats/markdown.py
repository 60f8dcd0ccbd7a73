"""Markdown: a chronology with the sentences that prove it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.formats import telling
from timeline.formats.telling import Report
from timeline.models import Timeline
from timeline.render import when

_MARKS = re.compile(r"[\\`*_\[\]<>#|~&]")


def parts(timeline: Timeline) -> Iterator[str]:
    """Yield the title, then the events in order of time, each with its reports below it."""
    by_id = telling.articles(timeline)
    yield f"# {_text(timeline.title)}\n\n"
    for event in telling.shown(timeline):
        kind, status = when.label("type", event.type), when.label("status", event.status)
        yield f"- **{_text(when.words(event.time))}**: {_text(event.title)} ({_text(kind)}, {_text(status)})\n"
        yield from map(_report, telling.reports(event, by_id))


def _report(report: Report) -> str:
    mention, article, sentence, _ = report
    written = f", {article.dct.value}" if article.dct.value else ""
    return f"  - “{_text(sentence)}” {_text(telling.name(article) + written)}. {_text(mention.reason)}\n"


def _text(text: str) -> str:
    return _MARKS.sub(r"\\\g<0>", telling.one_line(text))
