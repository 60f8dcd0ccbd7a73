"""Lines that open with their date, under headings that name the year."""

from __future__ import annotations

import pytest
from phrasings import tagged

CHRONICLE = """Key moments

2022

Feb. 24: Troops cross the border.
- March 29 – Talks are held in Istanbul.

2023

* June 6: The dam is blown up.
August: Envoys meet in Jeddah.
May - talks go on.

What comes next

Jan. 14: Leaders will decide.
"""


def values(text: str, day: str | None) -> list[str | None]:
    return [timex.value for timex in tagged(text, day)]


@pytest.mark.parametrize("day", ["2023-12-01", None])
def test_headings_give_the_year(day: str | None) -> None:
    """An entry's year is that of the heading above it, with or without the article's day; plans look ahead."""
    told = ["2022", "2022-02-24", "2022-03-29", "2023", "2023-06-06", "2023-08", "2023-05"]
    assert values(CHRONICLE, day) == [*told, "2024-01-14" if day else "XXXX-01-14"]


def test_entries_look_back() -> None:
    """Entries in the present tense tell what has been, however near the next such day is."""
    assert values("April 15: Fighting erupts.\n\nJan. 2: Envoys meet.", "2023-12-20") == ["2023-04-15", "2023-01-02"]


def test_a_sentence_is_no_entry() -> None:
    """A day that opens a sentence takes its year from the verb as ever."""
    assert values("Jan. 2 will be a holiday.", "2023-12-20") == ["2024-01-02"]
    assert values("2022\n\nMay 2 was a holiday.", "2023-12-20") == ["2022", "2023-05-02"]
