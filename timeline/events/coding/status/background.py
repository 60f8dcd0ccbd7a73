"""Events that only describe somebody or something: in a relative clause or participle without a date of its own."""

from __future__ import annotations

from collections.abc import Collection

from timeline.events.coding.candidate import Candidate
from timeline.events.lexicon import lexicon, types
from timeline.events.parse.subjects import is_lost_main_verb
from timeline.events.parse.word import Word
from timeline.events.words import words


def is_background(c: Candidate, status: str, dated: Collection[int]) -> bool:
    """Tell whether an event is mere description; ``dated``: the indices of the words that have a date of their own."""
    if c.type in types("milestone"):
        return False
    for word in (c.pivot, *c.pivot.ancestors):
        if word.head is word or (word.index in dated and status != "hypothetical") or _is_told(c, word):
            return False
        if _describes(word, status):
            return True
    return False


def _describes(word: Word, status: str) -> bool:
    wished = word.role == "prepositional clause" and status == "hypothetical"
    return wished or word.role in ("noun clause", "relative")


def _is_told(c: Candidate, word: Word) -> bool:
    """Tell whether a clause that describes a noun tells the story on all the same."""
    if word.role == "relative":
        return _replies(c, word) or _tells_what_happened_there(word)
    return is_lost_main_verb(word) or _is_content_of_speech(word)


def _is_content_of_speech(word: Word) -> bool:
    """ "A statement condemning the raid"."""
    said = word.head.lemma in lexicon().sets["speech"]
    return word.role == "noun clause" and word.form == "present participle" and said


def _replies(c: Candidate, word: Word) -> bool:
    """ "..., which Kyiv dismissed as a ploy"."""
    other = bool(c.actors) and all(a.start != word.head.start for a in c.actors)
    return c.type in types("reply") and other and any(s.pos == "name" for s in word.by_role("subject"))


def _tells_what_happened_there(word: Word) -> bool:
    """ "..., where he held talks"."""
    return word.form == "past" and any(c.lower in words("status", "there") for c in word.children)
