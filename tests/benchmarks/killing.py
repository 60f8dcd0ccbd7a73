"""Kill builds at random moments, and run two at once: whatever happens, the next bytes are the same.

    python tests/benchmarks/killing.py ARTICLES... [--rounds 50] [--pairs 20] [--jobs 2] [--seed 7]

First the articles are built once, unhurt.  Then a build of them is killed (SIGKILL) at a moment drawn at random from
the time that took, and built again, `--rounds` times, half of them into a folder that an earlier build has filled; and
two builds at once go into one new folder, `--pairs` times.  Exit code 1 where html and json are of two builds, a stray
file or process stays, or the bytes differ.
"""

from __future__ import annotations

import argparse
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

NAMES = ("timeline.html", "timeline.json")
STORE = ".timeline.sqlite"
_END = 60  # seconds by the clock until the processes of a killed build have ended, on a busy machine


def begin(articles: list[str], output: Path, jobs: int) -> subprocess.Popen[bytes]:
    """Start a build."""
    command = [sys.executable, "-m", "timeline", "build", *articles, "-o", str(output), "--jobs", str(jobs), "--quiet"]
    return subprocess.Popen(command, stderr=subprocess.PIPE)


def all_end(killed: subprocess.Popen[bytes]) -> bool:
    """Tell whether the processes of a killed build end: each of them holds the other end of its pipe."""
    try:
        killed.communicate(timeout=_END)
    except subprocess.TimeoutExpired:
        return False
    return True


def written(output: Path) -> dict[str, bytes]:
    """What stands in the folder but for the store."""
    return {path.name: path.read_bytes() for path in output.glob("*") if not path.name.startswith(STORE)}


def main() -> int:
    """Command line entry."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("articles", nargs="+")
    parser.add_argument("--rounds", type=int, default=50)
    parser.add_argument("--pairs", type=int, default=20)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        started = time.monotonic()
        begin(options.articles, folder / "whole", options.jobs).communicate()
        length = time.monotonic() - started
        whole = written(folder / "whole")
        if set(whole) != set(NAMES):
            print("the articles cannot be built", file=sys.stderr)
            return 1
        bad = 0
        for number in range(options.rounds):
            output = folder / "killed"
            shutil.rmtree(output, ignore_errors=True)
            if number % 2:
                shutil.copytree(folder / "whole", output)
                (output / STORE).unlink()
            process = begin(options.articles, output, options.jobs)
            time.sleep(chance.uniform(0, length))
            process.kill()
            gone = all_end(process)
            standing = {name: data for name, data in written(output).items() if name in NAMES}
            begin(options.articles, output, options.jobs).communicate()
            good = standing.items() <= whole.items() and written(output) == whole
            bad += not (good and gone)
            left = "" if gone else ", PROCESSES LEFT"
            print(f"killed {number + 1}: {'the same' if good else 'DIFFERENT'}{left}", flush=True)
        for number in range(options.pairs):
            output = folder / f"pair{number}"
            both = [begin(options.articles, output, options.jobs) for _ in range(2)]
            for process in both:
                process.communicate()
            good = all(process.returncode in (0, 3) for process in both) and written(output) == whole
            bad += not good
            print(f"two at once {number + 1}: {'whole' if good else 'NOT WHOLE'}", flush=True)
            shutil.rmtree(output)
    print(f"{options.rounds + options.pairs - bad} of {options.rounds + options.pairs} as wanted")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
