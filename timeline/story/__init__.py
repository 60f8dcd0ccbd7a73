"""Which of the events are written, and how much each of them matters: the story that a reader asks for."""

from __future__ import annotations

from typing import NamedTuple

from timeline.models import MergedEvent, Timeline
from timeline.options import Choice
from timeline.story.actors import find_actor
from timeline.story.corpus import Corpus, corpus_of
from timeline.story.filters import Asks, between, by_choice, of_any
from timeline.story.importance import weigh
from timeline.story.key import key
from timeline.story.line import with_line

__all__ = ["check", "story_of", "told"]

Events = tuple[MergedEvent, ...]


class Story(NamedTuple):
    """The chosen events, as the timeline lists them, and what all articles tell of their days."""

    events: Events
    undated: Events
    minor: Events
    corpus: Corpus


def check(choice: Choice) -> None:
    """Raise OptionError where types, days or words of a choice are none, before anything is read."""
    by_choice(choice, {})


def told(timeline: Timeline, choice: Choice) -> Timeline:
    """Return the timeline of the events that are chosen, each with its importance among them.

    With ``choice.key`` these are the entries of a journalist, each with the mention first that tells it as news.  Of a
    choice only the articles are kept that tell its events.  Raises OptionError where an actor is nobody.
    """
    story = _weighed(story_of(timeline, choice))
    if choice.key is not None:
        story = _key(story, choice.key)
    lists = {"events": story.events, "undated": story.undated, "minor": story.minor}
    made = timeline.model_copy(update=lists)
    return made if choice.is_everything else _with_its_articles(made)


def story_of(timeline: Timeline, choice: Choice) -> Story:
    """Choose the events; raises OptionError where an actor is nobody."""
    articles = {article.id: article for article in timeline.articles}
    actors = tuple(find_actor(name, timeline) for name in choice.actors)
    both = tuple(find_actor(name, timeline) for name in choice.between or ())
    asks = [
        *([of_any(actors)] if actors else ()),
        *([between(*both)] if both else ()),
        *by_choice(choice, articles),
    ]
    events, undated = _chosen(timeline.events, asks), _chosen(timeline.undated, asks)
    corpus = corpus_of(articles, (*events, *undated), (*actors, *both))
    return Story(events, undated, _chosen(timeline.minor, asks), corpus)


def _chosen(events: Events, asks: list[Asks]) -> Events:
    return tuple(event for event in events if all(holds(event) for holds in asks))


def _weighed(story: Story) -> Story:
    events, undated, minor = (
        tuple(weigh(event, story.corpus) for event in one) for one in (story.events, story.undated, story.minor)
    )
    return story._replace(events=events, undated=undated, minor=minor)


def _key(story: Story, number: int) -> Story:
    best = {event.id for event in key((*story.events, *story.undated), number)}
    events, undated = (
        tuple(with_line(event, story.corpus) for event in one if event.id in best)
        for one in (story.events, story.undated)
    )
    return story._replace(events=events, undated=undated, minor=())


def _with_its_articles(timeline: Timeline) -> Timeline:
    telling = {mention.article for event in timeline.everything for mention in event.mentions}
    return timeline.model_copy(update={"articles": tuple(a for a in timeline.articles if a.id in telling)})
