"""Parts of a web page beside the article's own words: of other stories, of the site, of its readers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from timeline.articles.draft import one_line
from timeline.tables.load import read_toml

if TYPE_CHECKING:
    from lxml.html import HtmlElement

TABLE = "page_furniture.toml"
_MOST_LEFT_OUT, _LONGEST_LEFT_OUT = 30, 400
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6", "strong", "b", "summary"})
_ARTICLES = frozenset({"main", "body", "html"})
_HELD = {"title": ("h1",), "heading": ("h2", "h3", "h4"), "link": ("a",), "time": ("time",)}
_LONGEST_HEADING = 80
_LONGEST_BYLINE = 160
_LONGEST_NAME = 400
_OWN_SHARE = 0.5  # of the page's text: what holds so much is the article, whatever it is called


class Elsewhere(NamedTuple):
    """Parts of a page in which no date is the article's: the outermost elements, and all that are or stand in one."""

    outermost: tuple[HtmlElement, ...] = ()
    all: frozenset[HtmlElement] = frozenset()


def elsewhere(tree: HtmlElement) -> Elsewhere:
    """Find the parts of other stories, of the site and of readers."""
    from lxml.etree import iterwalk

    held = _Held(tree)
    found: dict[HtmlElement, None] = {}
    walk = iterwalk(tree, events=("start",))
    for _, element in walk:
        if element not in found:
            found.update((part, None) for part in _others_at(element, held) if held.may_be_left(part))
        if element in found:
            walk.skip_subtree()
    return Elsewhere(tuple(found), frozenset(one for part in found for one in part.iter()))


def tells_only_its_age(tree: HtmlElement, others: Elsewhere) -> bool:
    """Tell whether the article's byline says "2 hours ago" and no day."""
    age, byline = _pattern("age"), _classes("bylines")
    for element in tree.iter("time", "span", "p", "div", "small", "li"):
        is_time = element.tag == "time" and element.get("datetime") is None
        if not is_time and not byline.fullmatch(_named(element)):
            continue
        text = one_line(element.text_content()) or ""
        has_day = any(one.get("datetime") for one in element.iter("time"))
        if len(text) <= _LONGEST_BYLINE and age.search(text) and not has_day and element not in others.all:
            return True
    return False


def left_out(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    """List short parts of the page beside the article and why they are that, so that what is not read can be seen."""
    seen: set[str] = set()
    done: set[Any] = set()
    for element in tree.iter("figcaption", "aside", "div", "p", "span", "section", "ul"):
        why = _why(element)
        if why is None or any(above in done for above in element.iterancestors()):
            continue
        text = one_line(element.text_content()) or ""
        if 2 < len(text) <= _LONGEST_LEFT_OUT:
            done.add(element)
            if text not in seen:
                seen.add(text)
                yield text, why
        if len(seen) >= _MOST_LEFT_OUT:
            return


class _Held:
    """What the elements of a page hold, found in two passes over it."""

    def __init__(self, tree: HtmlElement) -> None:
        self._holders = {name: set(_above(tree, tags)) for name, tags in _HELD.items()}
        self._words: Counter[HtmlElement] = Counter()
        for paragraph in tree.iter("p", "blockquote"):
            length = sum(map(len, paragraph.itertext()))
            for above in (paragraph, *paragraph.iterancestors()):
                self._words[above] += length
        self._most = _OWN_SHARE * self._words[tree]
        self.has_main = any(self.holds(article, "title") for article in tree.iter("article"))

    def holds(self, element: HtmlElement, name: str) -> bool:
        """Tell whether an element holds one of a kind."""
        return element in self._holders[name]

    def may_be_left(self, element: HtmlElement) -> bool:
        """Tell whether an element cannot be the article: it has no title and not most of the words."""
        plain = isinstance(element.tag, str) and element.tag not in (*_ARTICLES, "h1")
        return plain and not self.holds(element, "title") and self._words[element] <= self._most


def _above(tree: HtmlElement, tags: Collection[str]) -> Iterator[HtmlElement]:
    """Yield, once each, the elements that hold one of these."""
    seen: set[HtmlElement] = set()
    for element in tree.iter(*tags):
        for above in element.iterancestors():
            if above in seen:
                break
            seen.add(above)
            yield above


def _others_at(element: HtmlElement, held: _Held) -> Iterator[HtmlElement]:
    """The element itself where it belongs to others, or what stands under it where it heads a box of theirs."""
    if _is_elsewhere(element) or _is_teaser(element, held):
        yield element
    elif element.tag in _HEADINGS and _heads_others(element):
        box = element.getparent()
        if box is not None and box.tag not in (*_ARTICLES, "article"):
            yield box
        else:
            yield from _until_next_heading(element)


def _is_elsewhere(element: HtmlElement) -> bool:
    table = _table()
    if element.tag in table["tags"]:
        return True
    if element.tag in table["site_tags"]:
        return not any(above.tag == "article" for above in element.iterancestors())
    named = _named(element)
    return bool(named) and element.tag not in _ARTICLES and bool(_classes("classes").fullmatch(named))


def _is_teaser(element: HtmlElement, held: _Held) -> bool:
    """Tell whether it links to another story: a row of a list with its day, or an article beside or inside the own."""
    if element.tag == "li":
        near = (element, *element.iterancestors("ul", "ol"))
        is_byline = any(_classes("bylines").fullmatch(_named(one)) for one in near)
        return held.holds(element, "link") and held.holds(element, "time") and not is_byline
    if element.tag == "a":
        return held.holds(element, "heading") and held.holds(element, "time")
    if element.tag != "article":
        return False
    inside = any(above.tag == "article" for above in element.iterancestors())
    return inside or (held.has_main and not held.holds(element, "title"))


def _heads_others(heading: HtmlElement) -> bool:
    text = one_line(heading.text_content()) or ""
    return len(text) <= _LONGEST_HEADING and bool(_pattern("headings").fullmatch(text))


def _until_next_heading(heading: HtmlElement) -> Iterator[HtmlElement]:
    for beside in heading.itersiblings():
        if beside.tag in _HEADINGS or beside.tag in ("h1", "p"):
            return
        yield beside


def _why(element: HtmlElement) -> str | None:
    named = _named(element)
    for why, tags, classes in _parts():
        if element.tag in tags or (named and classes.fullmatch(named)):
            return why
    return None


def _named(element: HtmlElement) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}".strip()[:_LONGEST_NAME]


@cache
def _parts() -> tuple[tuple[str, frozenset[str], re.Pattern[str]], ...]:
    rows = read_toml(TABLE)["part"]
    return tuple((row["why"], frozenset(row.get("tags", ())), _of_words(row["classes"])) for row in rows)


@cache
def _table() -> Any:
    return read_toml(TABLE)["elsewhere"]


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(_table()[name], re.IGNORECASE)


@cache
def _classes(name: str) -> re.Pattern[str]:
    return _of_words(_table()[name])


def _of_words(words: str) -> re.Pattern[str]:
    """Match classes and ids that hold one of these words; words end at white space, hyphens and underscores."""
    return re.compile(rf"(?:.*[\s_-])?(?:{words})(?:[\s_-].*)?", re.IGNORECASE | re.DOTALL)
