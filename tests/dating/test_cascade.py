"""Every rank of the cascade, and what happens where two contradict each other."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from dated import claimed, dated, days, inferred, stated, undated

from timeline.annotate import annotate
from timeline.articles.claims import claim_of
from timeline.dating import given, lack
from timeline.models import Article, Dct, Rank
from timeline.pipeline import build

HEADLINE = "Envoys end talks in Orsk\n\n"


def test_a_given_day_is_kept() -> None:
    """A DCT that is handed over with the article is nobody's guess."""
    known = Article(id="a", path="20240503.txt", language="en", dct=given("2021-01-01"), text="It rained.")
    assert dated(known) == known


def test_the_sidecar_decides_against_all_that_follows() -> None:
    article = inferred(
        HEADLINE + "ORSK, May 3 (NP) -- The envoys left.\n\nUpdated: 9 May 2021",
        stated("2024-05-03"),
        path="20230503-talks.txt",
        url="https://news.example/2022/05/03/talks",
    )
    assert article.dct.value == "2024-05-03"
    assert days(article) == "2024-05-03"
    assert [one.rank for one in article.claims] == [2, 4, 5, 6, 6]


def test_what_contradicts_the_sidecar_is_said() -> None:
    article = inferred(HEADLINE + "The envoys left.", stated("2024-05-03"), path="20230503-talks.txt")
    assert article.dct.evidence == "sidecar talks.toml: 2024-05-03; against it: file name: 20230503-talks.txt"


def test_a_dateline_with_a_year_is_that_day_or_the_next() -> None:
    article = inferred(HEADLINE + "ORSK, May 3, 2021 (NP) -- The envoys left.")
    assert days(article) == "2021-05-03/2021-05-04"
    assert article.dct.value == "2021-05-03"


def test_a_dateline_takes_its_year_from_the_file_name() -> None:
    article = inferred(HEADLINE + "ORSK, May 3 (NP) -- The envoys left.", path="NPW20210504.0118.txt")
    assert days(article) == "2021-05-03/2021-05-04"
    assert article.dct.value == "2021-05-04"
    assert claimed(article, "dateline") == "2021-05-03/2021-05-04"


def test_a_dateline_alone_names_no_year() -> None:
    """It recurs for ever; no year is nearer than another."""
    article = inferred(HEADLINE + "ORSK, May 3 (NP) -- The envoys left.")
    assert article.dct == Dct()


@pytest.mark.parametrize("line", ["Published: 3 May 2021", "May 3, 2021", "Posted on 2021-05-03 at 10:15"])
def test_a_line_of_publication_is_that_day(line: str) -> None:
    assert days(inferred(f"{HEADLINE}{line}\n\nThe envoys left.")) == "2021-05-03"


def test_a_weekday_is_no_evidence_for_a_day_that_is_known() -> None:
    article = inferred(HEADLINE + "Published: 4 May 2021\n\nThe envoys left on Tuesday.")
    assert article.dct.evidence == "line of the page: Published: 4 May 2021"
    assert article.dct.confidence == 0.8


def test_updated_bounds_from_above() -> None:
    """A page was published by the day on which it was updated; by itself that names no day."""
    text = HEADLINE + "Updated: 3 May 2021\n\nThe envoys left."
    article = inferred(text)
    assert (article.dct.value, days(article)) == (None, "../2021-05-03")
    assert article.dct.evidence == "line 'updated': Updated: 3 May 2021"
    assert claimed(article, "updated") == "../2021-05-03"
    assert days(inferred(text, url="https://news.example/2021/05/talks")) == "2021-05-01/2021-05-03"


def test_a_line_contradicts_the_dateline() -> None:
    article = inferred(HEADLINE + "Published: 9 June 2021\n\nORSK, May 3, 2021 (NP) -- The envoys left.")
    assert days(article) == "2021-05-03/2021-05-04"
    assert article.dct.evidence.endswith("; against it: line of the page: Published: 9 June 2021")


def test_the_lead_weekday_chooses_between_the_days_of_a_file_name() -> None:
    """3 May 2021 was a Monday; Monday is told as past in a story of the 4th, too, but less often."""
    plain = inferred(HEADLINE + "The envoys left.", path="20210504.txt")
    told = inferred(HEADLINE + "The envoys left on Tuesday.", path="20210504.txt")
    assert plain.dct.value == told.dct.value == "2021-05-04"
    assert plain.dct.confidence < told.dct.confidence < 1


