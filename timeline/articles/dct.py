"""The cascade of date claims: each with its rank and evidence; the first rank decides, the others are compared."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.dateparse import parse_date
from timeline.errors import ArticleError, DateError
from timeline.models import Claim, Dct, Rank

CONFIDENCE = {
    Rank.OPTION: 1.0,
    Rank.STATED: 1.0,
    Rank.METADATA: 0.95,
    Rank.DATELINE: 0.9,
    Rank.VISIBLE: 0.8,
    Rank.ADDRESS: 0.8,
    Rank.DEFAULT: 0.9,
    Rank.CONTENT: 0.6,
    Rank.HINT: 0.3,
    Rank.FILE_TIME: 0.2,
}


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
        confidence=CONFIDENCE[rank],
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

    The first claim with both bounds decides; claims with one bound ("updated") narrow it where they agree with it, and
    decide together where there is no other.  ``Dct.value`` is null where the result is wider than a day: no day of it
    is better than another.
    """
    ordered = tuple(sorted(claims, key=lambda one: one.rank))
    if not ordered:
        return Dct(), ()
    first = next((one for one in ordered if one.not_before and one.not_after), ordered[0])
    low, high, narrowed = first.not_before, first.not_after, []
    for bound in ordered:
        if bound is first or (bound.not_before and bound.not_after) or _contradict(first, bound):
            continue
        tighter = (max(filter(None, (low, bound.not_before)), default=None),
                   min(filter(None, (high, bound.not_after)), default=None))  # fmt: skip
        if tighter != (low, high) and (tighter[0] is None or tighter[1] is None or tighter[0] <= tighter[1]):
            low, high = tighter
            narrowed.append(bound.evidence)
    against = [other.evidence for other in ordered if _contradict(first, other)]
    evidence = "; narrowed by: ".join([first.evidence, *narrowed])
    return Dct(
        value=low.isoformat() if low and low == high else None,
        not_before=low,
        not_after=high,
        confidence=first.confidence,
        evidence="; against it: ".join([evidence, *against]),
    ), ordered


def _contradict(one: Claim, other: Claim) -> bool:
    latest_start = max((c.not_before for c in (one, other) if c.not_before), default=None)
    earliest_end = min((c.not_after for c in (one, other) if c.not_after), default=None)
    return latest_start is not None and earliest_end is not None and latest_start > earliest_end
