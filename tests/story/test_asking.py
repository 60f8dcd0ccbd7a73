"""The options that choose what is written, as users give them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from commands import article, timeline

TEXT = (
    "# News of the week\n\nPremier Ines Haas of Norway met President Mika Lind of Finland in Oslo on Monday. "
    "On Tuesday Japan imposed sanctions on Chad.\n"
)


def written(folder: Path, *asked: str) -> dict[str, Any]:
    """What a build of the article writes with these options."""
    done = timeline("build", article(folder, "week.md", TEXT), "-o", folder / "o", "--format", "json", *asked)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads((folder / "o/timeline.json").read_text(encoding="utf-8"))
    return found


def types(found: dict[str, Any]) -> set[str]:
    return {event["type"] for event in found["events"]}


def test_what_is_asked_is_written(tmp_path: Path) -> None:
    everything = written(tmp_path)
    assert types(everything) >= {"CONSULT", "SANCTION"}
    for asked in (["--actor", "JPN"], ["--between", "Japan", "TCD"], ["--about", "sanction"], ["--type", "sanction"]):
        assert types(written(tmp_path, *asked)) == {"SANCTION"}, asked
    assert "SANCTION" not in types(written(tmp_path, "--actor", "Ines Haas"))
    assert types(written(tmp_path, "--actor", "Mika Lind", "--actor", "Japan")) >= {"CONSULT", "SANCTION"}
    assert types(written(tmp_path, "--from", "2024-11-05")) == {"SANCTION"}
    assert types(written(tmp_path, "--to", "2024-11-04")) == {"CONSULT"}


def test_key_writes_as_many_entries_as_asked(tmp_path: Path) -> None:
    found = written(tmp_path, "--key", "2")
    assert (len(found["events"]), found["undated"], found["minor"]) == (2, [], [])
    assert [event["edtf"] for event in found["events"]] == ["2024-11-04", "2024-11-05"]
    assert len(found["articles"]) == 1


@pytest.mark.parametrize(
    ("asked", "problem"),
    [
        (["--actor", "Ines Has"], "'Ines Has' is nobody in these articles nor in the tables; did you mean Ines Haas"),
        (["--type", "QUARREL"], "'QUARREL' is no type of event"),
        (["--from", "spring"], "--from spring: 'spring' is no EDTF date"),
        (["--key", "0"], "Invalid value for '--key'"),
    ],
)
def test_what_cannot_be_asked_is_wrong_usage(tmp_path: Path, asked: list[str], problem: str) -> None:
    done = timeline("build", article(tmp_path, "week.md", TEXT), "-o", tmp_path / "o", *asked)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert problem in done.stderr
    assert not list((tmp_path / "o").glob("timeline.*"))


def test_all_that_is_told_of_somebody_unknown_is_written(tmp_path: Path) -> None:
    """No frame tells what matters of a firm; of a state in the same articles nothing more is written than before."""
    told = article(
        tmp_path, "shop.md", "# News\n\nOrvo shrank its red telephone on Monday. Japan sneezed on Tuesday.\n"
    )
    for name, wanted in (("Orvo", ["2024-11-04"]), ("Japan", [])):
        done = timeline("build", told, "-o", tmp_path / name, "--format", "json", "--actor", name)
        assert done.returncode == 0, done.stderr
        found = json.loads((tmp_path / name / "timeline.json").read_text(encoding="utf-8"))
        assert [event["edtf"] for event in found["events"]] == wanted
