"""A DCT that is handed over with its article."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.dating import given
from timeline.models import Dct


@pytest.mark.parametrize("text", ["2024-11-07", "2024-11-07T23:30:00+09:00", "2024-11-07T01:00:00Z"])
def test_a_given_date_is_the_day_of_the_publisher(text: str) -> None:
    dct = given(text)
    assert (dct.value, dct.day, dct.evidence) == (text, date(2024, 11, 7), "given")


def test_a_given_month_has_no_best_day() -> None:
    dct = given("2024-11")
    assert (dct.value, dct.not_before, dct.not_after) == (None, date(2024, 11, 1), date(2024, 11, 30))


def test_no_given_date() -> None:
    assert given(None) == Dct()
