"""Which reader a file needs: by its suffix, or by its first bytes where it has no name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from timeline.articles import feed, mail, page, pdf, rows, warc, word
from timeline.articles.dct import claim
from timeline.articles.decode import decode
from timeline.articles.draft import Draft, File, Reader
from timeline.articles.stated import front_matter
from timeline.errors import ArticleError
from timeline.models import Rank

_XML = re.compile(rb"<(?:rss|feed|rdf:RDF|channel)\b", re.IGNORECASE)
_HTML = re.compile(rb"<!doctype html|<html\b|<head\b|<body\b|<article\b", re.IGNORECASE)
_MAIL = re.compile(
    rb"(?:[A-Za-z][A-Za-z-]*:[ \t].*\r?\n(?:[ \t].*\r?\n)*)*(?:From|Date|Subject|Received):[ \t]", re.IGNORECASE
)
_HEAD = 4096


def text(file: File) -> Iterator[Draft]:
    """Read a plain text as it stands."""
    yield Draft(text=decode(file.data, file.where))


def markdown(file: File) -> Iterator[Draft]:
    """Read the words of a Markdown file, and what its front matter states."""
    from timeline.articles.markdown import plain

    stated, rest = front_matter(decode(file.data, file.where), file.where)
    shown = plain(rest)
    if not shown:
        raise ArticleError(f"{file.where}: has no paragraph; put the article's text into it")
    if stated is None:
        yield Draft(text=shown)
        return
    claims = (claim(stated.dct, Rank.STATED, stated.place, file.where),) if stated.dct else ()
    yield Draft(
        text=shown,
        title=stated.title,
        source=stated.source,
        url=stated.url,
        language=stated.language,
        claims=claims,
    )


READERS: Mapping[str, Reader] = {
    ".txt": text,
    ".md": markdown,
    ".html": page.drafts,
    ".htm": page.drafts,
    ".xhtml": page.drafts,
    ".pdf": pdf.drafts,
    ".docx": word.drafts,
    ".eml": mail.one,
    ".mbox": mail.box,
    ".rss": feed.drafts,
    ".atom": feed.drafts,
    ".xml": feed.drafts,
    ".csv": rows.from_csv,
    ".tsv": rows.from_csv,
    ".jsonl": rows.from_json_lines,
    ".ndjson": rows.from_json_lines,
    ".warc": warc.drafts,
    ".warc.gz": warc.drafts,
}


def by_content(data: bytes) -> Reader:
    """Tell the format of bytes without a name; plain text is what is nothing else."""
    head = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:_HEAD]
    if head.startswith(b"%PDF-"):
        return pdf.drafts
    if head.startswith(b"PK\x03\x04"):
        return word.drafts
    if head.startswith((b"WARC/", b"\x1f\x8b")):
        return warc.drafts
    if head.startswith(b"From ") and _MAIL.match(head.partition(b"\n")[2]):
        return mail.box
    if head.startswith(b"<"):
        if _HTML.search(head):
            return page.drafts
        return feed.drafts if head.startswith(b"<?xml") or _XML.match(head) else page.drafts
    if head.startswith(b"{"):
        return rows.from_json_lines
    if _MAIL.match(head):
        return mail.one
    if head.startswith((b"---\n", b"---\r\n", b"+++\n", b"# ")):
        return markdown
    first = head.split(b"\n", 1)[0].lower()
    if re.search(rb"(?:^|[,;\t|\"])text(?:$|[,;\t|\"\r])", first):
        return rows.from_csv
    return text
