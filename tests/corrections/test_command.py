"""``timeline corrections``: what a file says, what is wrong with it, and which events it means."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from commands import article, timeline


@pytest.fixture
def built(tmp_path: Path) -> dict[str, str]:
    """The ids of the events of a build in the folder ``o``, by their types."""
    timeline("build", article(tmp_path / "in"), "-o", tmp_path / "o", "--format", "json")
    return {event["type"]: event["id"] for event in made(tmp_path)["events"]}


def made(tmp_path: Path) -> dict[str, Any]:
    """The timeline that stands in the folder ``o``."""
    timeline: dict[str, Any] = json.loads((tmp_path / "o/timeline.json").read_text(encoding="utf-8"))
    return timeline


def written(tmp_path: Path, *corrections: dict[str, Any]) -> Path:
    """A file of corrections, one a line from line 2."""
    path = tmp_path / "c.json"
    rows = ",\n".join(json.dumps(one) for one in corrections)
    path.write_text(f'{{"corrections": [\n{rows}\n]}}', encoding="utf-8")
    return path


def test_it_lists_what_a_file_says(tmp_path: Path) -> None:
    split = {"event": "x1", "mention": {"article": "talks.txt", "start": 3, "end": 6}}
    placed = {"event": "a", "date": "2024-10", "actors": ["Haas", "Lind"]}
    joined = {"event": "c", "same_as": "a"}
    path = written(tmp_path, placed, {"event": "b", "hide": True}, joined, split, {"event": "d"})
    done = timeline("corrections", path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "line 2: a: actors Haas, Lind; date 2024-10",
        "line 3: b: hidden",
        "line 4: c: merged into a",
        "line 5: x1: taken out of its event: talks.txt, 3 to 6",
        "line 6: d: nothing",
    ]


def test_it_says_which_events_are_meant_and_what_is_nearest(tmp_path: Path, built: dict[str, str]) -> None:
    talks = built["CONSULT"]
    path = written(tmp_path, {"event": talks, "note": "n"}, {"event": "gone", "type": "CONSULT", "actors": ["Haas"]})
    done = timeline("corrections", path, "-o", tmp_path / "o")
    assert (done.returncode, done.stderr) == (3, "")
    lines = done.stdout.splitlines()
    assert lines[0] == f"line 2: {talks}: note n"
    assert lines[1].startswith(f"    {talks} is '") and lines[1].endswith("', by its id")
    assert lines[3].startswith("    gone is not found; nearest ")
    assert talks in lines[3]


def test_what_a_build_has_hidden_it_still_knows(tmp_path: Path, built: dict[str, str]) -> None:
    path = written(tmp_path, {"event": built["CONSULT"], "hide": True})
    timeline("build", tmp_path / "in", "-o", tmp_path / "o", "--format", "json", "--corrections", path)
    assert built["CONSULT"] not in {event["id"] for event in made(tmp_path)["events"]}
    for asked in ([path, "-o", tmp_path / "o"], [tmp_path / "o"]):
        done = timeline("corrections", *asked)
        assert (done.returncode, done.stdout.count("by its id")) == (0, 1)


def test_a_file_made_by_hand_is_described_and_found_again(tmp_path: Path, built: dict[str, str]) -> None:
    """Under another name the article gives its events other ids."""
    path = written(tmp_path, {"event": built["CONSULT"], "title": "Oslo talks"}, {"event": "gone", "hide": True})
    done = timeline("corrections", path, "-o", tmp_path / "o", "--describe")
    assert done.returncode == 3
    kept = json.loads(path.read_text(encoding="utf-8"))
    assert [one["event"] for one in kept["corrections"]] == [built["CONSULT"], "gone"]
    assert list(kept["descriptions"]) == [built["CONSULT"]]
    (tmp_path / "in/talks.txt").rename(tmp_path / "in/oslo.txt")
    (tmp_path / "in/talks.toml").rename(tmp_path / "in/oslo.toml")
    done = timeline("build", tmp_path / "in", "-o", tmp_path / "o", "--format", "json", "--corrections", path)
    assert done.returncode == 3
    assert (
        "line " in done.stderr
        and "correction of gone: there is no such event any more; nothing is like it" in done.stderr
    )
    assert f"{built['CONSULT']} is no event any more; " in done.stderr
    assert [event["id"] for event in made(tmp_path)["events"] if event["title"] == "Oslo talks"] == [built["CONSULT"]]
    assert json.loads(path.read_text(encoding="utf-8")) == kept


def test_contradictions_and_faults_are_problems(tmp_path: Path) -> None:
    path = written(tmp_path, {"event": "a", "title": "A"}, {"event": "a", "title": "B"})
    done = timeline("corrections", path)
    assert (done.returncode, done.stderr) == (
        3,
        f"timeline: {path}: line 3: correction of a: correction 1 gives it another title; the later one holds\n",
    )
    path = written(tmp_path, {"event": "a", "date": "someday"}, {"evnt": "a"})
    done = timeline("corrections", path)
    assert (done.returncode, done.stdout, done.stderr.count("line 3: correction 2: ")) == (1, "", 2)


def test_it_speaks_json(tmp_path: Path, built: dict[str, str]) -> None:
    path = written(tmp_path, {"event": built["CONSULT"], "hide": True})
    (row,) = json.loads(timeline("--json", "corrections", path, "-o", tmp_path / "o").stdout)
    assert (row["line"], row["correction"]) == (2, {"event": built["CONSULT"], "hide": True})
    assert (row["means"]["found"], row["means"]["by"]) == (built["CONSULT"], "id")
    assert json.loads(timeline("--json", "corrections", path).stdout)[0]["means"] is None


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["o", "-o", "o"], "want a file of corrections, not a folder"),
        (["c.json", "--describe"], "--describe wants a file of corrections and"),
        (["-", "-o", "o", "--describe"], "--describe wants a file of corrections and"),
    ],
)
def test_what_does_not_go_together_is_wrong_usage(tmp_path: Path, arguments: list[str], says: str) -> None:
    (tmp_path / "o").mkdir()
    done = timeline("corrections", *arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert says in done.stderr


def test_a_folder_without_corrections_lists_none(tmp_path: Path, built: dict[str, str]) -> None:
    assert built
    done = timeline("corrections", tmp_path / "o")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    (tmp_path / "empty").mkdir()
    done = timeline("corrections", tmp_path / "empty")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
