"""Files become articles."""

from __future__ import annotations

from pathlib import Path

import pytest
from dated import dated

from timeline.articles.discover import Located
from timeline.articles.read import read
from timeline.errors import ArticleError
from timeline.models import Article

TEXT = "Haas leaves Orsk\n\nPremier Haas left Orsk on Friday.\n\nShare\n"


def article(tmp_path: Path, name: str = "a.txt", text: str = TEXT, **options: str | int) -> Article:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return read(Located(path, name), **options)[0]  # type: ignore[arg-type]


def test_the_first_line_is_the_title_where_none_is_given(tmp_path: Path) -> None:
    read_one = article(tmp_path)
    assert (read_one.id, read_one.path, read_one.title) == ("a.txt", "a.txt", "Haas leaves Orsk")
    assert [block.kind for block in read_one.blocks] == ["title", "body", "furniture"]
    assert read_one.claims == ()


def test_the_sidecar_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text('dct = 2024-11-07\ntitle = "Haas goes"\nsource = "Orsk Daily"\nlanguage = "en"')
    read_one = article(tmp_path)
    assert (read_one.title, read_one.source, read_one.language) == ("Haas goes", "Orsk Daily", "en")
    assert dated(read_one).dct.value == "2024-11-07"
    assert read_one.claims[0].found == "sidecar a.toml"


def test_the_sidecar_goes_before_front_matter(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("dct = 2024-11-07")
    read_one = article(tmp_path, "a.md", "---\ndate: 2024-11-09\ntitle: Haas\n---\n# Haas *leaves*\n\nShe left.\n")
    assert read_one.text == "Haas leaves\n\nShe left."
    dct = dated(read_one).dct
    assert (dct.value, read_one.title) == ("2024-11-07", "Haas")
    assert "against it: front matter date: 2024-11-09" in dct.evidence


def test_a_date_for_this_file_goes_first_and_one_for_all_last(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("dct = 2024-11-07")
    assert dated(article(tmp_path, date="2024-01-01")).dct.value == "2024-01-01"
    assert dated(article(tmp_path, default_date="2024-01-01")).dct.value == "2024-11-07"
    (tmp_path / "a.toml").unlink()
    assert dated(article(tmp_path, default_date="2024-01-01")).dct.value == "2024-01-01"


def test_a_file_that_is_too_large_is_named_with_its_size(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match=rf"has {len(TEXT)} bytes, more than the 10 bytes allowed.*--max-size"):
        article(tmp_path, max_size=10)
    assert article(tmp_path, max_size=len(TEXT)).text == TEXT
    with pytest.raises(ArticleError, match=r"has 2\.4 KB, more than the 2 KB allowed"):
        article(tmp_path, "a.txt", "x" * 2380, max_size=2000)


def test_markdown_without_a_word_is_named(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="no paragraph"):
        article(tmp_path, "a.md", "---\ndate: 2024-11-07\n---\n\n***\n")


def test_markup_in_an_article_stays_text(tmp_path: Path) -> None:
    for name in ("a.txt", "a.md"):
        assert "<script>alert(1)</script>" in article(tmp_path, name, "He said <script>alert(1)</script> twice.").text
