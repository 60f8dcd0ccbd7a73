"""Articles a second of a whole build beside spaCy's whole small pipeline on the same texts.

    python tests/benchmarks/building.py ARTICLES.jsonl [--first 100] [--rounds 3] [--profile]

The file has one article a line with `text` and `dct`, as `timeline annotate` reads it.  A build reads the files, finds
dates and events, merges them and writes the page; both run in this process, one after the other in each round, with
their models and tables loaded before.  Processor seconds.  Exit code 1 where the build is less than 1.5 times as fast,
2 where there is nothing to measure on.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import pstats
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import spacy
from spacy.util import is_package

from timeline.events.parse.english import PACKAGES, nlp
from timeline.pipeline import build

WANTED = 1.5


def seconds(work: Callable[[], object]) -> float:
    """Processor seconds of one run."""
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> int:
    """Command line entry."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("articles", type=Path)
    parser.add_argument("--first", type=int, default=100, help="only so many articles")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--profile", action="store_true", help="also print where the time of a build goes")
    options = parser.parse_args()
    if not options.articles.is_file():
        print(f"{options.articles}: no such file; give one article a line with text and dct", file=sys.stderr)
        return 2
    with options.articles.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in islice(lines, options.first)]
    model = next((package for package in PACKAGES if is_package(package)), None)
    if not rows or model is None:
        print("no article or no English model; nothing is measured", file=sys.stderr)
        return 2
    whole = spacy.load(model)
    nlp()
    with tempfile.TemporaryDirectory() as folder:
        seeds = Path(folder) / "seeds"
        seeds.mkdir()
        for number, row in enumerate(rows):
            (seeds / f"{number:04}.txt").write_text(row["text"], encoding="utf-8")
            (seeds / f"{number:04}.toml").write_text(f'dct = "{row["dct"][:10]}"\n', encoding="utf-8")

        def ours() -> None:
            with tempfile.TemporaryDirectory() as output:  # a new one: what is known is not read again
                build(seeds, output=output, report=lambda problem: None)

        build(seeds / "0000.txt", report=lambda problem: None)  # reads the tables, once a process
        ratios = []
        for _ in range(options.rounds):
            theirs = seconds(lambda: list(whole.pipe(row["text"] for row in rows)))
            mine = seconds(ours)
            ratios.append(theirs / mine)
            print(
                f"build {len(rows) / mine:6.1f} articles/s   spaCy {len(rows) / theirs:6.1f}   {ratios[-1]:.2f} times"
            )
        if options.profile:
            profile = cProfile.Profile()
            profile.runcall(ours)
            pstats.Stats(profile).sort_stats("cumulative").print_stats(40)
    middle = sorted(ratios)[len(ratios) // 2]
    print(f"median {middle:.2f} times, wanted {WANTED}")
    return 0 if middle >= WANTED else 1


if __name__ == "__main__":
    sys.exit(main())
