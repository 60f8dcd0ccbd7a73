"""RSS and Atom files become drafts, one for each entry; feedparser knows their dialects."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator
from typing import Any

from timeline.articles.claims import claim_of, stated
from timeline.articles.decode import decode
from timeline.articles.draft import Draft, File, joined, key_of, one_line
from timeline.articles.fragment import fragment
from timeline.errors import ArticleError, DateError
from timeline.models import Claim, Rank

_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*>")
_REFERENCE = re.compile(r"&#(?:[xX](?P<hex>[0-9a-fA-F]+)|(?P<number>[0-9]+))")
_LONGEST_CODE = 7  # figures of the last character there is
_DUBLIN_CORE = "purl.org/dc/"
# What tells an update in a feed of RSS, and nothing else does.
_UPDATES = re.compile(rb"<[\w.-]+:(?:updated|modified)\b")


def drafts(file: File) -> Iterator[Draft | ArticleError]:
    """Read each entry of a feed; raises ArticleError where the file is none."""
    if _ENTITY.search(file.data.replace(b"\0", b"")):
        # No feed needs them, and nested ones grow without bound.
        raise ArticleError(f"{file.where}: declares XML entities, which no feed needs; remove the <!ENTITY ...> lines")
    parsed = _parsed(file)
    if not parsed.entries:
        if not parsed.get("version"):
            decode(file.data, file.where)
            raise ArticleError(f"{file.where}: is no RSS or Atom feed; save a web page as .html, a text as .txt")
        raise ArticleError(f"{file.where}: this feed has no entry")
    dated = _dates_are_days(parsed, file.data)
    for number, entry in enumerate(parsed.entries, 1):
        try:
            yield _draft(entry, parsed.feed, f"{file.where}: entry {number}", dated)
        except ArticleError as error:
            yield error


def _parsed(file: File) -> Any:
    """Parse a feed; where one character makes the library give up on all of it, without that character."""
    try:
        return _parse(file.data)
    except Exception:  # the library promises none, and raises what its parts raise
        text = _REFERENCE.sub(_fit, decode(file.data.replace(b"\0", b""), file.where))
    try:
        return _parse(_DECLARATION.sub("", text).encode("utf-8", "replace"))
    except Exception as error:
        reason = type(error).__name__
        raise ArticleError(f"{file.where}: is no feed that can be read ({reason}); fetch it anew") from error


def _parse(data: bytes) -> Any:
    from feedparser import parse

    # A stream, since bytes could also be taken for an address.
    return parse(io.BytesIO(data), response_headers={"content-type": "application/xml"})


def _fit(reference: re.Match[str]) -> str:
    """Keep a reference to a character that exists."""
    digits = reference["hex"] or reference["number"]
    code = int(digits, 16 if reference["hex"] else 10) if len(digits) <= _LONGEST_CODE else 0
    exists = 0 < code <= sys.maxunicode and not 0xD800 <= code <= 0xDFFF
    return reference[0] if exists else "\ufffd"


def _dates_are_days(parsed: Any, data: bytes) -> bool:
    """Tell whether what feedparser calls "updated" is Dublin Core's date, which RSS has for the day of publication."""
    core = [prefix for prefix, uri in parsed.get("namespaces", {}).items() if prefix and _DUBLIN_CORE in uri]
    has_date = any(f"<{prefix}:date>".encode() in data for prefix in core)
    return has_date and str(parsed.get("version")).startswith("rss") and not _UPDATES.search(data)


def _draft(entry: Any, feed: Any, where: str, dated: bool) -> Draft:
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
        claims=tuple(_claims(entry, feed, dated)),
        left_out=body.left_out,
    )


def _claims(entry: Any, feed: Any, dated: bool) -> Iterator[Claim]:
    """Claim its dates; ``dated``: what is called "updated" is the day of publication where nothing else is."""
    language = one_line(feed.get("language"))
    given = [key for key in ("published", "created", "updated") if dict.get(entry, key)]
    for key in given:
        # Asked for by subscript, "updated" would be taken from "published" where it is missing.
        latest = key == "updated" and not (dated and given == ["updated"])
        found = f"feed entry: {'updated' if latest else 'date' if key == 'updated' else key}"
        yield stated(str(dict.get(entry, key)), Rank.STATED, found, latest=latest, language=language)
    for key in ("updated", "published"):
        text = dict.get(feed, key)
        if text:
            try:
                yield claim_of(text, Rank.HINT, f"feed as a whole: {key}", latest=True)
            except DateError:
                continue


def _plain(text: str | None) -> str | None:
    return one_line(" ".join(fragment(text).paragraphs)) if text else None
