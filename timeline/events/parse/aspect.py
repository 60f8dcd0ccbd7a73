"""Lexical aspect: which events last, which happen at once, and which verbs look back on a deed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.events.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token


def lasts(token: Token) -> bool:
    """Tell whether a word's event lasts longer than a day as a rule."""
    return token.lemma_.lower() in words("durations", "nouns" if token.pos_ == "NOUN" else "verbs")
