"""The same on a real local Ray, run in a process of its own: Ray leaves much behind."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from commands import article, timeline

pytest.importorskip("ray", reason="ray is an extra: pip install '.[ray]'")

TESTS = Path(__file__).parent.parent
CODE = """
import json, sys
from functools import partial
from pathlib import Path
from working import die_once, fail, raise_to
from timeline.runners import runner
import ray
ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
run = runner("ray", 2)
found = [list(run(partial(raise_to, 2), range(30))), list(run(partial(die_once, Path(sys.argv[1])), range(20)))]
try:
    list(run(fail, range(3)))
except ValueError as error:
    found.append(str(error))
print(json.dumps(found))
"""


def on_ray(*command: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    paths = os.pathsep.join([str(TESTS), *filter(None, sys.path)])
    given = {name: value for name, value in os.environ.items() if name != "RAY_ADDRESS"}
    given |= {"PYTHONPATH": paths, "PYTHONWARNINGS": "", "RAY_USAGE_STATS_ENABLED": "0", **environment}
    done = [sys.executable, *map(str, command)]
    return subprocess.run(done, capture_output=True, text=True, env=given, timeout=900, check=False)


def test_results_errors_and_a_worker_that_is_killed(tmp_path: Path) -> None:
    done = on_ray("-c", CODE, tmp_path)
    assert done.returncode == 0, done.stderr
    squares, all_of_them, error = json.loads(done.stdout.splitlines()[-1])
    assert squares == [number**2 for number in range(30)]
    assert (tmp_path / "died").exists()
    assert all_of_them == list(range(20))
    assert error == "0"


def test_a_build_has_the_same_bytes(tmp_path: Path) -> None:
    for number in range(4):
        article(tmp_path / "in", f"{number}.txt")
    text = "Ghana and Latvia signed a treaty in Oslo on 3 March 2024."
    (tmp_path / "in/rows.jsonl").write_text("".join(json.dumps({"id": own, "text": text}) + "\n" for own in "ab"))
    arguments = ("build", tmp_path / "in", "--format", "json,html", "-o")
    timeline(*arguments, tmp_path / "here")
    done = on_ray("-m", "timeline", *arguments, tmp_path / "there", "--engine", "ray", "--jobs", "2")
    assert done.returncode == 3, done.stderr  # two have no date
    for name in ("timeline.html", "timeline.json"):
        assert (tmp_path / "here" / name).read_bytes() == (tmp_path / "there" / name).read_bytes()


def test_a_cluster_that_is_not_there_is_named_and_nothing_is_written(tmp_path: Path) -> None:
    arguments = ("-m", "timeline", "build", article(tmp_path), "-o", tmp_path / "o", "--engine", "ray")
    done = on_ray(*arguments, RAY_ADDRESS="127.0.0.1:1")
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("timeline: the Ray cluster at 127.0.0.1:1 cannot be reached (")
    assert not (tmp_path / "o").exists()
