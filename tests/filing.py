"""Files of formats that are not written by hand, made small and always the same."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from datetime import datetime

# Metrics do not matter to a reader of text: one of the fonts that every reader of PDFs knows.
_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
# No password opens a file whose check value is all zeros.
_LOCK = b"<< /Filter /Standard /V 1 /R 2 /P -44 /O <" + b"1" * 64 + b"> /U <" + b"0" * 64 + b"> >>"


def pdf(
    pages: Sequence[Sequence[str]],
    info: Mapping[str, str] | None = None,
    *,
    locked: bool = False,
    blanks: int = 0,
    bottom: int = 0,
) -> bytes:
    """Write a PDF: each page a list of paragraphs, the lines of a paragraph divided by line ends.

    ``blanks``: so many stand before the text of each page, packed.  ``bottom``: the lower edge of each page, the upper
    one being 842.
    """
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", _FONT]
    kids = []
    for paragraphs in pages:
        content = b"BT /F1 10 Tf " + b" ".join(_placed(paragraphs)) + b" ET"
        content, packed = (zlib.compress(b" " * blanks + content), b"/FlateDecode") if blanks else (content, b"null")
        objects.append(b"<< /Length %d /Filter %s >>\nstream\n%s\nendstream" % (len(content), packed, content))
        kids.append(len(objects) + 1)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 %d 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % (bottom, len(objects))
        )
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))
    trailer = b""
    if info:
        entries = b" ".join(b"/%s (%s)" % (key.encode(), _escaped(value)) for key, value in info.items())
        objects.append(b"<< " + entries + b" >>")
        trailer += b" /Info %d 0 R" % len(objects)
    if locked:
        objects.append(_LOCK)
        trailer += b" /Encrypt %d 0 R /ID [<00> <00>]" % len(objects)
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer << /Size %d /Root 1 0 R%s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)
    return bytes(out)


def _placed(paragraphs: Sequence[str]) -> list[bytes]:
    out, height = [], 780
    for paragraph in paragraphs:
        for line in paragraph.split("\n"):
            out.append(b"1 0 0 1 60 %d Tm (%s) Tj" % (height, _escaped(line)))
            height -= 12
        height -= 24
    return out


def _escaped(text: str) -> bytes:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").encode("cp1252")


def docx(
    paragraphs: Sequence[str], *, title: str = "", saved: datetime | None = None, captions: Sequence[str] = ()
) -> bytes:
    """Write a Word document."""
    from docx import Document

    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    for caption in captions:
        document.add_paragraph(caption, style="Caption")
    document.core_properties.title = title
    document.core_properties.modified = saved or datetime(2024, 11, 8, 9)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def zip_bomb(size: int) -> bytes:
    """Write a package whose document unpacks to ``size`` zero bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package, package.open("word/document.xml", "w") as part:
        for _ in range(size // 1_000_000):
            part.write(b"\0" * 1_000_000)
    return out.getvalue()


def warc(records: Sequence[tuple[str, str, bytes]], *, zipped: bool = False, status: str = "200 OK") -> bytes:
    """Write a web archive of responses: address, media type, body; each fetched on 9 November 2024."""
    return b"".join(_record(*record, status, zipped) for record in records)


def _record(url: str, kind: str, body: bytes, status: str, zipped: bool) -> bytes:
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-11-09T08:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    ).encode()
    record = head + http + b"\r\n\r\n"
    return gzip.compress(record, mtime=0) if zipped else record
