"""A web archive (WARC) becomes drafts, one for each page in it; warcio takes it apart."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from contextlib import redirect_stderr
from typing import Any

from timeline.articles.claims import claim_of
from timeline.articles.draft import Draft, File, extra, key_of, one_line
from timeline.articles.page import drafts as page_drafts
from timeline.errors import ArticleError, DateError
from timeline.models import Claim, Rank

_PAGES = ("text/html", "application/xhtml+xml")
_CHUNK = 1 << 16
# A part that unpacks to more than so many times the limit is not read to its end: what follows it is lost.
_ENOUGH = 20

logging.getLogger("warcio").addHandler(logging.NullHandler())


def drafts(file: File) -> Iterator[Draft | ArticleError]:
    """Read each page that was fetched whole; pictures, scripts and errors of servers are no articles."""
    with extra("warc", file.where):
        from warcio.exceptions import ArchiveLoadFailed
    pages = number = 0
    try:
        for number, record in enumerate(_records(file.data), 1):
            if not _is_page(record):
                continue
            pages += 1
            yield from _read(record, file, f"{file.where}: record {number}")
    except _EndlessError as error:
        yield ArticleError(f"{file.where}: record {number} {error}")
        return
    except (ArchiveLoadFailed, OSError, EOFError, ValueError, KeyError, AttributeError) as error:
        said = one_line(error) or type(error).__name__
        yield ArticleError(f"{file.where}: breaks off after record {number} ({said:.80}); fetch it anew")
        return
    if not pages:
        raise ArticleError(f"{file.where}: holds no web page among its {number} records")


def _records(data: bytes) -> Iterator[Any]:
    from warcio.archiveiterator import ArchiveIterator

    records = iter(ArchiveIterator(io.BytesIO(data)))
    while True:
        with _silence():
            record = next(records, None)
        if record is None:
            return
        yield record


def _silence() -> redirect_stderr[io.StringIO]:
    """Keep what the library writes past its callers to standard error."""
    return redirect_stderr(io.StringIO())


class _EndlessError(Exception):
    """A record unpacks to more than can be skipped."""


def _is_page(record: Any) -> bool:
    if record.rec_type == "resource":
        kind = record.rec_headers.get_header("Content-Type") or ""
    elif record.rec_type == "response" and record.http_headers is not None:
        if not str(record.http_headers.get_statuscode()).startswith("2"):
            return False
        kind = record.http_headers.get_header("Content-Type") or ""
    else:
        return False
    return kind.split(";")[0].strip().lower() in _PAGES


def _read(record: Any, file: File, where: str) -> Iterator[Draft | ArticleError]:
    url = one_line(record.rec_headers.get_header("WARC-Target-URI"))
    stamp = one_line(record.rec_headers.get_header("WARC-Date"))
    stream = record.content_stream()
    data = bytearray()
    with _silence():
        while len(data) <= file.max_size and (chunk := stream.read(_CHUNK)):
            data += chunk
    if len(data) > file.max_size:
        yield ArticleError(
            f"{where} ({url}): unpacks to more than the {file.max_size / 1e6:g} MB allowed; "
            "raise --max-size if you trust it"
        )
        _skip(stream, file.max_size)
        return
    try:
        for draft in page_drafts(File(bytes(data), where, file.max_size)):
            yield draft._replace(
                key=key_of(f"{url} {stamp}" if url else draft.text),
                place=where,
                url=url or draft.url,
                claims=(*draft.claims, *_fetched(stamp)),
            )
    except ArticleError as error:
        yield ArticleError(str(error).replace(where, f"{where} ({url})", 1))


def _skip(stream: Any, max_size: int) -> None:
    """Read on to where the next record begins, unless that is too far."""
    with _silence():
        for _ in range(_ENOUGH * max_size // _CHUNK + 1):
            if not stream.read(_CHUNK):
                return
    raise _EndlessError("unpacks without end; the rest of the archive is left out")


def _fetched(stamp: str | None) -> Iterator[Claim]:
    if stamp:
        try:
            yield claim_of(stamp, Rank.HINT, "day on which the page was fetched", latest=True)
        except DateError:
            return
