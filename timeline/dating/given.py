"""The DCT of an article that comes with one: nothing is left to decide."""

from __future__ import annotations

from timeline.dateparse import parse_date
from timeline.models import Dct


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
