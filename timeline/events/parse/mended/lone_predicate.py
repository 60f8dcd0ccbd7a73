"""What somebody calls, read as what something is called ("called an election", "called a march for Friday")."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.parse.word import Word
from timeline.events.words import words


def with_lone_predicates(found: Sequence[Word], heads: Sequence[int]) -> list[int]:
    """The heads of a sentence's words; a predicate of an object that is none other's becomes the object itself.

    "The premier called an election": she called it, and nobody is called so.  The roles of such nouns are changed.
    """
    for noun in found:
        verb = found[heads[noun.index]]
        asked = noun.pos == "adjective" and verb.lemma in words("clauses", "asking")  # "urges calm"
        if noun.role != "object predicate" or not (noun.pos == "noun" or asked):
            continue
        beside = {word.role for word in found if heads[word.index] == heads[noun.index]}
        if (
            noun.index > verb.index
            and verb.is_verbal
            and not beside & {"object", "passive auxiliary", "passive subject", "dative"}
        ):
            noun.role, noun.pos = "object", "noun"
    return list(heads)
