"""The command, run as users run it: in this process, or where that cannot tell the same, in one of its own."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from timeline.cli import main

TALKS = (
    "Haas and Lind agree to meet\n\nPremier Haas of Norway met President Lind of Finland in Oslo on Monday. "
    "They agreed to hold another meeting next month.\n"
)
Done = subprocess.CompletedProcess[str]


def timeline(*arguments: str | Path, given: str | bytes = "", cwd: Path | None = None) -> Done:
    """Run ``timeline`` here, where its libraries are loaded already; ``given`` is its standard input.

    What only a process has (its imports, signals, limits and pipes, what libraries print) takes ``own_process``.
    """
    command = ["timeline", *map(str, arguments)]
    ending = signal.getsignal(signal.SIGTERM)
    with contextlib.chdir(cwd or Path.cwd()), pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", command)
        with CliRunner().isolation(given) as (out, err, _), pytest.raises(SystemExit) as left:
            try:
                main()
            finally:
                sys.stdout.flush()
                signal.signal(signal.SIGTERM, ending)
    code = left.value.code
    assert isinstance(code, int)
    return subprocess.CompletedProcess(command, code, out.getvalue().decode(), err.getvalue().decode())


def own_process(*arguments: str | Path, given: str | bytes = "", cwd: Path | None = None, **options: Any) -> Done:
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
