"""What speaks against the day of an article: claims that name another, and what should be a date and is none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from timeline.dating.words import limit, say
from timeline.edtf import Interval, shift_days
from timeline.models import Article, Claim, Dct, Rank

_OF_NO_WEIGHT = (Rank.DEFAULT, Rank.FILE_TIME)


def contrary(dct: Dct, claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Return the claims on days more than a few away from the article's; none where the user has decided on its day."""
    claims = tuple(claims)
    if any(claim.rank == Rank.OPTION for claim in claims):
        return ()
    few = int(limit("contrary_days"))
    low, high = dct.interval
    near = Interval(low and shift_days(low, -few), high and shift_days(high, few))
    return tuple(one for one in claims if one.rank not in _OF_NO_WEIGHT and near.intersect(one.interval) is None)


def is_unread(claim: Claim) -> bool:
    """Tell whether something else than a date stands where a date should."""
    return claim.interval == Interval(None, None) and not claim.confidence


def doubts(article: Article) -> str | None:
    """Say what is doubtful of the day that an article has; no full stop; None where nothing is."""
    return "; ".join(_doubts(article)) or None


def _doubts(article: Article) -> Iterator[str]:
    if article.dct.day is None or any(claim.rank == Rank.OPTION for claim in article.claims):
        return
    day = article.dct.day.isoformat()
    for claim in filter(is_unread, article.claims):
        yield say("doubt_unread", claim=claim.evidence, day=day)
    against = contrary(article.dct, article.claims)
    if against:
        yield say("doubt_contrary", day=day, clues="; ".join(claim.evidence for claim in against))
