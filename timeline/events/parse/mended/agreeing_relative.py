"""Relative clauses that the parser hangs on a noun of the wrong number."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.lexicon import lexicon
from timeline.events.parse.mended.heads_list import over
from timeline.events.parse.subjects import RELATIVE, SUBJECTS
from timeline.events.parse.word import Word
from timeline.events.words import words

_SINGULAR = frozenset({"was", "is", "has"})
_PLURAL = frozenset({"were", "are", "have"})


def with_agreeing_relatives(found: Sequence[Word], heads: Sequence[int]) -> list[int]:
    """The heads of a sentence's words, each relative clause moved to the noun above that agrees with its verb.

    "A meeting of the presidents that was set for Sunday": the meeting was.
    """
    mended = list(heads)
    for word in found:
        number = _number(found, mended, word) if word.role == "relative" else None
        noun = found[mended[word.index]]
        if number == "singular" and noun.pos == "name" and word.lemma in words("triggers", "made"):
            event = _event_above(found, mended, noun)
            mended[word.index] = noun.index if event is None else event
        if number is None or noun.form not in ("singular", "plural") or noun.form == number:
            continue
        outer = (found[up] for up in over(mended, noun.index) if found[up].pos == "noun")
        told = next((one for one in outer if one.form == number and one.index < noun.index), None)
        if told is not None and not any(w.is_verbal for w in found[told.index : noun.index]):
            mended[word.index] = told.index
    return mended


def _event_above(found: Sequence[Word], heads: Sequence[int], place: Word) -> int | None:
    """The event that is planned for a place ("a visit to Berlin that was planned for June")."""
    above = (found[up] for up in over(heads, place.index))
    return next((w.index for w in above if w.pos == "noun" and w.lemma in lexicon().nouns), None)


def _number(found: Sequence[Word], heads: Sequence[int], verb: Word) -> str | None:
    """The number of a clause's verb where "that" or "which" is its subject, if a form of "be" or "have" shows it."""
    below = [w for w in found if heads[w.index] == verb.index and w.index < verb.index]
    if not any(w.role in SUBJECTS and w.lower in RELATIVE for w in below):
        return None
    finite = next((w.lower for w in (*below, verb) if w.lower in _SINGULAR | _PLURAL), None)
    return None if finite is None else "singular" if finite in _SINGULAR else "plural"
