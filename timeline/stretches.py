"""Stretches of a text that stand in its order: which begin where, found without a look at them all."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import Protocol, TypeVar


class _Begun(Protocol):
    @property
    def start(self) -> int:
        """Its first character."""


class _Stretch(_Begun, Protocol):
    @property
    def end(self) -> int:
        """The character after its last one."""


T = TypeVar("T", bound=_Begun)
S = TypeVar("S", bound=_Stretch)
_start = attrgetter("start")


def in_order(stretches: Iterable[T]) -> list[T]:
    """Sort stretches by where they begin."""
    return sorted(stretches, key=_start)


def beginning_in(stretches: Sequence[T], start: int, end: int) -> Sequence[T]:
    """Return those that begin from character ``start`` up to, and without, character ``end``."""
    return stretches[bisect_left(stretches, start, key=_start) : bisect_left(stretches, end, key=_start)]


def back_from(stretches: Sequence[T], position: int) -> Iterator[T]:
    """Yield those that begin before a position, the last one first."""
    return (stretches[at] for at in range(bisect_left(stretches, position, key=_start) - 1, -1, -1))


def around(stretches: Sequence[S], position: int) -> S | None:
    """Return the one that covers a character, None where none does; no two may overlap."""
    last = next(back_from(stretches, position + 1), None)
    return last if last is not None and position < last.end else None
