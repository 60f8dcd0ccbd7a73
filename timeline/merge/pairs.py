"""Which mentions of different articles tell one event; what an earlier build has compared is not compared again."""

from __future__ import annotations

import hashlib
import struct
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import repeat
from typing import NamedTuple, Protocol, TypeAlias

from timeline.merge.card import Card, Mark, Mentions
from timeline.merge.match import match, may_match
from timeline.merge.reach import may_meet
from timeline.merge.record import Record
from timeline.merge.table import neighbours

Pair: TypeAlias = tuple[int, int]
Load: TypeAlias = Callable[[int], Mentions]
_NAME = 16  # bytes that name a mention in what is remembered
_PAIR = struct.Struct(">IId")  # two places in a block and a score


Advance: TypeAlias = Callable[[int, float], None]
_OFTEN = 200  # mentions between two words of how far it is
_SHARE = 0.9  # of the work of merging that comparing is


def nobody(_: int, __: float) -> None:
    """Watch nothing."""


class Memory(Protocol):
    """Values by key, which outlast a build; to lose them costs time, nothing else."""

    def get(self, key: bytes) -> bytes | None:
        """Return a value, None where there is none."""

    def keep(self, key: bytes, value: bytes) -> None:
        """Remember a value."""


class Summary(NamedTuple):
    """An article to merge: ``digest`` of all that its mentions hang on."""

    id: str
    digest: bytes
    card: Card


class Source(NamedTuple):
    """What is merged: articles in the order of their ids, and by their numbers their mentions, as often as needed."""

    articles: Sequence[Summary]
    load: Load
    memory: Memory


class Places(NamedTuple):
    """All mentions by one number: the article, the mention's number in it, and a name that outlasts a build."""

    article: Sequence[int]
    number: Sequence[int]
    names: Sequence[bytes]


def places(articles: Sequence[Summary]) -> Places:
    """Number the mentions of all articles, in the order of the articles."""
    article: list[int] = []
    number: list[int] = []
    names: list[bytes] = []
    for place, one in enumerate(articles):
        for own in range(len(one.card.marks)):
            article.append(place)
            number.append(own)
            names.append(one.digest[: _NAME - 4] + struct.pack(">I", own))
    return Places(article, number, names)


def same_pairs(source: Source, every: Places, advance: Advance = nobody) -> dict[Pair, float]:
    """Return the pairs of mentions that tell one event, the lower number first, with their scores.

    In each block a mention is compared with its neighbours in time; those
    that stand near each other in time are compared near each other, too, so that few articles are held at a time.
    """
    same = _inside_articles(source.articles)
    blocks = [_Block(name, members, every, source.memory) for name, members in _blocks(source.articles)]
    for block in blocks:
        same.update(block.known)
    touched = _touched(blocks)
    marks = [mark for one in source.articles for mark in one.card.marks]
    for done, index in enumerate(sorted(touched, key=lambda index: (marks[index].when, index))):
        if done % _OFTEN == 0:
            advance(done, done / len(touched) * _SHARE)
        near = _near(index, touched[index], every, marks)
        scores = _known_scores(index, near, same) | _new_scores(index, near, every, source.load)
        same.update({_ordered(index, other): score for other, score in scores.items()})
        for block, place in touched[index]:
            block.add(place, scores)
    for block in blocks:
        block.keep(source.memory)
    return same


def _inside_articles(articles: Sequence[Summary]) -> dict[Pair, float]:
    """The pairs of one event that cards name."""
    same: dict[Pair, float] = {}
    first = 0
    for one in articles:
        same.update({(first + a, first + b): score for a, b, score in one.card.same})
        first += len(one.card.marks)
    return same


def _touched(blocks: Iterable[_Block]) -> dict[int, list[tuple[_Block, int]]]:
    """The mentions of changed blocks, each with its blocks and its places in them."""
    touched: dict[int, list[tuple[_Block, int]]] = defaultdict(list)
    for block in blocks:
        if block.is_changed:
            for place, index in enumerate(block.members):
                touched[index].append((block, place))
    return touched


def _near(index: int, places: Sequence[tuple[_Block, int]], every: Places, marks: Sequence[Mark]) -> dict[int, bool]:
    """The later neighbours of a mention in other articles, and whether an earlier build has compared the two.

    Not among them are those that cannot tell its event.
    """
    found: dict[int, bool] = {}
    own, reach = every.article[index], marks[index].reach
    for block, place in places:
        for other, is_known in block.after(place):
            if every.article[other] == own or found.get(other):
                continue
            if other in found or may_meet(reach, marks[other].reach):
                found[other] = is_known
    return found


