"""A clue: the days on which an article can have been written, as far as one place in it tells."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from timeline.dating.days import ALL, Days, hull
from timeline.models import Claim, Rank, Timex

_LONGEST = 3000  # characters


class Clue(NamedTuple):
    """The days left open, in words, and how likely each is for its own part (``weigh``, None: all alike).

    ``bounds``: its days bound the article's; a day without a year recurs for ever and bounds nothing alone.
    """

    rank: Rank
    found: str
    text: str
    evidence: str
    confidence: float
    days: Days = ALL
    weigh: Callable[[date], float] | None = None
    bounds: bool = True

    def claim(self, left: Days | None = None) -> Claim:
        """The same as a claim; of several stretches of days, those that meet ``left``, which all clues leave open."""
        met = tuple(one for one in self.days if left and any(one.intersect(other) for other in left))
        low, high = hull(met or self.days)
        return Claim(
            rank=self.rank,
            found=self.found,
            text=self.text,
            not_before=low,
            not_after=high,
            confidence=self.confidence,
            evidence=self.evidence,
        )


class Sentence(NamedTuple):
    """A sentence of the article with its expressions; ``body`` counts sentences of the body, None outside of it."""

    start: int
    end: int
    body: int | None
    timexes: tuple[Timex, ...]

    @property
    def told(self) -> bool:
        """Whether it is the article's own and short enough to be a sentence; what is longer is a list or a table."""
        return self.body is not None and self.end - self.start <= _LONGEST
