"""Names of several words from the tables (feasts, named periods) as pieces that patterns can name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from timeline.names.countries import spellings
from timeline.tables.almanac import feasts, periods
from timeline.tables.knowledge import summits
from timeline.tables.load import read_toml


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(read_toml("dates/en/names.toml")[kind])


def _alternatives(names: Iterable[str]) -> str:
    """One pattern for all names, longer ones first; a number in a name is any number."""
    ordered = sorted(set(names), key=lambda name: (-len(name.split()), name))
    return " | ".join(" ".join("INT" if word.isdigit() else word for word in name.split()) for name in ordered)


def tokens_of(name: str) -> str:
    """A name in small letters as the tokens that a text has, parted by blanks."""
    return " ".join(re.findall(r"['’]s\b|\w+|[^\w\s]", name.lower().replace("’", "'")))


def macros() -> dict[str, str]:
    """Patterns by the names that rules use."""
    names = [name for feast in feasts() for name in feast.names]
    return {
        "feast": _alternatives(names),
        "feastday": _alternatives(
            name for name in names if name.split()[-1] in _words("day_ends") or name.split()[0] in _words("day_heads")
        ),
        **{kind: _alternatives(found) for kind, found in _meetings().items()},
        "period": _alternatives(name for period in periods() for name in period.names),
    }


def anchors() -> dict[str, dict[str, Any]]:
    """The class that makes a sentence with such a name be looked at: the longest word of each."""
    names = [name for feast in feasts() for name in feast.names]
    names += [name for period in periods() for name in period.names]
    of_countries = [word for word, name in spellings() if name.kind != "place"]
    return {
        "NAMED": {"anchor": True, "words": {max(name.split(), key=len): 1 for name in names}},
        "BODYNAME": {"case": "title", "anchor": True, "words": dict.fromkeys(sorted(_meetings()["shortbody"]), 1)},
        "COUNTRYNAME": {"case": "title", "words": {word: 1 for name in of_countries for word in name.lower().split()}},
    }


@cache
def _meetings() -> dict[str, frozenset[str]]:
    """Names of series of meetings (``summit``) and of bodies (``body``), which need a word of meeting after them.

    Bodies whose name is one word (``shortbody``) can do with a place.
    """
    names = {name for row in summits() for name in (row.name, *row.aliases)}
    plain = frozenset(tokens_of(name) for name in names if re.fullmatch(r"[\w '’-]+", name))
    whole = frozenset(name for name in plain if name.split()[-1] in _words("meetings"))
    short = frozenset(name for name in plain - whole if " " not in name)
    return {"summit": whole, "body": plain - whole, "shortbody": short}
