"""Inputs that change are built anew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from timeline.errors import OptionError
from timeline.watch import changes

pytest.importorskip("watchfiles")


def _next(looks: Iterator[None]) -> None:
    assert next(looks, "over") is None


def test_a_change_of_an_input_a_sidecar_or_the_corrections_is_seen(tmp_path: Path) -> None:
    folder, single, corrections = tmp_path / "in", tmp_path / "one.txt", tmp_path / "c.json"
    folder.mkdir()
    single.touch()
    looks = changes([folder, single], [corrections], tmp_path / "in/output")
    _next(looks)  # at once
    for path in (folder / "new.txt", single, tmp_path / "one.toml", corrections):
        path.write_text("changed")
        _next(looks)


def test_what_a_build_writes_or_another_file_beside_an_input_is_no_change(tmp_path: Path) -> None:
    (tmp_path / "in/output").mkdir(parents=True)
    single = tmp_path / "one.txt"
    single.touch()
    looks = changes([tmp_path / "in", single], [], tmp_path / "in/output")
    _next(looks)
    for name in ("in/output/timeline.html", "in/.hidden", "two.txt"):
        (tmp_path / name).write_text("x")
    (tmp_path / "in/real.txt").write_text("x")
    _next(looks)
    single.write_text("x")
    _next(looks)


@pytest.mark.parametrize("given", [Path("-"), Path("nowhere")])
def test_what_cannot_be_watched_is_named(given: Path) -> None:
    with pytest.raises(OptionError, match=f"watch: .*({given}|standard input)"):
        next(changes([given], [], Path("output")))
