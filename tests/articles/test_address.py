"""Days in URLs and file names."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.articles.address import TABLE, claims, day_in
from timeline.articles.examples import Pattern, patterns
from timeline.edtf import parse
from timeline.models import Article


@pytest.mark.parametrize("pattern", patterns(TABLE), ids=lambda pattern: pattern.name)
def test_every_row_reads_its_own_examples(pattern: Pattern) -> None:
    for address, day in pattern.yes.items():
        assert pattern.expression.search(address), address
        assert day_in(address) == parse(day), address
    for address in pattern.no:
        assert not pattern.expression.search(address), address


@pytest.mark.parametrize(
    "address",
    [
        "000_d91dd0a1a8c28e4e.txt",
        "d91dd0a20241107b8c28e4e.txt",
        "20240101-20241231-minutes.txt",
        "2024-02-31-talks.txt",
        "news/talks.txt",
    ],
)
def test_what_bears_no_day_claims_none(address: str) -> None:
    """Checksums, ranges and days that no calendar has are no dates."""
    assert day_in(address) is None


def test_a_file_may_bear_the_day_after() -> None:
    (claim,) = claims(Article(id="a", path="in/NPW20240503.0118.txt", text="x"))
    assert (claim.not_before, claim.not_after) == (date(2024, 5, 2), date(2024, 5, 3))
    assert claim.evidence == "file name: in/NPW20240503.0118.txt"


def test_url_and_name_claim_each_for_itself() -> None:
    found = claims(Article(id="a", path="20240504.txt", url="https://news.example/2024/05/talks.html", text="x"))
    assert [(claim.found, claim.not_before) for claim in found] == [
        ("URL", date(2024, 5, 1)),
        ("file name", date(2024, 5, 3)),
    ]


def test_the_name_of_a_file_of_several_articles_dates_none() -> None:
    """It is the day of the export."""
    assert claims(Article(id="20240504.csv#1", path="20240504.csv", text="x")) == ()
