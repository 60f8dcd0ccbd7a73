"""A date that somebody states of an article becomes a claim, with its rank and evidence."""

from __future__ import annotations

from timeline.dateparse import parse_date
from timeline.errors import ArticleError, DateError
from timeline.models import Claim, Rank
from timeline.tables.confidence import confidence


def claim(text: str, rank: Rank, found: str, where: str) -> Claim:
    """Make a claim of a date that the user gave: of its local day, whatever the UTC offset written with it.

    Raises ArticleError, naming ``where`` it stands, if it is no date.
    """
    try:
        interval = parse_date(text).interval
    except DateError as error:
        raise ArticleError(f"{where}: dct: {error}") from error
    return Claim(
        rank=rank,
        found=found,
        text=text,
        not_before=interval.not_before,
        not_after=interval.not_after,
        confidence=confidence(rank),
        evidence=f"{found}: {text}",
    )
