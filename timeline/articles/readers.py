"""Which reader a file needs: by its suffix, or by its first bytes where it has no name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib import import_module

from timeline.articles.decode import decode
from timeline.articles.draft import Draft, File, Reader
from timeline.articles.stated import front_matter
from timeline.articles.wrapping import unparted
from timeline.errors import ArticleError

_XML = re.compile(rb"<(?:rss|feed|rdf:RDF|channel)\b", re.IGNORECASE)
_HTML = re.compile(rb"<!doctype html|<html\b|<head\b|<body\b|<article\b", re.IGNORECASE)
_MAIL = re.compile(
    rb"(?:[A-Za-z][A-Za-z-]*:[ \t].*\r?\n(?:[ \t].*\r?\n)*)*(?:From|Date|Subject|Received):[ \t]", re.IGNORECASE
)
# A first line that names the column of texts, beside others.
_TABLE = re.compile(rb"[,;\t|]\"?text\"?\s*(?:$|[,;\t|])|^\"?text\"?[,;\t|](?=\S)")
_HEAD = 4096


def text(file: File) -> Iterator[Draft]:
    """Read a plain text as it stands."""
    yield Draft(text=unparted(decode(file.data, file.where)))


def markdown(file: File) -> Iterator[Draft]:
    """Read the words of a Markdown file, and what its front matter states."""
    from timeline.articles.markdown import plain

    stated, rest = front_matter(decode(file.data, file.where), file.where)
    shown = plain(unparted(rest))
    if not shown:
        raise ArticleError(f"{file.where}: has no paragraph; put the article's text into it")
    if stated is None:
        yield Draft(text=shown)
        return
    yield Draft(
        text=shown,
        title=stated.title,
        source=stated.source,
        url=stated.url,
        language=stated.language,
        claims=(stated.claim,) if stated.claim else (),
    )


# Module and function by suffix; imported when first needed, since few runs meet every format.
_HOMES: Mapping[str, tuple[str, str]] = {
    ".txt": ("readers", "text"),
    ".md": ("readers", "markdown"),
    ".html": ("page", "drafts"),
    ".htm": ("page", "drafts"),
    ".xhtml": ("page", "drafts"),
    ".pdf": ("pdf", "drafts"),
    ".docx": ("word", "drafts"),
    ".eml": ("mail", "one"),
    ".mbox": ("mail", "box"),
    ".rss": ("feed", "drafts"),
    ".atom": ("feed", "drafts"),
    ".xml": ("feed", "drafts"),
    ".csv": ("rows", "from_csv"),
    ".tsv": ("rows", "from_csv"),
    ".jsonl": ("rows", "from_json_lines"),
    ".ndjson": ("rows", "from_json_lines"),
    ".parquet": ("rows", "from_json_lines"),  # each row is handed over as one
    ".warc": ("warc", "drafts"),
    ".warc.gz": ("warc", "drafts"),
}
SUFFIXES = frozenset(_HOMES)


def reader_of(suffix: str) -> Reader:
    """Return the reader of files with a known suffix."""
    module, name = _HOMES[suffix]
    reader: Reader = getattr(import_module(f"timeline.articles.{module}"), name)
    return reader


def by_content(data: bytes) -> str:
    """Tell the suffix that bytes without a name should have; plain text is what is nothing else."""
    head = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:_HEAD]
    if head.startswith(b"%PDF-"):
        return ".pdf"
    if head.startswith(b"PK\x03\x04"):
        return ".docx"
    if head.startswith((b"WARC/", b"\x1f\x8b")):
        return ".warc"
    if head.startswith(b"From ") and _MAIL.match(head.partition(b"\n")[2]):
        return ".mbox"
    if head.startswith(b"<"):
        if _HTML.search(head):
            return ".html"
        return ".xml" if head.startswith(b"<?xml") or _XML.match(head) else ".html"
    if head.startswith(b"{"):
        return ".jsonl"
    if _MAIL.match(head):
        return ".eml"
    if head.startswith((b"---\n", b"---\r\n", b"+++\n", b"# ")):
        return ".md"
    first = head.split(b"\n", 1)[0].lower()
    if _TABLE.search(first):
        return ".csv"
    return ".txt"
