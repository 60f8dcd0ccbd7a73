"""Somebody of whom the article has told only a part yet."""

from __future__ import annotations

from dataclasses import dataclass, field

from timeline.events.lexicon import lexicon
from timeline.events.people.people import Person
from timeline.names.sexes import Sex, sex_of


@dataclass(slots=True)
class Draft:
    """What is known of a person while an article is read.

    ``first``: where the first mention begins; ``is_titled``: whether an office ever stands with the name;
    ``is_tabled``: whether the country is the tables' word, which the article's own overrules; ``sex``: by pronouns.
    """

    name: str
    surname: str
    code: str | None = None
    sector: str | None = None
    office: str | None = None
    first: int = 0
    is_titled: bool = False
    is_tabled: bool = False
    titles: set[str] = field(default_factory=set)
    sex: Sex | None = None

    def done(self) -> Person:
        """The person, as far as the article tells."""
        titles = frozenset(self.titles)
        sex = sex_of(self.name, titles) or self.sex
        return Person(self.name, self.surname, self.code, self.sector, self.office, titles, sex)


def sector_in(office: str) -> str:
    """The sector of whoever holds an office of the table of leaders.

    >>> sector_in("foreign minister"), sector_in("speaker of the house")
    ('GOV', 'LEG')
    """
    return lexicon().sectors.get(office.partition(" of ")[0], "GOV")


# A mention of somebody, in characters, before all is known.
DraftMention = tuple[int, int, Draft]
