"""What "it" and "they" stand for where they mean no party but what a clause beside them is about."""

from __future__ import annotations

from timeline.events.parse.word import Word

_BESIDE = frozenset({"complement", "parallel", "conjunct", "adverbial"})


def thing(word: Word) -> Word | None:
    """The object of the clause before a pronoun in its sentence ("imposed a ban and lifted it", "...; it was lifted").

    None where the word is no such pronoun or no noun of its number stands there.
    """
    low = word.lower
    if low not in ("it", "they", "them"):
        return None
    verb = word.head
    joined = [c for c in verb.children if c.role in _BESIDE and c.index < word.index]
    if verb.role in _BESIDE and verb.head.index < word.index:
        joined.insert(0, verb.head)
    for other in joined:
        for noun in other.children:
            if (
                noun.role in ("object", "passive subject")
                and noun.index < word.index
                and noun.form == ("singular" if low == "it" else "plural")
            ):
                return noun
    return None
