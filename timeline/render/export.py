"""A timeline becomes files for other programs: JSON of everything, and a CSV table of the events."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from datetime import date

from timeline.models import ArticleRecord, MergedEvent, Timeline
from timeline.render import when

COLUMNS = (
    "id", "title", "type", "quad", "status", "edtf", "when", "begin_not_before", "begin_not_after", "end_not_before",
    "end_not_after", "actors", "recipients", "places", "claimed_by", "certainty", "importance", "article", "url",
    "article_date", "sentence", "date_expression", "reason", "mentions",
)  # fmt: skip

# A cell that begins like this is a formula to a spreadsheet, and article text must never be one.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")


def to_json(timeline: Timeline) -> str:
    """Write ``timeline.json``: all of the timeline, keys in the order of the models."""
    return timeline.model_dump_json(indent=2, by_alias=True) + "\n"


def to_csv(timeline: Timeline) -> str:
    """Write one row for each event in order of time, its evidence taken from its first mention."""
    out = io.StringIO()
    articles = {article.id: article for article in timeline.articles}
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(COLUMNS)
    for event in (*timeline.events, *timeline.undated):
        table.writerow(guard(cell) for cell in _row(event, articles))
    return out.getvalue()


def guard(cell: str) -> str:
    """Put an apostrophe before what a spreadsheet would take for a formula.

    >>> guard("=1+1")
    "'=1+1"
    """
    return "'" + cell if cell.lstrip(" ").startswith(_FORMULA) else cell


def _row(event: MergedEvent, articles: Mapping[str, ArticleRecord]) -> list[str]:
    first = event.mentions[0] if event.mentions else None
    article = articles[first.article] if first else None
    begin, end = event.time.begin, event.time.end
    return [
        event.id,
        event.title,
        event.type,
        event.quad,
        event.status,
        event.edtf or "",
        when.words(event.time),
        *(_iso(day) for day in (begin.not_before, begin.not_after, end.not_before, end.not_after)),
        "; ".join(party.name or party.text for party in event.actors),
        "; ".join(party.name or party.text for party in event.recipients),
        "; ".join(place.text for place in event.places),
        event.attribution.claimed_by or "",
        event.attribution.certainty,
        f"{event.importance:g}",
        (article.title or article.path or article.id) if article else "",
        (article.url or "") if article else "",
        (article.dct.value or "") if article else "",
        article.text[first.sentence.start : first.sentence.end] if article and first else "",
        first.timex.text if first and first.timex else "",
        first.reason if first else "",
        str(len(event.mentions)),
    ]


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
