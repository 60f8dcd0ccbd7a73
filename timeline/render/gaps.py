"""What a timeline could not take from its articles, and why: undated, foreign and silent ones, and unused inputs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from timeline.models import ArticleRecord, Timeline
from timeline.tables.load import read_toml


class Lacking(NamedTuple):
    """An article or input: what it is called, its path where that says more, and what is known of its lack."""

    name: str
    path: str | None
    notes: tuple[str, ...]


class Gap(NamedTuple):
    """Articles that lack one thing, by the name that the messages have for it."""

    kind: str
    articles: tuple[Lacking, ...]


def gaps(timeline: Timeline) -> list[Gap]:
    """Find what is lacking, in the order in which it stands in the page; a kind of which there is none is left out."""
    found = {
        "dateless": _dateless(timeline),
        "foreign": _foreign(timeline),
        "silent": _silent(timeline),
        "unused": (Lacking(one.name, None, (one.reason,)) for one in timeline.left_out),
    }
    listed = (Gap(kind, tuple(articles)) for kind, articles in found.items())
    return [gap for gap in listed if gap.articles]


def _dateless(timeline: Timeline) -> Iterator[Lacking]:
    for article in timeline.articles:
        if article.dct.value is None:
            yield _lacking(article, *(claim.evidence for claim in article.claims))


def _foreign(timeline: Timeline) -> Iterator[Lacking]:
    names = read_toml("languages.toml")["names"]
    for article in timeline.articles:
        if _is_foreign(article):
            yield _lacking(article, names.get(article.language, article.language))


def _silent(timeline: Timeline) -> Iterator[Lacking]:
    telling = {mention.article for event in timeline.everything for mention in event.mentions}
    for article in timeline.articles:
        if article.id not in telling and not _is_foreign(article):
            yield _lacking(article)


def _is_foreign(article: ArticleRecord) -> bool:
    return article.language not in (None, "en")


def _lacking(article: ArticleRecord, *notes: str) -> Lacking:
    return Lacking(article.title or article.path or article.id, article.path if article.title else None, notes)
