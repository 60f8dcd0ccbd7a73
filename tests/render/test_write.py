"""Files are written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.errors import OutputError
from timeline.render.write import write


def test_files_are_made_with_their_folders(tmp_path: Path) -> None:
    write({tmp_path / "a/b/c.txt": "é", tmp_path / "a/d.txt": "x"})
    assert (tmp_path / "a/b/c.txt").read_bytes() == "é".encode()
    assert {path.name for path in (tmp_path / "a").rglob("*")} == {"b", "c.txt", "d.txt"}


def test_one_that_fails_leaves_all_as_they_were(tmp_path: Path) -> None:
    (tmp_path / "one").write_text("old")
    (tmp_path / "two").mkdir()
    with pytest.raises(OutputError, match="two: cannot be written"):
        write({tmp_path / "one": "new", tmp_path / "new/x": "new", tmp_path / "two": "new"})
    assert (tmp_path / "one").read_text() == "old"
    assert {path.name for path in tmp_path.iterdir()} == {"one", "two"}


def test_permissions_and_links_stay(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("old")
    (tmp_path / "real").chmod(0o640)
    (tmp_path / "link").symlink_to("real")
    write({tmp_path / "link": "new"})
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "new"
    assert (tmp_path / "real").stat().st_mode & 0o777 == 0o640


def test_new_files_can_be_read_by_others(tmp_path: Path) -> None:
    (tmp_path / "plain").touch()
    write({tmp_path / "new": "x"})
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "plain").stat().st_mode
