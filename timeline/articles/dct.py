"""The cascade of date claims: each with its rank and evidence; the first rank decides, the others are compared."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum

from timeline.dateparse import parse_date
from timeline.errors import ArticleError, DateError
from timeline.models import Claim, Dct


class Rank(IntEnum):
    """How much a claim counts, by where it was found: lower decides."""

    OPTION = 1  # given for this very file
    STATED = 2  # sidecar or front matter
    DEFAULT = 7  # given for all articles that state none


_CONFIDENCE = {Rank.OPTION: 1.0, Rank.STATED: 1.0, Rank.DEFAULT: 0.9}


def claim(text: str, rank: Rank, found: str, where: str) -> Claim:
    """Make a claim of a date text.

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
        confidence=_CONFIDENCE[rank],
        evidence=f"{found}: {text}",
    )


def given(text: str | None) -> Dct:
    """Make the DCT of an article whose date is handed over with it; the value stays as written where it is ISO.

    Raises DateError if it is no date.
    """
    if text is None:
        return Dct()
    interval = parse_date(text).interval
    low, high = interval.not_before, interval.not_after
    day = low.isoformat() if low and low == high else None
    return Dct(
        value=text.strip() if day and text.strip().startswith(day) else day,
        not_before=low,
        not_after=high,
        confidence=1.0,
        evidence="given",
    )


def decide(claims: Iterable[Claim]) -> tuple[Dct, tuple[Claim, ...]]:
    """Choose the DCT from all claims; they are returned in the order in which they count.

    ``Dct.value`` is null where the deciding claim is wider than a day: no day of it is better than another.
    """
    ordered = tuple(sorted(claims, key=lambda one: one.rank))
    if not ordered:
        return Dct(), ()
    first = ordered[0]
    against = [other.evidence for other in ordered[1:] if _contradict(first, other)]
    return Dct(
        value=first.not_before.isoformat() if first.not_before and first.not_before == first.not_after else None,
        not_before=first.not_before,
        not_after=first.not_after,
        confidence=first.confidence,
        evidence="; against it: ".join([first.evidence, *against]),
    ), ordered


def _contradict(one: Claim, other: Claim) -> bool:
    latest_start = max((c.not_before for c in (one, other) if c.not_before), default=None)
    earliest_end = min((c.not_after for c in (one, other) if c.not_after), default=None)
    return latest_start is not None and earliest_end is not None and latest_start > earliest_end
