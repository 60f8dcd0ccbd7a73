"""The events of a timeline as a Plotly figure, for notebooks and for those who draw on."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple

from timeline.models import QUADS, MergedEvent, Timeline
from timeline.render import when

if TYPE_CHECKING:
    import plotly.graph_objects as go

_ROOM = 60  # marks side by side in one row: the figure's width in marks
_ROW_HEIGHT = 14  # pixels
_DAY = timedelta(days=1)
_COLOUR = re.compile(r"--q-([a-z-]+): (#[0-9a-f]{6});")


class _Bar(NamedTuple):
    event: MergedEvent
    first: date
    last: date
    row: int


def chart(timeline: Timeline) -> go.Figure:
    """Draw the dated events; see ``Timeline.figure``."""
    import plotly.graph_objects as go

    bars = list(_stacked(timeline.events))
    figure = go.Figure(
        data=[_trace(quad, [bar for bar in bars if bar.event.quad == quad]) for quad in QUADS],
        layout=go.Layout(
            title={"text": html.escape(timeline.title)},
            template="plotly_white",
            hovermode="closest",
            height=220 + _ROW_HEIGHT * max((bar.row for bar in bars), default=0),
            legend={"orientation": "h", "y": -0.2},
            xaxis={"type": "date"},
            yaxis={"visible": False, "fixedrange": True},
        ),
    )
    return figure.for_each_trace(lambda trace: trace.update(showlegend=bool(len(trace.x))))


def _trace(quad: str, bars: Sequence[_Bar]) -> go.Scatter:
    """Draw each event as a line from its first to its last day with a mark at both; a day is a mark alone."""
    import plotly.graph_objects as go

    points = [point for bar in bars for point in _points(bar)]
    return go.Scatter(
        name=when.label("quad", quad),
        mode="lines+markers",
        x=[point["x"] for point in points],
        y=[point["y"] for point in points],
        customdata=[point["id"] for point in points],
        hovertext=[point["text"] for point in points],
        hoverinfo="text",
        line={"width": 4, "color": _colours()[quad]},
        marker={"size": 9, "color": _colours()[quad]},
        connectgaps=False,
    )


def _points(bar: _Bar) -> Iterator[Mapping[str, Any]]:
    text = f"<b>{html.escape(bar.event.title)}</b><br>{html.escape(when.words(bar.event.time))}"
    for day in dict.fromkeys((bar.first, bar.last)):
        yield {"x": day.isoformat(), "y": -bar.row, "id": bar.event.id, "text": text}
    yield {"x": None, "y": None, "id": None, "text": None}


def _stacked(events: Iterable[MergedEvent]) -> Iterator[_Bar]:
    """Put each event into the first row in which it touches none before it, in order of time."""
    dated = [(*ends, event) for event in events if (ends := _ends(event))]
    dated.sort(key=lambda bar: bar[:2])
    if not dated:
        return
    apart = max(_DAY, (max(last for _, last, _ in dated) - dated[0][0]) / _ROOM)
    free: list[date] = []  # the last day taken in each row
    for first, last, event in dated:
        row = next((number for number, taken in enumerate(free) if first - taken >= apart), len(free))
        free[row : row + 1] = [last]
        yield _Bar(event, first, last, row)


def _ends(event: MergedEvent) -> tuple[date, date] | None:
    known = [day for day in when.bounds(event.time) if day is not None]
    return (min(known), max(known)) if known else None


@cache
def _colours() -> dict[str, str]:
    """The colours of the classes of acts, as the page has them by day."""
    found = _COLOUR.findall((files("timeline.render") / "static" / "base.css").read_text(encoding="utf-8"))
    return dict(reversed(found))
