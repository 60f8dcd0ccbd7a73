"""The files that set the project up."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_the_lock_names_versions_and_hashes_and_no_registry() -> None:
    entries = re.sub(r" *\\\n *", " ", LOCK).strip().splitlines()
    shape = re.compile(r"[a-z0-9-]+==[\w.]+( ; [^\\]+?)?( --hash=sha256:[0-9a-f]{64})+")
    assert [entry[:80] for entry in entries if not shape.fullmatch(entry)] == []


def test_the_lock_holds_every_dependency_and_tool() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = project["project"]["optional-dependencies"]
    wanted = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    # Ray alone is left to those who run many machines.
    wanted += [one for name, extra in extras.items() if name != "ray" for one in extra]
    pinned = set(re.findall(r"^([a-z0-9-]+)==", LOCK, re.MULTILINE))
    assert {normal(re.split(r"[\s<>=!~;\[]", one)[0]) for one in wanted} - pinned == set()


def test_the_seed_stands_alone() -> None:
    """The demo shows how an article without a stated day is dated."""
    assert [path.suffix for path in sorted((ROOT / "seeds").iterdir())] == [".txt"]
