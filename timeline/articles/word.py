"""A Word document (``.docx``) becomes a draft; python-docx reads its paragraphs and tables."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from timeline.articles.claims import claim_of
from timeline.articles.draft import Draft, File, extra, joined, one_line
from timeline.errors import ArticleError
from timeline.models import Claim, Rank

_OLE = b"\xd0\xcf\x11\xe0"
_CAPTION = "caption"


def drafts(file: File) -> Iterator[Draft]:
    """Read the one article of a document; raises ArticleError where it cannot be read or unpacks to too much."""
    if file.data.startswith(_OLE):
        raise ArticleError(f"{file.where}: is encrypted, or of an old Word; save it as .docx without a password")
    _check_size(file)
    with extra("docx", file.where):
        from docx import Document
    try:
        document: Any = Document(io.BytesIO(file.data))
        parts = [(_is_caption(part), _text(part)) for part in document.iter_inner_content()]
        core = document.core_properties
        title, language = one_line(core.title), one_line(core.language)
        claims = tuple(_claims(core))
    except Exception as error:  # broken packages raise errors of zip, XML and the library itself
        raise ArticleError(
            f"{file.where}: is no .docx that can be read ({type(error).__name__}); save it anew, or its text as .txt"
        ) from error
    text = joined(part for caption, part in parts if not caption)
    if not text:
        raise ArticleError(f"{file.where}: this document has no text; put the article's text into it")
    left_out = ((one_line(part), "caption of a picture") for caption, part in parts if caption)
    yield Draft(
        text=text,
        title=title,
        language=language,
        claims=claims,
        left_out=tuple((part, why) for part, why in left_out if part),
    )


def _check_size(file: File) -> None:
    """Add up what the parts say they unpack to, which zipfile then holds them to."""
    try:
        with zipfile.ZipFile(io.BytesIO(file.data)) as package:
            size = sum(part.file_size for part in package.infolist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise ArticleError(f"{file.where}: is no .docx that can be read ({error}); save it anew") from error
    if size > file.max_size:
        raise ArticleError(
            f"{file.where}: unpacks to {size / 1e6:.1f} MB, more than the {file.max_size / 1e6:g} MB allowed; "
            "raise --max-size if you trust it"
        )


def _is_caption(part: Any) -> bool:
    style = getattr(part, "style", None)
    return bool(style is not None and style.name and style.name.lower() == _CAPTION)


def _text(part: Any) -> str:
    if hasattr(part, "rows"):
        return "\n\n".join(" | ".join(cell.text for cell in row.cells) for row in part.rows)
    return str(part.text)


def _claims(core: Any) -> Iterator[Claim]:
    """A document is saved when the article exists: the time of saving, in UTC, bounds its publication from above."""
    saved = core.modified
    if isinstance(saved, datetime):
        yield claim_of(f"{saved:%Y-%m-%dT%H:%M:%SZ}", Rank.HINT, "DOCX modified", latest=True)
