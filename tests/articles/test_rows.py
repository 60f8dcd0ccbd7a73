"""Rows of tables as people and spreadsheets write them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from timeline import edtf
from timeline.articles.draft import Draft, File
from timeline.articles.rows import from_csv
from timeline.errors import ArticleError


def rows(table: str, encoding: str = "utf-8") -> list[Draft | ArticleError]:
    return list(from_csv(File(table.encode(encoding), "a.csv", 10**6)))


def days(found: list[Draft | ArticleError]) -> Iterator[tuple[str | None, str]]:
    for row in found:
        assert isinstance(row, Draft)
        (claim,) = row.claims
        yield edtf.format(claim.interval), claim.evidence


@pytest.mark.parametrize(
    ("cell", "day"),
    [("May 2024", "2024-05"), ("1923", "1923"), ("c. 1850", "1849/1851"), ("2024-05-06/2024-05-08", None),
     ("44197", "2021-01-01"), ("44197.75", "2021-01-01"), ("2022-11-10T05-07-28+00:00", "2022-11-10"),
     ("25/12/99", "1999-12-25")],
)  # fmt: skip
def test_a_date_that_is_no_single_day_keeps_its_row(cell: str, day: str | None) -> None:
    ((found, evidence),) = days(rows(f"date,text\n{cell},They met.\n"))
    assert found == (day or cell)
    assert evidence.startswith(f"column date: {cell}")


@pytest.mark.parametrize("cell", ["n/a", "unknown", "undated", "1970-01-01", "0000-00-00", "99999"])
def test_a_date_that_is_none_costs_the_claim_alone(cell: str) -> None:
    ((found, evidence),) = days(rows(f"date,text\n{cell},They met.\n"))
    assert found is None
    assert evidence.startswith(f"column date: '{cell}' is ")


@pytest.mark.parametrize(
    "head",
    ["datetime,text", "Published,Article", "publication_date;content", "Date-Published\ttext", "sep=;\ndatum;body",
     '"sep=;"\ntext;date', "sep=,\r\nDate Time,Full Text"],
)  # fmt: skip
def test_columns_go_by_many_names(head: str) -> None:
    mark = ";" if ";" in head else "\t" if "\t" in head else ","
    cells = ["They met.", "2024-11-07"] if head.endswith("text;date") else ["2024-11-07", "They met."]
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        ((found, _),) = days(rows(f"{head}\n{mark.join(cells)}\n", encoding))
        assert found == "2024-11-07"


def test_of_two_columns_for_one_thing_the_plainer_name_counts() -> None:
    ((found, evidence),) = days(rows("timestamp,date,text\n2024-11-09,2024-11-07,They met.\n"))
    assert (found, evidence) == ("2024-11-07", "column date: 2024-11-07")


def test_a_row_that_is_refused_is_named_with_its_remedy() -> None:
    (refused,) = rows("date,headline,text\n2024-11-07,Talks,\n")
    assert str(refused) == (
        "a.csv: row 1: has no text (filled: 'headline', 'date'); put the article's text into a column 'text'"
    )
