"""Which of the events are written, and how much each of them matters: the story that a reader asks for."""

from __future__ import annotations

from timeline.models import MergedEvent, Timeline
from timeline.options import Choice
from timeline.story.actors import find_actor
from timeline.story.corpus import corpus_of
from timeline.story.filters import between, by_choice, of_any
from timeline.story.importance import weigh
from timeline.story.key import key
from timeline.story.line import with_line

__all__ = ["check", "told"]


def check(choice: Choice) -> None:
    """Raise OptionError where types, days or words of a choice are none, before anything is read."""
    by_choice(choice, {})


def told(timeline: Timeline, choice: Choice) -> Timeline:
    """Return the timeline of the events that are chosen, each with its importance among them.

    With ``choice.key`` these are the entries of a journalist, each with the mention first that tells it as news.  Of a
    choice only the articles are kept that tell its events.  Raises OptionError where an actor is nobody.
    """
    articles = {article.id: article for article in timeline.articles}
    actors = [find_actor(name, timeline) for name in choice.actors]
    both = [find_actor(name, timeline) for name in choice.between or ()]
    asks = [
        *([of_any(actors, articles)] if actors else ()),
        *([between(*both)] if both else ()),
        *by_choice(choice, articles),
    ]

    def chosen(events: tuple[MergedEvent, ...]) -> list[MergedEvent]:
        return [event for event in events if all(holds(event) for holds in asks)]

    lists = {name: chosen(getattr(timeline, name)) for name in ("events", "undated", "minor")}
    corpus = corpus_of(timeline.articles, (*lists["events"], *lists["undated"]), [*actors, *both])
    weighed = {name: tuple(weigh(event, corpus) for event in events) for name, events in lists.items()}
    if choice.key is not None:
        best = {event.id for event in key((*weighed["events"], *weighed["undated"]), choice.key)}
        for name in ("events", "undated"):
            entries = (event for event in weighed[name] if event.id in best)
            weighed[name] = tuple(with_line(event, corpus, [*actors, *both]) for event in entries)
        weighed["minor"] = ()
    made = timeline.model_copy(update=weighed)
    return made if choice.is_everything else _with_its_articles(made)


def _with_its_articles(timeline: Timeline) -> Timeline:
    telling = {mention.article for event in timeline.everything for mention in event.mentions}
    return timeline.model_copy(update={"articles": tuple(a for a in timeline.articles if a.id in telling)})
