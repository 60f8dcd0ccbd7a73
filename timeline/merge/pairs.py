"""Which mentions of different articles tell one event; what an earlier build has compared is not compared again."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

from timeline.merge.block import Block
from timeline.merge.comparing import Comparing
from timeline.merge.join import Pair, in_order
from timeline.merge.reach import may_meet
from timeline.merge.source import Places, Source, Summary

Advance: TypeAlias = Callable[[int, float], None]

_TOGETHER = 1_000_000  # pairs that are gathered before they are put in order
_OFTEN = 200  # mentions between two words of how far it is
_SHARE = 0.9  # of the work of merging that comparing is


def nobody(_: int, __: float) -> None:
    """Watch nothing."""


class Same(NamedTuple):
    """Pairs of mentions that tell one event, in order: the ``lower`` numbers, the ``higher`` ones, and their scores."""

    lower: NDArray[np.int32]
    higher: NDArray[np.int32]
    scores: NDArray[np.float64]


def same_pairs(source: Source, every: Places, comparing: Comparing, advance: Advance = nobody) -> Same:
    """Return the pairs of mentions that tell one event.

    In each block a mention is compared with its neighbours in time; those that stand near each other in time are
    compared near each other, too, so that few articles are held at a time.
    """
    same = _Gathered(len(every.names))
    same.add(*_inside_articles(source.articles))
    _gather(same, source, every, comparing, advance)
    return same.in_order()


def _gather(same: _Gathered, source: Source, every: Places, comparing: Comparing, advance: Advance) -> None:
    """Gather the pairs of different articles; what it takes to find them is let go of before they are put in order."""
    blocks = [Block(name, members, every.names, source.memory) for name, members in _blocks(every)]
    known: dict[Pair, float] = {}
    for block in blocks:
        same.add(*block.still)
        known.update({(a, b): score for a, b, score in block.again})
    touched = _touched(blocks)
    for done, index in enumerate(sorted(touched, key=lambda index: (every.marks[index].when, index))):
        if done % _OFTEN == 0:
            advance(done, done / len(touched) * _SHARE)
        near = _near(index, touched[index], every)
        scores = _known_scores(index, near, known) | _new_scores(index, near, comparing)
        pairs = [in_order(index, other) for other in scores]
        same.add([lower for lower, _ in pairs], [higher for _, higher in pairs], list(scores.values()))
        for block, place in touched[index]:
            block.add(place, scores)
    for block in blocks:
        block.keep(source.memory)


def _inside_articles(articles: Sequence[Summary]) -> tuple[array[int], array[int], array[float]]:
    """The pairs of one event that cards name."""
    lower, higher, scores = array("q"), array("q"), array("d")
    first = 0
    for one in articles:
        for a, b, score in one.card.same:
            lower.append(first + a)
            higher.append(first + b)
            scores.append(score)
        first += len(one.card.marks)
    return lower, higher, scores


def _blocks(every: Places) -> list[tuple[str, array[int]]]:
    """Mentions by block, in order of time; in a block of one, nothing is compared."""
    blocks: dict[str, array[int]] = defaultdict(lambda: array("I"))
    for index, mark in enumerate(every.marks):
        for block in mark.blocks:
            blocks[block].append(index)
    return [
        (name, array("I", sorted(members, key=lambda index: every.marks[index].when)))
        for name, members in blocks.items()
        if len(members) > 1
    ]


def _touched(blocks: Iterable[Block]) -> dict[int, list[tuple[Block, int]]]:
    """The mentions that have something to be compared with, each with its blocks and its places in them."""
    touched: dict[int, list[tuple[Block, int]]] = defaultdict(list)
    for block in blocks:
        for place in block.touched:
            touched[block.members[place]].append((block, place))
    return touched


def _near(index: int, places: Sequence[tuple[Block, int]], every: Places) -> dict[int, bool]:
    """The later neighbours of a mention in other articles, and whether an earlier build has compared the two.

    Not among them are those that cannot tell its event.
    """
    found: dict[int, bool] = {}
    own, reach = every.article[index], every.marks[index].reach
    for block, place in places:
        for other, is_known in block.after(place):
            if every.article[other] == own or found.get(other):
                continue
            if other in found or may_meet(reach, every.marks[other].reach):
                found[other] = is_known
    return found


def _known_scores(index: int, near: Mapping[int, bool], known: Mapping[Pair, float]) -> dict[int, float]:
    """The scores of a mention with those that tell its event by an earlier build."""
    pairs = ((other, in_order(index, other)) for other, is_known in near.items() if is_known)
    return {other: known[pair] for other, pair in pairs if pair in known}


def _new_scores(index: int, near: Mapping[int, bool], comparing: Comparing) -> dict[int, float]:
    """Compare a mention with those that are new."""
    compared = ((other, comparing.match(index, other)) for other, is_known in near.items() if not is_known)
    return {other: matched.score for other, matched in compared if matched.same}


class _Gathered:
    """Pairs as they are found, some of them more than once."""

    def __init__(self, number: int) -> None:
        self._number = max(1, number)  # of mentions
        self._keys, self._scores = array("q"), array("d")
        self._before: tuple[NDArray[np.int64], NDArray[np.float64]] = (np.empty(0, np.int64), np.empty(0))

    def add(self, lower: ArrayLike, higher: ArrayLike, scores: ArrayLike) -> None:
        """Add pairs, in columns."""
        keys = np.asarray(lower, np.int64) * self._number + np.asarray(higher, np.int64)
        self._keys.frombytes(keys.tobytes())
        self._scores.frombytes(np.asarray(scores, np.float64).tobytes())
        if len(self._keys) >= max(_TOGETHER, len(self._before[0])):
            self._put_in_order()

    def in_order(self) -> Same:
        """All pairs, each once."""
        self._put_in_order()
        keys, scores = self._before
        return Same((keys // self._number).astype(np.int32), (keys % self._number).astype(np.int32), scores)

    def _put_in_order(self) -> None:
        keys = np.concatenate([self._before[0], np.frombuffer(self._keys, np.int64)])
        scores = np.concatenate([self._before[1], np.frombuffer(self._scores)])
        once, first = np.unique(keys, return_index=True)
        self._before = once, scores[first]
        self._keys, self._scores = array("q"), array("d")
