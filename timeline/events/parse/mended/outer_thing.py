"""A participle that the parser gives to a name, where the paper or meeting told of before it is meant."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from timeline.events.parse.mended.heads_list import over
from timeline.events.parse.word import Role, Word
from timeline.events.words import words

_OWN: tuple[Role, ...] = ("object", "subject", "passive subject", "auxiliary", "passive auxiliary", "open clause")


def with_outer_things(found: Sequence[Word], heads: Sequence[int]) -> list[int]:
    """The heads of a sentence's words, each participle of what is done to a paper or a meeting given to such a noun.

    "A treaty between Chad and Mali, signed in 2010, lapsed": the treaty was signed, not Chad.  "Chad left the treaty
    with Mali, signed in 2010": nor had Chad been signed when it left; here the role is changed.
    """
    mended = list(heads)
    for word in found:
        if word.form != "past participle" or not word.index or word.lemma not in words("clauses", "done_to_papers"):
            continue
        before = found[word.index - 1]
        thing = _thing_over(found, mended, word) if word.role == "noun clause" else _thing_before(found, mended, word)
        if thing is not None:
            mended[word.index], word.role = thing.index, "noun clause"
            if before.text == ",":
                mended[before.index] = thing.index
    return mended


def _thing_over(found: Sequence[Word], heads: Sequence[int], word: Word) -> Word | None:
    """The paper or meeting in whose phrase the noun stands that a participle describes."""
    host = found[heads[word.index]]
    if found[word.index - 1].text != "," and host.pos != "name":
        return None
    above = (found[up] for up in (host.index, *over(heads, host.index)))
    phrase = takewhile(lambda noun: not noun.is_verbal, above)
    return next((noun for noun in phrase if _is_paper(noun) and noun.index <= host.index), None)


def _thing_before(found: Sequence[Word], heads: Sequence[int], word: Word) -> Word | None:
    """The last paper or meeting before the comma of a participle that hangs on a verb, with nothing of its own."""
    alone = word.role in ("adverbial", "conjunct") and heads[word.index] < word.index
    own = (w for w in found if heads[w.index] == word.index and w.role in _OWN)
    if not alone or found[word.index - 1].text != "," or any(own):
        return None
    phrase = takewhile(lambda noun: not noun.is_verbal, reversed(found[: word.index]))
    return next((noun for noun in phrase if _is_paper(noun)), None)


def _is_paper(noun: Word) -> bool:
    return noun.pos == "noun" and noun.lemma in words("clauses", "papers")
