"""What a reader finds of one article: its words and statements; nothing is decided yet."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import NamedTuple, TypeAlias

from timeline.errors import ArticleError
from timeline.installed import install_extra
from timeline.models import Claim

# XML and Python can hold what no UTF-8 output can, and NUL ends strings elsewhere.
_UNFIT = re.compile(r"[\x00-\x08\x0e-\x1b\x1f\x7f\ud800-\udfff]")
_LONGEST_OWN_KEY = 80


class File(NamedTuple):
    """The bytes of an input; ``where`` names it in errors; no part of it may unpack to more than ``max_size`` bytes."""

    data: bytes
    where: str
    max_size: int


class Draft(NamedTuple):
    """One article as its file has it; ``left_out`` holds pieces of furniture, each with the reason why it is that.

    ``key`` tells the articles of one file apart, None where the file is one article.  ``place`` names it in errors.
    """

    text: str
    key: str | None = None
    place: str | None = None
    title: str | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None
    claims: tuple[Claim, ...] = ()
    left_out: tuple[tuple[str, str], ...] = ()


Drafts: TypeAlias = Iterable[Draft | ArticleError]
Reader: TypeAlias = Callable[[File], Drafts]


def one_line(text: object) -> str | None:
    """Put a text on one line, without what no output can hold; None where nothing is left."""
    if text is None:
        return None
    plain = " ".join(str(text).split())
    return (plain if plain.isprintable() else _UNFIT.sub("", plain).strip()) or None


def joined(paragraphs: Iterable[str], *, title: str | None = None) -> str:
    """Join paragraphs by blank lines; their own line ends are kept.  A title that does not lead them goes first."""
    parts = ("\n".join(filter(None, map(one_line, paragraph.splitlines()))) for paragraph in paragraphs)
    shown = [part for part in parts if part]
    if title and (not shown or _letters(shown[0]) != _letters(title)):
        shown.insert(0, title)
    return "\n\n".join(shown)


def key_of(*parts: str | None) -> str:
    """Make a short key of what identifies an article, the same wherever it stands in the file.

    >>> key_of("https://example.org/1")
    '18c17418'
    """
    identity = next((part for part in parts if part), "")
    return hashlib.sha256(identity.encode("utf-8", "replace")).hexdigest()[:8]


def own_key(text: object) -> str | None:
    """Take an id that the file's owner gave as the key, where it is fit to be one."""
    key = one_line(text)
    return key if key and len(key) <= _LONGEST_OWN_KEY else None


def unique(drafts: Drafts) -> Iterator[Draft | ArticleError]:
    """Number keys that come again."""
    seen: dict[str, int] = {}
    for draft in drafts:
        if isinstance(draft, ArticleError) or draft.key is None:
            yield draft
            continue
        number = seen[draft.key] = seen.get(draft.key, 0) + 1
        yield draft if number == 1 else draft._replace(key=f"{draft.key}~{number}")


@contextmanager
def extra(name: str, where: str) -> Iterator[None]:
    """Name the extra to install where the import of a reader's library fails."""
    try:
        yield
    except ImportError as error:
        raise ArticleError(
            f"{where}: {name.upper()} files want more than is installed; {install_extra(name)}"
        ) from error


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()
