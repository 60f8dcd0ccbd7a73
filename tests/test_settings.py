"""Settings of a project in timeline.toml or pyproject.toml."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from commands import article, timeline


def built(folder: Path, *more: str) -> dict[str, object]:
    done = timeline("build", "talks.txt", "--format", "json", *more, cwd=folder)
    assert done.returncode == 0, done.stderr
    loaded = json.loads((folder / "output" / "timeline.json").read_text())
    assert isinstance(loaded, dict)
    return loaded


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("timeline.toml", '[build]\ntitle = "Set"\n'),
        ("pyproject.toml", '[tool.timeline.build]\ntitle = "Set"\n'),
    ],
)
def test_options_that_are_not_given_have_the_values_of_the_settings(tmp_path: Path, name: str, text: str) -> None:
    article(tmp_path)
    (tmp_path / name).write_text(text)
    assert built(tmp_path)["title"] == "Set"
    assert built(tmp_path, "--title", "Given")["title"] == "Given"


def test_the_own_file_stands_before_the_shared_one(tmp_path: Path) -> None:
    article(tmp_path)
    (tmp_path / "timeline.toml").write_text('[build]\ntitle = "Own"\n')
    (tmp_path / "pyproject.toml").write_text('[tool.timeline.build]\ntitle = "Shared"\n')
    assert built(tmp_path)["title"] == "Own"


def test_values_are_of_tomls_own_kinds(tmp_path: Path) -> None:
    article(tmp_path, dct=None)
    (tmp_path / "timeline.toml").write_text(
        "[build]\ndate = 2024-11-07\nformat = ['json', 'csv']\nstrict = true\njobs = 1\n"
        "max-size = '1MB'\nfrom = 2024\nbetween = ['NOR', 'FIN']\noutput = 'o'\n"
    )
    done = timeline("build", "talks.txt", cwd=tmp_path)
    assert (done.returncode, sorted(one.name for one in (tmp_path / "o").glob("t*"))) == (
        0,
        ["timeline.csv", "timeline.json"],
    ), done.stderr
    assert json.loads((tmp_path / "o" / "timeline.json").read_text())["articles"][0]["dct"]["value"] == "2024-11-07"


def test_watch_takes_the_settings_of_build(tmp_path: Path) -> None:
    article(tmp_path)
    (tmp_path / "timeline.toml").write_text("[build]\nquiet = true\n")
    done = timeline("watch", "talks.txt", "--verbose", cwd=tmp_path)
    assert "--quiet and --verbose exclude each other" in done.stderr


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[build]\ntitel = 'x'\n", "timeline.toml: [build] the key 'titel' is not known; did you mean title?"),
        ("[biuld]\ntitle = 'x'\n", "timeline.toml: [biuld] is no table of a command; did you mean build?"),
        ("[watch]\ntitle = 'x'\n", "timeline.toml: [watch] is no table of a command; it is one of"),
        ("title = 'x'\n", "timeline.toml: [title] is no table of a command"),
        ("[build]\njobs = 'x'\n", "timeline.toml: [build] jobs: 'x' is not a valid whole number; change it there"),
        ("[build]\njobs = 0\n", "timeline.toml: [build] jobs: 0 is not in the range x>=1; change it there"),
        (
            "[build]\nformat = 'pdf'\n",
            "timeline.toml: [build] format: 'pdf' is no format; choose among html, json, jsonl, csv",
        ),
        ("[build]\ndate = 'soon'\n", "timeline.toml: [build] date: "),
        ("[build]\nstrict = 'yes'\n", "timeline.toml: [build] strict: must be true or false; change it there"),
        ("[build]\ntitle = true\n", "timeline.toml: [build] title: must be a string, a number, a date"),
        ("[build]\ntitle = {a = 1}\n", "timeline.toml: [build] title: must be a string, a number, a date or a list"),
        ("[build]\nbetween = ['JPN']\n", "timeline.toml: [build] between: "),
        ("[build\n", "timeline.toml: is no valid TOML ("),
    ],
)
def test_wrong_settings_are_one_line_with_the_place(tmp_path: Path, text: str, says: str) -> None:
    article(tmp_path)
    (tmp_path / "timeline.toml").write_text(text)
    done = timeline("build", "talks.txt", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith(f"timeline: {says}"), done.stderr
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "output").exists()


def test_the_place_in_a_shared_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.timeline.annotate]\njob = 2\n")
    done = timeline("annotate", cwd=tmp_path)
    assert done.stderr == "timeline: pyproject.toml: [tool.timeline.annotate] the key 'job' is not known; " + (
        "did you mean jobs?\n"
    )


def test_the_sidecar_of_an_article_is_no_settings(tmp_path: Path) -> None:
    article(tmp_path, "timeline.txt")
    (tmp_path / "pyproject.toml").write_text("[tool.timeline.build]\ntitle = 'Set'\n")
    assert timeline("build", "timeline.txt", "--format", "json", cwd=tmp_path).returncode == 0
    assert json.loads((tmp_path / "output" / "timeline.json").read_text())["title"] == "Set"
