"""Markdown becomes plain paragraphs: the words a reader sees, without marks, link targets and code."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.token import Token


def plain(text: str) -> str:
    """Return the text of a Markdown document, its blocks separated by blank lines.

    >>> plain("# Talks *begin*\\n\\nThey [met](https://example.org) on\\nFriday.\\n")
    'Talks begin\\n\\nThey met on Friday.'
    """
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    return "\n\n".join(filter(None, (_inline(token) for token in parser.parse(text) if token.type == "inline")))


def _inline(token: Token) -> str:
    parts = []
    for child in token.children or ():
        if child.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        elif child.type in ("text", "code_inline", "text_special"):
            parts.append(child.content)
    return "".join(parts).strip()
