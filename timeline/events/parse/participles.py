"""Participles of saying that the parser hangs on what is said: "Chad said the port was shut, adding that ..."."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.parse.clause import SUBJECTS
from timeline.events.parse.word import Word
from timeline.events.words import words as listed


def with_speakers_participles(words: Sequence[Word], heads: Sequence[int]) -> list[int]:
    """The heads of a sentence's words, each participle of saying behind a comma moved to the verb of saying above.

    It moves where nothing of the clause in which it hangs stands behind it.
    """
    mended = list(heads)
    for word in words:
        if _goes_on(words, word):
            _move(words, mended, word.index)
    return mended


def _goes_on(words: Sequence[Word], word: Word) -> bool:
    """Tell whether a participle goes on with what somebody says."""
    if word.form != "present participle" or word.role != "adverbial" or not word.index:
        return False
    return word.lemma in listed("clauses", "going_on") and words[word.index - 1].text == ","


def _move(words: Sequence[Word], heads: list[int], participle: int) -> None:
    below = heads[participle]
    if below > participle:
        return
    while words[below].role in ("conjunct", "open clause") and words[heads[below]].is_verbal:
        below = heads[below]
    speaker = heads[below]
    if words[below].role != "complement" or not _speaks(words, heads, speaker):
        return
    if _reach(heads, below) == _reach(heads, participle):
        comma = participle - 1
        heads[participle] = speaker
        heads[comma] = speaker


def _speaks(words: Sequence[Word], heads: Sequence[int], verb: int) -> bool:
    """Tell whether a verb tells that somebody says something."""
    has_subject = any(heads[word.index] == verb and word.role in SUBJECTS for word in words)
    return has_subject and words[verb].lemma in listed("clauses", "saying")


def _reach(heads: Sequence[int], top: int) -> int:
    """The last word below one."""
    return max(index for index in range(len(heads)) if index == top or _is_below(heads, index, top))


def _is_below(heads: Sequence[int], index: int, top: int) -> bool:
    while heads[index] != index:
        index = heads[index]
        if index == top:
            return True
    return False
