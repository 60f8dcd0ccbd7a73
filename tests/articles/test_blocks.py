"""Blocks: what of a text is the article, and what is the page around it."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st
from work import grows_with

from timeline.articles.blocks import blocks
from timeline.articles.patterns import Pattern, datelines, furniture

BODY = "Premier Haas left Orsk on Friday after two days of talks with the port authority about the ferry line."
ROWS = [*furniture(), *datelines()]


def kinds(text: str, title: str | None = None) -> list[tuple[str, str]]:
    return [(block.kind, text[block.start : block.end]) for block in blocks(text, title=title)]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_every_row_matches_its_examples(row: Pattern) -> None:
    assert row.yes
    assert row.no
    assert [line for line in row.yes if not row.matches(line)] == []


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_no_row_matches_a_counterexample_of_any_row(row: Pattern) -> None:
    sentences = [line for other in ROWS if other.where == row.where for line in other.no if len(line.split()) > 3]
    assert [line for line in (*row.no, *sentences) if row.matches(line)] == []


def test_a_caption_goes_with_its_credit() -> None:
    """The short line above a credit, in one paragraph with it, is a caption; a paragraph of its own is not."""
    assert kinds(f"{BODY}\n\nMara Haas in Orsk\nPhoto credit: harbour.example\n\n{BODY}") == [
        ("body", BODY),
        ("furniture", "Mara Haas in Orsk"),
        ("furniture", "Photo credit: harbour.example"),
        ("body", BODY),
    ]
    assert kinds(f"{BODY}\n\nThe talks will go on.\nPhoto: NP")[1] == ("body", "The talks will go on.")
    assert kinds(f"{BODY}\n\nMara Haas in Orsk\n\nPhoto: NP")[1] == ("body", "Mara Haas in Orsk")


def test_furniture_says_why() -> None:
    assert [block.why for block in blocks(f"{BODY}\n\nShare this article") if block.kind == "furniture"] == [
        "share buttons"
    ]


@pytest.mark.parametrize("head", ["Haas leaves Orsk", "Is it over?", 'Haas: "We leave now"', "HAAS LEAVES"])
def test_a_headline_is_the_title(head: str) -> None:
    assert kinds(f"{head}\n\n{BODY}")[0] == ("title", head)


def test_a_sentence_is_no_title_and_a_text_of_one_line_has_none() -> None:
    assert kinds(f"{BODY}\n\n{BODY}")[0][0] == "body"
    assert kinds("They met on Monday") == [("body", "They met on Monday")]
    assert kinds("She left.\n\nIt is over.", title="She left!")[0] == ("title", "She left.")


def test_the_title_need_not_be_first_when_furniture_is() -> None:
    assert kinds(f"Home > World\n\nHaas leaves Orsk\n\n{BODY}")[:2] == [
        ("furniture", "Home > World"),
        ("title", "Haas leaves Orsk"),
    ]


def test_the_heading_of_an_agency_page_is_split_from_its_paragraph() -> None:
    head = "TAVEEN | Wed Nov 6, 2024 4:21 pm EST"
    heads = [("dateline", head), ("dateline", "TAVEEN (NP) -"), ("body", BODY)]
    assert kinds(f"{head} TAVEEN (NP) - {BODY}") == heads
    byline = "By Mara Vell and Jon Karst"
    assert kinds(f"{byline} {head} TAVEEN (NP) - {BODY}\n\n{BODY}") == [("furniture", byline), *heads, ("body", BODY)]
    title = "Haas leaves Orsk"
    assert kinds(f"{title} {head} TAVEEN (NP) - {BODY}\n\n{BODY}") == [("title", title), *heads, ("body", BODY)]
    assert kinds(f"By the NP Wire Staff (NP) -- {BODY}")[:2] == [
        ("dateline", "By the NP Wire Staff"),
        ("dateline", "(NP) --"),
    ]


def test_comments_of_readers_are_none_of_the_article() -> None:
    comments = "\n\n".join([BODY * 5, "I was in Orsk.", BODY])
    text = f"{BODY}\n\n(Reporting by Mara Vell) We welcome comments that advance the story.\n\n{comments}"
    assert [kind for kind, _ in kinds(text)] == ["body", *["furniture"] * 4]


def test_a_dateline_is_split_from_its_paragraph() -> None:
    assert kinds(f"Haas leaves\n\nORSK, Nov. 8 (NP) -- {BODY}") == [
        ("title", "Haas leaves"),
        ("dateline", "ORSK, Nov. 8 (NP) --"),
        ("body", BODY),
    ]
    assert kinds(f"Haas leaves\n\nPublished: 8 November 2024\n\n{BODY}")[1] == (
        "dateline",
        "Published: 8 November 2024",
    )


def test_wrapped_lines_are_one_paragraph() -> None:
    wrapped = BODY[:58] + "\n" + BODY[59:]
    assert kinds(wrapped) == [("body", wrapped)]


def test_one_paragraph_a_line_without_blank_lines() -> None:
    assert kinds(f"Haas leaves\n{BODY}\n{BODY * 2}") == [("title", "Haas leaves"), ("body", BODY), ("body", BODY * 2)]


@pytest.mark.parametrize("width", [20, 24, 30, 38, 45, 60, 72, 100, 130, 180])
def test_lines_of_any_width_read_on(width: int) -> None:
    wrapped = textwrap.fill(f"{BODY} {BODY} {BODY}", width)
    assert kinds(wrapped) == [("body", wrapped)]


@pytest.mark.parametrize(
    "text", ["They signed it on Oct.\n1, 2016 in Lima.", "They met on the third\nTuesday of September.",
             "They signed it on April 6,\n2017 in Lima."]
)  # fmt: skip
def test_two_narrow_lines_that_fill_their_column_read_on(text: str) -> None:
    assert kinds(text) == [("body", text)]


@pytest.mark.parametrize(
    "lines", ["Velmora\nKarst\nOrsk", "Haas leaves Orsk\nKarst closes strait", "Home\nMon 3 May\nNews."]
)
def test_a_list_of_short_lines_is_no_paragraph(lines: str) -> None:
    assert [text for _, text in kinds(lines)] == lines.split("\n")


def test_wide_paragraphs_of_like_length_stay_apart() -> None:
    two = f"{BODY} {BODY}\n{BODY} {BODY[:-1]}!"
    assert [text for _, text in kinds(two)] == two.split("\n")


@pytest.mark.parametrize("mark", ["Read next", "More from Orsk Daily", "Lesen Sie auch:", "関連記事"])
def test_a_list_of_stories_below_its_heading_is_furniture(mark: str) -> None:
    tail = [mark, "Ferry talks stall", "Karst closes the strait on Monday"]
    assert kinds("\n\n".join([BODY, BODY, *tail]))[2:] == [("furniture", line) for line in tail]
    assert kinds("\n\n".join([BODY, *tail, BODY]))[-1] == ("body", BODY)
    assert kinds("\n\n".join([mark, "Haas leaves Orsk", BODY]))[1] == ("title", "Haas leaves Orsk")


def test_what_stands_below_the_reporters_is_furniture() -> None:
    tail = ["Reporting by Mara Vell; editing by Jon Karst", "Mara Vell has reported from Orsk since 2019.",
            "Our Standards: The Northern Press principles", "Karst signs accord", BODY]  # fmt: skip
    assert kinds("\n\n".join([BODY] * 4 + tail))[4:] == [("furniture", line) for line in tail]


def test_a_report_that_goes_on_below_them_is_read() -> None:
    text = "\n\n".join([BODY, "Reporting by Mara Vell", *[BODY] * 4])
    assert [kind for kind, _ in kinds(text)] == ["body", "furniture", *["body"] * 4]


@given(st.text(alphabet=st.sampled_from("aB. \n\t\"'-—(),:/©0é石。\u202e"), max_size=200))
def test_blocks_cover_all_but_white_space_in_order(text: str) -> None:
    found = blocks(text)
    covered = {at for block in found for at in range(block.start, block.end)}
    assert {at for at, char in enumerate(text) if not char.isspace()} <= covered
    assert sum(block.end - block.start for block in found) == len(covered)
    assert list(found) == sorted(found, key=lambda block: block.start)


@pytest.mark.parametrize("unit", ["a", " ", ". ", "\n", "\n ", "A. ", "a\n", "Photo: ", "ORSK, ", "(", "x\n\n", "。"])
def test_four_times_anything_is_four_times_the_work(unit: str) -> None:
    """Lines, the space between them and the heads of paragraphs are each looked at once."""
    assert grows_with(unit * 10, blocks)


def test_no_row_is_tried_on_a_long_line() -> None:
    """An expression may go back and forth in a line; so it never gets more than a short one."""
    long = "Photo: " * 10_000
    assert [row.name for row in ROWS if row.longest > 1000] == []
    assert [row.name for row in ROWS if row.where == "line" and row.matches(long)] == []
