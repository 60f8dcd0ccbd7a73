"""Every block of code in README and docs is run, or read as what it is; every link leads somewhere."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from commands import TALKS, article
from documented import PAGES, ROOT, Block, blocks, links

from timeline import corrections, load
from timeline.articles.stated import sidecar
from timeline.cli import cli
from timeline.commands import settings
from timeline.evaluate import evaluate, read

BLOCKS = [block for page in PAGES for block in blocks(page)]
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
SETTING_UP = MAKEFILE + "".join(path.read_text(encoding="utf-8") for path in (ROOT / ".ci").iterdir())
LANGUAGES = {"sh", "python", "toml", "json", ""}


def called(block: Block) -> str:
    return f"{block.page}:{block.line}"


def of(language: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("block", [one for one in BLOCKS if one.language == language], ids=called)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """What the pages speak of: seeds/, articles/ and a build of them."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    article(tmp_path / "articles")
    article(tmp_path / "articles", "japan.txt", TALKS.replace("Norway", "Japan"))
    return tmp_path


def test_every_block_names_a_language_that_is_run() -> None:
    """What names none is a drawing, and stands in CONTRIBUTING only."""
    assert {block.language for block in BLOCKS} <= LANGUAGES
    assert {block.page for block in BLOCKS if not block.language} <= {"CONTRIBUTING.md"}
    assert len(BLOCKS) > 10


@of("sh")
def test_a_shell_block_runs(folder: Path, block: Block) -> None:
    """Lines of make and of .venv/ are those that make and CI run; all others run here."""
    (commands, theirs) = ([], [])
    for line in filter(None, map(str.strip, block.code.splitlines())):
        words = shlex.split(line, comments=True)
        if words and words[0] == "make":
            assert re.search(rf"^{words[1]}:", MAKEFILE, re.MULTILINE), line
        elif words and words[0].startswith((".venv/", "python3")) and "timeline" not in words[0]:
            theirs.append(line)
        elif words:
            commands.append(line.replace(".venv/bin/timeline", "timeline"))
    for line in theirs:
        assert _is_ours(line), line
    for line in commands:
        told = line.replace("EVENT_ID", _an_event(folder)) if "EVENT_ID" in line else line
        shim = f'timeline() {{ "{sys.executable}" -m timeline "$@"; }}\n'
        done = subprocess.run(
            ["bash", "-c", shim + told], cwd=folder, capture_output=True, text=True, timeout=200, check=False
        )
        assert done.returncode in (0, 3), f"{line}: {done.stderr}"  # 3: the seed states no date
        assert "Traceback" not in done.stderr


def _is_ours(line: str) -> bool:
    """Tell whether the Makefile or what it calls has the words of a line, with what it adds between them."""
    words = shlex.split(line, comments=True)
    if "pytest" in words[0] and any((ROOT / word).exists() for word in words[1:]):
        return True  # one place of the tests
    plain = [word.removeprefix(".venv/bin/").replace("python3", "python") for word in words]
    texts = [re.sub(r"\$\(BIN\)/|\.venv/bin/|\"\$\{1:-\}|[\"'$]", "", one) for one in SETTING_UP.splitlines()]
    return any(all(word in text for word in plain) for text in texts)


def _an_event(folder: Path) -> str:
    return next(iter(load(folder / "output" / "timeline.json"))).id


@of("python")
def test_a_python_block_runs_and_prints_what_it_says(folder: Path, block: Block) -> None:
    environment = os.environ | {"PYTHONWARNINGS": "ignore"}
    done = subprocess.run(
        [sys.executable, "-c", block.code],
        cwd=folder, env=environment, capture_output=True, text=True, timeout=200, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    said = re.findall(r"^print\(.*\)  # (.+)$", block.code, re.MULTILINE)
    assert [line for line in done.stdout.splitlines() if line in said] == said
    assert done.stdout


@of("toml")
def test_a_toml_block_is_a_sidecar_or_settings(folder: Path, block: Block, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    if "dct" in tomllib.loads(block.code):
        Path("geneva.txt").write_text(TALKS)
        Path("geneva.toml").write_text(block.code)
        assert sidecar(Path("geneva.txt")) is not None
    else:
        Path("timeline.toml").write_text(block.code)
        found = settings.found()
        assert found is not None
        assert settings.defaults(cli, found)


@of("json")
def test_a_json_block_is_corrections_or_a_gold(folder: Path, block: Block) -> None:
    data = json.loads(block.code)
    if "corrections" in data:
        (folder / "c.json").write_text(block.code)
        assert len(corrections.read(folder / "c.json").corrections.corrections) == len(data["corrections"])
    else:
        (line,) = [json.dumps(data).encode()]
        assert {part.name for part in evaluate(read([line], block.page))} >= {"expressions"}


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_somewhere(page: str) -> None:
    assert [target for target in links(page) if not (ROOT / page).parent.joinpath(target).exists()] == []


def test_the_picture_is_one_that_browsers_show_and_small() -> None:
    data = (ROOT / "docs" / "page.webp").read_bytes()
    assert (data[:4], data[8:12]) == (b"RIFF", b"WEBP")
    assert len(data) < 150_000


def test_the_readme_is_about_one_screen_and_leads_to_every_page() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 90
    assert {f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md")} <= set(links("README.md"))
