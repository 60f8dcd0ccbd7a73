"""The wheel and the sdist: built without a network, equal each time, and run without the source tree."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from email.parser import Parser
from pathlib import Path
from typing import Any

import pytest
from commands import timeline

from timeline import __version__
from timeline.render.figure import library

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
_BUILD = "import sys; from setuptools import build_meta; getattr(build_meta, 'build_' + sys.argv[1])(sys.argv[2])"


def run(*command: str | Path, **options: Any) -> str:
    done = subprocess.run(
        list(map(str, command)), capture_output=True, text=True, timeout=300, check=False, encoding="utf-8", **options
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def build(kind: str, tree: Path, out: Path) -> Path:
    """Build as a frontend does, in a process of its own, of a time that is given."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    run(sys.executable, "-c", _BUILD, kind, out, cwd=tree, env=environment | {"SOURCE_DATE_EPOCH": "1700000000"})
    (made,) = out.glob("*.whl" if kind == "wheel" else "*.tar.gz")
    return made


def copied(folder: Path) -> Path:
    """Copy what a build reads."""
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        folder.mkdir(exist_ok=True)
        shutil.copyfile(ROOT / name, folder / name)
    shutil.copytree(ROOT / "timeline", folder / "timeline", ignore=shutil.ignore_patterns("__pycache__"))
    return folder


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    return build("wheel", copied(folder / "tree"), folder / "out")


def test_the_sdist_builds_the_same_wheel_as_the_tree(tmp_path: Path, wheel: Path) -> None:
    """Two builds, from other folders and other times of the files, are equal byte by byte."""
    sdist = build("sdist", copied(tmp_path / "tree"), tmp_path)
    with tarfile.open(sdist) as packed:
        packed.extractall(tmp_path / "unpacked", filter="data")
    (tree,) = (tmp_path / "unpacked").iterdir()
    for path in tree.rglob("*.py"):
        os.utime(path, (1_600_000_000, 1_600_000_000))
    again = build("wheel", tree, tmp_path / "again")
    assert again.name == wheel.name
    assert again.read_bytes() == wheel.read_bytes()


def test_the_wheel_holds_every_file_of_the_package_and_nothing_else(wheel: Path) -> None:
    held = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    there = {path.relative_to(ROOT).as_posix() for path in (ROOT / "timeline").rglob("*") if path.is_file()}
    assert held == {name for name in there if "__pycache__" not in name}


def test_the_wheel_says_what_it_is(wheel: Path) -> None:
    packed = zipfile.ZipFile(wheel)
    info = f"diplomatic_timeline-{__version__}.dist-info"
    told = Parser().parsestr(packed.read(f"{info}/METADATA").decode())
    assert (told["Name"], told["Version"], told["License-Expression"]) == ("diplomatic-timeline", __version__, "MIT")
    assert told["Requires-Python"] == ">=3.11"
    assert told["Summary"]
    assert told["Keywords"]
    assert "Typing :: Typed" in told.get_all("Classifier", [])
    assert f"{info}/licenses/LICENSE" in packed.namelist()
    assert told.get_payload().startswith("# Diplomatic Timeline")


def test_the_wheel_runs_without_the_source_tree_and_makes_the_same_page(tmp_path: Path, wheel: Path) -> None:
    target = tmp_path / "target"
    run(sys.executable, "-m", "pip", "install", "--no-deps", "--no-index", "--quiet", "--target", target, wheel)
    seeds = tmp_path / "seeds"
    shutil.copytree(SEEDS, seeds)
    environment = os.environ | {"PYTHONPATH": str(target), "PYTHONWARNINGS": ""}
    command = [sys.executable, "-P", "-m", "timeline"]
    where = "import timeline; print(timeline.__file__)"
    assert run(sys.executable, "-c", where, cwd=tmp_path, env=environment).strip().startswith(str(target))
    told = run(*command, "--json", "doctor", cwd=tmp_path, env=environment)
    assert {check["name"]: check["state"] for check in json.loads(told)}["libraries"] == "ok"
    subprocess.run([*command, "build", "seeds", "--quiet"], cwd=tmp_path, env=environment, timeout=300, check=False)
    assert timeline("build", "seeds", "-o", "ours", "--quiet", cwd=tmp_path).returncode in (0, 3)
    for name in ("timeline.html", "timeline.json"):
        assert (tmp_path / "output" / name).read_bytes() == (tmp_path / "ours" / name).read_bytes()
    program = target / "bin" / "timeline"
    if program.exists():  # Windows has it elsewhere
        assert run(program, "--version", env=environment) == f"timeline, version {__version__}\n"


def test_the_version_stands_in_one_place() -> None:
    assert f'__version__ = "{__version__}"' in (ROOT / "timeline" / "__init__.py").read_text(encoding="utf-8")
    assert f'"{__version__}"' not in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def test_the_library_is_packed_alike_by_every_version_of_python(monkeypatch: pytest.MonkeyPatch) -> None:
    """Which fill in the byte of a header that names the system, or leave it open."""
    text = 'var sign = "plotly.js newPlot scatter";'
    packed = library.__wrapped__(text)
    compress = gzip.compress

    def leave_open(*given: Any, **how: Any) -> bytes:
        made = compress(*given, **how)
        return made[:9] + b"\xff" + made[10:]

    monkeypatch.setattr(gzip, "compress", leave_open)
    assert library.__wrapped__(text) == packed
