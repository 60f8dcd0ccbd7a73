"""JSON Lines: one event a line, each with its evidence, for programs that read them one by one."""

from __future__ import annotations

import json
from collections.abc import Iterator

from timeline.formats import telling
from timeline.formats.record import record
from timeline.models import Timeline


def parts(timeline: Timeline) -> Iterator[str]:
    """Yield the lines; keys in the order of the record (``export.js`` writes the same)."""
    by_id = telling.articles(timeline)
    for event in telling.shown(timeline):
        yield line(record(event, telling.reports(event, by_id)).model_dump(mode="json"))


def line(value: object) -> str:
    """Write an object into one line, as JavaScript does: 1.0 is 1, and no letter is escaped that need not be."""
    return json.dumps(integral(value), ensure_ascii=False, separators=(",", ":")) + "\n"


def integral(value: object) -> object:
    """Return the same with whole numbers as integers, which is how JavaScript writes them."""
    match value:
        case float() if value.is_integer():
            return int(value)
        case dict():
            return {key: integral(held) for key, held in value.items()}
        case list() | tuple():
            return [integral(held) for held in value]
        case _:
            return value
