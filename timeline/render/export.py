"""A timeline becomes files for other programs: JSON of everything, and a CSV table of the events."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from timeline.models import ArticleRecord, Mention, MergedEvent, Timeline
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
    return "".join(json_parts(timeline))


def json_parts(timeline: Timeline) -> Iterator[str]:
    """Yield the parts of ``timeline.json`` one after the other: the whole of a large corpus would take much memory."""
    fields = {name: getattr(timeline, name) for name in Timeline.model_fields}
    lists = {name: value for name, value in fields.items() if isinstance(value, tuple)}
    head = timeline.model_copy(update=dict.fromkeys(lists, ())).model_dump_json(indent=2, by_alias=True) + "\n"
    for name, entries in lists.items():
        before, empty, head = head.partition(f'  "{name}": []')
        yield before
        yield empty.removesuffix("]")
        for number, entry in enumerate(entries):
            text = entry.model_dump_json(indent=2, by_alias=True)
            yield ("," if number else "") + ("\n" + text).replace("\n", "\n    ")
        yield "\n  ]" if entries else "]"
    yield head


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
    return [
        event.id,
        event.title,
        event.type,
        event.quad,
        event.status,
        event.edtf or "",
        when.words(event.time),
        *map(_iso, when.bounds(event.time)),
        _listed(party.called for party in event.actors),
        _listed(party.called for party in event.recipients),
        _listed(place.text for place in event.places),
        event.attribution.claimed_by or "",
        event.attribution.certainty,
        f"{event.importance:g}",
        *(_evidence(event.mentions[0], articles) if event.mentions else _NO_EVIDENCE),
        str(len(event.mentions)),
    ]


_NO_EVIDENCE = ("",) * 6  # of an event that a reader added by hand


def _evidence(mention: Mention, articles: Mapping[str, ArticleRecord]) -> tuple[str, str, str, str, str, str]:
    """The columns from "article" to "reason"."""
    article = articles[mention.article]
    return (
        article.title or article.path or article.id,
        article.url or "",
        article.dct.value or "",
        article.text[mention.sentence.start : mention.sentence.end],
        mention.timex.text if mention.timex else "",
        mention.reason,
    )


def _listed(names: Iterable[str]) -> str:
    return "; ".join(names)


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
