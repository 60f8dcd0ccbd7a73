"""A located file becomes an Article: text, blocks, title, source, and the claims on the day it was written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from timeline.articles.blocks import blocks
from timeline.articles.dct import claim, decide
from timeline.articles.decode import decode
from timeline.articles.discover import Located
from timeline.articles.stated import Stated, front_matter, sidecar
from timeline.errors import ArticleError
from timeline.models import Article, Rank

MAX_SIZE = 10_000_000


def read(
    located: Located, *, date: str | None = None, default_date: str | None = None, max_size: int = MAX_SIZE
) -> list[Article]:
    """Read the articles of a file; ``max_size`` in bytes.

    ``date`` is the DCT given for this very file, ``default_date`` the one for files that state none.
    Raises ArticleError where the file cannot be used.
    """
    path = located.path
    reader = READERS[path.suffix.lower()]
    stated, text = reader(decode(_bytes(path, max_size), str(path)), str(path))
    statements = [one for one in (sidecar(path), stated) if one]
    claims = [claim(one.dct, Rank.STATED, one.place, str(path)) for one in statements if one.dct]
    if date:
        claims.append(claim(date, Rank.OPTION, "--date for this file", "--date"))
    if default_date:
        claims.append(claim(default_date, Rank.DEFAULT, "--date", "--date"))
    dct, ordered = decide(claims)

    def first(key: str) -> str | None:
        return next((value for one in statements if (value := getattr(one, key))), None)

    found = blocks(text, title=first("title"))
    heading = next((text[block.start : block.end] for block in found if block.kind == "title"), None)
    return [
        Article(
            id=located.name,
            path=located.name,
            title=first("title") or heading,
            url=first("url"),
            source=first("source"),
            language=first("language"),
            dct=dct,
            claims=ordered,
            blocks=found,
            text=text,
        )
    ]


def _bytes(path: Path, max_size: int) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(max_size + 1)
            if len(data) <= max_size:
                return data
            size = path.stat().st_size
    except OSError as error:
        raise ArticleError(f"{path}: cannot be read ({error.strerror}); check the file and its permissions") from error
    raise ArticleError(
        f"{path}: has {size / 1e6:.1f} MB, more than the {max_size / 1e6:g} MB allowed; split it or raise --max-size"
    )


def _text(text: str, where: str) -> tuple[Stated | None, str]:
    return None, text


def _markdown(text: str, where: str) -> tuple[Stated | None, str]:
    from timeline.articles.markdown import plain

    stated, rest = front_matter(text, where)
    shown = plain(rest)
    if not shown:
        raise ArticleError(f"{where}: has no paragraph; put the article's text into it")
    return stated, shown


# Each takes the decoded text and the file's name for errors, and gives what the file states and the article's text.
READERS: Mapping[str, Callable[[str, str], tuple[Stated | None, str]]] = {
    ".txt": _text,
    ".md": _markdown,
}
