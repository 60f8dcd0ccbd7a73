"""The dates a web page states for machines: JSON-LD, meta elements, microdata and time elements, as claims."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from timeline.articles.claims import at_one_place, claim_of
from timeline.articles.draft import one_line
from timeline.articles.page_parts import Elsewhere
from timeline.errors import DateError
from timeline.models import Claim, Rank
from timeline.tables.load import read_toml

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DEEPEST = 8
_LONGEST = 80
# A list of a hundred teasers states a hundred dates; none of them is this page's.
MOST_TIMES = 20


class _Found:
    """A date as it stands, where, and whether it only bounds the first publication."""

    def __init__(self, text: str, found: str, latest: bool, order: tuple[int, ...]) -> None:
        self.text = text
        self.found = found
        self.latest = latest
        self.order = order


def page_claims(tree: HtmlElement, language: str | None, others: Elsewhere) -> list[Claim]:
    """List the claims of a parsed page, those that count more first; what is no date is no claim.

    ``others``: its parts that belong to other stories, to the site or to readers.
    """
    found = [*_linked_data(tree), *_meta(tree), *_microdata(tree, others), *_times(tree, others)]
    claims, seen = [], set()
    for one in sorted(found, key=lambda one: (one.latest, one.order)):
        if (one.text, one.found) in seen or len(one.text) > _LONGEST:
            continue
        seen.add((one.text, one.found))
        try:
            claims.append(claim_of(one.text, Rank.METADATA, one.found, latest=one.latest, language=language))
        except DateError:
            continue
    return at_one_place(claims)


@cache
def _table() -> Mapping[str, Mapping[str, Any]]:
    return {name: part for name, part in read_toml("page_dates.toml").items() if isinstance(part, dict)}


@cache
def _places(part: str) -> Mapping[str, tuple[bool, int]]:
    """For each name whether it tells a modification, and its place in the table."""
    table = _table()[part]
    return {
        name: (kind == "modified", place)
        for kind in ("modified", "published")
        for place, name in enumerate(table[kind])
    }


def _linked_data(tree: HtmlElement) -> Iterator[_Found]:
    types = {name: place for place, name in enumerate(_table()["schema"]["types"])}
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower() or not script.text:
            continue
        for kind, item in _items(_json(script.text), 0):
            if kind in types:
                yield from _of_item(item, types[kind])


def _json(text: str) -> Any:
    text = text.strip().removeprefix("<!--").removesuffix("-->").strip().removesuffix(";")
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _items(value: Any, depth: int) -> Iterator[tuple[str, Mapping[str, Any]]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for part in value:
            yield from _items(part, depth + 1)
    elif isinstance(value, dict):
        named = value.get("@type")
        kinds = [str(kind).rsplit("/", 1)[-1].lower() for kind in (named if isinstance(named, list) else [named])]
        yield from ((kind, value) for kind in kinds)
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _items(value.get(key), depth + 1)


def _of_item(item: Mapping[str, Any], likely: int) -> Iterator[_Found]:
    for key, value in item.items():
        kind = _places("schema").get(str(key).lower())
        text = one_line(value) if isinstance(value, str | int) else None
        if kind and text:
            yield _Found(text, f"JSON-LD {key}", kind[0], (0, likely, kind[1]))


def _meta(tree: HtmlElement) -> Iterator[_Found]:
    for element in tree.iter("meta"):
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = (element.get(attribute) or "").strip()
            kind = _places("meta").get(name.lower())
            text = one_line(element.get("content")) if kind else None
            if kind and text:
                yield _Found(text, f"meta {name}", kind[0], (1, kind[1]))
                break


def _microdata(tree: HtmlElement, others: Elsewhere) -> Iterator[_Found]:
    for element in tree.xpath("//*[@itemprop and not(self::meta)]"):
        name = element.get("itemprop") or ""
        kind = _places("schema").get(name.lower())
        if kind and not _inside_other(element) and element not in others.all:
            text = one_line(element.get("datetime") or element.get("content") or element.text_content())
            if text:
                yield _Found(text, f"microdata {name}", kind[0], (2, kind[1]))


def _inside_other(element: HtmlElement) -> bool:
    """Tell whether the nearest item it belongs to is a comment or the like."""
    others = _table()["schema"]["not_inside"]
    item = next(
        (above.get("itemtype") or "" for above in element.iterancestors() if above.get("itemscope") is not None), ""
    )
    return item.rsplit("/", 1)[-1].lower() in others


def _times(tree: HtmlElement, others: Elsewhere) -> Iterator[_Found]:
    elements = [element for element in tree.iter("time") if element.get("datetime")]
    if len(elements) > MOST_TIMES:
        return
    for element in elements:
        kind = _said_of(element)
        text = one_line(element.get("datetime"))
        if kind and text and element.get("itemprop") is None and element not in others.all:
            yield _Found(text, f"time element ({kind[2]})", kind[0], (3, kind[1]))


def _said_of(element: HtmlElement) -> tuple[bool, int, str] | None:
    near = [element, *_first(element.iterancestors(), 2)]
    words = [word.lower() for one in near for word in (one.get("class") or "").split()]
    if element.get("pubdate") is not None:
        words.insert(0, "pubdate")
    for word in words:
        if word in _places("time"):
            modified, place = _places("time")[word]
            return modified, place, word
    return None


def _first(elements: Iterable[HtmlElement], count: int) -> list[HtmlElement]:
    return [element for element, _ in zip(elements, range(count), strict=False)]
