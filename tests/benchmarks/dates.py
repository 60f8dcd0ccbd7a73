"""Articles a second of the date stage on a file of articles.

    python tests/benchmarks/dates.py ARTICLES.jsonl [--first 60] [--rounds 5] [--profile]

The file has one article a line with `text` and `dct`, as `timeline annotate` reads it.  Processor seconds, so that
other work on the machine disturbs little; reading the rules is told apart, for it is paid once a process.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import pstats
import sys
import time
from itertools import islice
from pathlib import Path

START = time.process_time()

from timeline.articles.sentences import sentences  # noqa: E402 - the import is part of what is measured
from timeline.dates import tag  # noqa: E402
from timeline.models import Block, Dct  # noqa: E402


def one(text: str, day: str | None) -> int:
    """Split and tag an article; how many expressions it has."""
    value = day[:10] if day else None
    dct = Dct(value=value, not_before=value, not_after=value, confidence=1.0, evidence="given") if value else Dct()
    return len(tag(text, dct, sentences(text, [Block(kind="body", start=0, end=len(text))])))


def main() -> int:
    """Command line entry."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("articles", type=Path)
    parser.add_argument("--first", type=int, default=None, help="only so many articles")
    parser.add_argument("--rounds", type=int, default=5, help="the best of so many rounds counts")
    parser.add_argument("--profile", action="store_true", help="also print where the time goes")
    options = parser.parse_args()
    with options.articles.open(encoding="utf-8") as lines:
        articles = [(row["text"], row.get("dct")) for row in map(json.loads, islice(lines, options.first))]
    one("He left on Tuesday.", "2024-11-07")
    ready = time.process_time() - START
    rounds = []
    for _ in range(options.rounds):
        began = time.process_time()
        found = sum(one(text, day) for text, day in articles)
        rounds.append(time.process_time() - began)
    best = min(rounds)
    signs = sum(len(text) for text, _ in articles)
    print(f"{len(articles)} articles, {signs} characters, {found} expressions")
    print(f"ready after {ready:.2f} s; first round {rounds[0]:.3f} s, best {best:.3f} s of the processor")
    print(f"{len(articles) / best:.0f} articles/s, {signs / best:,.0f} characters/s")
    if options.profile:
        profile = cProfile.Profile()
        profile.runcall(lambda: [one(text, day) for text, day in articles])
        pstats.Stats(profile).sort_stats("tottime").print_stats(25)
    return 0


if __name__ == "__main__":
    sys.exit(main())
