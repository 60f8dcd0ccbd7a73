"""Mentions to groups, one group an event; those that hang together as before fall into the same groups as before."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from timeline.merge.comparing import Comparing, comparing_of
from timeline.merge.join import join
from timeline.merge.pairs import Advance, Same, same_pairs
from timeline.merge.source import Places, Source, key

Group: TypeAlias = Sequence[int]


class _Cluster(NamedTuple):
    """Mentions that hang together by pairs of the same event, in order; ``lower`` and ``higher`` count in it."""

    members: NDArray[np.int64]
    lower: NDArray[np.int64]
    higher: NDArray[np.int64]
    scores: NDArray[np.float64]


def groups_of(source: Source, every: Places, advance: Advance) -> list[Group]:
    """Return the mentions that tell one event together, in the order of the days on which they are told.

    What is told in articles of one time is worked on together, so that few of them are held at a time.
    """
    comparing = comparing_of(source, every)
    days = [mark.reach.day or date.max for mark in every.marks]
    same = same_pairs(source, every, comparing, advance)
    clusters = _clusters(days, same)
    groups = [group for cluster in clusters for group in _groups(cluster, source, every, comparing)]
    return sorted(groups, key=lambda group: (days[group[0]], group[0]))


def _groups(cluster: _Cluster, source: Source, every: Places, comparing: Comparing) -> Iterator[Group]:
    """The mentions of a cluster, those of one event together."""
    members = cluster.members.tolist()
    if len(members) == 1:
        yield array("I", members)
        return
    names = b"".join(every.names[index] for index in members)
    remembered = key("groups", names, *(column.tobytes() for column in cluster[1:]))
    value = source.memory.get(remembered)
    if value is None:
        pairs = zip(_members_of(cluster.lower, members), _members_of(cluster.higher, members), strict=True)
        scores = dict(zip(pairs, cluster.scores.tolist(), strict=True))
        groups = join(members, scores, comparing)
        place = {index: number for number, index in enumerate(members)}
        source.memory.keep(remembered, _packed([[place[index] for index in group] for group in groups]))
    else:
        groups = [[members[number] for number in group] for group in _unpacked(value)]
    yield from (array("I", group) for group in groups)


def _members_of(numbers: NDArray[np.int64], members: Sequence[int]) -> list[int]:
    return [members[number] for number in numbers.tolist()]


def _packed(groups: Sequence[Sequence[int]]) -> bytes:
    """Groups as numbers of four bytes, each after its length."""
    return array("I", [number for group in groups for number in (len(group), *group)]).tobytes()


def _unpacked(value: bytes) -> Iterator[array[int]]:
    numbers = array("I", value)
    at = 0
    while at < len(numbers):
        yield numbers[at + 1 : (at := at + 1 + numbers[at])]


def _clusters(days: Sequence[date], same: Same) -> Iterator[_Cluster]:
    """Divide all mentions, in the order of the days of the first of each cluster."""
    roots = _roots(len(days), same)
    order = np.argsort(roots, kind="stable")
    parts = np.split(order, np.flatnonzero(np.diff(roots[order])) + 1) if days else []
    of_pair = roots[same.lower]
    by_root = np.argsort(of_pair, kind="stable")
    for members in sorted(parts, key=lambda members: days[members[0]]):
        first, last = np.searchsorted(of_pair, (members[0], members[0] + 1), sorter=by_root)
        pairs = by_root[first:last]
        lower, higher = (np.searchsorted(members, side[pairs]) for side in (same.lower, same.higher))
        yield _Cluster(members, lower, higher, same.scores[pairs])


def _roots(number: int, same: Same) -> NDArray[np.int64]:
    """Of each mention the lowest one that it hangs together with (label propagation with pointer jumping)."""
    roots = np.arange(number)
    while True:
        ones, others = roots[same.lower], roots[same.higher]
        least = np.minimum(ones, others)
        lower = roots.copy()
        np.minimum.at(lower, ones, least)  # whole trees at once: few rounds, however long a chain is
        np.minimum.at(lower, others, least)
        lower = lower[lower]
        if np.array_equal(lower, roots):
            return roots
        roots = lower
