"""RSS and Atom files become drafts, one for each entry; feedparser knows their dialects."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from timeline.articles.claims import claim_of
from timeline.articles.decode import decode
from timeline.articles.draft import Draft, File, joined, key_of, one_line
from timeline.articles.fragment import fragment
from timeline.errors import ArticleError, DateError
from timeline.models import Claim, Rank

_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)


def drafts(file: File) -> Iterator[Draft | ArticleError]:
    """Read each entry of a feed; raises ArticleError where the file is none."""
    if _ENTITY.search(file.data.replace(b"\0", b"")):
        # No feed needs them, and nested ones grow without bound.
        raise ArticleError(f"{file.where}: declares XML entities, which no feed needs; remove the <!ENTITY ...> lines")
    from feedparser import parse

    # A stream, since bytes could also be taken for an address.
    parsed: Any = parse(io.BytesIO(file.data), response_headers={"content-type": "application/xml"})
    if not parsed.entries:
        if not parsed.version:
            decode(file.data, file.where)
            raise ArticleError(f"{file.where}: is no RSS or Atom feed; save a web page as .html, a text as .txt")
        raise ArticleError(f"{file.where}: this feed has no entry")
    for number, entry in enumerate(parsed.entries, 1):
        try:
            yield _draft(entry, parsed.feed, f"{file.where}: entry {number}")
        except ArticleError as error:
            yield error


def _draft(entry: Any, feed: Any, where: str) -> Draft:
    title = _plain(entry.get("title"))
    content = next((part.value for part in entry.get("content", ()) if part.get("value")), None)
    body = fragment(content or entry.get("summary") or "")
    text = joined(body.paragraphs, title=title)
    if not text:
        raise ArticleError(f"{where}: has neither title nor text")
    # Where there is no link, feedparser gives the id, which need not be an address.
    link = one_line(entry.get("link")) or ""
    url = link if link.startswith(("http:", "https:")) else None
    return Draft(
        text=text,
        key=key_of(one_line(entry.get("id")), url, text),
        place=where,
        title=title,
        source=_plain(entry.get("source", {}).get("title")) or _plain(feed.get("title")),
        url=url,
        language=one_line((entry.get("title_detail") or {}).get("language") or feed.get("language")),
        claims=tuple(_claims(entry, feed, where)),
        left_out=body.left_out,
    )


def _claims(entry: Any, feed: Any, where: str) -> Iterator[Claim]:
    # Asked for by subscript, "updated" would be taken from "published" where it is missing.
    for key, latest in (("published", False), ("created", False), ("updated", True)):
        text = dict.get(entry, key)
        if text:
            try:
                yield claim_of(text, Rank.STATED, f"feed entry: {key}", latest=latest)
            except DateError as error:
                raise ArticleError(f"{where}: {key}: {error}") from error
    for key in ("updated", "published"):
        text = dict.get(feed, key)
        if text:
            try:
                yield claim_of(text, Rank.HINT, f"feed as a whole: {key}", latest=True)
            except DateError:
                continue


def _plain(text: str | None) -> str | None:
    return one_line(" ".join(fragment(text).paragraphs)) if text else None
