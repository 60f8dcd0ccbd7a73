"""Participles that describe a subject, which the parser took for the verb of its clause."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.parse.mended.heads_list import FINITE, group_before, has_any, subject_of
from timeline.events.parse.subjects import SUBJECTS
from timeline.events.parse.word import Role, Word
from timeline.events.words import words

_BELOW: tuple[Role, ...] = ("conjunct", "complement", "adverbial", "open clause", "parallel")


def with_reduced_relatives(found: Sequence[Word], heads: Sequence[int]) -> list[int]:
    """The heads of a sentence's words, each verb whose subject goes on to another verb made to describe the subject.

    "Soldiers captured in May were released": they were released, and captured nobody.  The forms and roles of the
    verbs and of the subject are changed.
    """
    mended = list(heads)
    for verb in found:
        later = _verb_behind(found, mended, verb)
        subject = subject_of(found, mended, verb.index) if later is not None else None
        if later is not None and subject is not None:
            _turn(found, mended, verb, subject, later)
    return mended


def _verb_behind(found: Sequence[Word], heads: Sequence[int], verb: Word) -> Word | None:
    """The finite verb behind another one with nothing that joins them, and no subject of its own."""
    if verb.role == "relative" or verb.lemma in words("clauses", "saying"):
        return None
    if verb.pos != "verb" or verb.form not in ("past", "past participle") or _group(found, heads, verb):
        return None
    for later in found[verb.index + 1 :]:
        if heads[later.index] != verb.index or later.role not in _BELOW or not later.is_verbal:
            continue
        auxiliaries = [w for w in _group(found, heads, later) if w.role in ("auxiliary", "passive auxiliary")]
        if not auxiliaries or auxiliaries[0].form not in FINITE or has_any(found, heads, later.index, SUBJECTS):
            continue
        before = found[min(w.index for w in (later, *_group(found, heads, later))) - 1]
        between = found[verb.index + 1 : later.index]
        joined = any(
            w.role in ("coordinator", "marker") and heads[w.index] in (verb.index, later.index) for w in between
        )
        return None if joined or before.is_punctuation else later
    return None


def _turn(found: Sequence[Word], heads: list[int], verb: Word, subject: Word, later: Word) -> None:
    is_passive = any(w.role == "passive auxiliary" for w in _group(found, heads, later))
    for word in found:
        if heads[word.index] == verb.index and (word.index < subject.index or word.index > later.index):
            heads[word.index] = later.index
    heads[later.index] = later.index if heads[verb.index] == verb.index else heads[verb.index]
    heads[verb.index], heads[subject.index] = subject.index, later.index
    later.role, verb.role = verb.role, "noun clause"
    verb.form = "past participle"
    subject.role = "passive subject" if is_passive else "subject"


def _group(found: Sequence[Word], heads: Sequence[int], verb: Word) -> list[Word]:
    """The auxiliaries and adverbs right before a verb; none where there are but adverbs."""
    group = group_before(found, heads, verb)
    return group if any(w.role != "adverb" for w in group) else []
