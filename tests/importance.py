"""Fit the weights of importance on stories whose timelines journalists wrote: ``make importance GOLD="FOLDER ..."``.

    python tests/importance.py FOLDER... [--write]

Each FOLDER holds a `timeline.json` (a build of all articles of a story), the name of the person it is about in
`meta.json` (`name`; one that nobody bears: the story is about no one) and one or more timelines `gold*.json`: days with
sentences.  Of each day of the gold one event of that day is what the journalist wrote: the one whose title and
sentences have most of the words of the gold.  All events of other days are what was left out; the other events of the
same day count for neither.  A logistic model that is drawn towards the expected weights is fitted by Newton's method.
Printed is how many days of each gold are chosen, by weights of all stories and by weights that were fitted without this
one.  With ``--write`` the weights go into the table.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import numpy

from timeline import files
from timeline.errors import OptionError
from timeline.models import MergedEvent, Timeline
from timeline.options import Choice
from timeline.story import Story, story_of
from timeline.story.key import key
from timeline.story.signs import SIGNS, Told
from timeline.story.table import table

TABLE = Path(__file__).parents[1] / "timeline/tables/importance.toml"
RIDGE = 3.0
MIDDLE = 0.02  # share of the events that come out at a half and more


class Gold(NamedTuple):
    """A journalist's timeline of a story: the events of one known day, their signs, and what he made of each.

    ``chosen``: 1 for what stands in his timeline, 0 for what does not, -1 for what counts for neither.
    """

    name: str
    events: Sequence[MergedEvent]
    signs: Any
    chosen: Any
    days: dict[date, str]


def golds(folder: Path) -> list[Gold]:
    """Read the timelines of a folder."""
    timeline = files.load(folder / "timeline.json")
    story = _story(timeline, json.loads((folder / "meta.json").read_text(encoding="utf-8"))["name"].replace("_", " "))
    dated = [(event, day) for event in story.events if (day := event.time.interval.only_day) is not None]
    events = [event for event, _ in dated]
    told = [Told(event, story.corpus, day) for event, day in dated]
    signs = numpy.array([[1.0, *(sign(one) for sign in SIGNS.values())] for one in told])
    found = []
    for path in sorted(folder.glob("gold*.json")):
        days = {date.fromisoformat(r["date"][:10]): r["text"] for r in json.loads(path.read_text(encoding="utf-8"))}
        found.append(Gold(f"{folder.name}/{path.stem}", events, signs, _chosen(story, dated, days), days))
    return found


def _story(timeline: Timeline, name: str) -> Story:
    try:
        return story_of(timeline, Choice(actors=(name,)))
    except OptionError:
        return story_of(timeline, Choice())


def _chosen(story: Story, dated: Sequence[tuple[MergedEvent, date]], days: dict[date, str]) -> Any:
    chosen = numpy.zeros(len(dated))
    best: dict[date, tuple[float, int]] = {}
    for index, (event, day) in enumerate(dated):
        if day in days:
            chosen[index] = -1
            best[day] = max(best.get(day, (-1.0, 0)), (_alike(story, event, days[day]), -index))
    for _, index in best.values():
        chosen[-index] = 1
    return chosen


def _alike(story: Story, event: MergedEvent, gold: str) -> float:
    """Say how well an event's title, and the best of its sentences, agree with a journalist's words: F1 of words."""
    sentences = (story.corpus.articles[m.article].text[m.sentence.start : m.sentence.end] for m in event.mentions[:8])
    return _f1(event.title, gold) + max((_f1(sentence, gold) for sentence in sentences), default=0.0)


def _f1(one: str, other: str) -> float:
    a, b = (Counter(re.findall(r"\w+", text.lower())) for text in (one, other))
    return 2 * (a & b).total() / max(1, a.total() + b.total())


def fit(stories: Sequence[Gold]) -> Any:
    """Weights that make the journalists' choices likeliest, drawn towards those that are expected but for the first."""
    kept = [one.chosen >= 0 for one in stories]
    x = numpy.vstack([one.signs[keep] for one, keep in zip(stories, kept, strict=True)])
    y = numpy.concatenate([one.chosen[keep] for one, keep in zip(stories, kept, strict=True)])
    ridge = numpy.diag([0.01, *[RIDGE] * (x.shape[1] - 1)])
    expected = numpy.array([0.0, *(table("signs")[name]["expected"] for name in SIGNS)])
    weights = expected.copy()
    loss = _loss(x, y, ridge, weights, expected)
    for _ in range(100):
        p = 1 / (1 + numpy.exp(-x @ weights))
        step = numpy.linalg.solve((x.T * (p * (1 - p))) @ x + ridge, x.T @ (p - y) + ridge @ (weights - expected))
        while (after := _loss(x, y, ridge, weights - step, expected)) > loss and abs(step).max() > 1e-6:
            step = step / 2
        weights, gain, loss = weights - step, loss - after, after
        if gain < 1e-6:
            break
    return weights


def _loss(x: Any, y: Any, ridge: Any, weights: Any, expected: Any) -> float:
    odds, away = x @ weights, weights - expected
    return float((numpy.logaddexp(0, odds) - y * odds).sum() + away @ ridge @ away / 2)


def days_chosen(one: Gold, weights: Any) -> float:
    """Share of the gold's days among as many entries."""
    importance = 1 / (1 + numpy.exp(-one.signs @ weights))
    weighed = [e.model_copy(update={"importance": float(i)}) for e, i in zip(one.events, importance, strict=True)]
    return len({e.time.interval.only_day for e in key(weighed, len(one.days))} & one.days.keys()) / len(one.days)


def main() -> int:
    """Command line entry."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--write", action="store_true", help="put the weights into the table")
    options = parser.parse_args()
    stories = [gold for folder in options.folders for gold in golds(folder)]
    weights = fit(stories)
    shares = []
    for one in stories:
        others = [other for other in stories if other.name.split("/")[0] != one.name.split("/")[0]]
        shares.append((days_chosen(one, weights), days_chosen(one, fit(others)) if others else 0.0))
        reached = len(set(one.days) & {event.time.interval.only_day for event in one.events}) / len(one.days)
        print(f"{one.name}: {shares[-1][0]:.3f}, fitted without it {shares[-1][1]:.3f}, of {reached:.3f} with an event")
    print(
        f"mean: {numpy.mean([a for a, _ in shares]):.3f}, each without its own {numpy.mean([b for _, b in shares]):.3f}"
    )
    weights[0] -= numpy.quantile(numpy.vstack([one.signs for one in stories]) @ weights, 1 - MIDDLE)
    named = dict(zip(("always", *SIGNS), weights, strict=True))
    for name, weight in named.items():
        print(f"{weight:6.2f}  {name}")
    if options.write:
        text = TABLE.read_text(encoding="utf-8")
        for name, weight in named.items():
            text = re.sub(rf"(?<=\[signs\.{name}\]\nweight = )\S+", f"{weight:.2f}", text)
        TABLE.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
