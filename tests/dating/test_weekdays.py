"""The lead's weekday."""

from __future__ import annotations

import pytest
from dated import days, inferred

from timeline.dating.words import lags

HEAD = "Talks end\n\n"


def test_shares_are_shares() -> None:
    for name in ("weekday", "dateline", "address"):
        assert sum(lags(name).values()) == pytest.approx(1)


def test_the_best_day_is_the_weekday_itself() -> None:
    """Biden was president-elect from Saturday 7 November 2020; the first Monday after that is the 9th."""
    article = inferred(HEAD + "Envoys met President-elect Joe Biden on Monday.", url="https://n.example/2020/11/t")
    assert article.dct.value == "2020-11-09"
    assert days(article) == "2020-11-09/2020-11-30"


def test_two_equal_weekdays_share() -> None:
    """In a month with four Thursdays each has a quarter of their share, and each later day that of its distance."""
    article = inferred(HEAD + "The envoys left on Thursday.", url="https://news.example/2021/02/talks")
    assert article.dct.value == "2021-02-04"
    assert article.dct.confidence == pytest.approx(0.8 * lags("weekday")[0] / 4)


def test_a_planned_weekday_is_not_the_day() -> None:
    """It will be held on Thursday: nobody writes that on the Thursday more than on another day."""
    article = inferred(HEAD + "The envoys will leave on Thursday.", url="https://news.example/2021/02/talks")
    assert article.dct.confidence == pytest.approx(0.8 / 28, abs=0.001)


def test_a_weekday_lies_within_its_sentence_terms() -> None:
    """On 8 January 2025 the last Thursday was the 2nd; the first after the inauguration is the 23rd."""
    article = inferred(HEAD + "President Donald Trump said on Thursday he agreed.", url="https://n.example/2025/01/t")
    assert days(article) == "2025-01-23/2025-01-31"


def test_people_are_titled_in_hindsight() -> None:
    """President-elect since 9 November 2016, and told to have won on the Tuesday before it."""
    article = inferred(HEAD + "President-elect Donald Trump won on Tuesday.", url="https://n.example/2016/11/09/t")
    assert days(article) == "2016-11-09"
