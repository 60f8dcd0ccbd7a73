"""JSON: the whole timeline, as it is read again."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.models import Timeline


def parts(timeline: Timeline) -> Iterator[str]:
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
