"""What is merged: articles by their cards, their mentions when asked for, and a memory of earlier builds."""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol, TypeAlias

from timeline.merge.card import Card, Mark
from timeline.merge.mentions import Mentions

Load: TypeAlias = Callable[[int], Mentions]

NAME = 16  # bytes that name a mention in what is remembered


class Memory(Protocol):
    """Values by key, which outlast a build; to lose them costs time, nothing else."""

    def get(self, key: bytes) -> bytes | None:
        """Return a value, None where there is none."""

    def keep(self, key: bytes, value: bytes) -> None:
        """Remember a value."""


class Summary(NamedTuple):
    """An article to merge: ``digest`` of all that its mentions hang on, its id among it: no two have the same."""

    id: str
    digest: bytes
    card: Card


class Source(NamedTuple):
    """What is merged: articles in the order of their ids, and by their numbers their mentions, as often as needed."""

    articles: Sequence[Summary]
    load: Load
    memory: Memory


class Places(NamedTuple):
    """All mentions by one number: the article, the number in it, a name that outlasts a build, and the mark."""

    article: Sequence[int]
    number: Sequence[int]
    names: Sequence[bytes]
    marks: Sequence[Mark]


def key(of: str, *parts: bytes) -> bytes:
    """Make a key for the memory, of all that a value hangs on; ``of``: what it is."""
    return hashlib.sha256(b"\0".join((of.encode("utf-8", "surrogatepass"), *parts))).digest()


def places(articles: Sequence[Summary]) -> Places:
    """Number the mentions of all articles, in the order of the articles."""
    article, number = array("I"), array("I")
    names: list[bytes] = []
    marks: list[Mark] = []
    for place, one in enumerate(articles):
        for own, mark in enumerate(one.card.marks):
            article.append(place)
            number.append(own)
            names.append(one.digest[: NAME - 4] + own.to_bytes(4, "big"))
            marks.append(mark)
    return Places(article, number, names, marks)
