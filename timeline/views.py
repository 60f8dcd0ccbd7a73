"""A timeline as other tools take it: a part of it, a data frame, and what a notebook shows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import UnionType
from typing import TYPE_CHECKING, Any

from timeline.errors import OptionError
from timeline.installed import install_extra
from timeline.models import ArticleRecord, MergedEvent, Timeline

if TYPE_CHECKING:
    import pandas
    import plotly.graph_objects

# Columns of the frame, each with its type; None: of lists.
_COLUMNS = {
    "id": "string",
    "title": "string",
    "type": "string",
    "status": "string",
    "edtf": "string",
    "begin": "datetime64[s]",
    "end": "datetime64[s]",
    "actors": None,
    "recipients": None,
    "places": None,
    "codes": None,
    "importance": "float64",
    "confidence": "float64",
    "mentions": "int64",
    "sources": "int64",
    "article": "string",
    "url": "string",
    "sentence": "string",
}


def picked(timeline: Timeline, asked: object) -> MergedEvent | tuple[MergedEvent, ...] | Timeline:
    """Do what ``timeline[asked]`` says."""
    if isinstance(asked, int):
        return timeline.shown[asked]
    when, party = asked if isinstance(asked, tuple) and len(asked) == 2 else (asked, None)
    if not isinstance(when, slice) or not isinstance(party, str | None):
        raise TypeError(f"a timeline has no {asked!r}: ask by a number, a slice of numbers, or days and a party")
    if party is None and _runs_between(when, int):
        return timeline.shown[when]
    if when.step is not None or not _runs_between(when, str | date):
        raise TypeError(f"{when.start!r} to {when.stop!r} are no days: write timeline['2024-10':'2024-12']")
    return timeline.filter(actor=party or (), from_=when.start, to=when.stop)


def _runs_between(asked: slice, kind: type | UnionType) -> bool:
    """Whether both ends are of a kind or open."""
    return all(end is None or isinstance(end, kind) for end in (asked.start, asked.stop))


def frame(timeline: Timeline) -> pandas.DataFrame:
    """Make a DataFrame of the events that are shown; see ``Timeline.to_frame``."""
    try:
        import pandas
    except ImportError as error:
        raise OptionError(f"pandas is not installed; run: {install_extra('frame')}") from error
    articles = {article.id: article for article in timeline.articles}
    rows = [_row(event, articles) for event in timeline]
    columns = {name: [row[name] for row in rows] for name in _COLUMNS}
    made = {name: pandas.Series(columns[name], dtype=kind or "object") for name, kind in _COLUMNS.items()}
    return pandas.DataFrame(made).set_index("id")


def figure(timeline: Timeline) -> plotly.graph_objects.Figure:
    """Draw the events; see ``Timeline.figure``."""
    from timeline.render.chart import chart

    return chart(timeline)


def page(timeline: Timeline) -> str:
    """Write the whole page."""
    from timeline import render

    return render.page(timeline)


def json(timeline: Timeline) -> str:
    """Write ``timeline.json``."""
    from timeline import formats

    return formats.export(timeline, "json").decode("utf-8")


def framed(timeline: Timeline) -> str:
    """Put the page into a frame, for a notebook."""
    from timeline import render

    return render.framed(timeline)


def _row(event: MergedEvent, articles: Mapping[str, ArticleRecord]) -> dict[str, Any]:
    days = event.time.interval
    first = event.mentions[0] if event.mentions else None
    article = articles[first.article] if first else None
    return {
        "id": event.id,
        "title": event.title,
        "type": event.type,
        "status": event.status,
        "edtf": event.edtf,
        "begin": days.not_before,
        "end": days.not_after,
        "actors": [party.called for party in event.actors],
        "recipients": [party.called for party in event.recipients],
        "places": [place.text for place in event.places],
        "codes": sorted({party.code for party in (*event.actors, *event.recipients) if party.code}),
        "importance": event.importance,
        "confidence": event.confidence,
        "mentions": len(event.mentions),
        "sources": event.sources,
        "article": article.id if article else None,
        "url": article.url if article else None,
        "sentence": article.text[first.sentence.start : first.sentence.end] if article and first else None,
    }
