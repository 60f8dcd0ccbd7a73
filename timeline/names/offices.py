"""Titles of the offices in the table of leaders, and the other names they go by."""

from __future__ import annotations

from functools import cache

from timeline.tables.knowledge import tenures
from timeline.tables.load import read_toml


@cache
def _other_names() -> dict[str, str]:
    return {str(word): str(office) for word, office in read_toml("names/offices.toml")["other"].items()}


@cache
def titles() -> tuple[str, ...]:
    """All names of offices in small letters, the longest first."""
    return tuple(sorted({*(term.office for term in tenures()), *_other_names()}, key=lambda name: (-len(name), name)))


@cache
def title_words() -> frozenset[str]:
    """The words of all titles."""
    return frozenset(word for title in titles() for word in title.split())


def usual(title: str) -> str:
    """The name of an office by which all its names are compared.

    >>> usual("Taoiseach"), usual("Prime  Minister")
    ('prime minister', 'prime minister')
    """
    small = " ".join(title.lower().split())
    return _other_names().get(small, small)
