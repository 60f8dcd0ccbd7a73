"""Files are written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from timeline.errors import OutputError
from timeline.render.write import clean, write


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


def _fail_at(patch: pytest.MonkeyPatch, nth: int, error: BaseException) -> None:
    """Let the nth renaming of a file fail."""
    calls = iter(range(1, 100))
    for name in ("replace", "rename"):
        real = getattr(Path, name)

        def failing(self: Path, target: Path, real: Callable[[Path, Path], Path] = real) -> Path:
            if next(calls) == nth:
                raise error
            return real(self, target)

        patch.setattr(Path, name, failing)


@pytest.mark.parametrize("nth", range(1, 7))
def test_a_file_that_cannot_be_put_in_place_leaves_all_as_they_were(tmp_path: Path, nth: int) -> None:
    names = ("a.html", "b.json", "c.csv")
    for name in names[:2]:
        (tmp_path / name).write_text("old")
    with pytest.MonkeyPatch.context() as patch:
        _fail_at(patch, nth, OSError(5, "Input/output error"))
        if nth < 6:
            with pytest.raises(OutputError, match="Input/output error"):
                write(dict.fromkeys((tmp_path / name for name in names), "new"))
        else:
            write(dict.fromkeys((tmp_path / name for name in names), "new"))
    found = {path.name: path.read_text() for path in tmp_path.iterdir()}
    assert found == (dict.fromkeys(names[:2], "old") if nth < 6 else dict.fromkeys(names, "new"))


@pytest.mark.parametrize("kill_at", range(1, 8))
def test_killed_at_any_moment_files_of_two_results_never_stand_together(tmp_path: Path, kill_at: int) -> None:
    for name in ("a.html", "b.json"):
        (tmp_path / name).write_text("old")
    targets = [tmp_path / "a.html", tmp_path / "b.json"]
    if os.fork() == 0:
        calls = iter(range(1, 100))
        for name in ("replace", "rename", "hardlink_to", "unlink"):
            real = getattr(Path, name)

            def dying(self: Path, *rest: Any, real: Callable[..., Any] = real, **more: Any) -> Any:
                if next(calls) == kill_at:
                    os._exit(9)
                return real(self, *rest, **more)

            setattr(Path, name, dying)
        write(dict.fromkeys(targets, "new"))
        os._exit(0)
    os.wait()
    standing = {path.read_text() for path in targets if path.exists()}
    assert len(standing) == 1
    clean(targets)
    assert {path.name for path in tmp_path.iterdir()} <= {"a.html", "b.json"}
