"""What "it" and "they" stand for where they mean no party but what a clause beside them is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_BESIDE = frozenset({"ccomp", "parataxis", "conj", "advcl"})


def thing(word: Token) -> Token | None:
    """The object of the clause before a pronoun in its sentence ("imposed a ban and lifted it", "...; it was lifted").

    None where the word is no such pronoun or no noun of its number stands there.
    """
    low = word.lower_
    if low not in ("it", "they", "them"):
        return None
    verb = word.head
    joined = [c for c in verb.children if c.dep_ in _BESIDE and c.i < word.i]
    if verb.dep_ in _BESIDE and verb.head.i < word.i:
        joined.insert(0, verb.head)
    for other in joined:
        for noun in other.children:
            if noun.dep_ in ("dobj", "nsubjpass") and noun.i < word.i and noun.tag_ == ("NN" if low == "it" else "NNS"):
                return noun
    return None
