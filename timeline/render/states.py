"""A party becomes the state or body that it counts for, by its code; one of no code counts for none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from timeline.models import MergedEvent, Party
from timeline.tables import knowledge

_MANY = frozenset(("IGO", "NGO", "IMG"))  # codes that many bodies share: these count by their own names


class States:
    """The states and bodies of a timeline's events."""

    def __init__(self, events: Iterable[MergedEvent]) -> None:
        """Learn what the timeline itself calls a code that the table of countries does not have."""
        called: dict[str, Counter[str]] = {}
        self._codes: dict[str, None] = {}
        for event in events:
            for party in (*event.actors, *event.recipients):
                if party.code:
                    self._codes[party.code] = None
                if party.code and not party.sector:
                    called.setdefault(party.code, Counter())[party.called] += 1
        self._called: Mapping[str, str] = {
            code: min(names, key=lambda name: (-names[name], name)) for code, names in called.items()
        }

    def names(self) -> dict[str, str]:
        """Return what each code of the timeline's parties is called; a code that many bodies share names none."""
        named = ((code, _names().get(code) or self._called.get(code)) for code in self._codes if code not in _MANY)
        return {code: name for code, name in named if name}

    def of(self, party: Party) -> str | None:
        """Return the name of the state or body, None where no code tells it.

        >>> States(()).of(Party(text="Wang", start=0, end=4, code="CHN", sector="GOV"))
        'China'
        >>> States(()).of(Party(text="EU officials", start=0, end=12, code="IGO"))
        'European Union'
        """
        if party.code is None:
            return None
        if party.code in _MANY:
            return _body(party.called)
        return _names().get(party.code) or self._called.get(party.code, party.code)


@cache
def _names() -> Mapping[str, str]:
    return {country.code: country.name for country in knowledge.countries()}


@cache
def _bodies() -> Mapping[str, str]:
    """Every name of a body, in lower case, with the usual one."""
    bodies = (country for country in knowledge.countries() if country.code.startswith("X"))
    return {name.lower(): body.name for body in bodies for name in (body.name, *body.aliases)}


@cache
def _body(called: str) -> str:
    """Return the body whose name begins what a party is called, else that itself."""
    words = called.removeprefix("the ").split(" ")
    for last in range(len(words), 0, -1):
        known = _bodies().get(" ".join(words[:last]).lower())
        if known:
            return known
    return called
