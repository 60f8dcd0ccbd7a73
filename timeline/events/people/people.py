"""The people of an article, every place where it names them, and the countries it names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from timeline.events.people.voices import Voice
from timeline.names.scan import Hit
from timeline.names.sexes import Sex
from timeline.stretches import back_from, beginning_in


@dataclass(frozen=True, slots=True, eq=False)
class Person:
    """Somebody the article names, by the fullest name: country ``code`` and PLOVER ``sector``.

    ``titles``: what the article calls the person beside the name, in small letters.  A stranger, whom it does not name,
    bears the words for him ("doctor") as a name and is none of its ``People``.
    """

    name: str
    surname: str
    code: str | None = None
    sector: str | None = None
    office: str | None = None
    titles: frozenset[str] = frozenset()
    sex: Sex | None = None


class Mention(NamedTuple):
    """A stretch of an article, in characters, that names somebody."""

    start: int
    end: int
    person: Person


@dataclass(frozen=True, slots=True, eq=False)
class People:
    """Everybody an article names, with every mention and every name of a country or body in the order of the text.

    ``author``: the country whose government wrote the article, ``home``: the one where it is written, ``day``: when;
    ``voices``: who says "I" and "we" from where on.
    """

    persons: tuple[Person, ...] = ()
    mentions: tuple[Mention, ...] = ()
    places: tuple[Hit, ...] = ()
    author: str | None = None
    home: str | None = None
    day: date | None = None
    voices: tuple[Voice, ...] = ()

    def at(self, position: int) -> Person | None:
        """The person whose name covers a character."""
        return _by_character(self).get(position)

    def voice_at(self, position: int) -> Voice | None:
        """Who speaks at a character in words of his own."""
        return next((voice for voice in reversed(self.voices) if voice.start <= position), None)

    def inside(self, start: int, end: int) -> Person | None:
        """The person mentioned inside a stretch of text, the last one where there are several."""
        begun = beginning_in(self.mentions, start, end)
        return next((m.person for m in reversed(begun) if m.end <= end), None)

    def titled(self) -> Sequence[Person]:
        """The people with an office, or with a title beside their names."""
        return _titled(self)

    def ending_at(self, end: int) -> Sequence[Mention]:
        """The mentions that end with a character, without it."""
        return _by_end(self).get(end, ())

    def called(self, name: str | None) -> Person | None:
        """The person whose fullest name this is."""
        return _by_name(self).get(name)

    def before(self, position: int, count: int = 1, code: str | None = None, office: str | None = None) -> list[Person]:
        """The last ``count`` different people mentioned before a position, the nearest first.

        With ``office``, only holders of it and their counterparts, and none where there are fewer.
        """
        found: list[Person] = []
        for person in self._backwards(position):
            fitting = code in (None, person.code) and (office is None or person.office in (office, "counterpart"))
            if fitting and person not in found:
                found.append(person)
                if len(found) == count:
                    return found
        return found if office is None else []

    def last_of(self, persons: Sequence[Person], position: int) -> Person | None:
        """Which of these people is mentioned last before a position."""
        return next((person for person in self._backwards(position) if person in persons), None)

    def _backwards(self, position: int) -> Iterator[Person]:
        return (mention.person for mention in back_from(self.mentions, position))

    def is_near(self, person: Person, position: int, reach: int) -> bool:
        """Tell whether a person is mentioned at most ``reach`` characters before a position."""
        return any(m.person is person for m in beginning_in(self.mentions, position - reach, position))

    def countries_before(self, position: int, count: int = 2, reach: int | None = None) -> list[Hit]:
        """The last different countries named before a position, the nearest first.

        With ``reach``, only those that stand as nouns at most so many characters before.
        """
        found: dict[str, Hit] = {}
        for hit in back_from(self.places, position):
            if _is_country(hit) and (reach is None or _is_noun(hit, position - reach)):
                found.setdefault(hit.name.code, hit)
                if len(found) == count:
                    break
        return list(found.values())


@lru_cache(maxsize=4)
def _by_character(people: People) -> dict[int, Person]:
    """The person whose name covers each character; the first mentioned where two do."""
    return {at: m.person for m in reversed(people.mentions) for at in range(m.start, m.end)}


@lru_cache(maxsize=4)
def _by_name(people: People) -> dict[str | None, Person]:
    """The first person of each fullest name."""
    return {person.name: person for person in reversed(people.persons)}


@lru_cache(maxsize=4)
def _titled(people: People) -> tuple[Person, ...]:
    return tuple(person for person in people.persons if person.office is not None or person.titles)


@lru_cache(maxsize=4)
def _by_end(people: People) -> dict[int, list[Mention]]:
    found: dict[int, list[Mention]] = {}
    for mention in people.mentions:
        found.setdefault(mention.end, []).append(mention)
    return found


def _is_country(hit: Hit) -> bool:
    return hit.name.kind != "body" and hit.name.code not in ("IGO", "NGO", "IMG")


def _is_noun(hit: Hit, first: int) -> bool:
    return hit.name.kind not in ("demonym", "place") and hit.start >= first
