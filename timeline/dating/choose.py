"""The days that clues leave become a DCT: an interval, its likeliest day where there is one, and the evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from math import prod

from timeline.dating.clue import Clue
from timeline.dating.days import ALL, Days, each, hull
from timeline.dating.narrow import Narrowed
from timeline.dating.words import limit, say
from timeline.edtf import Interval
from timeline.models import Claim, Dct, Rank
from timeline.reasons import describe


def choose(narrowed: Narrowed) -> Dct | None:
    """Make the DCT, bounded on both sides or on one, which names no day; None where nothing bounds it well."""
    bound = hull(narrowed.bound)
    if bound == Interval(None, None):
        return None
    if None in bound:
        return _one_sided(narrowed.used, bound)
    width = hull(narrowed.days).days
    if width is None or width > limit("widest_days"):
        return None
    return _bounded(narrowed.used, narrowed.days, width)


def _one_sided(used: Sequence[Clue], bound: Interval) -> Dct:
    """The only bound there is, with no best day; it is what the clues on that side say."""
    telling = [clue.claim for clue in used if clue.bounds and clue.days != ALL]
    return Dct(
        not_before=bound.not_before,
        not_after=bound.not_after,
        confidence=min(claim.confidence for claim in telling),
        evidence=_joined(telling),
    )


def _bounded(used: Sequence[Clue], left: Days, width: int) -> Dct:
    """The days left, ``width`` all in all; the likeliest is named where there are few or it stands out."""
    low, high = hull(left)
    best, share = _likeliest(used, left)
    sure = width <= limit("narrow_days") or share >= limit("sure_share")
    # Of a single day none is the likeliest, so what only weighs tells nothing.
    telling = [clue.claim for clue in used if width > 1 or clue.days != ALL]
    evidence = _joined(telling)
    if any(claim.rank == Rank.CONTENT for claim in telling):
        evidence = say("inferred", interval=describe(Interval(low, high)), clues=evidence)
    # A mere bound, however sure, makes no day surer.
    first = next((clue for clue in used if not clue.is_bound), used[0]).claim
    return Dct(
        value=best.isoformat() if sure else None,
        not_before=low,
        not_after=high,
        confidence=round(share * (1 if first.rank == Rank.CONTENT else first.confidence), 3),
        evidence=evidence,
    )


def _likeliest(used: Sequence[Clue], left: Days) -> tuple[date, float]:
    """The likeliest day, the earliest of equals, and its share of all that are left."""
    weighers = [clue.weigh for clue in used if clue.weigh]
    weights = {day: prod(weigh(day) for weigh in weighers) for day in each(left)}
    total = sum(weights.values())
    best = max(weights, key=lambda day: (weights[day], -day.toordinal()))
    return best, weights[best] / total if total else 1 / len(weights)


def _joined(claims: Iterable[Claim]) -> str:
    return "; ".join(claim.evidence for claim in claims)
