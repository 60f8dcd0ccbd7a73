"""Fit the weights of what is worth showing on articles whose events are known: ``make salience GOLD=... SCORER=...``.

    python tests/salience.py GOLD.jsonl SCORER.py [--write]

GOLD: one article a line with `id`, `dct`, `text` and its `events`, beside which the invented articles of
`corpus/articles` are taken; SCORER: a module with `pair`, `judge_date`, `of_row` and `party_counts`, which says which
rows of a timeline are right.  Each row of the timelines that are built of the articles, shown or not, is one example:
the features of its surest mention, and whether it is right.  A logistic model with a ridge penalty is fitted by
Newton's method.  Printed are the figures of cross-validation over articles (each article judged by weights that were
fitted without it), mean and spread, and how the rows of each third by confidence fare.  With ``--write`` the weights of
all articles together go into the table.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import numpy
from desk_articles import as_gold, load

import timeline
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
UNREAL = ("hypothetical", "negated")


class Row(NamedTuple):
    """A row of a timeline: its features, whether it is right and whether an analyst wants it."""

    article: int
    features: tuple[str, ...]
    right: bool
    right_and_wanted: bool


def rows(article: dict[str, Any], number: int, scorer: ModuleType, folder: Path) -> list[Row]:
    """Build an article's timeline and judge its rows."""
    text = folder / f"{number}.txt"
    text.write_text(article["text"], encoding="utf-8")
    timeline.build(text, output=folder, date=article["dct"], formats=("json",), report=lambda _: None)
    built = json.loads((folder / "timeline.json").read_text(encoding="utf-8"))
    found = [e for e in (*built["events"], *built["undated"], *built.get("minor", ())) if e["status"] not in UNREAL]
    paired = scorer.pair(found, article["events"])
    judged = []
    for place, row in enumerate(found):
        gold = article["events"][paired[place]] if place in paired else None
        right = gold is not None and _is_right(row, gold, scorer)
        wanted = right and gold is not None and gold["level"] != "optional"
        surest = max((mention["features"] for mention in row["mentions"]), key=likelihood)
        judged.append(Row(number, tuple(surest), right, wanted))
    return judged


def _is_right(row: dict[str, Any], gold: dict[str, Any], scorer: ModuleType) -> bool:
    common, mine, theirs = scorer.party_counts(row, gold)
    return bool(
        scorer.judge_date(scorer.of_row(row), gold) == "right"
        and row["status"] in (gold["status"], *gold["status_ok"])
        and row["type"] in (gold["type"], *gold["type_ok"])
        and 2 * common >= mine
        and (common > 0 or not theirs)
    )


def matrix(found: Sequence[Row]) -> Any:
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


def f1(found: Sequence[Row], likely: Any, line: float, wanted: int) -> float:
    """Desk F1 of the rows above a line."""
    shown = [row for row, p in zip(found, likely, strict=True) if p >= line]
    recall = sum(row.right_and_wanted for row in shown) / max(1, wanted)
    precision = sum(row.right for row in shown) / max(1, len(shown))
    return 200 * recall * precision / (recall + precision) if recall + precision else 0.0


def main() -> int:
    """Command line entry."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("--write", action="store_true", help="put the weights into the table")
    options = parser.parse_args()
    spec = importlib.util.spec_from_file_location("scorer", options.scorer)
    assert spec is not None and spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    articles = [json.loads(line) for line in options.gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    articles += map(as_gold, load())
    wanted = [sum(e["level"] != "optional" for e in article["events"]) for article in articles]
    coder.is_nothing = lambda *_: False  # what is left untyped by the present weights counts too
    with tempfile.TemporaryDirectory() as folder:
        found = [row for n, article in enumerate(articles) for row in rows(article, n, scorer, Path(folder))]
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
            HEAD + f"line = {line}\nfloor = {line / 3:.2f}\n\n[weights]\n" + "\n".join(told) + "\n", encoding="utf-8"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
