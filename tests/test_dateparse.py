"""Dates that a user gives: read where they are one day, refused with the remedy where they can be two."""

from __future__ import annotations

from datetime import date

import pytest

from timeline import edtf
from timeline.dateparse import parse_date
from timeline.errors import DateError


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("03/09/2021", "can be 3 September or 9 March; write 2021-09-03 or 2021-03-09"),
        ("3-9-2021", "can be 3 September or 9 March; write"),
        ("03/09/21 10:15", "can be 3 September or 9 March; write"),
        ("03/09/2021T10:15:00Z", "can be 3 September or 9 March; write"),
        ("21-09-03", "can be 3 September 2021 or 21 September 2003; write"),
        ("31/02/2021", "is no day of the calendar; write it as"),
        ("2021-13-01", r"is no day of the calendar \(month must be in 1..12\); write it as"),
        ("soon", "is no date that can be read; write it as"),
    ],
)
def test_what_is_not_one_day_is_refused_with_the_remedy(text: str, says: str) -> None:
    with pytest.raises(DateError, match=f"^'{text}' {says} ?"):
        parse_date(text)


@pytest.mark.parametrize("text", ["13/9/2021", "9/13/2021", "13.9.2021", "13/09/21", "13/09/2021 10:15", "13-09-2021"])
def test_numbers_that_are_one_day_are_that_day(text: str) -> None:
    assert parse_date(text).interval == edtf.day(date(2021, 9, 13))


def test_the_first_number_is_the_day_before_points_and_outside_english() -> None:
    third = edtf.day(date(2021, 9, 3))
    assert parse_date("03.09.2021").interval == parse_date("03/09/2021", languages=("fr", "en")).interval == third
