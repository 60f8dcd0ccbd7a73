"""Mentions that tell one event become that event; what an earlier build has made of the same mentions is taken over."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from pydantic import TypeAdapter

from timeline.merge.cluster import join
from timeline.merge.identity import base
from timeline.merge.pairs import Load, Pair, Places, Source
from timeline.merge.reconcile import arrange, reconcile
from timeline.models import MergedEvent


class Made(NamedTuple):
    """An event with the numbers of its mentions, the principal one first, and the day on which that was written."""

    mentions: tuple[int, ...]
    day: date | None
    event: MergedEvent


class _Cluster(NamedTuple):
    """Mentions that hang together by pairs of the same event."""

    members: list[int]
    pairs: list[tuple[Pair, float]]


def events(source: Source, every: Places, same: Mapping[Pair, float]) -> Iterator[Made]:
    """Yield all events in the order of their first mentions; their ids may still come twice."""
    for members, pairs in _clusters(len(every.names), same):
        told = [*(every.names[index] for index in members), *(repr(pair).encode() for pair in _inside(members, pairs))]
        key = hashlib.sha256(b"event " + b"\0".join(told)).digest()
        value = source.memory.get(key)
        if value is None:
            made = list(_made(members, pairs, every, source.load))
            source.memory.keep(key, _form().dump_json(made, exclude_defaults=True))
        else:
            made = _form().validate_json(value)
        for one in made:
            yield one._replace(mentions=tuple(members[place] for place in one.mentions))


def _made(
    members: Sequence[int],
    pairs: Sequence[tuple[Pair, float]],
    every: Places,
    load: Load,
) -> Iterator[Made]:
    """Make the events of a cluster; their mentions are numbered within it."""
    compared, told = [], []
    for index in members:  # one article after the other: what else they tell would take most of the memory
        article, number = load(every.article[index]), every.number[index]
        compared.append(article.compared[number])
        told.append(article.told[number])
    place = {record.key: number for number, record in enumerate(told)}
    for group in join(compared, dict(_inside(members, pairs))):
        arranged = arrange([told[number] for number in group])
        event = reconcile(arranged, base(arranged[0]))
        yield Made(tuple(place[record.key] for record in arranged), arranged[0].dct.day, event)


def _inside(members: Sequence[int], pairs: Sequence[tuple[Pair, float]]) -> list[tuple[Pair, float]]:
    place = {index: number for number, index in enumerate(members)}
    return [((place[a], place[b]), score) for (a, b), score in pairs]


def _clusters(number: int, same: Mapping[Pair, float]) -> Iterator[_Cluster]:
    root = list(range(number))

    def top(index: int) -> int:
        while root[index] != index:
            root[index] = root[root[index]]
            index = root[index]
        return index

    for a, b in same:
        one, other = sorted((top(a), top(b)))
        root[other] = one
    clusters: dict[int, _Cluster] = defaultdict(lambda: _Cluster([], []))
    for index in range(number):
        clusters[top(index)].members.append(index)
    for pair, score in sorted(same.items()):
        clusters[top(pair[0])].pairs.append((pair, score))
    yield from clusters.values()


@cache
def _form() -> TypeAdapter[list[Made]]:
    return TypeAdapter(list[Made])