def test_the_default_counts_after_the_address_and_before_the_content() -> None:
    default = stated("2021-05-03", Rank.DEFAULT)
    text = HEADLINE + "U.S. President-elect Joe Biden left on Thursday."
    assert days(inferred(text, default)) == "2021-05-03"
    assert days(inferred(text, default, path="20200101.txt")) == "2019-12-31/2020-01-01"


def test_what_is_stated_is_kept_where_nothing_narrows_it() -> None:
    """A page that was changed on a day was written by then."""
    changed = claim_of("2021-05-03", Rank.METADATA, "modified", latest=True)
    assert days(inferred(HEADLINE + "The envoys left.", changed)) == "../2021-05-03"
    assert days(inferred(HEADLINE + "President-elect Joe Biden left.", changed)) == "2020-11-07/2021-01-20"


def test_hints_count_only_where_nothing_else_does() -> None:
    hint = stated("2021-05", Rank.HINT)
    assert days(inferred(HEADLINE + "The envoys left.", hint)) == "2021-05"
    assert days(inferred(HEADLINE + "The envoys left.", hint, path="20210504.txt")) == "2021-05-03/2021-05-04"


@pytest.mark.parametrize("rank", [Rank.DEFAULT, Rank.HINT])
def test_a_dateline_without_its_year_does_not_overrule_what_is_stated(rank: Rank) -> None:
    """Together they leave no day; the one that names its year is kept, and the other said against it."""
    claim = stated("2021-06-01", rank)
    article = inferred(HEADLINE + "ORSK, May 3 (NP) -- The envoys left.", claim)
    assert article.dct.value == "2021-06-01"
    assert article.dct.evidence == f"{claim.evidence}; against it: dateline: ORSK, May 3 (NP) --"


def test_all_that_speaks_against_the_day_is_said_in_one() -> None:
    article = inferred(HEADLINE + "President Joe Biden left.", stated("2019-01-01"), path="20210504.txt")
    assert article.dct.evidence == (
        "sidecar talks.toml: 2019-01-01; against it: file name: 20210504.txt; "
        "President Joe Biden in office 2021-01-20/2025-01-20"
    )


def test_what_is_stated_is_kept_where_the_content_is_too_wide() -> None:
    changed = claim_of("2021-05-03", Rank.METADATA, "modified", latest=True)
    assert days(inferred(HEADLINE + "The envoys left on April 2, 2001.", changed)) == "../2021-05-03"


def test_a_month_is_narrowed_by_the_content() -> None:
    article = inferred(HEADLINE + "U.S. President-elect Joe Biden left on Friday.", stated("2021-01"))
    assert days(article) == "2021-01-01/2021-01-20"


def test_content_that_contradicts_an_address_is_said() -> None:
    article = inferred(HEADLINE + "U.S. President-elect Joe Biden left on Friday.", path="20150504.txt")
    assert days(article) == "2015-05-03/2015-05-04"
    assert "; against it: President-elect Joe Biden in office 2020-11-07/2021-01-20" in article.dct.evidence


@pytest.mark.parametrize(
    ("text", "against"),
    [
        ("President Joe Biden met the envoys.", "President Joe Biden in office 2021-01-20/2025-01-20"),
        ("The envoys left on May 3, 2021.", "'May 3, 2021' is told in the past"),
    ],
)
def test_what_had_not_come_by_the_stated_day_is_said(text: str, against: str) -> None:
    """The sidecar decides, and a reader sees that it can hardly be right."""
    article = inferred(HEADLINE + text, stated("2019-01-01"))
    assert article.dct.value == "2019-01-01"
    assert article.dct.evidence == f"sidecar talks.toml: 2019-01-01; against it: {against}"
    assert [one.rank for one in article.claims] == [Rank.STATED, Rank.CONTENT]


def test_what_was_long_over_does_not_speak_against_the_stated_day() -> None:
    """An article of today may tell of President Clinton."""
    article = inferred(HEADLINE + "President Bill Clinton met envoys.", stated("2019-01-01"))
    assert article.dct.evidence == "sidecar talks.toml: 2019-01-01"


def test_another_language_is_not_read_as_english() -> None:
    """Its datelines and file names are; its verbs and titles are not in the tables."""
    article = undated("Gespräche enden\n\nPresident Joe Biden was am 3. Mai 2021 in Orsk.").model_copy(
        update={"language": "de"}
    )
    assert dated(article).claims == ()


