"""Clues in the order in which they count, whatever the order in which they come."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import permutations

import pytest

from timeline import edtf
from timeline.articles.claims import claim, claim_of
from timeline.dating.choose import choose
from timeline.dating.clue import stated
from timeline.dating.days import hull
from timeline.dating.narrow import narrow
from timeline.models import Claim, Dct, Rank
from timeline.tables.confidence import confidence


def said(text: str, rank: Rank) -> Claim:
    return claim(text, rank, rank.name, "a.txt")


def updated(text: str, rank: Rank = Rank.METADATA) -> Claim:
    return claim_of(text, rank, "updated", latest=True)


def dct(claims: Iterable[Claim]) -> Dct:
    return choose(narrow(map(stated, claims))) or Dct()


def against(claims: Iterable[Claim]) -> list[str]:
    return [clue.claim.evidence for clue in narrow(map(stated, claims)).against]


def test_the_first_rank_decides_and_a_contradiction_is_said() -> None:
    claims = [said("2024-11", Rank.DEFAULT), said("7 November 2024", Rank.STATED), said("2024-11-08", Rank.OPTION)]
    for order in permutations(claims):
        assert (dct(order).value, dct(order).evidence) == ("2024-11-08", "OPTION: 2024-11-08")
        assert against(order) == ["STATED: 7 November 2024"]


def test_no_claim_no_date() -> None:
    assert choose(narrow([])) is None


def test_of_a_day_that_is_known_no_other_place_is_evidence() -> None:
    """It agrees, and adds nothing."""
    claims = [said("2024-11-07", Rank.STATED), said("2024-11-07", Rank.VISIBLE), said("2024-11", Rank.DEFAULT)]
    assert dct(claims).evidence == "STATED: 2024-11-07"
    assert against(claims) == []


def test_an_update_bounds_the_first_publication_from_above() -> None:
    found = dct([updated("2024-11-09")])
    assert (found.value, edtf.format(found.interval)) == (None, "../2024-11-09")


def test_an_update_narrows_what_is_wider_and_leaves_a_day_as_it_is() -> None:
    found = dct([updated("2024-11-09"), said("2024-11", Rank.DATELINE)])
    assert edtf.format(found.interval) == "2024-11-01/2024-11-09"
    assert found.evidence == "updated: 2024-11-09; DATELINE: 2024-11"
    assert dct([updated("2024-11-09"), said("2024-11-07", Rank.DATELINE)]).evidence == "DATELINE: 2024-11-07"


def test_an_update_before_the_publication_is_a_contradiction() -> None:
    """It counts after every day that is said of the article, even one of a weaker rank."""
    for rank in (Rank.METADATA, Rank.VISIBLE):
        claims = [updated("2024-11-07", Rank.STATED), said("2024-11-09", rank)]
        assert dct(claims).value == "2024-11-09"
        assert against(claims) == ["updated: 2024-11-07"]


@pytest.mark.parametrize("rank", [Rank.ADDRESS, Rank.DEFAULT, Rank.FILE_TIME])
def test_an_update_counts_before_what_is_not_said_of_the_article(rank: Rank) -> None:
    """A file may bear the day on which it was fetched."""
    claims = [said("2024-11-09", rank), updated("2024-11-07")]
    assert edtf.format(dct(claims).interval) == "../2024-11-07"
    assert against(claims) == [f"{rank.name}: 2024-11-09"]


def test_a_mere_bound_makes_no_day_surer() -> None:
    assert dct([updated("2024-11-09"), said("2024-11-07", Rank.DEFAULT)]).confidence == confidence(Rank.DEFAULT)


def test_a_last_resort_takes_nothing_from_what_is_bounded() -> None:
    claims = [said("2024-11", Rank.STATED), said("2024-11-20", Rank.FILE_TIME)]
    assert hull(narrow(map(stated, claims)).days).days == 30
    assert against([said("2024-11", Rank.STATED), said("2024-12-20", Rank.FILE_TIME)]) == ["FILE_TIME: 2024-12-20"]


def test_every_rank_counts_before_the_next() -> None:
    """The option for one file before all, the time of the file last."""
    ranks = [rank for rank in Rank if rank != Rank.CONTENT]
    days = [said(f"2024-11-{rank:02}", rank) for rank in ranks]
    for number, rank in enumerate(ranks):
        found = dct(reversed(days[number:]))
        assert (found.value, found.confidence) == (f"2024-11-{rank:02}", confidence(rank))
        assert len(against(days[number:])) == len(days) - number - 1
