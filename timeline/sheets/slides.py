"""TimelineJS's own JSON: slides with a start, perhaps an end, and texts in HTML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree, html

from timeline.errors import TimelineFileError
from timeline.sheets.entry import Cells, Entry, entry

_PARTS = ("year", "month", "day")


def is_one(value: object) -> bool:
    """Tell whether a JSON value is such a file."""
    if not isinstance(value, dict) or not isinstance(value.get("events"), list) or "articles" in value:
        return False
    return all(isinstance(slide, dict) and "start_date" in slide for slide in value["events"][:1])


def title(value: Mapping[str, Any]) -> str | None:
    """Return the title of the file, None where it has none."""
    return _plain(_in(_in(value, "title"), "text").get("headline")) or None


def entries(value: Mapping[str, Any], where: str) -> Iterator[Entry | TimelineFileError]:
    """Yield the slides, or what is wrong with one."""
    for number, slide in enumerate(value["events"], 1):
        try:
            yield entry(_cells(slide, f"{where}: slide {number}"))
        except TimelineFileError as error:
            yield error


def _cells(slide: object, where: str) -> Cells:
    if not isinstance(slide, dict):
        raise TimelineFileError(f"{where}: is no object; write one with 'start_date' and 'text'")
    values: dict[str, object] = {"id": slide.get("unique_id"), "type": _plain(slide.get("group"))}
    names = {"title": "text.headline", "type": "group"}
    for key, part in (("start_date", ""), ("end_date", "end_")):
        for name in _PARTS:
            values[part + name] = _in(slide, key).get(name)
            names[part + name] = f"{key}.{name}"
    if values["year"] in (None, ""):
        raise TimelineFileError(f"{where}, column 'start_date.year': is empty; write the year there")
    text = _in(slide, "text")
    values["title"], values["note"] = _plain(text.get("headline")), _plain(text.get("text"))
    filled = {key: str(held).strip() for key, held in values.items() if held not in (None, "")}
    return Cells(where, filled, names)


def _in(value: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    held = value.get(key)
    return held if isinstance(held, dict) else {}


def _plain(text: object) -> str:
    """Return the words of an HTML text, each paragraph in a line."""
    if not isinstance(text, str) or not text.strip():
        return ""
    try:
        root = html.fragment_fromstring(text.replace("\0", "\ufffd"), create_parent="div")
    except (etree.ParserError, ValueError):
        return text
    lines = [" ".join(part.text_content().split()) for part in ([*root.iterchildren("p")] or [root])]
    return "\n".join(line for line in lines if line)
