"""Time of the date stage on long and hostile texts: ten times the text may cost at most twelve times the time.

    python tests/benchmarks/linear.py [--size 1000000] [NAME ...]

Each text is tagged in the size and in a tenth of it, in processor seconds, the better of two rounds; the exit code is 1
where a ratio is above twelve.
"""

from __future__ import annotations

import argparse
import sys
import time

from timeline.articles.sentences import sentences
from timeline.dates import tag
from timeline.models import Block, Dct

BOUND = 12
NEWS = (
    "The envoys met in Orsk on Tuesday and agreed to talk again on March 3, 2025. Last week both sides had refused. "
    "A year ago, in the third quarter of 2023, trade had grown by 12 percent; since then it has fallen. "
    "They will meet at 10 a.m. GMT on Friday. Two days later the ministers are expected in Lima.\n\n"
)
TEXTS = {
    "news": NEWS,
    "one sentence": NEWS.replace(". ", ", ").replace("\n\n", " ").replace(".", ","),
    "last last last": "last ",
    "next year": "next year ",
    "ago": "two days ago ",
    "later": "two days later, ",
    "the same day": "the same day, ",
    "that evening": "that evening ",
    "Monday": "Monday and ",
    "his first term": "his first term ",
    "Donald Trump": "Donald Trump's first term and ",
    "May": "May ",
    "in May": "in May and ",
    "Ramadan": "In Ramadan and Ramadan he left. ",
    "digits": "1234567890",
    "digits and blanks": "12 ",
    "years": "1999 ",
    "years with dashes": "1999-",
    "1, 2, 3": "1, 2, 3, ",
    "May 1, 2, 3": "May 1, 2, 3, ",
    "slashes": "1/",
    "colons": "1:",
    "points": "1.",
    "thousands": "1,000,",
    "apostrophes": "'9",
    "letters": "a",
    "capitals": "A",
    "capitals and points": "A.",
    "brackets": "[",
    "blanks": " ",
    "line ends": "\n",
    "blank lines": "\n \n",
    "full stops": ". ",
    "nulls": "\x00",
    "ideographs": "\u4e00\u4e8c",
    "hundred thousand": "hundred thousand ",
    "twenty": "twenty-",
    "first": "first ",
    "the first quarter": "the first quarter of ",
    "early": "early in ",
}


def seconds(text: str) -> float:
    """Processor seconds of splitting and tagging, the better of two rounds."""
    dct = Dct(value="2024-11-07", not_before="2024-11-07", not_after="2024-11-07", confidence=1.0, evidence="given")
    rounds = []
    for _ in range(2):
        began = time.process_time()
        tag(text, dct, sentences(text, [Block(kind="body", start=0, end=len(text))]))
        rounds.append(time.process_time() - began)
    return min(rounds)


def main() -> int:
    """Command line entry."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(TEXTS)}")
    parser.add_argument("--size", type=int, default=1_000_000, help="characters of the longer text")
    options = parser.parse_args()
    names = options.names or list(TEXTS)
    seconds(NEWS)
    worst = 0.0
    print(f"{'text':22}{'tenth, s':>10}{'whole, s':>10}{'ratio':>8}")
    for name in names:
        piece = TEXTS[name]
        whole = (piece * (options.size // len(piece) + 1))[: options.size]
        short, long = seconds(whole[: options.size // 10]), seconds(whole)
        ratio = long / max(short, 0.005)
        worst = max(worst, ratio)
        print(f"{name:22}{short:10.3f}{long:10.3f}{ratio:8.1f}{'  too much' if ratio > BOUND else ''}", flush=True)
    return int(worst > BOUND)


if __name__ == "__main__":
    sys.exit(main())
