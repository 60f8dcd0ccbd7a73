"""The people of an article, every place where it names them, and the countries it names."""

from __future__ import annotations

from dataclasses import dataclass, field

from timeline.names.countries import party_words
from timeline.names.scan import Hit


@dataclass(slots=True)
class Person:
    """Somebody the article names: country ``code`` and PLOVER ``sector``.

    ``first``: where the full name stands; ``titled``: whether an office ever stands with it;
    ``tabled``: whether the country is the tables' word, which the article's own overrules.
    """

    name: str
    surname: str
    code: str | None = None
    sector: str | None = None
    office: str | None = None
    first: int = 0
    titled: bool = False
    tabled: bool = False


@dataclass(slots=True)
class Cast:
    """Everybody an article names, and every mention in the order of the text; ``home``: whose government wrote it."""

    people: dict[str, Person] = field(default_factory=dict)
    mentions: list[tuple[int, int, Person]] = field(default_factory=list)
    places: list[Hit] = field(default_factory=list)
    home: str | None = None

    def at(self, start: int, end: int) -> Person | None:
        """The person mentioned inside a stretch of text, the last one where there are several."""
        found = None
        for a, b, person in self.mentions:
            if a >= end:
                break
            if a >= start and b <= end:
                found = person
        return found

    def before(self, position: int, count: int = 1, code: str | None = None, office: str | None = None) -> list[Person]:
        """The last ``count`` different people mentioned before a position, the nearest first.

        With ``office``, only holders of it and their counterparts, and none where there are fewer.
        """
        found: list[Person] = []
        for a, _, person in reversed(self.mentions):
            if a < position and person not in found and (code is None or person.code == code):
                if office is not None and person.office not in (office, "counterpart"):
                    continue
                found.append(person)
                if len(found) == count:
                    break
        return found if office is None or len(found) == count else []

    def near(self, person: Person, position: int, reach: int) -> bool:
        """Tell whether a person is mentioned at most ``reach`` characters before a position."""
        return any(p is person and position - reach <= a < position for a, _, p in self.mentions)

    def countries_before(self, position: int, count: int = 2, reach: int | None = None) -> list[Hit]:
        """The last different countries named before a position, the nearest first.

        With ``reach``, only those that stand as nouns at most so many characters before.
        """
        found: list[Hit] = []
        for hit in reversed(self.places):
            if hit.name.kind == "body" or hit.name.code in ("IGO", "NGO", "IMG"):
                continue
            if reach is not None and (hit.name.kind in ("demonym", "place") or hit.start < position - reach):
                continue
            if hit.start < position and all(hit.name.code != other.name.code for other in found):
                found.append(hit)
                if len(found) == count:
                    break
        return found


def definite_person(word: str, cast_: Cast, position: int) -> Person | None:
    """Whom "the Republican" or "the Frenchman" means: the last person of that country named before."""
    code = party_words().get(word)
    if code is None:
        return None
    found = cast_.before(position, 1, code)
    return found[0] if found else None
