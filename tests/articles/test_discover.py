"""Inputs become one stable list of files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from timeline.articles.discover import Located, discover
from timeline.errors import ArticleError


def found(*inputs: Path) -> tuple[list[str], list[str]]:
    """Names of the files found, and the problems reported."""
    problems: list[ArticleError] = []
    located = discover(inputs, (".txt", ".md"), problems.append)
    return [one.name for one in located], [str(problem) for problem in problems]


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    for name in ("b.txt", "a/z.md", "a/y.TXT", "a-b/x.txt"):
        path = tmp_path / "seeds" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("They met.")
    return tmp_path / "seeds"


def test_a_folder_is_searched_in_an_order_of_its_own(seeds: Path) -> None:
    """Folders sort as folders: a/ before a-b/ on every file system."""
    assert found(seeds) == (["a/y.TXT", "a/z.md", "a-b/x.txt", "b.txt"], [])


def test_sidecars_and_hidden_files_are_no_inputs(seeds: Path) -> None:
    (seeds / "b.toml").write_text("dct = 2024-11-07")
    (seeds / ".DS_Store").write_bytes(b"\0")
    (seeds / ".git").mkdir()
    (seeds / ".git/c.txt").write_text("no")
    names, problems = found(seeds)
    assert len(names) == 4
    assert not problems


def test_a_sidecar_without_its_article_is_named(seeds: Path) -> None:
    (seeds / "geneve.toml").write_text("dct = 2024-11-07")
    assert [problem for problem in found(seeds)[1] if "geneve.toml" in problem and "no article beside it" in problem]


def test_a_file_given_twice_is_read_once(seeds: Path) -> None:
    names, _ = found(seeds / "b.txt", seeds, seeds / "a" / ".." / "b.txt")
    assert names == ["b.txt", "a/y.TXT", "a/z.md", "a-b/x.txt"]


def test_equal_names_of_two_inputs_are_told_apart(tmp_path: Path) -> None:
    for folder in ("x/march", "y/april", "z/april"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "talks.txt").write_text("They met.")
    names, _ = found(tmp_path / "x/march", tmp_path / "y/april", tmp_path / "z/april")
    assert names == ["march/talks.txt", "april/talks.txt", "april/talks.txt~2"]


def test_names_do_not_tell_where_the_folder_lies(seeds: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "deep" / "er"
    elsewhere.mkdir(parents=True)
    (seeds.rename(elsewhere / "seeds"))
    assert found(elsewhere / "seeds")[0] == ["a/y.TXT", "a/z.md", "a-b/x.txt", "b.txt"]


@pytest.mark.parametrize(("name", "says"), [("a.docx", "the suffix .docx is not known"), ("README", "(none)")])
def test_an_unknown_suffix_is_named(seeds: Path, name: str, says: str) -> None:
    (seeds / name).write_text("They met.")
    for given in (seeds, seeds / name):
        assert says in found(given)[1][0]


def test_a_link_out_of_the_folder_is_not_followed(seeds: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("They met.")
    (seeds / "link.txt").symlink_to(tmp_path / "secret.txt")
    (seeds / "dangling.txt").symlink_to(tmp_path / "nothing.txt")
    (seeds / "loop").symlink_to(seeds)
    names, problems = found(seeds)
    assert len(names) == 4
    assert len(problems) == 3


def test_a_fifo_is_not_opened(tmp_path: Path) -> None:
    """Reading it would wait for ever."""
    os.mkfifo(tmp_path / "a.txt")
    assert "no regular file" in found(tmp_path / "a.txt")[1][0]


def test_a_name_that_is_no_unicode_can_be_written_out(tmp_path: Path) -> None:
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_text("They met.")
    except OSError:
        pytest.skip("this file system takes names in UTF-8 only")
    assert found(tmp_path)[0] == ["caf\ufffd.txt"]


def test_located_keeps_the_path_as_given(seeds: Path) -> None:
    assert discover([seeds / "b.txt"], [".txt"], print) == [Located(seeds / "b.txt", "b.txt")]
