"""Which events a reader asks for, by party, type, time and words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

import snowballstemmer

from timeline import edtf
from timeline.edtf import Interval
from timeline.errors import DateError, OptionError
from timeline.models import ArticleRecord, MergedEvent
from timeline.options import Choice
from timeline.story.actors import Actor
from timeline.tables.load import read_toml

Asks = Callable[[MergedEvent], bool]

_WORD = re.compile(r"[^\W_]+")
_SHORTEST = 3  # letters; shorter words are not asked for unless they are the only ones


def by_choice(choice: Choice, articles: Mapping[str, ArticleRecord]) -> list[Asks]:
    """Give what types, days and words ask of an event, each by itself; ``articles`` by id.

    Raises OptionError where a type or day is none.
    """
    return [
        *([_of_types(choice.types)] if choice.types else ()),
        *([_within(choice.from_, choice.to)] if choice.from_ or choice.to else ()),
        *([_about(choice.about, articles)] if choice.about is not None else ()),
    ]


def of_any(actors: Sequence[Actor]) -> Asks:
    """Ask that any of these takes part, or, where it is no country or body, is named by the title."""

    def asks(event: MergedEvent) -> bool:
        return any(actor.takes_part(event) or (actor.code is None and actor.is_named(event.title)) for actor in actors)

    return asks


def between(one: Actor, other: Actor) -> Asks:
    """Ask that both take part, as two parties."""

    def asks(event: MergedEvent) -> bool:
        parties = (*event.actors, *event.recipients)
        ones = {index for index, party in enumerate(parties) if one.is_party(party)}
        others = {index for index, party in enumerate(parties) if other.is_party(party)}
        return any(a != b for a in ones for b in others)

    return asks


def _of_types(types: Sequence[str]) -> Asks:
    known = read_toml("events/types.toml")
    wanted = {name.strip().upper() for name in types}
    unknown = sorted(wanted - known.keys())
    if unknown:
        raise OptionError(f"{unknown[0]!r} is no type of event; choose among {', '.join(known)}")
    return lambda event: event.type in wanted


def _within(first: str | None, last: str | None) -> Asks:
    """Its days lie in these, or one of its known ends does: "before 2011" is not known to be of 2010."""
    asked = Interval(_day(first, "from").not_before, _day(last, "to").not_after)
    if asked.is_reversed:
        raise OptionError(f"--from {first} lies after --to {last}")

    def asks(event: MergedEvent) -> bool:
        interval = event.time.interval
        known = [day for day in interval if day is not None]
        if len(known) == 2:
            return asked.intersect(interval) is not None
        return any(asked.contains(day) for day in known)

    return asks


def _day(text: str | None, option: str) -> Interval:
    try:
        return edtf.parse(text) if text else Interval(None, None)
    except DateError as error:
        raise OptionError(f"--{option} {text}: {error}") from error


def _about(words: str, articles: Mapping[str, ArticleRecord]) -> Asks:
    """Title, or title and sentence of a mention, have all the words, in any form of theirs."""
    wanted = _stems(words)
    if not wanted:
        raise OptionError(f"--about {words!r} names no word; write what it is about: --about 'fisheries pact'")

    def asks(event: MergedEvent) -> bool:
        title = _stems(event.title)
        return wanted <= title or any(wanted <= title | said for said in map(_stems, sentences(event, articles)))

    return asks


def sentences(event: MergedEvent, articles: Mapping[str, ArticleRecord]) -> Iterator[str]:
    """Yield the sentences that tell an event."""
    for mention in event.mentions:
        yield articles[mention.article].text[mention.sentence.start : mention.sentence.end]


def _stems(text: str) -> frozenset[str]:
    words = [word.casefold() for word in _WORD.findall(text)]
    long = [word for word in words if len(word) >= _SHORTEST] or words
    return frozenset(_stem(word) for word in long)


@cache
def _stem(word: str) -> str:
    found: str = snowballstemmer.stemmer("english").stemWord(word)
    return found
