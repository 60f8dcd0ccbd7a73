"""Participles of saying that the parser hangs on what is said: "Chad said the port was shut, adding that ..."."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.parse.clause import SUBJECTS
from timeline.events.parse.word import Word
from timeline.events.words import words


def with_speakers_participles(found: Sequence[Word], heads: Sequence[int]) -> list[int]:
    """The heads of a sentence's words, each participle of saying behind a comma moved to the verb of saying above.

    It moves where nothing of the clause in which it hangs stands behind it.
    """
    mended = list(heads)
    for word in found:
        if _goes_on(found, word):
            _move(found, mended, word.index)
    return mended


def _goes_on(found: Sequence[Word], word: Word) -> bool:
    """Tell whether a participle goes on with what somebody says."""
    if word.form != "present participle" or word.role != "adverbial" or not word.index:
        return False
    return word.lemma in words("clauses", "going_on") and found[word.index - 1].text == ","


def _move(found: Sequence[Word], heads: list[int], participle: int) -> None:
    below = heads[participle]
    if below > participle:
        return
    while found[below].role in ("conjunct", "open clause") and found[heads[below]].is_verbal:
        below = heads[below]
    speaker = heads[below]
    if found[below].role != "complement" or speaker > below or not _speaks(found, heads, speaker):
        return
    if _reach(heads, below) == _reach(heads, participle):
        comma = participle - 1
        heads[participle] = speaker
        heads[comma] = speaker


def _speaks(found: Sequence[Word], heads: Sequence[int], verb: int) -> bool:
    """Tell whether a verb tells that somebody says something."""
    has_subject = any(heads[word.index] == verb and word.role in SUBJECTS for word in found)
    return has_subject and found[verb].lemma in words("clauses", "saying")


def _reach(heads: Sequence[int], top: int) -> int:
    """The last word below one."""
    return max(index for index in range(len(heads)) if index == top or _is_below(heads, index, top))


def _is_below(heads: Sequence[int], index: int, top: int) -> bool:
    while heads[index] != index:
        index = heads[index]
        if index == top:
            return True
    return False
