"""Joined verbs that the parser hangs on the wrong one: what is in the past does not share a modal, "to" or "-ing"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline.events.parse.clause import SUBJECTS
from timeline.events.parse.word import Form, Role, Word

# The form of a verb that one in another form shares nothing with, though the parser joins them.
_UNLIKE: dict[Form, Form] = {"past": "base", "past participle": "present participle"}


def with_joined_pasts(words: Sequence[Word], heads: Sequence[int]) -> list[int]:
    """The heads of a sentence's words, each past verb that is joined to another form moved to its like above.

    "The minister said it would be hard and urged Haas to wait": he urged, as it "would urged" nothing.  "He was charged
    after visiting Chad and jailed": he was jailed.
    """
    mended = list(heads)
    for word in words:
        if word.role == "conjunct" and word.form in ("past", "past participle") and word.pos == "verb":
            _move(words, mended, word.index)
    return mended


def _move(words: Sequence[Word], heads: list[int], joined: int) -> None:
    first = heads[joined]
    while words[first].role == "conjunct" and words[heads[first]].is_verbal:
        first = heads[first]
    above = next((up for up in _over(heads, first) if words[up].is_verbal), None)
    if above is None or _has_any(words, heads, joined, (*SUBJECTS, "auxiliary", "passive auxiliary")):
        return
    if not _is_like(words, heads, joined, above) or words[first].form != _UNLIKE[words[joined].form]:
        return
    between = {heads[joined], *_over(heads, heads[joined])} - {above, *_over(heads, above)}
    start = max((i for i in range(joined) if heads[i] in between and words[i].role == "coordinator"), default=joined)
    for index in range(start, len(heads)):
        if heads[index] in between:
            heads[index] = above


def _is_like(words: Sequence[Word], heads: Sequence[int], joined: int, above: int) -> bool:
    """Tell whether a verb can be joined to one above: past to past, and a participle to one in the passive."""
    shared: tuple[Role, ...] = SUBJECTS if words[joined].form == "past" else ("passive auxiliary",)
    return words[above].form == words[joined].form and _has_any(words, heads, above, shared)


def _over(heads: Sequence[int], index: int) -> Iterator[int]:
    """The words above one, the nearest first."""
    while heads[index] != index:
        index = heads[index]
        yield index


def _has_any(words: Sequence[Word], heads: Sequence[int], verb: int, roles: Sequence[Role]) -> bool:
    return any(heads[word.index] == verb and word.role in roles for word in words)
