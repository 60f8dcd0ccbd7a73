"""Mentions that tell one event become that event; what an earlier build has made of the same mentions is taken over."""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from pydantic import TypeAdapter

from timeline.merge.comparing import Comparing
from timeline.merge.identity import base
from timeline.merge.join import join
from timeline.merge.pairs import Same
from timeline.merge.reconcile import arrange, reconcile
from timeline.merge.source import Places, Source
from timeline.models import MergedEvent


class Made(NamedTuple):
    """An event with the numbers of its mentions, the principal one first, and the day on which that was written."""

    mentions: tuple[int, ...]
    day: date | None
    event: MergedEvent


class _Cluster(NamedTuple):
    """Mentions that hang together by pairs of the same event, in order; ``lower`` and ``higher`` count in it."""

    members: NDArray[np.int64]
    lower: NDArray[np.int64]
    higher: NDArray[np.int64]
    scores: NDArray[np.float64]


def events(source: Source, every: Places, same: Same, comparing: Comparing) -> Iterator[Made]:
    """Yield all events; their ids may still come twice.

    What is told in articles of one time is made together, so that few of them are held at a time.
    """
    days = [mark.reach.day or date.max for one in source.articles for mark in one.card.marks]
    clusters = sorted(_clusters(len(every.names), same), key=lambda cluster: days[cluster.members[0]])
    groups = [group for cluster in clusters for group in _groups(cluster, source, every, comparing)]
    for group in sorted(groups, key=lambda group: (days[group[0]], group[0])):
        yield _event(group, source, every)


def _groups(cluster: _Cluster, source: Source, every: Places, comparing: Comparing) -> Iterator[Sequence[int]]:
    """The mentions of a cluster, those of one event together."""
    members = cluster.members.tolist()
    if len(members) == 1:
        yield array("I", members)
        return
    names = b"".join(every.names[index] for index in members)
    key = _key(b"groups", names, *(column.tobytes() for column in cluster[1:]))
    value = source.memory.get(key)
    if value is None:
        pairs = zip(_members_of(cluster.lower, members), _members_of(cluster.higher, members), strict=True)
        scores = dict(zip(pairs, cluster.scores.tolist(), strict=True))
        groups = join(members, scores, comparing)
        place = {index: number for number, index in enumerate(members)}
        source.memory.keep(key, _packed([[place[index] for index in group] for group in groups]))
    else:
        groups = [[members[number] for number in group] for group in _unpacked(value)]
    yield from (array("I", group) for group in groups)


def _event(group: Sequence[int], source: Source, every: Places) -> Made:
    """The event of a group; what is remembered of it numbers the mentions within the group."""
    key = _key(b"event", *(every.names[index] for index in group))
    value = source.memory.get(key)
    if value is None:
        told = [source.load(every.article[index]).told(every.number[index]) for index in group]
        arranged = arrange(told)
        place = {record.key: number for number, record in enumerate(told)}
        event = reconcile(arranged, base(arranged[0]))
        made = Made(tuple(place[record.key] for record in arranged), arranged[0].dct.day, event)
        source.memory.keep(key, _form().dump_json(made, exclude_defaults=True))
    else:
        made = _form().validate_json(value)
    return made._replace(mentions=tuple(group[number] for number in made.mentions))


def _members_of(numbers: NDArray[np.int64], members: Sequence[int]) -> list[int]:
    return [members[number] for number in numbers.tolist()]


def _key(*parts: bytes) -> bytes:
    return hashlib.sha256(b"\0".join(parts)).digest()


def _packed(groups: Sequence[Sequence[int]]) -> bytes:
    """Groups as numbers of four bytes, each after its length."""
    return array("I", [number for group in groups for number in (len(group), *group)]).tobytes()


def _unpacked(value: bytes) -> Iterator[array[int]]:
    numbers = array("I", value)
    at = 0
    while at < len(numbers):
        yield numbers[at + 1 : (at := at + 1 + numbers[at])]


def _clusters(number: int, same: Same) -> Iterator[_Cluster]:
    """Divide all mentions, in the order of the first of each cluster."""
    roots = _roots(number, same)
    order = np.argsort(roots, kind="stable")
    starts = np.flatnonzero(np.diff(roots[order])) + 1
    of_pair = roots[same.lower]
    by_root = np.argsort(of_pair, kind="stable")
    for members in np.split(order, starts) if number else ():
        first, last = np.searchsorted(of_pair, (members[0], members[0] + 1), sorter=by_root)
        pairs = by_root[first:last]
        lower, higher = (np.searchsorted(members, side[pairs]) for side in (same.lower, same.higher))
        yield _Cluster(members, lower, higher, same.scores[pairs])


def _roots(number: int, same: Same) -> NDArray[np.int64]:
    """Of each mention the lowest one that it hangs together with (label propagation with pointer jumping)."""
    roots = np.arange(number)
    while True:
        least = np.minimum(roots[same.lower], roots[same.higher])
        lower = roots.copy()
        np.minimum.at(lower, same.lower, least)
        np.minimum.at(lower, same.higher, least)
        lower = lower[lower]
        if np.array_equal(lower, roots):
            return roots
        roots = lower


@cache
def _form() -> TypeAdapter[Made]:
    return TypeAdapter(Made)
