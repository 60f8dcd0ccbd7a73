"""What hangs on an article's day is as uncertain as that day."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.dates import tag
from timeline.models import Dct, Span

NOVEMBER = (date(2024, 11, 1), date(2024, 11, 30))


@pytest.mark.parametrize(
    ("text", "value", "edtf"),
    [
        ("He left last month.", "2024-10", "2024-10"),
        ("He left on Thursday.", "XXXX-WXX-4", "2024-10-31/2024-11-28"),
        ("He left yesterday.", None, "2024-10-31/2024-11-29"),
        ("He left in 2019.", "2019", "2019"),
        ("He stayed for two weeks.", "P2W", None),
    ],
)
def test_a_month_without_a_best_day(text: str, value: str | None, edtf: str | None) -> None:
    """Both ends place it; its value is told only where they agree."""
    dct = Dct(not_before=NOVEMBER[0], not_after=NOVEMBER[1])
    (timex,) = tag(text, dct, [Span(start=0, end=len(text))])
    assert (timex.value, timex.edtf) == (value, edtf)


def test_half_a_bound_places_nothing() -> None:
    text = "He left yesterday."
    (timex,) = tag(text, Dct(not_before=NOVEMBER[0]), [Span(start=0, end=len(text))])
    assert (timex.value, timex.edtf) == (None, None)


def test_a_best_day_is_widened() -> None:
    text = "He left yesterday."
    dct = Dct(value="2024-11-07", not_before=date(2024, 11, 7), not_after=date(2024, 11, 11))
    (timex,) = tag(text, dct, [Span(start=0, end=len(text))])
    assert (timex.value, timex.edtf) == ("2024-11-06", "2024-11-06/2024-11-10")
