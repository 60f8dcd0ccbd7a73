"""TimelineJS3: the JSON of that player, one slide for each event that has a day."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from html import escape

from timeline.formats import telling
from timeline.formats.telling import Report
from timeline.models import MergedEvent, Timeline
from timeline.render import when


def parts(timeline: Timeline) -> Iterator[str]:
    """Yield the file; the player reads its texts as HTML, so that they are escaped."""
    by_id = telling.articles(timeline)
    slides = [
        _slide(event, telling.reports(event, by_id))
        for event in telling.shown(timeline)
        if when.kind(event.time) != "undated"
    ]
    whole = {"title": {"text": {"headline": _html(timeline.title), "text": ""}}, "events": slides}
    yield json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _slide(event: MergedEvent, reports: list[Report]) -> dict[str, object]:
    low, high = event.time.interval
    first = low or high or when.position(event.time) or date.min
    slide: dict[str, object] = {
        "unique_id": event.id,
        "start_date": _date(first),
        "display_date": _html(when.words(event.time)),
        "group": _html(when.label("type", event.type)),
        "text": {
            "headline": _html(event.title),
            "text": "".join(f"<p>{_html(text)}</p>" for text in (reports[0].sentence, reports[0].mention.reason))
            if reports
            else "",
        },
    }
    return slide | ({"end_date": _date(high)} if low and high and high > low else {})


def _date(day: date) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}


def _html(text: str) -> str:
    return escape(telling.plain(text), quote=False).replace('"', "&quot;")
