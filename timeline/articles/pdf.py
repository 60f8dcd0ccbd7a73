"""A PDF becomes a draft: pdfminer finds its paragraphs; running heads and page numbers are left out."""

from __future__ import annotations

import io
import logging
import re
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from timeline.articles.claims import claim_of
from timeline.articles.draft import Draft, File, extra, joined, one_line
from timeline.errors import ArticleError, DateError
from timeline.models import Claim, Rank

# D:20241107233000+09'00'
_STAMP = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?\s*(Z|[+-]\d\d(?:'?\d\d)?)?.*", re.DOTALL)
_HYPHEN = re.compile(r"(?<=[a-z])[-\u2010]\n(?=[a-z])|\u00ad\n?")
_NUMBER = re.compile(r"\d+")
# On so many pages the same line is a running head.
_REPEATS = 3
_STOPS = (".", "!", "?", ":", ";", "”", '"', "。")
_SPARSE = 20

for _name in ("pdfminer",):
    logging.getLogger(_name).addHandler(logging.NullHandler())


def drafts(file: File) -> Iterator[Draft]:
    """Read the one article of a PDF; raises ArticleError where it is encrypted, broken or has no text."""
    with extra("pdf", file.where):
        from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
        from pdfminer.pdfparser import PDFParser
    try:
        document = PDFDocument(PDFParser(io.BytesIO(file.data)))
        info = _info(document)
        pages = [page for page in _pages(file, document) if page]
    except (PDFPasswordIncorrect, PDFEncryptionError) as error:
        raise ArticleError(f"{file.where}: this PDF is encrypted; save it without a password") from error
    except (MemoryError, ArticleError):
        raise
    except Exception as error:  # the library's own errors are many, and broken files raise others beside
        raise ArticleError(
            f"{file.where}: is no PDF that can be read ({type(error).__name__}); save it anew, or its text as .txt"
        ) from error
    running = _running(pages)
    paragraphs = _across_pages([[part for part in page if _shape(part) not in running] for page in pages])
    text = joined(paragraphs)
    if len(text) < _SPARSE:
        raise ArticleError(
            f"{file.where}: this PDF has no text (scanned?); "
            "run it through text recognition (OCR), or give its text as .txt"
        )
    left_out = dict.fromkeys(part for page in pages for part in page if _shape(part) in running)
    yield Draft(
        text=text,
        title=info.get("Title"),
        source=info.get("Publisher"),
        claims=tuple(_claims(info)),
        left_out=tuple((shown, "running head or page number") for part in left_out if (shown := one_line(part))),
    )


def _info(document: Any) -> dict[str, str]:
    from pdfminer.pdftypes import resolve1
    from pdfminer.utils import decode_text

    found: dict[str, str] = {}
    for info in document.info:
        for key, value in info.items():
            plain = resolve1(value)
            text = one_line(
                decode_text(plain) if isinstance(plain, bytes) else plain if isinstance(plain, str) else None
            )
            if text:
                found.setdefault(str(key), text)
    return found


def _pages(file: File, document: Any) -> Iterator[list[str]]:
    from pdfminer.layout import LAParams, LTTextContainer
    from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
    from pdfminer.pdfpage import PDFPage

    from timeline.articles.pdf_page import Pages

    resources = PDFResourceManager()
    device = Pages(resources, laparams=LAParams())
    interpreter = PDFPageInterpreter(resources, device)
    size = 0
    for number, page in enumerate(PDFPage.create_pages(document), 1):
        if any(_unpacks_to_more(stream, file.max_size) for stream in page.contents):
            raise ArticleError(
                f"{file.where}: page {number} unpacks to more than the {file.max_size / 1e6:g} MB allowed; "
                "split it or raise --max-size"
            )
        interpreter.process_page(page)
        boxes = [box.get_text() for box in device.get_result() if isinstance(box, LTTextContainer)]
        size += sum(map(len, boxes))
        if size > file.max_size:
            raise ArticleError(
                f"{file.where}: its text has more than the {file.max_size / 1e6:g} MB allowed; "
                "split it or raise --max-size"
            )
        yield [box for box in boxes if box.strip()]


def _unpacks_to_more(stream: Any, most: int) -> bool:
    """Tell whether a packed stream of a page has more than so many bytes, without unpacking more than that."""
    from pdfminer.pdftypes import LITERALS_FLATE_DECODE, stream_value

    packed = stream_value(stream)
    data = packed.rawdata or b""
    if packed.decipher and packed.objid is not None and packed.genno is not None:
        data = packed.decipher(packed.objid, packed.genno, data, packed.attrs)
    for name, _ in packed.get_filters():
        if name not in LITERALS_FLATE_DECODE:
            return False  # what takes too long or too much memory is ended
        try:
            data = zlib.decompressobj().decompress(data, most + 1)
        except zlib.error:
            return False  # the library mends it or refuses it
        if len(data) > most:
            return True
    return False


def _shape(part: str) -> str:
    """A line with its numbers taken out: page 3 and page 4 say the same."""
    return _NUMBER.sub("#", " ".join(part.split())).casefold()


def _running(pages: Sequence[Sequence[str]]) -> set[str]:
    counts = Counter(shape for page in pages for shape in {_shape(part) for part in page} if len(shape) <= 100)
    return {
        shape
        for shape, count in counts.items()
        if count >= _REPEATS or re.fullmatch(r"(?:page )?#(?: (?:of|/) #)?", shape)
    }


def _across_pages(pages: Sequence[Sequence[str]]) -> list[str]:
    """Undo line ends and hyphens; join a paragraph that a page's end has cut."""
    out: list[str] = []
    for page in pages:
        for number, part in enumerate(page):
            plain = " ".join(_HYPHEN.sub("", part).split())
            if number == 0 and out and plain[:1].islower() and not out[-1].endswith(_STOPS):
                out[-1] = f"{out[-1]} {plain}"
            else:
                out.append(plain)
    return out


def _claims(info: dict[str, str]) -> Iterator[Claim]:
    """A PDF is made when the article exists: its dates bound the first publication from above."""
    for key in ("CreationDate", "ModDate"):
        found = _STAMP.fullmatch(info.get(key, ""))
        if found:
            year, month, day, hour, minute, _, zone = found.groups()
            clock = f"T{hour}:{minute}{(zone or '').replace(chr(39), '')}" if hour else ""
            try:
                yield claim_of(f"{year}-{month}-{day}{clock}", Rank.HINT, f"PDF {key}", latest=True)
            except DateError:
                continue
