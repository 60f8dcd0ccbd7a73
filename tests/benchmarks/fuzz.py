"""Mutated inputs of every reader for as long as wanted: faults, tracebacks and what is slow, with the input kept.

    PYTHONPATH=tests python tests/benchmarks/fuzz.py --minutes 10 --seed 11 [--keep FOLDER]

The exit code is 1 where there was any fault, any input took more than 20 seconds of the processor, or the process more
than 1 GiB.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
import traceback
from pathlib import Path

from fuzzing import FAULT, Input, inputs, outcome

SLOW = 20.0  # seconds
LARGE = 1 << 20  # KiB


def tried(one: Input, folder: Path) -> str | None:
    """Say what is wrong with what comes of an input, None where nothing is."""
    began = time.process_time()
    try:
        faults = [said for said in outcome(one, folder) if FAULT.search(said)]
    except Exception:
        return traceback.format_exc()
    if faults:
        return faults[0]
    seconds = time.process_time() - began
    return f"{seconds:.0f} seconds" if seconds > SLOW else None


def main() -> int:
    """Command line entry."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--keep", type=Path, help="folder for the inputs that show something")
    options = parser.parse_args()
    end, count, bad = time.monotonic() + options.minutes * 60, 0, 0
    with tempfile.TemporaryDirectory() as name:
        for count, one in enumerate(inputs(options.seed), 1):
            wrong = tried(one, Path(name))
            if wrong:
                bad += 1
                print(f"{count} {one.kind}: {wrong}", flush=True)
                if options.keep:
                    options.keep.mkdir(parents=True, exist_ok=True)
                    (options.keep / f"{options.seed}-{count}-{one.kind.strip('.')}").write_bytes(one.data)
            if time.monotonic() > end:
                break
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"{count} inputs, {bad} with a fault, at most {peak / 1024:.0f} MiB")
    return int(bad > 0 or peak > LARGE)


if __name__ == "__main__":
    sys.exit(main())
