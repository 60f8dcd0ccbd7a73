"""Atom (RFC 4287): the newest events, the latest first, for feed readers."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import NAMESPACE_URL, uuid5

from lxml import etree

from timeline.formats import telling
from timeline.formats.telling import Report
from timeline.models import MergedEvent, Timeline
from timeline.render import when

NEWEST = 100  # entries
_ATOM = "http://www.w3.org/2005/Atom"
_NEVER = "1970-01-01"  # of a timeline without a dated article: a feed must say when it was updated


def parts(timeline: Timeline) -> Iterator[bytes]:
    """Yield the feed; an entry was updated when the last article that tells it was written."""
    by_id = telling.articles(timeline)
    dated = [event for event in telling.shown(timeline) if when.position(event.time)]
    newest = [(event, telling.reports(event, by_id)) for event in dated[::-1][:NEWEST]]
    told = [_told(event, reports) for event, reports in newest]
    root = etree.Element(f"{{{_ATOM}}}feed", nsmap={None: _ATOM})
    root.set("{http://www.w3.org/XML/1998/namespace}lang", "en")
    _add(root, "title", timeline.title or "Timeline")
    _add(root, "id", _name("timeline", timeline.title))
    _add(root, "updated", _moment(max(told, default=_NEVER)))
    _add(_add(root, "author"), "name", "Diplomatic Timeline")
    for (event, reports), day in zip(newest, told, strict=True):
        _entry(root, event, reports, day)
    yield etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _told(event: MergedEvent, reports: list[Report]) -> str:
    """The ISO day of the last article that tells of it; of an event that no dated article tells, its own."""
    days = [day for report in reports if (day := report.article.dct.day)]
    return (max(days, default=None) or when.position(event.time) or _NEVER).__str__()


def _entry(root: etree._Element, event: MergedEvent, reports: list[Report], day: str) -> None:
    entry = _add(root, "entry")
    said = when.words(event.time)
    _add(entry, "title", f"{event.title} ({said})")
    _add(entry, "id", _name("event", event.id))
    _add(entry, "updated", _moment(day))
    links = dict.fromkeys(url for report in reports if (url := telling.web_address(report.article)))
    for number, url in enumerate(links):
        _add(entry, "link", rel="related" if number else "alternate", href=url)
    for group, code in (("type", event.type), ("status", event.status)):
        _add(entry, "category", term=code, label=when.label(group, code))
    _add(entry, "content", "\n\n".join((f"{said[:1].upper()}{said[1:]}.", *map(_said, reports))), type="text")


def _said(report: Report) -> str:
    return f"“{report.sentence}” {telling.name(report.article)}. {report.mention.reason}"


def _add(parent: etree._Element, name: str, text: str | None = None, **attributes: str) -> etree._Element:
    element = etree.SubElement(parent, f"{{{_ATOM}}}{name}")
    for key, value in attributes.items():
        element.set(key, telling.plain(value))
    if text is not None:
        element.text = telling.plain(text)
    return element


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"


def _name(kind: str, which: str) -> str:
    return uuid5(NAMESPACE_URL, f"diplomatic-timeline:{kind}:{which}").urn