def test_wide_bounds_date_nothing_and_are_kept_as_claims() -> None:
    article = inferred(HEADLINE + "President George W. Bush left on Friday.")
    assert article.dct == Dct()
    assert claimed(article, "in office") == "2001-01-20/2009-01-20"


def test_a_term_of_office_dates_without_a_best_day() -> None:
    """Four years have no likeliest day, so what hangs on the article's day spans the term."""
    article = inferred(HEADLINE + "President Joe Biden left.")
    assert article.dct.value is None
    assert days(article) == "2021-01-20/2025-01-20"


def test_nothing_dates_it() -> None:
    article = inferred(HEADLINE + "The envoys left on Friday, a day after the harvest feast.", path="talks.txt")
    assert article.dct == Dct()


def test_neither_the_clock_nor_the_file_time_dates(tmp_path: Path) -> None:
    path = tmp_path / "talks.txt"
    path.write_text(HEADLINE + "The envoys met in Orsk on Friday.", encoding="utf-8")
    built = []
    for moment in (0, 1_700_000_000):
        os.utime(path, (moment, moment))
        built.append(build(path, report=lambda _: None).model_dump_json())
    assert built[0] == built[1]
    assert json.loads(built[0])["articles"][0]["dct"]["value"] is None


def test_annotate_infers_a_day_that_is_null() -> None:
    """Relative expressions are resolved from it and widened; without any evidence they stay unresolved."""
    text = "U.S. President-elect Joe Biden spoke on Tuesday. The envoys had met last month."
    known, unknown, handed = (
        json.loads(line)
        for line in annotate(
            json.dumps(request).encode()
            for request in (
                {"id": "a", "text": text, "dct": None, "url": "https://news.example/2020/12/talks"},
                {"id": "b", "text": "The envoys had met last month.", "dct": None},
                {"id": "c", "text": text, "dct": "2030-01-01", "url": "https://news.example/2020/12/talks"},
            )
        )
    )
    assert (known["dct"]["not_before"], known["dct"]["not_after"]) == ("2020-12-01", "2020-12-31")
    assert known["dct"]["evidence"].startswith("inferred, December 2020: URL: https://news.example/2020/12/talks")
    assert [timex["value"] for timex in known["timexes"]][-1] == "2020-11"
    assert unknown["dct"] == Dct().model_dump(mode="json")
    assert unknown["timexes"][0]["edtf"] is None
    assert handed["dct"]["evidence"] == "given"


def test_claims_are_in_the_order_in_which_they_count() -> None:
    article = undated(HEADLINE + "ORSK, May 3 (NP) -- He left.", path="20210504.txt")
    ranks = [one.rank for one in dated(article).claims]
    assert ranks == sorted(ranks) == [Rank.DATELINE, Rank.ADDRESS]


def test_a_past_date_in_the_text_bounds_from_below() -> None:
    """No day of all those after it is better than another."""
    article = inferred(HEADLINE + "The envoys left on May 3, 2021.")
    assert (article.dct.value, days(article)) == (None, "2021-05-03/..")
    assert article.dct.evidence == "'May 3, 2021' is told in the past"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("ORSK, May 3 (NP) -- The envoys left.", "dateline 'ORSK, May 3 (NP) --' has no year"),
        ("Updated: 3 May 2021\n\nThe envoys left.", "its date is known only roughly, "),
        ("Updated: 3 May 2021\n\nThe envoys left.", "(line 'updated': Updated: 3 May 2021)"),
        ("ORSK, May 3 (NP) -- The envoys left on April 2, 2021.", "; dateline 'ORSK, May 3 (NP) --' has no year)"),
        ("President George W. Bush left.", "what is found leaves too many years open (President George W. Bush in"),
        ("The envoys left.", "no date found"),
    ],
)
def test_what_is_missing_is_said(text: str, says: str) -> None:
    assert says in lack(inferred(HEADLINE + text))


@pytest.mark.parametrize(
    ("language", "head"),
    [
        ("fr", "ORSK, le 3 mai 2021 - Les ministres sont partis."),
        ("es", "ORSK, 3 de mayo de 2021 (NP) - Los ministros salieron."),
        ("de", "Orsk (NP), 3. Mai 2021 - Die Minister reisten ab."),
        ("ru", "ОРСК, 3 мая 2021 — Министры уехали."),
    ],
)
def test_a_dateline_is_read_in_the_language_of_the_article(language: str, head: str) -> None:
    article = dated(undated(HEADLINE + head).model_copy(update={"language": language}))
    assert (article.dct.value, days(article)) == ("2021-05-03", "2021-05-03/2021-05-04")
