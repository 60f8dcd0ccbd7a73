"""A sentence becomes Events: trigger, PLOVER type, actors, status, and when it happened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from timeline.events.coder import Coder, Job
from timeline.events.parse.english import parse
from timeline.models import Article, Event, Span, Timex

__all__ = ["code", "code_all"]


def code(
    article: Article,
    sentences: Sequence[Span],
    timexes: Sequence[Timex],
    *,
    spans: Sequence[Span] | None = None,
    typed_only: bool = False,
) -> list[Event]:
    """Code the events of an article, in text order.

    ``spans``: exactly these stretches are the mentions.  ``typed_only``: leave out mentions without a type; then only
    sentences that can carry a typed event are parsed.
    """
    return next(iter(code_all([(article, sentences, timexes, spans)], typed_only=typed_only)))


def code_all(
    articles: Iterable[tuple[Article, Sequence[Span], Sequence[Timex], Sequence[Span] | None]],
    *,
    typed_only: bool = False,
) -> Iterator[list[Event]]:
    """Code several articles; the parser works on their sentences in batches.

    Yields the events of each article, in the order given.
    """
    coders = [Coder(a, s, t, p, not typed_only) for a, s, t, p in articles]
    jobs: list[tuple[int, Job]] = [(n, job) for n, coder in enumerate(coders) for job in coder.jobs()]
    documents = parse(job.string for _, job in jobs) if jobs else iter(())
    at = 0
    for n, coder in enumerate(coders):
        mine = []
        while at < len(jobs) and jobs[at][0] == n:
            mine.append((jobs[at][1], next(documents)))
            at += 1
        yield coder.code(mine)
