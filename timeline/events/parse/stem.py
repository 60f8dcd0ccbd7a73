"""A key that a verb and its noun share."""

from __future__ import annotations

from functools import cache

from timeline.events.parse.word import Word
from timeline.tables.load import read_toml


@cache
def _groups() -> dict[str, str]:
    return {word: line.split()[0] for line in read_toml("events/same.toml")["words"] for word in line.split()}


def stem(token: Word) -> str:
    """A key that a verb and its noun share, and words for the same deed: "abduct", "abduction" and "kidnap"."""
    lemma = token.lemma.lower()
    group = _groups().get(lemma)
    if group is not None:
        return group
    key = lemma[:5] if len(lemma) > 5 else lemma.removesuffix("e")
    return f"{key[:-1]}s" if key.endswith("d") else key
