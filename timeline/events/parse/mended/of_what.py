"""What somebody is told or accused of, which the parser gives to whom it is said."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.parse.mended.heads_list import over
from timeline.events.parse.word import Word
from timeline.events.words import words


def with_what_is_told(found: Sequence[Word], heads: Sequence[int]) -> list[int]:
    """The heads of a sentence's words, the last "of" behind one who is told something given to the verb of telling.

    "Informed the envoy of Mali of the decision", "accused the head of the party of murder": of it he was informed.
    """
    mended = list(heads)
    for verb in found:
        if verb.lemma in words("clauses", "told_of") and verb.is_verbal:
            _give_to_verb(found, mended, verb)
    return mended


def _give_to_verb(found: Sequence[Word], heads: list[int], verb: Word) -> None:
    below = [w for w in found if heads[w.index] == verb.index]
    whom = next((w for w in below if w.role in ("object", "passive subject")), None)
    if whom is None or any(w.lower == "of" for w in below):
        return
    inside = [w for w in found if w.lower == "of" and w.index > whom.index and whom.index in over(heads, w.index)]
    between = [w for w in inside if not any(found[up].is_verbal for up in _up_to(heads, w.index, whom.index))]
    last = between[-1] if between else None
    if last is not None and (len(between) > 1 or not _names(found, heads, last)):
        heads[last.index] = verb.index


def _up_to(heads: Sequence[int], index: int, top: int) -> list[int]:
    way = list(over(heads, index))
    return way[: way.index(top)]


def _names(found: Sequence[Word], heads: Sequence[int], of: Word) -> bool:
    """Tell whether a name stands behind "of": whose envoy he is, not what he is told."""
    behind = next((w for w in found if heads[w.index] == of.index and w.role == "prepositional object"), None)
    return behind is None or behind.pos == "name"
