"""CSV: a table of the events for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from timeline.formats import telling
from timeline.formats.telling import Report, name
from timeline.models import MergedEvent, Timeline
from timeline.render import when

COLUMNS = (
    "id", "title", "type", "quad", "status", "edtf", "when", "begin_not_before", "begin_not_after", "end_not_before",
    "end_not_after", "actors", "recipients", "places", "claimed_by", "certainty", "importance", "article", "url",
    "article_date", "sentence", "date_expression", "reason", "mentions",
)  # fmt: skip

_BOM = "\ufeff"  # without it Excel takes UTF-8 for the code page of the machine
# A cell that begins like this is a formula to a spreadsheet, and article text must never be one.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")


def parts(timeline: Timeline) -> Iterator[str]:
    """Yield the header and a row for each event in order of time, its evidence taken from its first report."""
    yield _BOM
    by_id = telling.articles(timeline)
    yield _line(COLUMNS)
    for event in telling.shown(timeline):
        yield _line(guard(cell) for cell in _row(event, telling.reports(event, by_id)))


def _line(cells: Iterable[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue()


def guard(cell: str) -> str:
    """Put an apostrophe before what a spreadsheet would take for a formula.

    >>> guard("=1+1")
    "'=1+1"
    """
    return "'" + cell if cell.lstrip(" ").startswith(_FORMULA) else cell


def _row(event: MergedEvent, reports: Sequence[Report]) -> list[str]:
    return [
        event.id,
        event.title,
        event.type,
        event.quad,
        event.status,
        event.edtf or "",
        when.words(event.time),
        *(day.isoformat() if day else "" for day in when.bounds(event.time)),
        "; ".join(party.called for party in event.actors),
        "; ".join(party.called for party in event.recipients),
        "; ".join(place.text for place in event.places),
        event.attribution.claimed_by or "",
        event.attribution.certainty,
        f"{round(event.importance, 4):g}",
        *(_evidence(reports[0]) if reports else _NO_EVIDENCE),
        str(len(event.mentions)),
    ]


_NO_EVIDENCE = ("",) * 6  # of an event that a reader added by hand


def _evidence(report: Report) -> tuple[str, str, str, str, str, str]:
    """The columns from "article" to "reason"."""
    mention, article, sentence, expression = report
    return name(article), article.url or "", article.dct.value or "", sentence, expression or "", mention.reason
