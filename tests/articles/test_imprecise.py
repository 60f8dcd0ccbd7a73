"""Dates that name no single day."""

from __future__ import annotations

import pytest

from timeline import edtf
from timeline.articles.examples import Pattern, patterns
from timeline.articles.imprecise import TABLE
from timeline.articles.written import read_date
from timeline.errors import DateError


@pytest.mark.parametrize("pattern", patterns(TABLE), ids=lambda pattern: pattern.name)
def test_every_row_reads_its_own_examples(pattern: Pattern) -> None:
    for text, days in pattern.yes.items():
        assert edtf.format(read_date(text).interval) == days, text
    for text in pattern.no:
        assert not pattern.expression.fullmatch(text), text


@pytest.mark.parametrize(
    ("text", "days"),
    [("May 2024", "2024-05"), ("2024-05-06/..", "2024-05-06/.."), ("2024-21", "2024-03/2024-05"), ("202X", "202X"),
     ("Thursday, May 9, 2024 - 10:15", "2024-05-09"), ("vers 1850", "1849/1851")],
)  # fmt: skip
def test_what_is_written_is_not_narrowed(text: str, days: str) -> None:
    assert edtf.format(read_date(text).interval) == days


@pytest.mark.parametrize("text", ["n/a", "unknown", "Mai", "0000-00-00", "between", "c.", "a" * 500])
def test_what_is_no_date_stays_none(text: str) -> None:
    with pytest.raises(DateError):
        read_date(text)


@pytest.mark.parametrize(
    ("text", "day"),
    [("25/12/99", "1999-12-25"), ("13/05/69", "1969-05-13"), ("25/12/49", "2049-12-25"), ("99-12-25", "1999-12-25"),
     ("25-Dec-99", "1999-12-25"), ("December 25, '24", "2024-12-25"), ("25 Dec 1899", "1899-12-25")],
)  # fmt: skip
def test_two_figures_of_a_year_turn_at_fifty(text: str, day: str) -> None:
    assert edtf.format(read_date(text).interval) == day
