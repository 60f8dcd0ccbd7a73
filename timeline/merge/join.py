"""Mentions to groups, one group an event."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product
from typing import TypeAlias

from timeline.merge.comparing import Comparing

ASKED = 24  # mentions of a group that are compared one by one with those of another

Pair: TypeAlias = tuple[int, int]


def join(members: Sequence[int], scores: Mapping[Pair, float], comparing: Comparing) -> list[list[int]]:
    """Join mentions by the ``scores`` of the pairs of them that tell one event; each comes back in exactly one group.

    The surest pairs are joined first.  Two groups are joined only if no mention of one excludes a mention of the
    other, so an undated mention never ties two dated events together; only days are not asked of an article that
    tells what a third one tells on the other's day.  Of a much-told event one mention of each kind is asked.  Ties are
    broken by the numbers, the lower one of a pair first in it.
    """
    pairs = _Pairs(scores, comparing)
    group_of = {index: index for index in members}
    groups = {index: [index] for index in members}
    asked = {index: [index] for index in members}
    kept_apart: set[tuple[int, int, int, int]] = set()  # groups as they were: each only grows
    for a, b in sorted(scores, key=lambda pair: (-scores[pair], pair)):
        into, gone = sorted((group_of[a], group_of[b]))
        both = (into, gone, len(groups[into]), len(groups[gone]))
        if into == gone or both in kept_apart:
            continue
        if pairs.excluded(asked[into], asked[gone]):
            kept_apart.add(both)
            continue
        for member in groups[gone]:
            group_of[member] = into
        groups[into] += groups.pop(gone)
        asked[into] = _asked(comparing, [*asked[into], *asked.pop(gone)])
    return [sorted(groups[root]) for root in sorted(groups)]


class _Pairs:
    """What two mentions are to each other; ``known``: the pairs of which it is known that they tell one event."""

    def __init__(self, known: Mapping[Pair, float], comparing: Comparing) -> None:
        self._known = known
        self._comparing = comparing
        self._traits = comparing.traits

    def _are_one(self, a: int, b: int) -> bool:
        return in_order(a, b) in self._known or self._comparing.match(a, b).same

    def excluded(self, ones: Sequence[int], others: Sequence[int]) -> bool:
        """Tell whether a mention of one group excludes one of the other."""
        asked = product(self._telling(ones), self._telling(others))
        return any(self._exclude(a, b, (*ones, *others)) for a, b in asked)

    def _telling(self, group: Sequence[int]) -> Sequence[int]:
        """Those of a group that tell its event themselves: what only leads up to it is of another type."""
        return [index for index in group if not self._traits(index).leads_up] or group

    def _exclude(self, a: int, b: int, group: Sequence[int]) -> bool:
        if in_order(a, b) in self._known:
            return False
        veto = self._comparing.match(a, b).veto
        if veto == "words":
            return not self._has_middle(a, b, group)
        if veto != "time":
            return veto not in (None, "stage")
        return not self._retells(a, b, group)

    def _has_middle(self, a: int, b: int, group: Sequence[int]) -> bool:
        """Tell whether a third mention of their day tells in the words of both what two tell in words of their own."""
        begin = self._traits(a).time.begin
        if begin.interval.days != 1 or self._traits(b).time.begin != begin:
            return False
        return any(self._are_one(a, k) and self._are_one(k, b) for k in group if k not in (a, b))

    def _retells(self, a: int, b: int, group: Sequence[int]) -> bool:
        """Tell whether one of two articles has matched a third one that tells the other's day."""
        if self._comparing.are_of_one_article(a, b):
            return False
        return any(
            self._traits(k).time == self._traits(day).time and self._are_one(one, k)
            for one, day in ((a, b), (b, a))
            for k in group
            if k not in (a, b)
        )


def in_order(a: int, b: int) -> Pair:
    """The lower number first."""
    return (a, b) if a < b else (b, a)


def _asked(comparing: Comparing, group: list[int]) -> list[int]:
    """The mentions of a group that are compared with those of others: all, or of a large one the first of each kind."""
    if len(group) <= ASKED:
        return group
    kinds = {comparing.traits(index).kind: index for index in reversed(group)}
    return list(dict.fromkeys((*reversed(kinds.values()), *group)))[:ASKED]
