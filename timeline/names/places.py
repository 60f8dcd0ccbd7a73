"""Places, bodies and groups that the table of countries does not hold, and cities that stand for bodies."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from timeline.names.countries import Name, usual_names
from timeline.tables.load import read_toml

_TABLE = "names/places.toml"


def spellings() -> Iterator[tuple[str, Name]]:
    """Yield every word or phrase of the table of places with what it names: a place counts for its country."""
    table = read_toml(_TABLE)
    for word in _listed(table["features"]["names"]):
        yield word, Name("", "feature", word)
    groups, own = (frozenset(_listed(table[section]["names"])) for section in ("groups", "own"))
    for section, kind in (("places", "place"), ("bodies", "body")):
        for code, cell in table[section].items():
            for word in _listed(cell):
                if word in groups:
                    yield word, Name(code, "group", word)
                elif kind == "place" and word not in own:
                    yield word, Name(code, kind, usual_names().get(code, word))
                else:
                    yield word, Name(code, kind, word.removeprefix("the "))


def _listed(cell: str) -> list[str]:
    return cell.split(";")


@cache
def seats() -> dict[str, tuple[str, ...]]:
    """Cities that may stand for a body of states, each with the codes of the bodies."""
    return {city: tuple(cell.split()) for city, cell in read_toml(_TABLE)["seats"].items()}


@cache
def seats_abroad() -> frozenset[str]:
    """Cities that articles of any country are written from because an international body sits there."""
    return frozenset(_listed(read_toml(_TABLE)["abroad"]["cities"]))
