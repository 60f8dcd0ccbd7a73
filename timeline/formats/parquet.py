"""Parquet: the table of the events with typed columns, for data frames and databases."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date

from timeline.formats import telling
from timeline.formats.telling import Report
from timeline.models import MergedEvent, Timeline
from timeline.render import when

_TEXTS = (
    "id", "title", "type", "plover", "mode", "quad", "cameo", "status", "edtf", "when", "claimed_by", "certainty",
    "article", "url", "article_date", "sentence", "date_expression", "reason",
)  # fmt: skip
_DAYS = ("begin_not_before", "begin_not_after", "end_not_before", "end_not_after")
_LISTS = ("actors", "actor_codes", "recipients", "recipient_codes", "places", "context")
_NUMBERS = ("importance", "confidence")
_COUNTS = ("mentions", "sources")


def parts(timeline: Timeline) -> Iterator[bytes]:
    """Yield the file."""
    import pyarrow
    from pyarrow import parquet

    types = (
        dict.fromkeys(_TEXTS, pyarrow.string())
        | dict.fromkeys(_DAYS, pyarrow.date32())
        | dict.fromkeys(_LISTS, pyarrow.list_(pyarrow.string()))
        | dict.fromkeys(_NUMBERS, pyarrow.float64())
        | dict.fromkeys(_COUNTS, pyarrow.int32())
    )
    by_id = telling.articles(timeline)
    rows = [_row(event, telling.reports(event, by_id)) for event in telling.shown(timeline)]
    out = io.BytesIO()
    parquet.write_table(pyarrow.Table.from_pylist(rows, schema=pyarrow.schema(list(types.items()))), out)
    yield out.getvalue()


def _row(event: MergedEvent, reports: list[Report]) -> dict[str, object]:
    days: tuple[date | None, ...] = when.bounds(event.time)
    return {
        **{field: getattr(event, field) for field in ("id", "title", "type", "plover", "mode", "quad", "cameo")},
        "status": event.status,
        "edtf": event.edtf,
        "when": when.words(event.time),
        **dict(zip(_DAYS, days, strict=True)),
        "actors": [party.called for party in event.actors],
        "actor_codes": [party.code for party in event.actors],
        "recipients": [party.called for party in event.recipients],
        "recipient_codes": [party.code for party in event.recipients],
        "places": [place.text for place in event.places],
        "context": list(event.context),
        "claimed_by": event.attribution.claimed_by,
        "certainty": event.attribution.certainty,
        "importance": event.importance,
        "confidence": event.confidence,
        "mentions": len(event.mentions),
        "sources": event.sources,
        **(_evidence(reports[0]) if reports else {}),
    }


def _evidence(report: Report) -> dict[str, object]:
    mention, article, sentence, expression = report
    return {
        "article": telling.name(article),
        "url": article.url,
        "article_date": article.dct.value,
        "sentence": sentence,
        "date_expression": expression,
        "reason": mention.reason,
    }
