"""Judge the tool on articles whose truth careful readers have written down."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from timeline.analysis import extract
from timeline.evaluate import desk, expressions, mentions
from timeline.evaluate.gold import GoldArticle, read
from timeline.models import Timeline
from timeline.options import Only
from timeline.pipeline import build

__all__ = ["Part", "evaluate", "read"]


class Part(NamedTuple):
    """One kind of truth: of how many articles, the figures in percent, and what is wrong, a line each."""

    name: str
    articles: int
    figures: dict[str, float]
    errors: tuple[str, ...]


def evaluate(articles: Iterable[GoldArticle], step: Callable[[], None] = lambda: None) -> Iterator[Part]:
    """Run over articles, and yield a part for each kind of truth that they have.

    Their expressions and mentions are compared with those that ``annotate`` finds, their timelines with what ``build``
    makes of the article alone, dated by its ``dct``.  ``step`` is called after each article.  Raises DateError where a
    ``dct`` is no date.
    """
    timexes, events, timelines = [], [], []
    lines: dict[str, list[str]] = {"expressions": [], "events": [], "timelines": []}
    for article in articles:
        if article.timexes is not None or article.mentions:
            only: Only | None = None if article.mentions else "timexes"
            found = extract(article.text, dct=article.dct, language=article.language, only=only)
            if article.timexes is not None:
                timexes.append(expressions.count(article.timexes, found.timexes))
                told = expressions.errors(article.text, article.timexes, found.timexes)
                lines["expressions"] += [f"{article.id}\t{line}" for line in told]
            if article.mentions:
                events.append(mentions.count(article.mentions, found.events))
                told = mentions.errors(article.text, article.mentions, found.events)
                lines["events"] += [f"{article.id}\t{line}" for line in told]
        if article.wanted:
            judged = desk.judge(article.wanted, desk.shown(_timeline(article)))
            timelines.append(desk.count(judged))
            lines["timelines"] += desk.errors(judged)
        step()
    for name, counts, figures in (
        ("expressions", timexes, expressions.figures),
        ("events", events, mentions.figures),
        ("timelines", timelines, desk.figures),
    ):
        if counts:
            yield Part(name, len(counts), figures(counts), tuple(lines[name]))


def _timeline(article: GoldArticle) -> Timeline:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "article.txt"
        path.write_text(article.text, encoding="utf-8", newline="")
        return build(path, dates={path.name: article.dct} if article.dct else None, report=lambda _: None)
