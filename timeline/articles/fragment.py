"""A piece of HTML without a page around it, as feeds and mails hold it, becomes paragraphs."""

from __future__ import annotations

import re
from typing import NamedTuple

from timeline.articles.draft import one_line

# Block elements that HTML 5 has added to those lxml knows, and two that lxml counts among them though they stand in
# the middle of sentences.
_NEWER = frozenset({"article", "aside", "details", "figcaption", "figure", "footer", "header", "main", "section"})
_INLINE = frozenset({"del", "ins"})
# Their text is not shown to readers.
_SILENT = frozenset({"head", "noscript", "script", "select", "style", "svg", "template", "textarea", "title"})
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|&(?:#\d+|#x[0-9a-fA-F]+|\w+);")


class Fragment(NamedTuple):
    """Paragraphs, and the pieces that are no words of the article, each with the reason."""

    paragraphs: tuple[str, ...]
    left_out: tuple[tuple[str, str], ...]


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
        f"<html><body>{html}</body></html>".encode("utf-8", "replace"),
        parser=HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True),
    )
    blocks = (block_tags | _NEWER) - _INLINE
    parts: list[str] = []
    paragraphs: list[str] = []
    captions: list[str] = []
    silent = 0
    for event, element in iterwalk(tree, events=("start", "end")):
        tag = element.tag
        if tag in blocks:
            paragraphs.append("".join(parts))
            parts = []
        if event == "start":
            if tag == "figcaption":
                captions.append(one_line(element.text_content()) or "")
            silent += tag in _SILENT or tag == "figcaption"
            parts.append("\n" if tag == "br" else "")
            parts.append("" if silent else element.text or "")
        else:
            silent -= tag in _SILENT or tag == "figcaption"
            parts.append("" if silent else element.tail or "")
    paragraphs.append("".join(parts))
    return Fragment(
        tuple(paragraph for paragraph in paragraphs if paragraph.strip()),
        tuple((caption, "caption of a picture") for caption in captions if caption),
    )
