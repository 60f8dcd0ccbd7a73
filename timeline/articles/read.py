"""A located file becomes Articles: text, blocks, title, source, and the claims on the day each was written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

from timeline.articles.blocks import blocks
from timeline.articles.claims import claim
from timeline.articles.discover import STANDARD_INPUT, Located, suffix_of
from timeline.articles.draft import Draft, File, Reader, unique
from timeline.articles.readers import SUFFIXES, by_content, reader_of
from timeline.articles.reporter import reporter
from timeline.articles.rows import from_json_line
from timeline.articles.stated import Stated, sidecar
from timeline.errors import ArticleError
from timeline.models import Article, Block, Claim, Rank
from timeline.options import MAX_SIZE


def read(  # noqa: PLR0913  (how a file is to be read)
    located: Located,
    *,
    date: str | None = None,
    default_date: str | None = None,
    max_size: int = MAX_SIZE,
    allow_file_time: bool = False,
    report: Callable[[ArticleError], None] | None = None,
) -> list[Article]:
    """Read the articles of a file; ``max_size`` in bytes, also for what any part of it unpacks to.

    ``date`` is the DCT given for this very file, ``default_date`` the one for files that state none; with
    ``allow_file_time`` the time at which the file was last written is the weakest claim (in UTC).  ``report`` gets
    what is wrong with single articles of a file that has several; without it the first such problem is raised.
    Raises ArticleError where the file cannot be used.
    """
    is_file = located.path != STANDARD_INPUT
    data = _bytes(located.path, max_size) if located.data is None else located.data
    if len(data) > max_size:
        raise too_large(located.where, "more", max_size)
    beside = sidecar(located.path) if is_file else None
    options = _of_options(date, default_date, located.path if allow_file_time and is_file else None)
    articles = []
    for draft in unique(_reader(located, data)(File(data, located.where, max_size))):
        if isinstance(draft, Draft):
            articles.append(_article(draft, located, beside, options))
        elif report is None:
            raise draft
        else:
            report(draft)
    return articles


def _reader(located: Located, data: bytes) -> Reader:
    if located.part is not None:
        return from_json_line
    return reader_of(by_content(data) if located.data is not None else suffix_of(located.path.name, SUFFIXES))


def _of_options(date: str | None, default_date: str | None, file: Path | None) -> list[Claim]:
    """Claim what options give; ``file``: whose time counts too."""
    claims = []
    if date:
        claims.append(claim(date, Rank.OPTION, "--date for this file", "--date"))
    if default_date:
        claims.append(claim(default_date, Rank.DEFAULT, "--date", "--date"))
    if file:
        claims.append(_file_time(file))
    return claims


def _article(draft: Draft, located: Located, beside: Stated | None, options: list[Claim]) -> Article:
    alone = draft.key is None
    stated = beside or Stated()
    if not alone:
        # What it says of the whole file is no title or address of one article.
        stated = stated._replace(title=None, url=None)
    title = stated.title or draft.title
    text, found = _with_left_out(draft, blocks(draft.text, title=title))
    claims = [*_stated_claims(draft, stated), *options]
    return Article(
        id=located.name if alone else f"{located.name}#{draft.key}",
        path=located.name,
        title=title or _heading(text, found),
        url=stated.url or draft.url,
        source=stated.source or draft.source or reporter(text, found),
        language=stated.language or draft.language,
        claims=tuple(sorted(claims, key=lambda claim: claim.rank)),
        blocks=found,
        text=text,
    )


def _stated_claims(draft: Draft, stated: Stated) -> Iterator[Claim]:
    """What is said of one article goes before what is said of the whole file that holds it."""
    whole = [stated.claim] if stated.claim else []
    return chain(whole, draft.claims) if draft.key is None else chain(draft.claims, whole)


def _heading(text: str, found: Iterable[Block]) -> str | None:
    return next((text[block.start : block.end] for block in found if block.kind == "title"), None)


def _with_left_out(draft: Draft, found: tuple[Block, ...]) -> tuple[str, tuple[Block, ...]]:
    """Put what a reader has left out behind the text, as furniture: it can be seen, and nothing reads it."""
    text, extra = draft.text, []
    for part, why in draft.left_out:
        text += "\n\n"
        extra.append(Block(kind="furniture", start=len(text), end=len(text) + len(part), why=why))
        text += part
    return text, (*found, *extra)


def _file_time(path: Path) -> Claim:
    written = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    return claim(f"{written:%Y-%m-%dT%H:%M:%SZ}", Rank.FILE_TIME, "time of the file", str(path))


def _bytes(path: Path, max_size: int) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(max_size + 1)
            if len(data) <= max_size:
                return data
            size = path.stat().st_size
    except OSError as error:
        raise ArticleError(f"{path}: cannot be read ({error.strerror}); check the file and its permissions") from error
    raise too_large(str(path), f"{_told(size, '.1f')}, more", max_size)


def too_large(where: str, size: str, max_size: int) -> ArticleError:
    """Say that an input is larger than allowed; ``size``: what it has ("more", "20.0 MB, more")."""
    return ArticleError(f"{where}: has {size} than the {_told(max_size, 'g')} allowed; split it or raise --max-size")


def _told(size: int, form: str) -> str:
    if size < 1e3:
        return f"{size} bytes"
    return f"{size / 1e3:{form}} KB" if size < 1e6 else f"{size / 1e6:{form}} MB"
