"""Office-holders who came to their office on a day that the text places."""

from __future__ import annotations

import pytest
from dated import claimed, days, inferred

HEAD = "Talks end\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Terms of the tables: Starmer from 2024-07-05 (a Friday), Scholz from 2021-12-08, Biden from 2021-01-20.
        ("Prime Minister Keir Starmer, who took office last month, met envoys.", "2024-08"),
        ("Prime Minister Keir Starmer arrived. Starmer took office last week after a vote.", "2024-07-08/2024-07-14"),
        ("Keir Starmer became prime minister on Friday.", "2024-07-05/2024-07-11"),
        ("Keir Starmer was sworn in on July 5.", "2024-07-05/2025-05-01"),
    ],
)
def test_the_first_day_of_a_term_is_placed(text: str, expected: str) -> None:
    """Under a title, by surname in a later sentence, and by full name."""
    assert claimed(inferred(HEAD + text), "Starmer '") == expected


def test_it_dates_the_article_with_others() -> None:
    article = inferred(HEAD + "President Joe Biden praised Chancellor Olaf Scholz, who was sworn in on Dec. 8.")
    assert days(article) == "2021-12-08/2022-10-04"


@pytest.mark.parametrize(
    "text",
    [
        "Keir Starmer took office last spring.",
        "Keir Starmer became prime minister on Monday.",
        "The envoys took office last month.",
    ],
)
def test_what_the_tables_do_not_bear_out_tells_nothing(text: str) -> None:
    assert not [claim for claim in inferred(HEAD + text).claims if "Starmer '" in claim.evidence]


def test_who_is_expected_to_be_elected_is_not_yet() -> None:
    """Parliament elected Friedrich Merz on 6 May 2025."""
    article = inferred(
        HEAD + "Friedrich Merz is expected to be elected chancellor after winning Germany's general election in "
        "February. Chancellor Olaf Scholz stays until then. The envoys arrived on April 2, 2025."
    )
    assert days(article) == "2025-04-02/2025-05-06"
