"""A verb in the present that was read as a plural noun ("An Australian-led force lands on Guadalcanal")."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.parse.word import Role, Word

_TELLING: tuple[Role, ...] = ("root", "conjunct", "complement", "parallel")


def with_verbs_read_as_nouns(found: Sequence[Word], heads: Sequence[int]) -> list[int]:
    """The heads of a sentence's words; what has a subject in the singular right before it and ends in s is a verb.

    The part of speech and the form of such words are changed.
    """
    for word in found:
        before = found[word.index - 1] if word.index else None
        subject = before is not None and before.role == "subject" and heads[before.index] == word.index
        is_one = before is not None and before.form in ("singular", "name")
        if subject and is_one and word.role in _TELLING and word.form == "plural":
            word.pos, word.form = "verb", "present third"
    return list(heads)
