"""Which event of a build is meant by an id of another build, and where a mention stands that was taken out of one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from timeline.corrections.describe import quotation
from timeline.corrections.likeness import Texts, is_sure, nearest
from timeline.models import Description, Mention, MentionKey, MergedEvent, Near, Placement, Quotation


class Told(NamedTuple):
    """An event by one of its mentions."""

    event: MergedEvent
    mention: Mention


class Search:
    """Looks among the events of a build, by what the file of corrections tells of them."""

    def __init__(self, events: Sequence[MergedEvent], texts: Texts, described: Mapping[str, Description]) -> None:
        """Look among these events; ``texts``: of the articles, by their ids."""
        self._events = events
        self._texts = texts
        self._described = described
        self._by_id = {event.id: event for event in events}

    def __getitem__(self, name: str) -> MergedEvent:
        """Return the event that has this id in this build."""
        return self._by_id[name]

    def described(self, name: str) -> Description | None:
        """Return what the file says that an id meant."""
        return self._described.get(name)

    def placement(self, name: str, instead: Description) -> Placement:
        """Find an event by its id, by a sentence that still tells it, or by its likeness to what it was.

        ``instead``: what is known of one that the file does not describe: enough to name the nearest ones.
        """
        if name in self._by_id:
            return Placement(event=name, found=name, title=self[name].title, by="id", likeness=1.0)
        described = self.described(name)
        event = None if described is None else self._still_told(described)
        if event is not None:
            return Placement(event=name, found=event.id, title=event.title, by="sentence", likeness=1.0)
        near = self.near(described or instead)
        if described is not None and described.quotations and is_sure(near):
            best = near[0]
            return Placement(event=name, found=best.event, title=best.title, by="likeness", likeness=best.likeness)
        return Placement(event=name, nearest=tuple(near))

    def near(self, described: Description) -> list[Near]:
        """Return the events most like a description."""
        return nearest(described, self._events, self._texts)

    def mention(self, name: str, key: MentionKey) -> Told | None:
        """Find a mention where it stood, or else where the sentence stands now that the file quotes for it."""
        described = self.described(name)
        there = [told for told in self._mentions() if _is_at(told.mention, key)]
        if described is None or not described.quotations:
            return next(iter(there), None)
        quoted = described.quotations[0]
        same = [told for told in there if told.mention.trigger == quoted.trigger]
        moved = self._telling(quoted)
        still = [told for told in moved if told in same]
        return next(iter((*still, *(moved if len(moved) == 1 else ()), *same)), None)

    def _mentions(self) -> Iterator[Told]:
        return (Told(event, mention) for event in self._events for mention in event.mentions)

    def _still_told(self, described: Description) -> MergedEvent | None:
        """The one event that is told by the first of the quoted sentences that tells any."""
        for quoted in described.quotations:
            telling = {told.event.id: told.event for told in self._telling(quoted)}
            of_type = [event for event in telling.values() if event.type == described.type]
            for found in (list(telling.values()), of_type):
                if len(found) == 1:
                    return found[0]
            if telling:
                return None
        return None

    def _telling(self, quoted: Quotation) -> list[Told]:
        """All that is told in a sentence by one word."""
        by = (quoted.article, quoted.trigger)
        near = (told for told in self._mentions() if (told.mention.article, told.mention.trigger) == by)
        words = quoted.sentence.split()
        return [told for told in near if quotation(told.mention, self._texts).sentence.split() == words]


def _is_at(mention: Mention, key: MentionKey) -> bool:
    return (mention.article, mention.start, mention.end) == (key.article, key.start, key.end)
