"""The blocks of code that README and docs show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
PAGES = ("README.md", "CONTRIBUTING.md", *sorted(f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md")))
_BLOCK = re.compile(r"^(?P<fence>`{3,})(?P<language>[^\n`]*)\n(?P<code>.*?)^(?P=fence)$", re.MULTILINE | re.DOTALL)


class Block(NamedTuple):
    """One block: its page and line, the language it names, and what it holds."""

    page: str
    line: int
    language: str
    code: str


def blocks(page: str) -> Iterator[Block]:
    """Read a page's blocks in order."""
    text = (ROOT / page).read_text(encoding="utf-8")
    for found in _BLOCK.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        yield Block(page, line, found["language"].strip(), found["code"])


def links(page: str) -> Iterator[str]:
    """Give the targets of a page's links and pictures that lie beside it, without what follows a #."""
    text = _BLOCK.sub("", (ROOT / page).read_text(encoding="utf-8"))
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if not re.match(r"[a-z]+:", target) and target.partition("#")[0]:
            yield target.partition("#")[0]
