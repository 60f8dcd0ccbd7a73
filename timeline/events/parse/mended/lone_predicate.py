"""What somebody calls, read as what something is called ("called an election", "called a march for Friday")."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.parse.word import Word


def with_lone_predicates(found: Sequence[Word], heads: Sequence[int]) -> list[int]:
    """The heads of a sentence's words; a predicate of an object that is none other's becomes the object itself.

    "The premier called an election": she called it, and nobody is called so.  The roles of such nouns are changed.
    """
    for noun in found:
        if noun.role != "object predicate" or noun.pos != "noun":
            continue
        beside = {word.role for word in found if heads[word.index] == heads[noun.index]}
        behind = noun.index > heads[noun.index] and found[heads[noun.index]].is_verbal
        if behind and not beside & {"object", "passive auxiliary", "passive subject", "dative"}:
            noun.role = "object"
    return list(heads)
