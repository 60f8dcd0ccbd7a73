"""From one article to its temporal expressions and events."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from timeline import dates, dating
from timeline.articles import address
from timeline.articles.blocks import blocks
from timeline.articles.language import code_of, language_of
from timeline.articles.reporter import reporter
from timeline.articles.sentences import sentences
from timeline.errors import OptionError
from timeline.models import Annotation, Article, Dct, Event, Span, Timex
from timeline.options import ONLY, Only


class Extraction(NamedTuple):
    """An article with what was found in it."""

    article: Article
    timexes: Sequence[Timex]
    events: Sequence[Event]


def extract(  # noqa: PLR0913  (what may be known of a text)
    text: str,
    *,
    dct: str | date | None = None,
    title: str | None = None,
    url: str | None = None,
    language: str | None = None,
    spans: Sequence[Span | tuple[int, int]] | None = None,
    only: Only | None = None,
    id: str = "text",  # noqa: A002  (as in the files)
) -> Annotation:
    """Find the temporal expressions and events of a text, each with the days that it can mean.

    ``dct``: the day on which it was written (ISO 8601 or another usual form); None: it is inferred from text and
    ``url``, and says so.  ``title``: where it is known apart from the text.  ``language``: ISO 639-1 code, else told by
    the words. ``spans``: half-open character offsets that are read as exactly the event mentions.  ``only="timexes"``
    loads no language model, ``only="events"`` leaves the expressions out.  ``id``: what the result is called.  All
    offsets of the result count characters of ``text``; its days are inclusive, None is an open side.  Raises DateError
    where ``dct`` is no date, OptionError where a span leaves the text or ``only`` is unknown.
    """
    if only not in (None, *ONLY):
        raise OptionError(f"only: {only!r} is not known; it is one of {', '.join(ONLY)}")
    found = blocks(text, title=title)
    article = Article(
        id=id,
        title=title,
        url=url,
        source=reporter(text, found),
        dct=dating.given(None if dct is None else str(dct)),
        blocks=found,
        text=text,
    )
    given = None if spans is None else [_span(one, text) for one in spans]
    result = analyse(article, spans=given, only=only, language=code_of(language))
    return Annotation(
        id=id,
        dct=result.article.dct,
        timexes=() if only == "events" else tuple(result.timexes),
        events=tuple(result.events),
    )


def _span(given: Span | tuple[int, int], text: str) -> Span:
    start, end = (given.start, given.end) if isinstance(given, Span) else given
    if not 0 <= start < end <= len(text):
        raise OptionError(f"span {start} to {end} leaves the text of {len(text)} characters")
    return Span(start=start, end=end)


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