def _known_scores(index: int, near: Mapping[int, bool], same: Mapping[Pair, float]) -> dict[int, float]:
    """The scores of a mention with those that tell its event by an earlier build."""
    known = ((other, same.get(_ordered(index, other))) for other, is_known in near.items() if is_known)
    return {other: score for other, score in known if score}


def _new_scores(index: int, near: Mapping[int, bool], every: Places, load: Load) -> dict[int, float]:
    """Compare a mention with those that are new; their articles are asked for only where there are any."""
    new = [other for other, is_known in near.items() if not is_known]
    if not new:
        return {}
    articles = {number: load(number).compared for number in {every.article[one] for one in (index, *new)}}
    record = articles[every.article[index]][every.number[index]]
    compared = ((other, _score(record, articles[every.article[other]][every.number[other]])) for other in new)
    return {other: score for other, score in compared if score}


def _score(one: Record, other: Record) -> float:
    if not may_match(one, other):
        return 0.0
    matched = match(one, other)
    return matched.score if matched.same else 0.0


def _blocks(articles: Sequence[Summary]) -> list[tuple[str, list[int]]]:
    """Mentions by block, in order of time; in a block of one, nothing is compared."""
    blocks: dict[str, list[tuple[int, int]]] = defaultdict(list)
    index = 0
    for one in articles:
        for mark in one.card.marks:
            for block in mark.blocks:
                blocks[block].append((mark.when.toordinal(), index))
            index += 1
    return [(name, [index for _, index in sorted(members)]) for name, members in blocks.items() if members[1:]]


class _Block:
    """Mentions among which neighbours are compared, and what an earlier build has found among them."""

    def __init__(self, name: str, members: Sequence[int], every: Places, memory: Memory) -> None:
        self.members = members
        self._key = hashlib.sha256(f"block {name}".encode("utf-8", "surrogatepass")).digest()
        self._names = b"".join(every.names[index] for index in members)
        before, pairs = _unpacked(memory.get(self._key))
        self.is_changed = before != self._names
        self._new: list[tuple[int, int, float]] = []
        self._place_before: dict[int, int] = {}
        if not self.is_changed:
            self.known = {_ordered(members[a], members[b]): score for a, b, score in pairs}
            return
        names = {self._names[at : at + _NAME]: at // _NAME for at in range(0, len(self._names), _NAME)}
        now = [names.get(before[at : at + _NAME]) for at in range(0, len(before), _NAME)]
        self._place_before = {place: old for old, place in enumerate(now) if place is not None}
        self.known = {}
        for old, other, score in pairs:
            a, b = now[old], now[other]
            if a is not None and b is not None and abs(a - b) <= neighbours():
                self.known[_ordered(members[a], members[b])] = score

    def after(self, place: int) -> Iterable[tuple[int, bool]]:
        """The neighbours after a place, and whether an earlier build has compared the two."""
        others = self.members[place + 1 : place + 1 + neighbours()]
        before = self._place_before.get(place)
        if before is None:
            return zip(others, repeat(False))
        then = (self._place_before.get(other) for other in range(place + 1, place + 1 + len(others)))
        return zip(others, [at is not None and abs(before - at) <= neighbours() for at in then], strict=True)

    def add(self, place: int, scores: Mapping[int, float]) -> None:
        """Note which neighbours after a place tell the same event."""
        if not scores:
            return
        for other, index in enumerate(self.members[place + 1 : place + 1 + neighbours()], place + 1):
            if score := scores.get(index):
                self._new.append((place, other, score))

    def keep(self, memory: Memory) -> None:
        """Remember what is new."""
        if self.is_changed:
            pairs = b"".join(_PAIR.pack(*pair) for pair in self._new)
            memory.keep(self._key, struct.pack(">I", len(self._names)) + self._names + pairs)


def _unpacked(value: bytes | None) -> tuple[bytes, list[tuple[int, int, float]]]:
    """The names of a block's members, and the pairs of them that tell one event."""
    if value is None:
        return b"", []
    (length,) = struct.unpack_from(">I", value)
    return value[4 : 4 + length], list(_PAIR.iter_unpack(value[4 + length :]))


def _ordered(a: int, b: int) -> Pair:
    return (a, b) if a < b else (b, a)
