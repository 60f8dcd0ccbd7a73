"""What all articles together tell of a day: who names it, and who tells events of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from timeline.edtf import Interval
from timeline.models import ArticleRecord, MergedEvent, Timex
from timeline.story.actors import Actor

NONE: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Corpus:
    """The articles by id, and for each day the ids of those that name it.

    ``naming``: by an expression for exactly that day; ``naming_actors``: in a paragraph that names whom the story is
    about, the ``actors``; ``telling``: of those that tell an event of the story on exactly that day.  ``written``: from
    the first article to the last.
    """

    articles: Mapping[str, ArticleRecord]
    naming: Mapping[date, frozenset[str]]
    naming_actors: Mapping[date, frozenset[str]]
    telling: Mapping[date, frozenset[str]]
    actors: Sequence[Actor]
    written: Interval


def corpus_of(articles: Mapping[str, ArticleRecord], events: Iterable[MergedEvent], actors: Sequence[Actor]) -> Corpus:
    """Read what articles tell of the days of a story: ``events`` are its own, ``actors`` those whom it is about."""
    naming: dict[date, set[str]] = defaultdict(set)
    naming_actors: dict[date, set[str]] = defaultdict(set)
    for article in articles.values():
        for timex in article.timexes:
            day = timex.interval.only_day
            if day is None:
                continue
            naming[day].add(article.id)
            if article.id not in naming_actors[day] and _is_about(article, timex, actors):
                naming_actors[day].add(article.id)
    telling: dict[date, set[str]] = defaultdict(set)
    for event in events:
        day = event.time.interval.only_day
        if day is not None:
            telling[day].update(mention.article for mention in event.mentions)
    return Corpus(
        articles, _frozen(naming), _frozen(naming_actors), _frozen(telling), actors, _written(articles.values())
    )


def _written(articles: Iterable[ArticleRecord]) -> Interval:
    days = [article.dct.day for article in articles if article.dct.day is not None]
    return Interval(min(days, default=None), max(days, default=None))


def _frozen(found: Mapping[date, set[str]]) -> dict[date, frozenset[str]]:
    return {day: frozenset(ids) for day, ids in found.items()}


def _is_about(article: ArticleRecord, timex: Timex, actors: Sequence[Actor]) -> bool:
    """Tell whether the paragraph of an expression names one of the actors; without actors, all are about the story."""
    if not actors:
        return True
    start = article.text.rfind("\n", 0, timex.start) + 1
    end = article.text.find("\n", timex.end)
    paragraph = article.text[start : end if end >= 0 else len(article.text)]
    return any(actor.is_named(paragraph) for actor in actors)
