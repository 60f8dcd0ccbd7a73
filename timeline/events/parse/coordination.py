"""Joined verbs that the parser hangs on the wrong one: what is in the past does not share a modal or a "to"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline.events.parse.clause import SUBJECTS
from timeline.events.parse.word import Word


def with_joined_pasts(words: Sequence[Word], heads: Sequence[int]) -> list[int]:
    """The heads of a sentence's words, each past verb that is joined to a base form moved to the past verb above.

    "The minister said it would be hard and urged Haas to wait": he urged, as it "would urged" nothing.
    """
    mended = list(heads)
    for word in words:
        if word.role == "conjunct" and word.form == "past" and word.pos == "verb":
            _move(words, mended, word.index)
    return mended


def _move(words: Sequence[Word], heads: list[int], joined: int) -> None:
    first = heads[joined]
    while words[first].role == "conjunct" and words[heads[first]].is_verbal:
        first = heads[first]
    if words[first].form != "base" or _has_subject(words, heads, joined):
        return
    above = next((up for up in _over(heads, first) if words[up].is_verbal), None)
    if above is None or words[above].form != "past" or not _has_subject(words, heads, above):
        return
    between = {heads[joined], *_over(heads, heads[joined])} - {above, *_over(heads, above)}
    start = max((i for i in range(joined) if heads[i] in between and words[i].role == "coordinator"), default=joined)
    for index in range(start, len(heads)):
        if heads[index] in between:
            heads[index] = above


def _over(heads: Sequence[int], index: int) -> Iterator[int]:
    """The words above one, the nearest first."""
    while heads[index] != index:
        index = heads[index]
        yield index


def _has_subject(words: Sequence[Word], heads: Sequence[int], verb: int) -> bool:
    return any(heads[word.index] == verb and word.role in SUBJECTS for word in words)
