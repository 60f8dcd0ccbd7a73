"""A passive turned round: what it is done to stands behind it ("Killed in the raid were two guards")."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.parse.subjects import SUBJECTS
from timeline.events.parse.word import Word


def with_inverted_passives(found: Sequence[Word], heads: Sequence[int]) -> list[int]:
    """The heads of a sentence's words, the noun behind "were" made the subject of the participle before it.

    "Killed in the raid were two guards, said the governor".  The noun's role is changed.
    """
    mended = list(heads)
    for word in found:
        behind = mended[word.index] < word.index and found[mended[word.index]].form == "past participle"
        if word.role != "passive auxiliary" or word.lemma != "be" or not behind:
            continue
        verb = mended[word.index]
        noun = next((w for w in found if mended[w.index] == word.index and w.role == "predicate"), None)
        has_own = any(mended[w.index] == verb and w.role in SUBJECTS for w in found)
        if noun is not None and noun.index > word.index and not has_own:
            mended[noun.index], noun.role = verb, "passive subject"
    return mended
