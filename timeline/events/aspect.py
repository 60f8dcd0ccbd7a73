"""Lexical aspect: which events last, which happen at once, and which verbs look back on a deed."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from timeline.tables.load import read_toml

if TYPE_CHECKING:
    from spacy.tokens import Token


@cache
def _table() -> dict[str, frozenset[str]]:
    return {name: frozenset(cell.split()) for name, cell in read_toml("events/duration.toml").items()}


def words(name: str) -> frozenset[str]:
    """One list of the table, by its name."""
    return _table()[name]


def lasts(token: Token) -> bool:
    """Tell whether a word's event lasts longer than a day as a rule."""
    return token.lemma_.lower() in words("nouns" if token.pos_ == "NOUN" else "verbs")
