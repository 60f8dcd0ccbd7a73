"""Dates that an article mentions."""

from __future__ import annotations

import pytest
from dated import claimed, inferred

HEAD = "Talks end\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "The envoys left on May 3, 2021.",
        "The pact, which was signed on May 3, 2021, held.",
        "On May 3, 2021, the envoys left. The first pact was signed on Jan. 9, 1998.",
    ],
)
def test_the_latest_past_day_bounds_from_below(text: str) -> None:
    assert claimed(inferred(HEAD + text), "May 3, 2021") == "2021-05-03/.."


@pytest.mark.parametrize(
    "text",
    [
        "The envoys will leave on May 3, 2021.",
        "The next round is scheduled for May 3, 2021.",
        "Talks will be held on June 9, 2022. The pact is due May 3, 2021.",
    ],
)
def test_the_earliest_planned_day_bounds_from_above(text: str) -> None:
    assert claimed(inferred(HEAD + text), "May 3, 2021") == "../2021-05-03"


@pytest.mark.parametrize(
    "text",
    [
        "Holders of notes due May 3, 2021, approved the swap.",
        "They agreed to leave by May 3, 2021.",
        "The pact would end on May 3, 2021, the envoys said.",
        "The bank said losses in 2021 narrowed.",
        "By the close of 2021 the line will carry trains.",
        "If they left on May 3, 2021, the talks failed.",
    ],
)
def test_a_doubtful_tense_bounds_nothing(text: str) -> None:
    """Dates that were planned once, that someone agreed on, and years, which stand in forecasts."""
    assert inferred(HEAD + text).claims == ()


def test_both_bounds_date_the_article() -> None:
    article = inferred(HEAD + "The envoys arrived on May 3, 2021.\n\nThey will leave on May 20, 2021.")
    assert (str(article.dct.not_before), str(article.dct.not_after)) == ("2021-05-03", "2021-05-20")
    assert article.dct.evidence == (
        "inferred, between 3 and 20 May 2021: 'May 3, 2021' is told in the past; 'May 20, 2021' is still to come"
    )
