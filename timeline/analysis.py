"""From one article to its temporal expressions and events."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from timeline import dates, dating
from timeline.articles import address
from timeline.articles.language import language_of
from timeline.articles.sentences import sentences
from timeline.models import Article, Dct, Event, Span, Timex
from timeline.options import Only


class Extraction(NamedTuple):
    """An article with what was found in it."""

    article: Article
    timexes: Sequence[Timex]
    events: Sequence[Event]


def extract(article: Article) -> list[Event]:
    """Find the events of an article, each with the time it has."""
    return list(analyse(article).events)


def analyse(  # noqa: PLR0913 - what a reader may ask for
    article: Article,
    *,
    spans: Sequence[Span] | None = None,
    only: Only | None = None,
    typed_only: bool = False,
    followed: Sequence[str] = (),
    language: str | None = None,
) -> Extraction:
    """Find temporal expressions and events; with ``spans``, exactly those are the event mentions.

    ``only="timexes"`` loads no language model; ``typed_only`` leaves out events of no type, which no timeline shows.
    ``followed``: names of those of whom all that is told has a type.
    ``language`` (ISO 639-1), where given, decides how the article is read, whatever it states and its words tell.
    """
    article = _in_its_language(article, language)
    found = _own_sentences(article)
    decision = decide(article, found)
    timexes = dates.tag(article.text, decision.dct, found, article.language)
    article = dating.compare(decision, found, timexes).dated()
    if only == "timexes":
        return Extraction(article, timexes, ())
    from timeline import events

    coded = events.code(article, found, timexes, spans=spans, typed_only=typed_only, followed=followed)
    return Extraction(article, timexes, coded)


def decide(article: Article, found: Sequence[Span]) -> dating.Decision:
    """Decide on the DCT of an article by what its file, address and text tell; one handed over with it is kept.

    ``found``: its sentences.  The content is read only where no claim tells the day.
    """
    if (article.dct.not_before or article.dct.not_after) and not article.claims:
        return dating.Decision(article, article.dct)
    claims = (*article.claims, *address.claims(article))
    spans = found if dating.open_days(claims) else dating.date_lines(article)
    timexes = dates.tag(article.text, Dct(), spans, article.language)
    return dating.decide(article, claims, spans, timexes)


def _in_its_language(article: Article, given: str | None) -> Article:
    """Say which language an article is written in: the one given, what it states, or what its words tell."""
    language = given or language_of(article.text, article.language)
    return article if language == article.language else article.model_copy(update={"language": language})


def _own_sentences(article: Article) -> list[Span]:
    return sentences(article.text, (block for block in article.blocks if block.kind != "furniture"))
