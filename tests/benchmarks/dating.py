"""Date news articles whose day was taken away, by their text and file name, and compare with their true days.

Run as ``python tests/benchmarks/dating.py CORPUS.jsonl [--first N] [--show]``; the corpus holds one article a line:
``id`` (the file name without its suffix), ``dct``, ``text``.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from statistics import median
from typing import NamedTuple

from timeline.analysis import analyse
from timeline.articles.blocks import blocks
from timeline.models import Article


class Outcome(NamedTuple):
    """An article's true day and what was inferred."""

    article: Article
    truth: date

    @property
    def given(self) -> bool:
        """Whether both bounds are known."""
        return self.article.dct.not_before is not None and self.article.dct.not_after is not None

    @property
    def width(self) -> int:
        """Days of the interval."""
        dct = self.article.dct
        return (dct.not_after - dct.not_before).days + 1 if dct.not_after and dct.not_before else 0

    @property
    def right(self) -> bool:
        """Whether the true day lies inside."""
        dct = self.article.dct
        return bool(dct.not_before and dct.not_after and dct.not_before <= self.truth <= dct.not_after)


def outcomes(corpus: Path, first: int | None = None) -> list[Outcome]:
    """Date the articles of a corpus."""
    found = []
    for line in corpus.read_text(encoding="utf-8").splitlines()[:first]:
        row = json.loads(line)
        article = Article(id=row["id"], path=f"{row['id']}.txt", blocks=blocks(row["text"]), text=row["text"])
        found.append(Outcome(analyse(article, only="timexes").article, date.fromisoformat(row["dct"][:10])))
    return found


def table(name: str, all_: Sequence[Outcome]) -> str:
    """Format the figures of a set of articles."""
    given = [one for one in all_ if one.given]
    year = [one for one in given if one.width <= 366]
    best = [one for one in given if one.article.dct.day]
    right = sum(one.right for one in given)
    hits = sum(one.article.dct.day == one.truth for one in best)
    rows = [
        ("articles", f"{len(all_)}"),
        ("interval given", _share(len(given), len(all_))),
        ("  true day inside", _share(right, len(given))),
        ("  median width, days", f"{median(one.width for one in given) if given else 0:g}"),
        ("interval of a year or less", _share(len(year), len(all_))),
        ("  true day inside", _share(sum(one.right for one in year), len(year))),
        ("best day named", _share(len(best), len(all_))),
        ("  best day right", _share(hits, len(best))),
    ]
    return "\n".join([name, *(f"  {label:<30}{value}" for label, value in rows)])


def _share(part: int, whole: int) -> str:
    return f"{part} of {whole} ({100 * part / whole:.1f} %)" if whole else "none"


def main() -> None:
    """Print the table for the first articles and for all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--first", type=int, default=150)
    parser.add_argument("--show", action="store_true", help="list what was inferred for each of the first")
    options = parser.parse_args()
    all_ = outcomes(options.corpus)
    head = all_[: options.first]
    if options.show:
        for one in head:
            dct = one.article.dct
            mark = " " if one.right else "X" if one.given else "-"
            print(
                mark, one.article.id, one.truth, dct.not_before, dct.not_after, dct.value, dct.confidence, dct.evidence
            )
            if not one.given:
                for claim in one.article.claims:
                    print("     ", claim.rank, claim.not_before, claim.not_after, claim.evidence)
    print(table(f"first {len(head)}", head))
    print(table(f"all {len(all_)}", all_))


if __name__ == "__main__":
    main()
