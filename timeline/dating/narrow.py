"""Clues narrow one another: each, in the order in which they count, what the ones before leave open."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from timeline.dating.clue import Clue
from timeline.dating.days import ALL, Days, hull, intersect, is_one_day
from timeline.models import Rank

LAST_RESORT = (Rank.HINT, Rank.FILE_TIME)


class Narrowed(NamedTuple):
    """The days that are left, and those left by the clues that bound them, without days that recur every year.

    ``used``: the clues that took days away or weigh those that are left; ``against``: those that leave none.  Both in
    the order of their ranks.
    """

    days: Days
    bound: Days
    used: tuple[Clue, ...]
    against: tuple[Clue, ...]


def narrow(clues: Iterable[Clue]) -> Narrowed:
    """Intersect clues in the order in which they count; one that leaves no day contradicts the ones before."""
    left = bound = ALL
    used: list[Clue] = []
    against: list[Clue] = []
    for clue in sorted(clues, key=_order):
        both = _both(left, clue)
        if not both:
            against.append(clue)
        # Of a single day none is the likeliest.
        elif both != left or (clue.weigh and not is_one_day(left)):
            used.append(clue)
            left = both
            bound = intersect(bound, clue.days) if clue.bounds else bound
    return Narrowed(left, bound, _by_rank(used), _by_rank(against))


def _order(clue: Clue) -> tuple[bool, bool, int]:
    """By rank; but of what is said of the article, a mere bound ("updated") counts after all that tell the day."""
    is_said = clue.rank < Rank.ADDRESS
    return not is_said, is_said and clue.is_bound, clue.rank


def _both(left: Days, clue: Clue) -> Days:
    both = intersect(left, clue.days)
    # A last resort takes no day from what is bounded, but can contradict it.
    return left if both and clue.rank in LAST_RESORT and None not in hull(left) else both


def _by_rank(clues: Iterable[Clue]) -> tuple[Clue, ...]:
    return tuple(sorted(clues, key=lambda clue: clue.rank))
