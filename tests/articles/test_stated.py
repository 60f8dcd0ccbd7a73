"""What sidecars and front matter say."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline import edtf
from timeline.articles.stated import Stated, front_matter, sidecar
from timeline.errors import ArticleError


def beside(tmp_path: Path, toml: str) -> Stated | None:
    (tmp_path / "a.toml").write_text(toml, encoding="utf-8")
    return sidecar(tmp_path / "a.txt")


def said(stated: Stated | None) -> tuple[str, str, str | None] | None:
    """Where a date is stated, what is written there, and its days."""
    claim = stated.claim if stated else None
    return (claim.found, claim.text, edtf.format(claim.interval)) if claim else None


@pytest.mark.parametrize(
    ("dct", "read", "days"),
    [
        ("2024-11-07", "2024-11-07", "2024-11-07"),
        ('"7 November 2024"', "7 November 2024", "2024-11-07"),
        ("2024-11-07T23:30:00+09:00", "2024-11-07T23:30:00+09:00", "2024-11-07"),
        ("1970-01-01", "1970-01-01", "1970-01-01"),
        ("1923", "1923", "1923"),
        ('"some day"', "some day", None),
        ("[2024]", "a list", None),
    ],
)
def test_a_sidecar_takes_a_date_or_a_text(tmp_path: Path, dct: str, read: str, days: str | None) -> None:
    """What is no date costs the claim alone."""
    stated = beside(tmp_path, f'dct = {dct}\ntitle = "Talks\\n in Orsk"')
    assert stated is not None
    assert stated.title == "Talks in Orsk"
    assert said(stated) == ("sidecar a.toml", read, days)


def test_no_sidecar_is_no_error(tmp_path: Path) -> None:
    assert sidecar(tmp_path / "a.txt") is None


@pytest.mark.parametrize(
    ("toml", "says"),
    [
        ("dct = ", "no valid TOML"),
        ("date = 2024-11-07", "the key 'date' is not known"),
        ("title = 2024", "title must be a text"),
        (f"{'a.' * 20}b = 1", "too many parts"),
        (f'title = "{"a" * 70_000}"', "more than 64,000 characters"),
    ],
)
def test_a_wrong_sidecar_is_named(tmp_path: Path, toml: str, says: str) -> None:
    with pytest.raises(ArticleError, match=says) as caught:
        beside(tmp_path, toml)
    assert "a.toml" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_name_that_leaves_no_room_for_a_sidecar_has_none(tmp_path: Path) -> None:
    assert sidecar(tmp_path / f"{'a' * 252}.md") is None


@pytest.mark.parametrize(
    "matter", ["---\ndate: 2024-11-07\nTitle: Talks\ntags: [x]\n---\n", '+++\ndct = 2024-11-07\ntitle = "Talks"\n+++\n']
)
def test_front_matter_is_split_off(matter: str) -> None:
    stated, rest = front_matter(matter + "They met.", "a.md")
    assert stated is not None
    assert stated.title == "Talks"
    assert said(stated) in {(f"front matter {key}", "2024-11-07", "2024-11-07") for key in ("date", "dct")}
    assert rest == "They met."


@pytest.mark.parametrize(
    ("matter", "claim"),
    [
        ("date: unknown", ("front matter date", "unknown", None)),
        ("Published: May 2024", ("front matter Published", "May 2024", "2024-05")),
        ("date: 2024", ("front matter date", "2024", "2024")),
        ("date: [2024, 2025]", ("front matter date", "a list", None)),
        ("date: 0001-01-01T00:00:00Z", ("front matter date", "0001-01-01T00:00:00+00:00", None)),
        ("title: Talks: the second day\ndate: 2024-11-07", ("front matter date", "2024-11-07", "2024-11-07")),
        ("a: &a [x]\nb: *a\ndate: 2024-11-07", ("front matter date", "2024-11-07", "2024-11-07")),
        ("tags: [x]", None),
    ],
)
def test_a_date_of_front_matter_costs_at_most_its_claim(matter: str, claim: tuple[str, str, str | None] | None) -> None:
    stated, rest = front_matter(f"---\n{matter}\n---\nThey met.", "a.md")
    assert said(stated) == claim
    assert rest == "They met."


@pytest.mark.parametrize("key", ["source", "url", "link"])
def test_an_address_in_front_matter_is_one(key: str) -> None:
    """Those who clip pages from a browser write it as the source."""
    stated, _ = front_matter(f"---\n{key}: https://orsk.example/2024/11/07/talks\n---\n", "a.md")
    assert stated is not None
    assert (stated.url, stated.source) == ("https://orsk.example/2024/11/07/talks", None)


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
