"""The line of an entry: the sentence that tells the event as the news of its day."""

from __future__ import annotations

from datetime import date
from typing import Any

from timeline.models import Conflict, Mention, MergedEvent
from timeline.story.corpus import Corpus
from timeline.story.table import table

_LONG_AFTER = 10**6  # days


def with_line(event: MergedEvent, corpus: Corpus) -> MergedEvent:
    """Put the mention first that tells the event as news, and let its headline be the event's.

    A headline that a reader has given stays.
    """
    if not event.mentions:
        return event
    order = sorted(range(len(event.mentions)), key=lambda index: _place(event, index, corpus))
    first = order[0]
    at = {first: 0} | {index: index + (index < first) for index in range(len(event.mentions)) if index != first}
    new: dict[str, Any] = {
        "mentions": tuple(_joined(event.mentions[index], at) for index in sorted(at, key=lambda index: at[index])),
        "conflicts": tuple(_moved(conflict, at) for conflict in event.conflicts),
        "history": tuple(
            stage.model_copy(update={"mentions": tuple(sorted(at[index] for index in stage.mentions))})
            for stage in event.history
        ),
    }
    if event.mentions[first].title and "title" not in event.corrected:
        new["title"] = event.mentions[first].title
    return event.model_copy(update=new)


def _place(event: MergedEvent, index: int, corpus: Corpus) -> tuple[object, ...]:
    """Where a mention stands among those that may give the line: the first tells it as news."""
    mention = event.mentions[index]
    article = corpus.articles[mention.article]
    sentence = article.text[mention.sentence.start : mention.sentence.end]
    return (
        mention.status != event.status,
        mention.time != event.time,
        "main-clause" not in mention.features,
        not {"headline", "lead"} & set(mention.features),
        not _is_news(mention, event.time.interval.only_day, article.dct.day),
        bool(corpus.actors) and not any(actor.is_named(sentence) for actor in corpus.actors),
        abs(len(sentence) - int(table("line")["length"])),
        index,
    )


def _is_news(mention: Mention, day: date | None, written: date | None) -> bool:
    """Tell whether an article writes of an event on its day or soon after."""
    behind = (written - day).days if written and day else _LONG_AFTER
    return 0 <= behind <= int(table("line")["news"])


def _joined(mention: Mention, at: dict[int, int]) -> Mention:
    """A mention whose reason to be of the event names the place to which the other one has come."""
    if mention.joined is None:
        return mention
    joined = mention.joined.model_copy(update={"mention": at[mention.joined.mention]})
    return mention.model_copy(update={"joined": joined})


def _moved(conflict: Conflict, at: dict[int, int]) -> Conflict:
    moved = tuple(tuple(sorted(at[index] for index in indices)) for indices in conflict.mentions)
    return conflict.model_copy(update={"mentions": moved})
