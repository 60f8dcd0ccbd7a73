"""TimeML 1.2.1: each article with its expressions, the events that tell of it, and how both lie in time.

The text of a document is the article's, letter for letter, but for what XML cannot hold (U+FFFD stands there).
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from zipfile import ZipFile, ZipInfo

from lxml import etree

from timeline.edtf import Interval
from timeline.formats import telling
from timeline.models import ArticleRecord, Mention, Timeline, Timex

DCT = "t0"
_SCHEMA = "http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
# A value that cannot be known, as the standard writes it; the attribute must stand.
_UNKNOWN = {"DATE": "XXXX-XX-XX", "TIME": "XXXX-XX-XXTXX:XX", "DURATION": "PXX", "SET": "XXXX-XX-XX"}
_UNSAFE = re.compile(r"[^\w.-]+")


@dataclass(frozen=True)
class Instance:
    """A mention of an event as one instance (``ei1``) of the word that tells it (``e1``)."""

    event: str
    instance: str
    mention: Mention


def parts(timeline: Timeline) -> Iterator[bytes]:
    """Yield a ZIP archive with one document for each article, of the same bytes for the same timeline."""
    mentions: dict[str, list[Mention]] = {article.id: [] for article in timeline.articles}
    for event in telling.shown(timeline):
        for mention in event.mentions:
            mentions[mention.article].append(mention)
    out = io.BytesIO()
    with ZipFile(out, "w") as archive:  # not compressed: libraries compress differently
        for name, article in zip(_names(timeline.articles), timeline.articles, strict=True):
            archive.writestr(ZipInfo(name), document(article, mentions[article.id]))
    yield out.getvalue()


def _names(articles: Iterable[ArticleRecord]) -> Iterator[str]:
    """Name the documents by the ids of their articles, whatever file system they are unpacked on."""
    taken: set[str] = set()
    for article in articles:
        stem = _UNSAFE.sub("_", article.id).strip("._")[:100] or "article"
        name, number = stem, 1
        while name.casefold() in taken:
            number += 1
            name = f"{stem}-{number}"
        taken.add(name.casefold())
        yield f"{name}.tml"


def document(article: ArticleRecord, mentions: Sequence[Mention]) -> bytes:
    """Write the TimeML of an article and of the mentions in it."""
    root = etree.Element("TimeML", nsmap={"xsi": _XSI})
    root.set(f"{{{_XSI}}}noNamespaceSchemaLocation", _SCHEMA)
    if article.dct.value:
        root.append(
            _element("TIMEX3", tid=DCT, type="DATE", value=article.dct.value[:10], temporalFunction="false",
                     functionInDocument="CREATION_TIME")
        )  # fmt: skip
    timexes = {timex.start: f"t{number}" for number, timex in enumerate(article.timexes, 1)}
    instances = list(_instances(mentions))
    marked = _marked(article, timexes, instances)
    _write_text(root, telling.same_length(article.text), marked)
    standing = {element.get("tid") or element.get("eid") for _, _, element in marked}
    timexes = {start: name for start, name in timexes.items() if name in standing}
    instances = [one for one in instances if one.event in standing]
    root.extend(map(_instance, instances))
    root.extend(_links(article, timexes, instances))
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8")) + b"\n"


def _instances(mentions: Sequence[Mention]) -> Iterator[Instance]:
    """Number the mentions as they stand in the text; several of one word are instances of one event."""
    events: dict[tuple[int, int], str] = {}
    for number, mention in enumerate(sorted(mentions, key=lambda one: (one.start, one.end)), 1):
        event = events.setdefault((mention.start, mention.end), f"e{len(events) + 1}")
        yield Instance(event, f"ei{number}", mention)


Marked = tuple[int, int, etree._Element]


def _marked(article: ArticleRecord, timexes: dict[int, str], instances: Sequence[Instance]) -> list[Marked]:
    """List the elements by where they stand; of two that overlap the expression stays, as TimeML nests none."""
    wanted: list[Marked] = [(timex.start, timex.end, _timex(timex, timexes)) for timex in article.timexes]
    events = {one.event: one.mention for one in instances}
    wanted += [
        (mention.start, mention.end, _element("EVENT", eid=name, **{"class": mention.event_class}))
        for name, mention in events.items()
    ]
    taken: set[int] = set()
    found = []
    for start, end, element in wanted:
        places = range(start, end)
        if places and taken.isdisjoint(places):
            taken.update(places)
            found.append((start, end, element))
    return sorted(found, key=lambda marked: marked[:2])


def _write_text(root: etree._Element, text: str, marked: Sequence[Marked]) -> None:
    at, before = 0, root[-1] if len(root) else None
    for start, end, element in [*marked, (len(text), len(text), None)]:
        between = text[at:start]
        if before is None:
            root.text = between
        else:
            before.tail = between
        if element is not None:
            element.text = text[start:end]
            root.append(element)
            at, before = end, element


def _timex(timex: Timex, timexes: dict[int, str]) -> etree._Element:
    anchor = timex.anchor
    named = DCT if anchor.kind == "dct" else timexes.get(anchor.start) if anchor.start is not None else None
    return _element(
        "TIMEX3",
        tid=timexes[timex.start],
        type=timex.type,
        value=timex.value or _UNKNOWN[timex.type],
        mod=timex.mod,
        temporalFunction="false" if anchor.kind == "none" else "true",
        functionInDocument="NONE",
        anchorTimeID=named,
    )


def _instance(one: Instance) -> etree._Element:
    mention = one.mention
    is_verb = mention.tense != "NONE" or mention.aspect != "NONE" or mention.modality is not None
    return _element(
        "MAKEINSTANCE",
        eiid=one.instance,
        eventID=one.event,
        pos="VERB" if is_verb else "NOUN",
        tense=mention.tense,
        aspect=mention.aspect.replace(" ", "_"),
        polarity=mention.polarity,
        modality=mention.modality,
    )


def _links(article: ArticleRecord, timexes: dict[int, str], instances: Sequence[Instance]) -> Iterator[etree._Element]:
    """Link each instance to what dates it and to the day of the article, as far as their days tell."""
    days = {timex.start: timex.interval for timex in article.timexes}
    at = {one.mention.start: one for one in reversed(instances)}
    number = 0
    for one in instances:
        event, anchor = one.mention.time.interval, one.mention.anchor
        links: list[tuple[str, str, str | None]] = [
            ("relatedToTime", timexes[start], relation(event, days[start]))
            for start in anchor.expressions[:1]
            if start in timexes
        ]
        other = at.get(anchor.start) if anchor.kind == "event" and anchor.start is not None else None
        if other and other is not one:
            links.append(("relatedToEventInstance", other.instance, relation(event, other.mention.time.interval)))
        if article.dct.value:
            links.append(("relatedToTime", DCT, relation(event, article.dct.interval)))
        for target, name, kind in links:
            if kind:
                number += 1
                link = _element("TLINK", lid=f"l{number}", eventInstanceID=one.instance)
                link.set(target, name)
                link.set("relType", kind)
                yield link


def relation(one: Interval, other: Interval) -> str | None:
    """Tell how a stretch of days lies to another, as TimeML says it; None where their bounds do not tell.

    >>> from datetime import date
    >>> relation(Interval(None, date(2024, 1, 1)), Interval(date(2024, 1, 2), date(2024, 1, 2)))
    'BEFORE'
    """
    if one.not_after and other.not_before and one.not_after < other.not_before:
        return "BEFORE"
    if one.not_before and other.not_after and one.not_before > other.not_after:
        return "AFTER"
    if None in (*one, *other):
        return None
    if one == other:
        return "SIMULTANEOUS"
    if other.hull(one) == other:
        return "IS_INCLUDED"
    return "INCLUDES" if one.hull(other) == one else None


def _element(name: str, **attributes: str | None) -> etree._Element:
    element = etree.Element(name)
    for key, value in attributes.items():
        if value is not None:
            element.set(key, telling.plain(value))
    return element
