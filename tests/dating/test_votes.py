"""Elections that are over, set, or expected."""

from __future__ import annotations

import pytest
from dated import claimed, days, inferred

HEAD = "Talks end\n\n"


@pytest.mark.parametrize(
    ("text", "evidence", "expected"),
    [
        # Votes of the tables: Germany 2021-09-26, France 2022-04-10 and 2022-04-24, the U.S. 2020-11-03.
        ("Chancellor Angela Merkel did not run in Germany's general election last month.", "last", "2021-10"),
        ("Chancellor Angela Merkel will not run in Germany's general election next month.", "next", "2021-08"),
    ],
)
def test_a_vote_some_months_away(text: str, evidence: str, expected: str) -> None:
    article = inferred(HEAD + "President Joe Biden spoke. " + text)
    assert claimed(article, f"general election {evidence} month") == expected
    assert days(article) == expected


def test_the_day_of_a_vote_without_its_year() -> None:
    """ "The Nov. 5 election" in the past: the article is younger than the vote, but not by a year."""
    article = inferred(
        HEAD + "President Joe Biden congratulated the winner of the U.S. presidential election held Nov. 5."
    )
    assert days(article) == "2024-11-05/2025-01-20"


def test_the_country_is_that_of_the_person() -> None:
    article = inferred(
        HEAD + "Prime Minister Shigeru Ishiba arrived. Ishiba lost ground in the general election last month."
    )
    assert days(article) == "2024-11"


def test_a_vote_that_is_expected_lies_ahead() -> None:
    """The Diet voted on 11 November 2024; whoever is expected to be elected by it has not been yet."""
    article = inferred(
        HEAD
        + "Prime Minister Shigeru Ishiba arrived. Ishiba is expected to be re-elected prime minister after "
        + "the general election last month."
    )
    assert days(article) == "2024-11-01/2024-11-11"


def test_a_vote_of_no_country_tells_nothing() -> None:
    article = inferred(HEAD + "The envoys spoke of the general election last month.")
    assert article.claims == ()


def test_a_vote_the_tables_lack_tells_nothing() -> None:
    """Where no vote of the country fits, the table is not complete, and other clues go on alone."""
    article = inferred(HEAD + "President Joe Biden praised Nauru's general election last month.")
    assert days(article) == "2021-01-20/2025-01-20"


def test_the_weekday_of_a_vote() -> None:
    """Germany voted on Sunday 23 February 2025; the article is of the week after."""
    article = inferred(HEAD + "Chancellor Olaf Scholz lost Germany's general election on Sunday.", url=None)
    assert days(article) == "2025-02-23/2025-03-01"
