"""Whether somebody is a woman or a man, as far as titles and names tell."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from typing import Literal, NamedTuple

from timeline.names.leaders import plain, terms_of
from timeline.tables.load import read_toml

Sex = Literal["female", "male"]
_SEXES: tuple[Sex, ...] = ("female", "male")
_CELLS = {"titles": None, "nouns": None, "first": None, "whole": ";"}  # what parts the entries of a cell


class _Marks(NamedTuple):
    """The sex that each entry of a kind tells."""

    titles: Mapping[str, Sex]
    nouns: Mapping[str, Sex]
    first: Mapping[str, Sex]
    whole: Mapping[str, Sex]


@cache
def _marks() -> _Marks:
    table = read_toml("names/sexes.toml")
    return _Marks(
        **{
            kind: {word: sex for sex in _SEXES for word in table[sex][kind].split(part)}
            for kind, part in _CELLS.items()
        }
    )


def sex_of(name: str, titles: Collection[str] = ()) -> Sex | None:
    """The sex of somebody by the whole name, a title that stands beside it, or the first name; None where unknown.

    Those of the table of leaders whom the table of sexes does not list are men.

    >>> sex_of("Angela Merkel"), sex_of("Rahimi", ["mrs"]), sex_of("Kim")
    ('female', 'female', None)
    """
    marks = _marks()
    titled = {sex for title in titles if (sex := marks.titles.get(title.rsplit(" ", 1)[-1])) is not None}
    if name in marks.whole or len(titled) == 1:
        return marks.whole.get(name) or titled.pop()
    first = name.split(" ", 1)[0]
    spelled = (first, plain(first), first.split("-")[0])
    told = next((marks.first[one] for one in spelled if one in marks.first), None)
    told = told or marks.titles.get(first.lower())  # "Dame Yvette Odal"
    return told or ("male" if terms_of(name) else None)


def sex_of_noun(noun: str) -> Sex | None:
    """The sex that a word for one person tells ("woman", "spokesman")."""
    return _marks().nouns.get(noun) or _marks().titles.get(noun)
