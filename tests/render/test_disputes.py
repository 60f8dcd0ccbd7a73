"""What contradicts another report, and what only differs from it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from timelines import article, event, mention, within

from timeline.models import ArticleRecord, Conflict, EventTime, Mention, MergedEvent, Timeline, Timex, TimexAnchor
from timeline.render import columns
from timeline.render.disputes import differences

DAY, NEXT, MONTH = within("2024-05-07"), within("2024-05-08"), within("2024-05-01", "2024-05-31")
SENTENCES = ("Envoys met in Orsk on Tuesday.", "Envoys met in Orsk on Wednesday.")


def told(sentence: str, name: str, time: EventTime = DAY, **fields: Any) -> tuple[ArticleRecord, Mention]:
    """An article of one sentence, and its report."""
    paper = article(name, f"Envoys meet\n\n{sentence}\n", "2024-05-09", source=name)
    word = next(word for word in ("met", "seized", "gave", "killed") if word in sentence)
    return paper, mention(paper, sentence, word, time, **fields)


def differing(field: str, *reports: tuple[ArticleRecord, Mention]) -> tuple[MergedEvent, dict[str, ArticleRecord]]:
    """An event whose first report differs from the others in a field."""
    mentions = [report for _, report in reports]
    sides = ((0,), tuple(range(1, len(mentions))))
    conflicts = (Conflict(field=field, values=("a", "b"), mentions=sides),) if field != "number" else ()  # type: ignore[arg-type]
    papers = {paper.id: paper for paper, _ in reports}
    return event("e", "Envoys meet", "CONSULT", DAY, *mentions, conflicts=conflicts), papers


def disputed(*told: Any) -> list[str]:
    """The fields in dispute."""
    return [one.field for one in differences(*differing(*told)) if one.disputed]


def test_two_articles_that_name_days_without_one_in_common_disagree() -> None:
    one, other = (
        told(sentence, name, time, timex=(day, "2024"))
        for sentence, name, time, day in zip(SENTENCES, "ab", (DAY, NEXT), ("Tuesday", "Wednesday"), strict=True)
    )
    assert disputed("time", one, other) == ["time"]


@pytest.mark.parametrize(
    "other",
    [
        told(SENTENCES[1], "b", NEXT),
        told(SENTENCES[1], "b", MONTH, timex=("Wednesday", "2024-05")),
        told(SENTENCES[1], "a", NEXT, timex=("Wednesday", "2024-05-08")),
    ],
    ids=["dated by its article alone", "a month that has the day", "the same article"],
)
def test_what_only_differs_in_its_date_is_no_dispute_but_is_kept(other: tuple[ArticleRecord, Mention]) -> None:
    one = told(SENTENCES[0], "a", timex=("Tuesday", "2024-05-07"))
    found = differences(*differing("time", one, other))
    assert [(difference.field, difference.disputed) for difference in found] == [("time", False)]


def test_a_day_that_stands_in_another_sentence_is_no_word_against_it() -> None:
    """Papers print a sentence on several days: the day beside it is that of the paper."""
    reports = []
    for day, name, time in (("Tuesday", "a", DAY), ("Wednesday", "b", NEXT)):
        paper = article(name, f"Envoys meet\n\nIt was {day}. Envoys met in Orsk.\n", "2024-05-09")
        report = mention(paper, f"It was {day}.", "It", time, timex=(day, "2024"))
        sentence = mention(paper, "Envoys met in Orsk.", "met", time).sentence
        reports.append((paper, report.model_copy(update={"sentence": sentence})))
    assert disputed("time", *reports) == []


@pytest.mark.parametrize(
    ("status", "expected"),
    [("negated", True), ("cancelled", True), ("attempted", False), ("scheduled", False), ("hypothetical", False)],
)
def test_only_done_and_not_done_contradict_each_other(status: str, expected: bool) -> None:
    """A plan, a hope and a try beside what came of it do not."""
    one, other = told(SENTENCES[0], "a"), told(SENTENCES[1], "b", status=status)
    assert (disputed("status", one, other) == ["status"]) == expected
    itself = told(SENTENCES[1], "a", status=status)
    assert disputed("status", one, itself) == []


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        ("seized 12 ships of Sund", "seized 14 ships of Sund", ["12 ships", "14 ships"]),
        ("seized twelve ships of Sund", "seized 1,200 ships of Sund", ["12 ships", "1200 ships"]),
        ("killed forty-nine people", "killed 50 people", ["49 people", "50 people"]),
        ("gave Sund 90 million dollars", "gave Sund 88 million dollars", ["90 million dollars", "88 million dollars"]),
        ("seized twelve ships of Sund", "seized 12 ships of Sund", None),
        ("seized at least 12 ships of Sund", "seized 14 ships of Sund", None),
        ("seized another 12 ships", "seized 14 ships", None),
        ("seized 12 ships and 3 boats", "seized 12 ships and 5 sailors", None),
        ("seized it 12 miles from Orsk", "seized it 14 miles from Orsk", None),
        ("gave Sund its class of 12 press passes", "gave Sund its class of 14 press passes", None),
    ],
)
def test_articles_that_count_the_same_otherwise_disagree(one: str, other: str, values: Sequence[str] | None) -> None:
    found = differences(*differing("number", told(f"Karst {one}.", "a"), told(f"Karst {other}.", "b")))
    assert [list(difference.values) for difference in found] == ([values] if values else [])
    assert all(difference.disputed for difference in found)


def test_a_date_is_no_number_of_anything() -> None:
    reports = []
    for name, number in (("a", "2019"), ("b", "2021")):
        paper, report = told(f"Karst seized the {number} protests' leaders.", name)
        start = paper.text.index(number)
        anchor = TimexAnchor(kind="dct", text="2024-05-09")
        year = Timex(start=start, end=start + 4, text=number, type="DATE", value=number, edtf=number, not_before=None, not_after=None, anchor=anchor, rule="year")  # fmt: skip  # noqa: E501
        reports.append((paper.model_copy(update={"timexes": (year,)}), report))
    assert disputed("number", *reports) == []
    assert disputed("number", *((paper.model_copy(update={"timexes": ()}), report) for paper, report in reports))


def test_one_of_several_articles_that_tells_both_numbers_contradicts_none() -> None:
    one, other = told("Karst seized 12 ships, then 14 ships.", "a"), told("Karst seized 14 ships.", "b")
    assert disputed("number", one, other) == []


def test_the_page_marks_disputes_alone() -> None:
    """Its column of flags, by which it filters, and its parts, from which the panel tells all."""
    one = told(SENTENCES[0], "a", timex=("Tuesday", "2024-05-07"))
    other = told(SENTENCES[1], "b", NEXT, timex=("Wednesday", "2024-05-08"))
    (clash, papers), (quiet, _) = differing("time", one, other), differing("time", one, told(SENTENCES[1], "b", NEXT))
    timeline = Timeline(
        title="t", articles=tuple(papers.values()), events=(clash, quiet.model_copy(update={"id": "q"}))
    )
    packed = columns.pack(timeline)
    events = next(packed.chunks(0))
    assert [entry[11] for entry in events] == [
        [["time", ["a", "b"], [[0], [1]], 1]],
        [["time", ["a", "b"], [[0], [1]]]],
    ]
    assert packed.columns["flags"] == columns._numbers([columns.DISPUTED, 0])
