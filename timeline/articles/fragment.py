"""A piece of HTML without a page around it, as feeds and mails hold it, becomes paragraphs."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, NamedTuple

from timeline.articles.attributes import without_surplus_attributes
from timeline.articles.draft import one_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Block elements that HTML 5 has added to those lxml knows, and two that lxml counts among them though they stand in
# the middle of sentences.
_NEWER = frozenset({"article", "aside", "details", "figcaption", "figure", "footer", "header", "main", "section"})
_INLINE = frozenset({"del", "ins"})
# Their text is not shown to readers, or stands apart.
_SILENT = frozenset(
    {"figcaption", "head", "noscript", "script", "select", "style", "svg", "template", "textarea", "title"}
)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|&(?:#\d+|#x[0-9a-fA-F]+|\w+);")


class Fragment(NamedTuple):
    """Paragraphs, and the pieces that are no words of the article, each with the reason."""

    paragraphs: tuple[str, ...]
    left_out: tuple[tuple[str, str], ...]


class _Paragraphs:
    """Gathers the text of elements, in their order, into paragraphs and captions."""

    def __init__(self, block_tags: AbstractSet[str]) -> None:
        self.paragraphs: list[str] = []
        self.captions: list[str] = []
        self._blocks = block_tags
        self._parts: list[str] = []
        self._silent = 0  # elements around that hide their text

    def begin(self, element: HtmlElement) -> None:
        self._divide_at(element)
        if element.tag == "figcaption":
            self.captions.append(one_line(element.text_content()) or "")
        self._silent += element.tag in _SILENT
        if element.tag == "br":
            self._parts.append("\n")
        self._add(element.text)

    def end(self, element: HtmlElement) -> None:
        self._divide_at(element)
        self._silent -= element.tag in _SILENT
        self._add(element.tail)

    def close(self) -> None:
        self.paragraphs.append("".join(self._parts))
        self._parts = []

    def _divide_at(self, element: HtmlElement) -> None:
        if element.tag in self._blocks:
            self.close()

    def _add(self, text: str | None) -> None:
        if text and not self._silent:
            self._parts.append(text)


def fragment(html: str) -> Fragment:
    """Split a piece of HTML, or of plain text, into paragraphs; captions are left out.

    >>> fragment("<p>They <b>met</b>.</p><p>Then they left.<figcaption>Haas</figcaption>").paragraphs
    ('They met.', 'Then they left.')
    """
    if not _TAG.search(html):
        return Fragment(tuple(re.split(r"\n\s*\n", html)), ())
    from lxml.etree import iterwalk
    from lxml.html import HTMLParser, document_fromstring
    from lxml.html.defs import block_tags

    # An encoding declared inside contradicts the text that is already decoded.
    tree = document_fromstring(
        f"<html><body>{without_surplus_attributes(html)}</body></html>".encode("utf-8", "replace"),
        parser=HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True),
    )
    found = _Paragraphs((block_tags | _NEWER) - _INLINE)
    for event, element in iterwalk(tree, events=("start", "end")):
        if event == "start":
            found.begin(element)
        else:
            found.end(element)
    found.close()
    return Fragment(
        tuple(paragraph for paragraph in found.paragraphs if paragraph.strip()),
        tuple((caption, "caption of a picture") for caption in found.captions if caption),
    )
