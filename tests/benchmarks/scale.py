"""How builds of a large invented corpus grow: time, memory, a build after one change, and how right the timeline is.

    python tests/benchmarks/scale.py 1000 10000 [--jobs 2] [--seed 7] [--format html,json]

For each number of articles (stories.py makes them): articles a second and the highest memory of one process, of a build
from nothing; the seconds of a build after one article has changed; and B-cubed precision and recall of the merged
events against the true timeline.  With two numbers, the times that the last costs more than the first.  Seconds are by
the clock, which tells something where nothing else runs, and of all processors together ("cpu"), which always does.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from stories import write

COLUMNS = ("articles", "seconds", "articles/s", "cpu s", "peak MB", "rebuild s", "cpu s", "precision", "recall")


class Seconds(NamedTuple):
    """What a build takes: by the clock, and of processors."""

    clock: float
    cpu: float


def build(articles: Path, output: Path, options: argparse.Namespace) -> Seconds:
    """Build, and tell what it takes."""
    command = [sys.executable, "-m", "timeline", "build", str(articles), "-o", str(output), "--quiet"]
    command += ["--format", options.format, *(["--jobs", str(options.jobs)] if options.jobs else [])]
    clock, cpu = time.monotonic(), _cpu()
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    return Seconds(time.monotonic() - clock, _cpu() - cpu)


def _cpu() -> float:
    """Processor seconds of all processes that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def change_one(articles: Path) -> None:
    """Change a sentence of the article in the middle."""
    lines = articles.read_text(encoding="utf-8").splitlines()
    row = json.loads(lines[len(lines) // 2])
    row["text"] += " Nobody in the harbour office could say more."
    lines[len(lines) // 2] = json.dumps(row, ensure_ascii=False)
    articles.write_text("\n".join(lines) + "\n", encoding="utf-8")


def b_cubed(timeline: Path, truth: Path) -> tuple[float, float]:
    """Precision and recall over the told events that the timeline has a mention of in their sentence."""
    spans: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for line in truth.read_text(encoding="utf-8").splitlines():
        told = json.loads(line)
        spans[told["article"]].append((told["start"], told["end"], told["event"]))
    found: dict[tuple[str, int], tuple[str, str]] = {}
    written = json.loads(timeline.read_text(encoding="utf-8"))
    for event in (*written["events"], *written["undated"], *written["minor"]):
        for mention in event["mentions"]:
            article = mention["article"].partition("#")[2]
            for start, end, true in spans[article]:
                if start <= mention["start"] < end:
                    found.setdefault((article, start), (event["id"], true))
    return _mean(found, 0, 1), _mean(found, 1, 0)


def _mean(found: Mapping[object, tuple[str, str]], by: int, of: int) -> float:
    """The mean share, over all, of those with which one stands by one key that have the same other key."""
    groups: dict[str, list[str]] = defaultdict(list)
    for pair in found.values():
        groups[pair[by]].append(pair[of])
    return sum(groups[pair[by]].count(pair[of]) / len(groups[pair[by]]) for pair in found.values()) / max(1, len(found))


def main() -> None:
    """Command line entry."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("numbers", type=int, nargs="+")
    parser.add_argument("--jobs", type=int)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--format", default="html,json")
    options = parser.parse_args()
    times = []
    print("".join(f"{name:>12}" for name in COLUMNS))
    for number in options.numbers:
        with tempfile.TemporaryDirectory() as name:
            articles, truth, output = Path(name, "all.jsonl"), Path(name, "truth.jsonl"), Path(name, "output")
            write(number, options.seed, articles, truth)
            times.append(build(articles, output, options))
            peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000
            precision, recall = b_cubed(output / "timeline.json", truth)
            change_one(articles)
            again = build(articles, output, options)
            of = (times[-1].clock, number / times[-1].clock, times[-1].cpu, peak, *again, precision, recall)
            row = (number, *of)
            print("".join(f"{value:12,.3f}" if value < 10 else f"{value:12,.1f}" for value in row), flush=True)
    if len(times) > 1:
        more = options.numbers[-1] / options.numbers[0]
        clock, cpu = times[-1].clock / times[0].clock, times[-1].cpu / times[0].cpu
        print(f"{more:g} times the articles: {clock:.1f} times the time, {cpu:.1f} times that of processors")


if __name__ == "__main__":
    main()
