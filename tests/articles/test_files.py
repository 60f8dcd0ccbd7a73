"""Every file of files/ is read as expected.toml says."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from dated import dated, days

from timeline.articles.discover import Located
from timeline.articles.read import read
from timeline.errors import ArticleError
from timeline.models import Article

FILES = Path(__file__).parent / "files"
EXPECTED = tomllib.loads((FILES / "expected.toml").read_text(encoding="utf-8"))["file"]


def articles_of(name: str) -> tuple[list[Article], list[str]]:
    """The articles of a file, and its problems."""
    problems: list[ArticleError] = []
    try:
        articles = read(Located(FILES / name, name), report=problems.append)
    except ArticleError as error:
        return [], [str(error)]
    return articles, [str(problem) for problem in problems]


@pytest.mark.parametrize("expected", EXPECTED, ids=[one["name"] for one in EXPECTED])
def test_a_file_is_read_as_expected(expected: dict[str, Any]) -> None:
    articles, problems = articles_of(expected["name"])
    dcts = [dated(article) for article in articles]
    assert [days(article) or "" for article in dcts] == expected["dct"]
    assert [[claim.found for claim in article.claims] for article in articles] == expected["found"]
    evidence = " ".join(
        part for article in dcts for part in (article.dct.evidence, *(one.evidence for one in article.claims))
    )
    assert [part for part in expected.get("says", ()) if part not in evidence] == []
    assert len(problems) == len(expected.get("problems", ()))
    for problem, part in zip(problems, expected.get("problems", ()), strict=True):
        assert problem.startswith(str(FILES / expected["name"]))
        assert part in problem
        assert "\n" not in problem
    for key in {"title", "source", "url", "language"} & expected.keys():
        assert getattr(articles[0], key) == expected[key]


@pytest.mark.parametrize("expected", EXPECTED, ids=[one["name"] for one in EXPECTED])
def test_an_article_is_whole(expected: dict[str, Any]) -> None:
    """Blocks cover all words in order, ids are unique, and reading again gives the same."""
    articles, _ = articles_of(expected["name"])
    assert len({article.id for article in articles}) == len(articles)
    assert articles == articles_of(expected["name"])[0]
    for article in articles:
        end = 0
        for block in article.blocks:
            assert not article.text[end : block.start].strip()
            assert block.start >= end
            end = block.end
        assert not article.text[end:].strip()
        assert any(block.kind == "body" for block in article.blocks)


def test_every_file_is_expected() -> None:
    there = {path.name for path in FILES.iterdir()} - {"expected.toml"}
    assert there == {one["name"] for one in EXPECTED}
    assert len(there) >= 40


def test_what_is_left_out_of_a_page_can_be_seen() -> None:
    (article,), _ = articles_of("furniture.html")
    shown = {article.text[one.start : one.end]: one.why for one in article.blocks if one.kind == "furniture"}
    assert shown == {
        "Haas and Lind shake hands on 3 March 1999.": "caption of a picture",
        "Read more: Ferry talks stall": "link to other pages",
        "We use cookies to improve your visit.": "cookie or privacy notice",
        "Share this": "share buttons",
    }
    assert "Home" not in article.text


def test_a_mail_leaves_out_what_is_not_its_own() -> None:
    (article,), _ = articles_of("talks.eml")
    assert {one.why for one in article.blocks if one.kind == "furniture"} == {
        "quoted from an earlier mail",
        "signature of the mail",
    }
    assert "1999" not in "".join(article.text[one.start : one.end] for one in article.blocks if one.kind == "body")


def test_a_line_of_a_mailbox_that_had_to_be_escaped_is_the_writers_own() -> None:
    articles, _ = articles_of("list.mbox")
    assert articles[1].text.endswith("From now on they are friends.")


def test_bytes_from_elsewhere_are_read_as_they_were_meant() -> None:
    (article,), _ = articles_of("mixed.html")
    assert "où l’été finit; café was said" in article.text


def test_ids_of_one_file_do_not_hang_on_the_order() -> None:
    """A feed puts new entries first: the older ones keep their ids."""
    articles, _ = articles_of("world.atom")
    assert [article.id for article in articles] == ["world.atom#45beb666", "world.atom#1934689b"]
    assert [article.id for article in articles_of("talks.csv")[0]] == [
        f"talks.csv#{key}" for key in ("a1", "a2", "a4", "a1~2")
    ]
