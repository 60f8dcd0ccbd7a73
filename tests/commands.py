"""The installed command, run as users run it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

TALKS = (
    "Haas and Lind agree to meet\n\nPremier Haas of Norway met President Lind of Finland in Oslo on Monday. "
    "They agreed to hold another meeting next month.\n"
)


def timeline(
    *arguments: str | Path, given: str | bytes = "", cwd: Path | None = None, **options: Any
) -> subprocess.CompletedProcess[str]:
    """Run ``timeline`` in a process of its own; ``given`` is its standard input."""
    data = given.encode() if isinstance(given, str) else given
    environment = os.environ | {"PYTHONWARNINGS": "", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-m", "timeline", *map(str, arguments)],
        input=data,
        capture_output=True,
        cwd=cwd,
        env=environment,
        timeout=300,
        check=False,
        **options,
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def lines(**articles: str | None) -> str:
    """JSON lines for ``annotate``: texts by id, all of Thursday 7 November 2024."""
    return "".join(json.dumps({"id": key, "text": text, "dct": "2024-11-07"}) + "\n" for key, text in articles.items())


def article(folder: Path, name: str = "talks.txt", text: str = TALKS, dct: str | None = "2024-11-07") -> Path:
    """Write an article and, with ``dct``, its sidecar."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    if dct:
        path.with_suffix(".toml").write_text(f"dct = {dct}\n", encoding="utf-8")
    return path
