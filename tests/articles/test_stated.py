"""What sidecars and front matter say."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.articles.stated import Stated, front_matter, sidecar
from timeline.errors import ArticleError


def beside(tmp_path: Path, toml: str) -> Stated | None:
    (tmp_path / "a.toml").write_text(toml, encoding="utf-8")
    return sidecar(tmp_path / "a.txt")


@pytest.mark.parametrize(
    ("dct", "read"),
    [
        ("2024-11-07", "2024-11-07"),
        ('"7 November 2024"', "7 November 2024"),
        ("2024-11-07T23:30:00+09:00", "2024-11-07T23:30:00+09:00"),
    ],
)
def test_a_sidecar_takes_a_date_or_a_text(tmp_path: Path, dct: str, read: str) -> None:
    assert beside(tmp_path, f'dct = {dct}\ntitle = "Talks\\n in Orsk"') == Stated(
        "sidecar a.toml", dct=read, title="Talks in Orsk"
    )


def test_no_sidecar_is_no_error(tmp_path: Path) -> None:
    assert sidecar(tmp_path / "a.txt") is None


@pytest.mark.parametrize(
    ("toml", "says"),
    [
        ("dct = ", "no valid TOML"),
        ("date = 2024-11-07", "the key 'date' is not known"),
        ("dct = 2024", "must be a text"),
    ],
)
def test_a_wrong_sidecar_is_named(tmp_path: Path, toml: str, says: str) -> None:
    with pytest.raises(ArticleError, match=says) as caught:
        beside(tmp_path, toml)
    assert "a.toml" in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "matter", ["---\ndate: 2024-11-07\nTitle: Talks\ntags: [x]\n---\n", '+++\ndct = 2024-11-07\ntitle = "Talks"\n+++\n']
)
def test_front_matter_is_split_off(matter: str) -> None:
    stated, rest = front_matter(matter + "They met.", "a.md")
    assert stated == Stated("front matter", dct="2024-11-07", title="Talks")
    assert rest == "They met."


@pytest.mark.parametrize("text", ["They met.\n---\nx\n---\n", "---\nno end", "---- \n"])
def test_a_ruling_is_no_front_matter(text: str) -> None:
    assert front_matter(text, "a.md") == (None, text)


@pytest.mark.parametrize(
    "matter", ["---\n: : [\n---\n", "+++\na = \n+++\n", "---\ntitle: !!python/object:os.x {}\n---\n"]
)
def test_wrong_front_matter_is_named(matter: str) -> None:
    with pytest.raises(ArticleError, match=r"a\.md: its front matter is no valid") as caught:
        front_matter(matter, "a.md")
    assert "\n" not in str(caught.value)


def test_half_a_surrogate_pair_cannot_spoil_the_output() -> None:
    stated, _ = front_matter('---\ntitle: "a\\ud800"\n---\n', "a.md")
    assert stated is not None
    assert stated.title == "a?"
