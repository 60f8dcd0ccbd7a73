"""Precision, recall and F1, in percent."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Protocol


class Stretch(Protocol):
    """What stands in a text from one character up to another."""

    @property
    def start(self) -> int:
        """Its first character."""

    @property
    def end(self) -> int:
        """The character behind its last one."""


def share(part: float, whole: float) -> float:
    """Give a share in percent, 0 of nothing.

    >>> share(1, 4), share(0, 0)
    (25.0, 0.0)
    """
    return 100 * part / whole if whole else 0.0


def measures(pairs: int, ours: int, wanted: int) -> Mapping[str, float]:
    """Give precision, recall and F1; 100 each where nothing is wanted and nothing is told.

    >>> measures(1, 2, 4)
    {'precision': 50.0, 'recall': 25.0, 'f1': 33.333333333333336}
    """
    if not ours and not wanted:
        return dict.fromkeys(("precision", "recall", "f1"), 100.0)
    return {"precision": share(pairs, ours), "recall": share(pairs, wanted), "f1": share(2 * pairs, ours + wanted)}


def paired(wanted: Sequence[Stretch], ours: Sequence[Stretch]) -> list[tuple[int, int]]:
    """Pair stretches that share a character, each once: those of equal ends first, then in the order of the text."""
    overlapping = [
        ((one.start, one.end) != (other.start, other.end), first, second)
        for first, one in enumerate(wanted)
        for second, other in enumerate(ours)
        if one.start < other.end and other.start < one.end
    ]
    taken: tuple[set[Hashable], set[Hashable]] = set(), set()
    pairs = []
    for _, first, second in sorted(overlapping):
        if first not in taken[0] and second not in taken[1]:
            taken[0].add(first)
            taken[1].add(second)
            pairs.append((first, second))
    return pairs
