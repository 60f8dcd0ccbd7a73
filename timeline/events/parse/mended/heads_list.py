"""Ways through a sentence whose heads are still a list, before it is a tree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline.events.parse.subjects import SUBJECTS
from timeline.events.parse.word import Form, Role, Word

FINITE: tuple[Form, ...] = ("past", "present third", "present")
# What stands before a verb and belongs to it.
GROUP: tuple[Role, ...] = ("auxiliary", "passive auxiliary", "adverb", "negation")


def over(heads: Sequence[int], index: int) -> Iterator[int]:
    """The words above one, the nearest first."""
    while heads[index] != index:
        index = heads[index]
        yield index


def has_any(found: Sequence[Word], heads: Sequence[int], verb: int, roles: Sequence[Role]) -> bool:
    """Tell whether a verb has a child of one of the roles."""
    return any(heads[word.index] == verb and word.role in roles for word in found)


def subject_of(found: Sequence[Word], heads: Sequence[int], verb: int) -> Word | None:
    """The first subject of a verb."""
    return next((word for word in found if heads[word.index] == verb and word.role in SUBJECTS), None)


def group_before(found: Sequence[Word], heads: Sequence[int], verb: Word) -> list[Word]:
    """The auxiliaries and adverbs of a verb that stand right before it."""
    start = verb.index
    while start and heads[start - 1] == verb.index and found[start - 1].role in GROUP:
        start -= 1
    return list(found[start : verb.index])
