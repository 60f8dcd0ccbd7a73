"""How rows are paired with the events of an article, and what is counted of them."""

from __future__ import annotations

from typing import Any

import pytest
from desk_articles import DeskArticle, article

from timeline.edtf import parse
from timeline.evaluate.desk import Row, count, errors, figures, judge, rows

SOURCE = """
dct = "2024-05-02"
genre = "wire"
english = "ordinary"
text = "Peru and Chile signed a pact on Monday. The accord was praised by Spain. Ana Pires will visit Lima."

[[event]]
what = "Peru and Chile sign a pact"
level = "key"
triggers = ["signed", "accord"]
type = "SUPPORT"
type_ok = ["AGREE"]
status = "occurred"
when = "2024-04-29"
actors = ["Peru", "Chile"]

[[event]]
what = "Spain praises the accord"
level = "optional"
triggers = ["praised"]
type = "SUPPORT"
status = "occurred"
when = "../2024-05-02"
when_ok = ["2024-05-02"]
actors = ["Spain"]

[[event]]
what = "Pires to visit Lima"
level = "event"
triggers = ["visit"]
type = "CONSULT"
status = "scheduled"
when = "2024-05-02/.."
actors = ["Ana Pires"]
recipients = ["Lima"]
"""


@pytest.fixture
def one() -> DeskArticle:
    return article("one", SOURCE)


def row(one: DeskArticle, words: str, when: str | None, parties: str, type_: str = "SUPPORT") -> Row:
    spans = tuple((one.text.index(word), one.text.index(word) + len(word)) for word in words.split())
    status = "scheduled" if type_ == "CONSULT" else "occurred"
    return Row(words, type_, status, parse(when) if when else None, tuple(parties.split(",")), spans)


def test_a_row_is_right_with_an_accepted_date_status_and_type_and_half_of_its_parties(one: DeskArticle) -> None:
    found = [row(one, "signed", "2024-04-29", "Chile,Bolivia", "AGREE"), row(one, "praised", "2024-05-02", "Spain")]
    judged = judge(one, found)
    assert [pair.is_right for pair in judged.pairs] == [True, True]
    told = figures([count(judged)])
    assert (told["recall"], told["recall_key"], told["right_recall"], told["right_precision"]) == (50, 100, 50, 100)


@pytest.mark.parametrize(
    ("when", "parties", "type_"),
    [
        ("2024-04", "Peru,Chile", "SUPPORT"),
        (None, "Peru,Chile", "SUPPORT"),
        ("2024-04-29", "Peru,Spain,Bolivia", "SUPPORT"),
        ("2024-04-29", "Spain", "SUPPORT"),
        ("2024-04-29", "Peru,Chile", "ACCUSE"),
        ("2024-04-29", "Peru,Chile", "CONSULT"),
    ],
)
def test_a_row_is_not_right_with_one_of_them_wrong(one: DeskArticle, when: str, parties: str, type_: str) -> None:
    judged = judge(one, [row(one, "signed", when, parties, type_)])
    assert [pair.is_right for pair in judged.pairs] == [False]
    assert [line.split("\t")[1] for line in errors(judged)] == ["not right", "missed"]


def test_a_second_row_of_an_event_is_a_duplicate_and_one_of_none_unlisted(one: DeskArticle) -> None:
    worse, better = row(one, "signed", None, "Peru"), row(one, "accord", "2024-04-29", "Peru,Chile")
    neither = row(one, "Monday", "2024-04-29", "Peru")
    judged = judge(one, [worse, neither, better])
    assert [pair.row for pair in judged.pairs] == [better]
    assert (judged.duplicates, judged.unlisted) == ([worse], [neither])
    told = figures([count(judged)])
    assert (told["precision"], told["duplicates"]) == (33.3, 33.3)


def test_as_many_rows_as_possible_are_paired(one: DeskArticle) -> None:
    both, first = row(one, "accord praised", "2024-04-29", "Peru,Chile"), row(one, "signed", None, "Peru")
    assert {pair.row.title: pair.event.what for pair in judge(one, [both, first]).pairs} == {
        "accord praised": "Spain praises the accord",
        "signed": "Peru and Chile sign a pact",
    }


def test_names_are_the_same_where_one_has_the_words_of_the_other(one: DeskArticle) -> None:
    visit = row(one, "visit", "2024-05-02/..", "President Pires,Peru", "CONSULT")
    judged = judge(one, [visit])
    assert [pair.common for pair in judged.pairs] == [1]
    assert figures([count(judged)])["parties"] == 50


def test_rows_are_what_the_page_shows_by_default() -> None:
    def event(status: str, first: str | None) -> dict[str, Any]:
        party = {"name": "Peru", "text": "Lima"}
        return {
            "title": status, "type": "AGREE", "status": status, "actors": [party], "recipients": [],
            "time": {"begin": {"not_before": first}, "end": {"not_after": None}}, "mentions": [{"start": 1, "end": 3}],
        }  # fmt: skip

    made = {"events": [event("pledged", "2024-05-02"), event("negated", None)], "undated": [event("occurred", None)]}
    assert [(found.title, found.days, found.parties, found.spans) for found in rows(made)] == [
        ("pledged", parse("2024-05-02/.."), ("Peru",), ((1, 3),)),
        ("occurred", None, ("Peru",), ((1, 3),)),
    ]
