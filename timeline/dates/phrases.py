"""Names of several words from the tables (feasts, named periods) as pieces that patterns can name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from timeline.tables.almanac import feasts, periods

# Names that are a day by themselves; others ("Christmas", "Easter") need a word of time before them.
_DAYS = ("day", "eve", "night", "weekend", "sunday", "monday", "thursday", "friday", "saturday", "week")


def _alternatives(names: Iterable[str]) -> str:
    """One pattern for all names, longer ones first; a number in a name is any number."""
    ordered = sorted(set(names), key=lambda name: (-len(name.split()), name))
    return " | ".join(" ".join("INT" if word.isdigit() else word for word in name.split()) for name in ordered)


def macros() -> dict[str, str]:
    """Patterns by the names that rules use."""
    names = [name for feast in feasts() for name in feast.names]
    return {
        "feast": _alternatives(names),
        "feastday": _alternatives(name for name in names if name.split()[-1] in _DAYS or name.startswith("eid ")),
        "period": _alternatives(name for period in periods() for name in period.names),
    }


def anchors() -> dict[str, dict[str, Any]]:
    """The class that makes a sentence with such a name be looked at: the longest word of each."""
    names = [name for feast in feasts() for name in feast.names]
    names += [name for period in periods() for name in period.names]
    return {"NAMED": {"anchor": True, "words": {max(name.split(), key=len): 1 for name in names}}}
