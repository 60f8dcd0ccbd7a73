"""Days that something speaks against, and days told in UTC."""

from __future__ import annotations

import pytest
from dated import dated, inferred, stated, undated

from timeline.articles.claims import claim_of
from timeline.articles.claims import stated as stated_in_file
from timeline.dating import doubts, lack
from timeline.models import Rank


@pytest.mark.parametrize(
    ("line", "moment", "day"),
    [
        ("LIMA, May 7 (NP) - ", "2024-05-08T02:30:00Z", "2024-05-07"),
        ("LIMA, May 7, 2024 (NP) - ", "2024-05-08T02:30Z", "2024-05-07"),
        ("ORSK, May 8 (NP) - ", "2024-05-07T22:30:00+00:00", "2024-05-08"),
        ("LIMA, May 7 (NP) - ", "Wed, 08 May 2024 02:30:00 GMT", "2024-05-07"),
        ("LIMA, May 8 (NP) - ", "2024-05-08T02:30:00Z", "2024-05-08"),
        ("LIMA, May 7 (NP) - ", "2024-05-08T20:30:00Z", "2024-05-08"),  # the dateline is of the evening before
        ("LIMA, May 7 (NP) - ", "2024-05-08T02:30:00+02:00", "2024-05-08"),
        ("LIMA, May 5 (NP) - ", "2024-05-08T02:30:00Z", "2024-05-08"),
        ("", "2024-05-08T02:30:00Z", "2024-05-08"),
    ],
)
def test_a_moment_in_utc_has_the_day_of_the_dateline(line: str, moment: str, day: str) -> None:
    claim = claim_of(moment, Rank.METADATA, "meta date")
    assert inferred(f"Talks begin\n\n{line}The envoys met in the capital.", claim).dct.value == day


def test_the_publishers_own_offset_counts_more_than_a_dateline() -> None:
    claims = [claim_of(text, Rank.METADATA, "meta") for text in ("2024-05-08T02:30:00Z", "2024-05-08T04:30:00+02:00")]
    assert inferred("LIMA, May 7 (NP) - The envoys met.", *claims).dct.value == "2024-05-08"


def test_a_day_that_an_address_contradicts_is_less_sure() -> None:
    near = inferred("They met.", stated("2024-05-08"), path="20240506.txt").dct
    far = inferred("They met.", stated("2024-05-08"), path="20240419.txt").dct
    assert (near.value, near.confidence) == ("2024-05-08", 1.0)
    assert (far.value, far.confidence) == ("2024-05-08", 0.5)
    assert "against it: file name: 20240419.txt" in far.evidence


def test_what_the_user_says_is_sure() -> None:
    dct = inferred("They met.", stated("2024-05-08", Rank.OPTION), path="20240419.txt").dct
    assert (dct.value, dct.confidence) == ("2024-05-08", 1.0)


def test_doubts_are_told() -> None:
    unread = stated_in_file("soon", Rank.STATED, "front matter date")
    article = dated(undated("They met.", unread, stated("2024-05-08"), path="20240419.txt"))
    assert doubts(article) == (
        "front matter date: 'soon' is no date that can be read, so it is dated 2024-05-08 by what else tells its day; "
        "is dated 2024-05-08, but against it speaks: file name: 20240419.txt"
    )
    assert doubts(dated(undated("They met.", unread, stated("2024-05-08", Rank.OPTION)))) is None
    assert doubts(dated(undated("They met.", stated("2024-05-08")))) is None


def test_what_should_be_a_date_and_is_none_is_named() -> None:
    article = dated(undated("They met.", stated_in_file("n/a", Rank.STATED, "column published")))
    assert lack(article) == "column published: 'n/a' is no date that can be read"
