"""A clue: the days on which an article can have been written, as far as one place in it tells."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from timeline.dating.days import Days, hull, meeting
from timeline.dating.words import lags, say
from timeline.models import Claim, Rank
from timeline.tables.confidence import confidence


class Clue(NamedTuple):
    """A claim, the days it leaves open, and how likely each is for its own part (``weigh``, None: all alike).

    ``bounds``: its days bound the article's; a day without a year recurs for ever and bounds nothing alone.
    """

    claim: Claim
    days: Days
    weigh: Callable[[date], float] | None = None
    bounds: bool = True

    @property
    def rank(self) -> int:
        """How much it counts: lower decides."""
        return self.claim.rank

    @property
    def is_bound(self) -> bool:
        """Whether it bounds the day on one side only."""
        low, high = hull(self.days)
        return (low is None) != (high is None)

    def claim_within(self, left: Days) -> Claim:
        """Its claim; of several stretches of days, those that meet ``left``, which all clues leave open."""
        low, high = hull(meeting(self.days, left) or self.days)
        return self.claim.model_copy(update={"not_before": low, "not_after": high})


def stated(claim: Claim) -> Clue:
    """A claim as a clue; an address rather bears its own day than the one after."""
    last = claim.not_after
    shares = lags("address")
    if claim.rank != Rank.ADDRESS or last is None or claim.interval.days != len(shares):
        return Clue(claim, (claim.interval,))

    def weigh(day: date) -> float:
        return shares.get((day - last).days, 0.0)

    return Clue(claim, (claim.interval,), weigh)


def clue_of(
    kind: str, quoted: str, days: Days, /, *, rank: Rank = Rank.CONTENT, found: str = "content", **values: object
) -> Clue:
    """A clue that the article's own words give: of a kind of the table, which says it with ``values``."""
    low, high = hull(days)
    claim = Claim(
        rank=rank,
        found=found,
        text=quoted,
        not_before=low,
        not_after=high,
        confidence=confidence(kind),
        evidence=say(kind, **values),
    )
    return Clue(claim, days)
