"""The cascade of date claims."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.articles.dct import CONFIDENCE, claim, decide, given
from timeline.articles.written import claim_of
from timeline.errors import ArticleError
from timeline.models import Claim, Dct, Rank


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


def updated(text: str, rank: Rank = Rank.METADATA) -> Claim:
    return claim_of(text, rank, "updated", latest=True)


def test_an_update_bounds_the_first_publication_from_above() -> None:
    dct, _ = decide([updated("2024-11-09")])
    assert (dct.value, dct.not_before, dct.not_after) == (None, None, date(2024, 11, 9))


def test_an_update_narrows_what_is_wider_and_leaves_a_day_as_it_is() -> None:
    month = claim("2024-11", Rank.DATELINE, "dateline", "a.txt")
    dct, _ = decide([updated("2024-11-09"), month])
    assert (dct.not_before, dct.not_after) == (date(2024, 11, 1), date(2024, 11, 9))
    assert dct.evidence == "dateline: 2024-11; narrowed by: updated: 2024-11-09"
    day = claim("2024-11-07", Rank.DATELINE, "dateline", "a.txt")
    assert decide([updated("2024-11-09"), day])[0].evidence == "dateline: 2024-11-07"


def test_an_update_before_the_publication_is_a_contradiction() -> None:
    day = claim("2024-11-09", Rank.METADATA, "published", "a.html")
    dct, ordered = decide([updated("2024-11-07", Rank.STATED), day])
    assert (dct.value, dct.evidence) == ("2024-11-09", "published: 2024-11-09; against it: updated: 2024-11-07")
    assert len(ordered) == 2


def test_every_rank_has_its_confidence_and_a_surer_place_counts_more() -> None:
    """The option for one file before all, the time of the file last."""
    days = [claim(f"2024-11-{rank:02}", rank, rank.name, "a.txt") for rank in Rank]
    for number, one in enumerate(days):
        dct, ordered = decide(reversed(days[number:]))
        assert (dct.value, dct.confidence) == (f"2024-11-{one.rank:02}", CONFIDENCE[Rank(one.rank)])
        assert dct.evidence.count("2024-11-") == len(days) - number
        assert list(ordered) == days[number:]
