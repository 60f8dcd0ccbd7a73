"""A block: mentions among which neighbours are compared, and what an earlier build has found among them."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from timeline.merge.source import NAME, Memory, key
from timeline.merge.table import neighbours

_PAIR = np.dtype([("place", "u4"), ("other", "u4"), ("score", "f8")])  # as it is remembered


class Block:
    """Mentions by their places in a block; ``touched``: the places that have neighbours to be compared with.

    What an earlier build has found is divided: ``still`` are the pairs of places that nothing has changed about,
    ``again`` those of touched ones; both with the numbers of the mentions, the lower one first, and their score.
    """

    def __init__(self, name: str, members: Sequence[int], names: Sequence[bytes], memory: Memory) -> None:
        """Take members in the order of their days; ``names``: of all mentions, by their numbers."""
        self.members = members
        self._key = key(f"block {name}")
        self._names = b"".join(names[index] for index in members)
        before, pairs = _unpacked(memory.get(self._key))
        self._is_changed = before != self._names
        self._then: Sequence[int] = ()
        self._new = array("I"), array("I"), array("d")
        self._still, self._again = pairs, pairs[:0]
        self.touched: Sequence[int] = ()
        if self._is_changed:
            now, then = _moved(before, self._names)
            touched = _with_new_neighbours(then)
            pairs = _at_their_places(pairs, now)
            self._still, self._again = pairs[~touched[pairs["place"]]], pairs[touched[pairs["place"]]]
            self._then, self.touched = then.tolist(), np.flatnonzero(touched).tolist()

    @property
    def still(self) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
        """The pairs of places that nothing has changed about, in columns."""
        return self._columns(self._still)

    @property
    def again(self) -> Iterable[tuple[int, int, float]]:
        """The pairs of touched places."""
        return zip(*(column.tolist() for column in self._columns(self._again)), strict=True)

    def after(self, place: int) -> Iterable[tuple[int, bool]]:
        """The neighbours after a touched place, and whether an earlier build has compared the two."""
        first, last = place + 1, place + 1 + neighbours()
        before, then = self._then[place], self._then[first:last]
        known = [min(before, at) >= 0 and abs(before - at) <= neighbours() for at in then]
        return zip(self.members[first:last], known, strict=True)

    def add(self, place: int, scores: Mapping[int, float]) -> None:
        """Note which neighbours after a touched place tell the same event."""
        if scores:
            places, others, told = self._new
            for other, index in enumerate(self.members[place + 1 : place + 1 + neighbours()], place + 1):
                if index in scores:
                    places.append(place)
                    others.append(other)
                    told.append(scores[index])

    def keep(self, memory: Memory) -> None:
        """Remember what is new."""
        if self._is_changed:
            new = np.empty(len(self._new[0]), _PAIR)
            new["place"], new["other"], new["score"] = self._new
            pairs = np.concatenate([self._still, new])
            memory.keep(self._key, len(self._names).to_bytes(4, "big") + self._names + pairs.tobytes())

    def _columns(self, pairs: NDArray[np.void]) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
        members = np.array(self.members, np.int64)
        ones, others = members[pairs["place"]], members[pairs["other"]]
        return np.minimum(ones, others), np.maximum(ones, others), pairs["score"].astype(np.float64)


def _unpacked(value: bytes | None) -> tuple[bytes, NDArray[np.void]]:
    """The names of a block's members, and the pairs of them that tell one event."""
    if value is None:
        return b"", np.empty(0, _PAIR)
    end = 4 + int.from_bytes(value[:4], "big")
    return value[4:end], np.frombuffer(value, _PAIR, offset=end)


def _moved(before: bytes, names: bytes) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Where each place of before is now, and where each of now was then; -1 where it is not."""
    old, new = _places(before), _places(names)
    now = np.fromiter((new.get(name, -1) for name in old), np.int64, len(old))
    then = np.fromiter((old.get(name, -1) for name in new), np.int64, len(new))
    return now, then


def _places(names: bytes) -> dict[bytes, int]:
    return {names[at : at + NAME]: at // NAME for at in range(0, len(names), NAME)}


def _with_new_neighbours(then: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Of each place, whether one after it among its neighbours was not compared with it."""
    number = len(then)
    new = then < 0
    so_far = np.cumsum(new)
    last = np.minimum(np.arange(number) + neighbours(), number - 1)
    found: NDArray[np.bool_] = new | (so_far[last] > so_far) | (then[last] - then > neighbours())
    return found


def _at_their_places(pairs: NDArray[np.void], now: NDArray[np.int64]) -> NDArray[np.void]:
    """The pairs of which both are still there and neighbours."""
    ones, others = now[pairs["place"]], now[pairs["other"]]
    kept = (ones >= 0) & (others >= 0) & (abs(ones - others) <= neighbours())
    moved = np.array(pairs[kept])
    moved["place"], moved["other"] = ones[kept], others[kept]
    return moved
