"""Sentence spans."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from work import grows_with

from timeline.articles.sentences import _END, sentences
from timeline.models import Block


def split(text: str) -> list[str]:
    return [text[one.start : one.end] for one in sentences(text, [Block(kind="body", start=0, end=len(text))])]


@pytest.mark.parametrize(
    "parts",
    [
        ["She left.", "He stayed!", "Why?", "Nobody knew."],
        ["Gov. Haas met Dr. J. R. Brandt and Mara V. Lind on Dec. 3.", "It rained."],
        ["He left the U.S.", "He then met the U.S. Senate in Washington, D.C., at noon."],
        ["They came at 5 p.m. Monday.", "At 6 p.m.", "They left."],
        ["It rose 3.5 percent to 1.2 million.", "Oil fell."],
        ['She said "I agree."', '"So do I," he said.', "(It was late.)", "They left."],
        ['"Will you go?" he asked.', "No answer came."],
        ["He waited ...", "Then he left…", "Nobody saw it."],
        ["He waited ... and then left."],
        ["It ended in 2016.", "In 2017 it began again."],
        ["Paragraph No. 10 was dropped.", "The answer was no.", "It held."],
        ["Orsk Steel Corp. Chairman Lind resigned.", "He sold it to Orsk Steel Corp.", "The price is secret."],
        ["1. Haas goes.", "2. Lind stays."],
        ["Am 7. 11. 2024 kam er.", "Es kamen 12.", "13. 2024 ist nichts."],
        ["石破首相は7日、電話で会談した。", "「会いたい」と述べた。", "次回は未定。"],
        ["Élan fell.", "Été came.", "¿Quién sabe?", "«Oui.»", "Überall regnete es."],
    ],
)  # fmt: skip
def test_sentences_end_where_a_reader_ends_them(parts: list[str]) -> None:
    assert split(" ".join(parts)) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The sides:\n- agreed to meet;\n- left", ["The sides:", "- agreed to meet;", "- left"]),
        ("The king\n- who met Lind -\nleft", ["The king\n- who met Lind -\nleft"]),
        ("* Ports are closed\n  • Banks open", ["* Ports are closed", "• Banks open"]),
        ("* Ports are closed * Banks open", ["* Ports are closed", "* Banks open"]),
        ("Take 5 * 3 or a * b", ["Take 5 * 3 or a * b"]),
        ("He left -\nshe stayed -3 days", ["He left -\nshe stayed -3 days"]),
    ],
)
def test_each_item_of_a_list_is_a_sentence(text: str, parts: list[str]) -> None:
    assert split(text) == parts


def test_sentences_never_cross_a_block() -> None:
    text = "Haas leaves\n\nShe left"
    found = sentences(text, [Block(kind="title", start=0, end=11), Block(kind="body", start=13, end=21)])
    assert [(one.start, one.end) for one in found] == [(0, 11), (13, 21)]


@given(st.text(alphabet=st.sampled_from("aB1. \n!?…。\"'”)(石"), max_size=120))
def test_sentences_cover_all_but_white_space_without_overlap(text: str) -> None:
    found = sentences(text, [Block(kind="body", start=0, end=len(text))])
    covered = [at for one in found for at in range(one.start, one.end)]
    assert covered == sorted(set(covered))
    assert {at for at, char in enumerate(text) if not char.isspace()} <= set(covered)


@pytest.mark.parametrize(
    "unit", [".", "a", " ", ". ", '."', '. "', "A. ", "\n", "\n ", "。", "!?", "a.b", "Mr. ", "1. "]
)
def test_four_times_anything_is_four_times_the_work(unit: str) -> None:
    assert grows_with(unit * 10, split)


def test_what_ends_a_sentence_is_found_without_going_back() -> None:
    """Every repetition is possessive: a run of a million signs is read once, where backtracking takes hours."""
    plain = re.sub(r"\\.|\[(?:\\.|[^\]])+\]", "x", _END.pattern)
    assert re.findall(r"[*+]\+", plain)
    assert re.findall(r"(?<![*+])[*+](?!\+)", plain) == []
