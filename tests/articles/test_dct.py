"""The cascade of date claims."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.articles.dct import claim, decide, given
from timeline.errors import ArticleError
from timeline.models import Dct, Rank


def test_the_first_rank_decides_and_a_contradiction_is_said() -> None:
    option = claim("2024-11-08", Rank.OPTION, "--date for this file", "--date")
    sidecar = claim("7 November 2024", Rank.STATED, "sidecar a.toml", "a.txt")
    agreeing = claim("2024-11", Rank.DEFAULT, "--date", "--date")
    dct, ordered = decide([agreeing, sidecar, option])
    assert ordered == (option, sidecar, agreeing)
    assert dct.value == "2024-11-08"
    assert dct.evidence == "--date for this file: 2024-11-08; against it: sidecar a.toml: 7 November 2024"


def test_a_month_has_no_best_day() -> None:
    """An article of November 2024 is dated to an interval, not to a made-up day."""
    dct, _ = decide([claim("2024-11", Rank.STATED, "sidecar a.toml", "a.txt")])
    assert (dct.value, dct.not_before, dct.not_after) == (None, date(2024, 11, 1), date(2024, 11, 30))


def test_no_claim_no_date() -> None:
    assert decide([]) == (Dct(), ())


@pytest.mark.parametrize("text", ["soon", "2024-13-01", "Thursday", "7 November"])
def test_what_is_no_date_is_named_with_its_place(text: str) -> None:
    """Nothing is filled in from the clock."""
    with pytest.raises(ArticleError, match=r"a\.txt: dct: "):
        claim(text, Rank.STATED, "sidecar a.toml", "a.txt")


@pytest.mark.parametrize("text", ["2024-11-07", "2024-11-07T23:30:00+09:00", "2024-11-07T01:00:00Z"])
def test_a_given_date_is_the_day_of_the_publisher(text: str) -> None:
    dct = given(text)
    assert (dct.value, dct.day, dct.evidence) == (text, date(2024, 11, 7), "given")


def test_no_given_date() -> None:
    assert given(None) == Dct()
