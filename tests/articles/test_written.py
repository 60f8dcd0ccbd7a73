"""Dates as files and pages write them."""

from __future__ import annotations

from datetime import date

import pytest

from timeline import edtf
from timeline.articles.claims import at_one_place, claim_of
from timeline.articles.written import order_of, read_date
from timeline.errors import DateError
from timeline.models import Rank


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2024-11-07", "2024-11-07"),
        ("2024/11/07", "2024-11-07"),
        ("2024.11.07", "2024-11-07"),
        ("20241107", "2024-11-07"),
        ("2024-11", "2024-11"),
        ("2024-11-07T23:59:59.1234567+09:00", "2024-11-07"),
        ("2024-11-07 00:00:01 -0500", "2024-11-07"),
        ("2024-11-07T00:10+14", "2024-11-07"),
        ("2024-11-07T10:00:00-05:00[America/New_York]", "2024-11-07"),
        ("2024-11-07T24:00:00Z", "2024-11-07"),
        ("Thu, 07 Nov 2024 23:30:00 -0000", "2024-11-07"),
        ("7 Nov 2024 23:30 EST", "2024-11-07"),
        ("1731024000000", "2024-11-08"),
        ("25/12/2024", "2024-12-25"),
        ("12/25/2024", "2024-12-25"),
        ("07.11.2024", "2024-11-07"),
        ("11/07/2024 10:00", "2024-07-11/2024-11-07"),
        ("7/7/2024", "2024-07-07"),
        ("November 7, 2024", "2024-11-07"),
        ("  7\n November 2024 ", "2024-11-07"),
    ],
)
def test_the_day_at_the_place_of_the_offset(text: str, days: str) -> None:
    assert edtf.format(read_date(text).interval) == days


@pytest.mark.parametrize(
    "text",
    ["", "soon", "2024-13-01", "2024-11-07T25:00:00Z", "32.12.2024", "31/31/2024", "yesterday", "99999999",
     "7 November", "2024-11-07T10:00:00+99:00", "0000-01-01", "Thu, 31 Feb 2024 10:00:00 +0000", "Thursday"],
)  # fmt: skip
def test_what_is_no_date(text: str) -> None:
    with pytest.raises(DateError):
        read_date(text)


@pytest.mark.parametrize(
    ("language", "text"),
    [("fr", "7 novembre 2024"), ("de-AT", "7. November 2024"), ("es", "7 de noviembre de 2024"),
     ("ja", "2024年11月7日"), ("ru", "7 ноября 2024"), ("xx-klingon", "7 November 2024")],
)  # fmt: skip
def test_dates_in_the_language_of_the_page(language: str, text: str) -> None:
    """A language that is not known is no harm to a date in English."""
    assert read_date(text, language=language).interval == edtf.day(date(2024, 11, 7))


def test_the_language_tells_which_number_is_the_day() -> None:
    assert read_date("11/07/2024", language="fr").interval == edtf.day(date(2024, 7, 11))


@pytest.mark.parametrize(
    ("texts", "order"),
    [(["1/2/2024", "13/2/2024"], "dmy"), (["1/2/2024", "2/13/2024", "x"], "mdy"), (["1/2/2024"], None),
     (["13/1/2024", "1/13/2024"], None), ([], None)],
)  # fmt: skip
def test_a_column_tells_which_number_is_the_day(texts: list[str], order: str | None) -> None:
    assert order_of(texts) == order


def test_an_update_bounds_from_above() -> None:
    """In UTC it is tomorrow already somewhere from ten o'clock on."""
    bounds = {
        text: claim_of(text, Rank.METADATA, "meta", latest=True).not_after
        for text in ("2024-11-07", "2024-11-07T09:59:00Z", "2024-11-07T10:00:00Z", "2024-11-07T23:00:00-05:00")
    }
    assert [str(bound) for bound in bounds.values()] == ["2024-11-07", "2024-11-07", "2024-11-08", "2024-11-07"]
    assert claim_of("2024-11-07", Rank.METADATA, "meta", latest=True).not_before is None


def test_a_day_in_utc_counts_less_where_the_publishers_may_differ() -> None:
    sure = claim_of("2024-11-07T11:00:00Z", Rank.METADATA, "meta").confidence
    unsure = claim_of("2024-11-07T23:00:00Z", Rank.METADATA, "meta").confidence
    assert unsure < sure == claim_of("2024-11-07T23:00:00+09:00", Rank.METADATA, "meta").confidence


def test_one_offset_on_a_page_serves_all_its_dates() -> None:
    claims = [
        claim_of("2024-11-07T15:30:00Z", Rank.METADATA, "one"),
        claim_of("2024-11-08T09:00:00+09:00", Rank.METADATA, "two"),
        claim_of("2024-11-07", Rank.METADATA, "three"),
    ]
    assert [str(one.not_after) for one in at_one_place(claims)] == ["2024-11-08", "2024-11-08", "2024-11-07"]
    assert at_one_place(claims[:1]) == claims[:1]
