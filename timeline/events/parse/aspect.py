"""Lexical aspect: which events last, which happen at once, and which verbs look back on a deed."""

from __future__ import annotations

from timeline.events.parse.word import Word
from timeline.events.words import words


def lasts(token: Word) -> bool:
    """Tell whether a word's event lasts longer than a day as a rule."""
    return token.lemma.lower() in words("durations", "nouns" if token.pos == "noun" else "verbs")
