"""What each country and body is called: its name, its people in singular and plural, its capital, its other names."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from timeline.tables.knowledge import Country, countries
from timeline.tables.load import read_toml

# What the people of a country are called in the plural as well ("the Japanese"); all others take an s.
_SAME_IN_PLURAL = ("ese", "ish", "ch", "s")


class Name(NamedTuple):
    """What a word names: ``kind`` is country, demonym, place, body, group or, for waters and the like, feature.

    ``code``: ISO 3166-1 alpha-3, or what the tables write for a body; ``name``: the usual name; ``whole``: whether the
    word stands for all of the country or body, as its capital does and another city does not.
    """

    code: str
    kind: str
    name: str
    whole: bool = False


def spellings() -> Iterator[tuple[str, Name]]:
    """Yield every word or phrase of the table of countries with what it names.

    A word that several countries share comes first with the one that newspapers mean most often.
    """
    for country in sorted(countries(), key=_is_less_meant):
        yield from _of(country)


def _is_less_meant(country: Country) -> bool:
    return any(_meant_most().get(word, country.code) != country.code for word in country.demonyms)


@cache
def _meant_most() -> dict[str, str]:
    return {str(word): str(code) for word, code in read_toml("names/countries.toml")["shared"].items()}


def _of(country: Country) -> Iterator[tuple[str, Name]]:
    usual = _usual_name(country)

    def named(kind: str, name: str = usual) -> Name:
        return Name(country.code, kind, name, whole=True)

    yield country.name, named("country")
    for word in country.demonyms:
        yield word, named("demonym")
        if not word.endswith(_SAME_IN_PLURAL):
            yield f"{word}s", named("demonym")
    if not is_body(country.code):  # the seat of a body is not the body
        for word in country.capitals:
            yield word, named("place")
    for word in country.aliases:
        own = word.removeprefix("the ")
        yield word, named("body" if is_body(country.code) else "country", own if own in _institutions() else usual)


def _usual_name(country: Country) -> str:
    """What newspapers call a country."""
    return str(read_toml("names/countries.toml")["usual"].get(country.code, country.name))


@cache
def _institutions() -> frozenset[str]:
    """Names of governments and ministries, which count for their country and keep their own name."""
    return frozenset(read_toml("names/countries.toml")["institutions"]["names"].split(";"))


def is_body(code: str) -> bool:
    """Tell the code of a body of states from that of a country.

    >>> is_body("XEU"), is_body("XKX"), is_body("FRA")
    (True, False, False)
    """
    return code.startswith("X") and code != "XKX"


@cache
def usual_names() -> dict[str, str]:
    """The usual name of each country and body by its code."""
    return {country.code: _usual_name(country) for country in countries()}


@cache
def country_names() -> frozenset[str]:
    """All names of countries, without their people and towns."""
    return frozenset(word.removeprefix("the ") for word, name in spellings() if name.kind == "country")


@cache
def shared() -> dict[str, tuple[str, ...]]:
    """Words for the people of several countries with their codes, first the one that is meant most.

    "Congolese" is said of both Congos, "Dominican" of Dominica and the Dominican Republic.
    """
    meant: dict[str, list[str]] = {}
    for word, name in spellings():
        if name.kind == "demonym":
            meant.setdefault(word, []).append(name.code)
    return {word: tuple(codes) for word, codes in meant.items() if len(codes) > 1}


@cache
def called(code: str) -> tuple[str, ...]:
    """All that a country or body is called, by its seat and by words that it shares with others too."""
    known = [country for country in countries() if country.code == code]
    return tuple(word for country in known for word in (*(word for word, _ in _of(country)), *country.capitals))


@cache
def party_words() -> dict[str, str]:
    """Nouns for a politician of one country ("Republican" -> USA)."""
    table = read_toml("names/countries.toml")["parties"]
    return {word: code for code, cell in table.items() for word in cell.split(";")}
