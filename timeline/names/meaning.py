"""What a name that somebody asks for means: a country or body by its code, a leader by all names, or neither."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from timeline.names.countries import spellings, usual_names
from timeline.names.leaders import by_name, plain

_WORD = re.compile(r"[^\W_]+")


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name, in lower case and without accents."""
    return tuple(word.casefold() for word in _WORD.findall(plain(name)))


def said_in(text: str) -> list[str]:
    """The words of a text as they are written, without accents."""
    return _WORD.findall(plain(text))


def stretch_of(said: Sequence[str], name: Sequence[str]) -> slice | None:
    """Where words call somebody by a name: in a row, or with one more name in the middle ("Ada Maria Berg").

    ``said``: as ``said_in`` gives it; ``name``: as ``words_of`` does.
    """
    folded, wanted, size = [word.casefold() for word in said], list(name), len(name)
    for at in range(len(said) - size + 1 if size else 0):
        if folded[at : at + size] == wanted:
            return slice(at, at + size)
    for at in range(len(said) - size):
        inside = slice(at, at + size + 1)
        of_names = not any(word.islower() for word in said[inside])
        if of_names and any([*folded[at:n], *folded[n + 1 : inside.stop]] == wanted for n in range(at + 1, at + size)):
            return inside
    return None


def code_meant(wanted: str) -> str | None:
    """The code of a country or body: itself, or what one of its names stands for."""
    if wanted.upper() in usual_names() and wanted.isupper():
        return wanted
    folded = wanted.casefold().removeprefix("the ")
    kinds = ("country", "body", "demonym")
    meant = (n.code for word, n in spellings() if n.kind in kinds and word.casefold().removeprefix("the ") == folded)
    return next(meant, None)


def names_of_leader(wanted: str) -> Iterator[str]:
    """All names of a holder of an office who is meant by one of them; a surname alone may be several people's."""
    folded = plain(wanted).casefold()
    for name, terms in by_name().items():
        if " " in name and plain(name).casefold() == folded:
            for term in terms:
                yield from (term.holder, *term.aliases)


def strangers(asked: Iterable[str]) -> tuple[str, ...]:
    """The names that mean nobody whom the tables know, sorted: people, firms, things."""
    names = {" ".join(name.split()) for name in asked}
    return tuple(sorted(n for n in names if words_of(n) and code_meant(n) is None and not any(names_of_leader(n))))
