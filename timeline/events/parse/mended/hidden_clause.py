"""A clause behind "after" that the parser took for a noun with a participle ("after men on roofs killed ten")."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.parse.mended.heads_list import has_any, over
from timeline.events.parse.word import Word
from timeline.events.words import words


def with_hidden_clauses(found: Sequence[Word], heads: Sequence[int]) -> list[int]:
    """The heads of a sentence's words, each participle with an object behind "after" and a noun made their verb.

    What is done to somebody has no object of its own, but for what is given.  Roles and the verb's form are changed.
    """
    mended = list(heads)
    for verb in found:
        if verb.form != "past participle" or verb.role != "noun clause" or verb.pos != "verb":
            continue
        if not has_any(found, mended, verb.index, ("object",)) or verb.lemma in words("clauses", "giving"):
            continue
        subject = _behind_conjunction(found, mended, verb)
        if subject is not None:
            conjunction = found[mended[subject.index]]
            mended[verb.index], verb.role, verb.form = mended[conjunction.index], "adverbial", "past"
            mended[conjunction.index], conjunction.role = verb.index, "marker"
            mended[subject.index], subject.role = verb.index, "subject"
    return mended


def _behind_conjunction(found: Sequence[Word], heads: Sequence[int], verb: Word) -> Word | None:
    """The noun right behind "after" and the like in whose phrase a participle stands."""
    for up in over(heads, verb.index):
        noun, above = found[up], found[heads[up]]
        if noun.is_verbal:
            return None
        if noun.role == "prepositional object" and above.lower in words("clauses", "conjunctions"):
            return noun if above.role == "preposition" and found[heads[above.index]].is_verbal else None
    return None
