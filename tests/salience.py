"""Fit the weights of what is worth showing on articles whose events are known: ``make salience GOLD=...``.

    python tests/salience.py GOLD.jsonl [--write]

GOLD: one article a line with `id`, `dct`, `text` and its `events`, beside which the invented articles of
`corpus/articles` are taken.  Each row of the timelines that are built of the articles, shown or not, is one example:
the features of its surest mention, and whether `desk.py` calls it right.  A logistic model with a ridge penalty is
fitted by Newton's method.  Printed are the figures of cross-validation over articles (each article judged by weights
that were fitted without it), mean and spread, and how the rows of each third by confidence fare.  With ``--write`` the
weights of all articles together go into the table.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy
from desk_articles import DeskArticle, build, load, of_gold

from timeline.evaluate.desk import HIDDEN, judge, rows
from timeline.events import coder
from timeline.events.salience.features import FEATURES
from timeline.events.salience.score import likelihood

TABLE = Path(__file__).parents[1] / "timeline/tables/events/salience_weights.toml"
HEAD = """\
# Log odds that each feature adds to a row's being true, the confidence from which a row is shown, and that under which
# what is in no frame is no event of public life.  Written by `make salience`.
"""
RIDGE = 3.0
FOLDS = 8
WITHIN = 0.5  # points of F1 that a lower line, which shows more, may cost


class Example(NamedTuple):
    """A row of a timeline: the number of its article, its features, whether it is right, and wanted as well."""

    article: int
    features: tuple[str, ...]
    right: bool
    right_and_wanted: bool


def examples(article: DeskArticle, number: int, folder: Path) -> list[Example]:
    """Build an article's timeline and judge its rows, the minor ones too."""
    made = build(article, folder)
    events = [e for e in (*made["events"], *made["undated"], *made["minor"]) if e["status"] not in HIDDEN]
    found = rows({"events": events, "undated": []})
    right = {id(pair.row): pair.event for pair in judge(article, found).pairs if pair.is_right}
    told = []
    for event, row in zip(events, found, strict=True):
        answer = right.get(id(row))
        surest = max((mention["features"] for mention in event["mentions"]), key=likelihood)
        told.append(Example(number, tuple(surest), answer is not None, answer is not None and not answer.is_optional))
    return told


def matrix(found: Sequence[Example]) -> Any:
    """A row of ones and noughts for each example; the first column is always one."""
    names = list(FEATURES.functions)
    return numpy.array([[1.0, *(float(name in row.features) for name in names)] for row in found])


def fit(x: Any, y: Any) -> Any:
    """Weights that make the answers likeliest, drawn towards nought but for the first."""
    ridge = numpy.diag([0.01, *[RIDGE] * (x.shape[1] - 1)])
    weights = numpy.zeros(x.shape[1])
    for _ in range(30):
        p = 1 / (1 + numpy.exp(-x @ weights))
        weights -= numpy.linalg.solve((x.T * (p * (1 - p))) @ x + ridge, x.T @ (p - y) + ridge @ weights)
    return weights


def f1(found: Sequence[Example], likely: Any, line: float, wanted: int) -> float:
    """Desk F1 of the rows above a line."""
    shown = [row for row, p in zip(found, likely, strict=True) if p >= line]
    recall = sum(row.right_and_wanted for row in shown) / max(1, wanted)
    precision = sum(row.right for row in shown) / max(1, len(shown))
    return 200 * recall * precision / (recall + precision) if recall + precision else 0.0


def main() -> int:
    """Command line entry."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--write", action="store_true", help="put the weights into the table")
    options = parser.parse_args()
    lines = options.gold.read_text(encoding="utf-8").splitlines()
    articles = [*(of_gold(json.loads(line)) for line in lines if line.strip()), *load()]
    wanted = [sum(not event.is_optional for event in article.events) for article in articles]
    coder.is_nothing = lambda *_: False  # what is left untyped by the present weights counts too
    with tempfile.TemporaryDirectory() as folder:
        found = [row for n, article in enumerate(articles) for row in examples(article, n, Path(folder))]
    x, y = matrix(found), numpy.array([float(row.right) for row in found])
    fold = numpy.array([row.article % FOLDS for row in found])
    likely = numpy.zeros(len(found))
    for k in range(FOLDS):
        likely[fold == k] = 1 / (1 + numpy.exp(-x[fold == k] @ fit(x[fold != k], y[fold != k])))
    lines = [n / 100 for n in range(0, 65, 2)]
    reached = {at: f1(found, likely, at, sum(wanted)) for at in lines}
    line = min(at for at in lines if reached[at] >= max(reached.values()) - WITHIN)
    each = [
        f1([r for r, k in zip(found, fold, strict=True) if k == n], likely[fold == n], line, sum(wanted[n::FOLDS]))
        for n in range(FOLDS)
    ]
    print(f"rows {len(found)}, right {y.mean():.1%}; all shown: F1 {f1(found, likely, 0, sum(wanted)):.1f}")
    print(f"line {line}: {(likely >= line).sum()} shown, F1 {f1(found, likely, line, sum(wanted)):.1f}")
    print("F1 by line: " + ", ".join(f"{at} {value:.1f}" for at, value in reached.items()))
    print(f"folds: mean {numpy.mean(each):.1f}, spread {numpy.std(each):.1f}")
    for name, part in zip(("lowest", "middle", "highest"), numpy.array_split(numpy.argsort(likely), 3), strict=True):
        print(f"{name} third by confidence: right {y[part].mean():.1%}")
    weights = fit(x, y)
    for name, weight in zip(("always", *FEATURES.functions), weights, strict=True):
        print(f"{weight:6.2f}  {name}")
    if options.write:
        told = [f"{name} = {weight:.2f}" for name, weight in zip(("always", *FEATURES.functions), weights, strict=True)]
        TABLE.write_text(
            HEAD + f"line = {line}\nfloor = {line / 2:.2f}\n\n[weights]\n" + "\n".join(told) + "\n", encoding="utf-8"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
