"""The rules that date events: functions registered under the names of the rows of ``events/anchoring.toml``."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, TypeVar

from timeline.errors import TableError
from timeline.events.anchoring.placed import Placed
from timeline.events.anchoring.state import Evidence
from timeline.models import Event
from timeline.tables.load import read_toml

TABLE = "events/anchoring.toml"

Guard = Callable[[Evidence], bool]
Rule = Callable[[Evidence], Placed | None]
Refinement = Callable[[Evidence, Placed], Placed | None]
Repetition = Callable[[Event, Sequence[Event], str], Event | None]
_F = TypeVar("_F", bound=Callable[..., Any])
_T = TypeVar("_T")

_GUARDS: dict[str, Guard] = {}
_RULES: dict[str, Rule] = {}
_REFINEMENTS: dict[str, Refinement] = {}
_REPETITIONS: dict[str, Repetition] = {}


def _under(name: str, functions: dict[str, _F]) -> Callable[[_F], _F]:
    def register(function: _F) -> _F:
        if name in functions:
            raise ValueError(f"two functions are called {name!r}")
        functions[name] = function
        return function

    return register


def guard(group: str) -> Callable[[Guard], Guard]:
    """Register what all rules of a group ask for."""
    return _under(group, _GUARDS)


def rule(name: str) -> Callable[[Rule], Rule]:
    """Register a way to date an event; None where it does not apply."""
    return _under(name, _RULES)


def refinement(name: str) -> Callable[[Refinement], Refinement]:
    """Register a way to date an event better than a rule has done; None where it does not apply."""
    return _under(name, _REFINEMENTS)


def repetition(name: str) -> Callable[[Repetition], Repetition]:
    """Register a way to find the earlier event that a coded one tells again, among those before it in the text."""
    return _under(name, _REPETITIONS)


@dataclass(frozen=True, slots=True)
class Group:
    """Rules that ask for the same, by name, tried one after the other."""

    name: str
    guard: Guard
    rules: Mapping[str, Rule]


@dataclass(frozen=True, slots=True)
class Cascade:
    """All groups in the order they are tried, and by name what refines the results of which groups."""

    groups: tuple[Group, ...]
    refinements: Mapping[str, tuple[frozenset[str], Refinement]]
    repetitions: Mapping[str, Repetition]

    def place(self, evidence: Evidence) -> Placed:
        """Date an event by the first rule that applies, then by the first refinement of its group that does.

        Raises TableError where no rule applies: the last one of the table must always do.
        """
        for group in self.groups:
            for name, place in group.rules.items() if group.guard(evidence) else ():
                placed = place(evidence)
                if placed is not None:
                    return self._refined(evidence, replace(placed, rule=name), group.name)
        raise TableError(f"{TABLE}: no rule dates {evidence.token.text!r}")

    def _refined(self, evidence: Evidence, placed: Placed, group: str) -> Placed:
        for name, (groups, place) in self.refinements.items():
            better = place(evidence, placed) if group in groups else None
            if better is not None:
                return replace(better, rule=name)
        return placed

    def without(self, name: str) -> Cascade:
        """The same without a rule."""
        groups = (replace(g, rules=_others(g.rules, name)) for g in self.groups)
        return Cascade(tuple(groups), _others(self.refinements, name), _others(self.repetitions, name))


def _others(functions: Mapping[str, _T], name: str) -> dict[str, _T]:
    return {other: function for other, function in functions.items() if other != name}


@cache
def cascade() -> Cascade:
    """The table's groups, rules and refinements with their functions.

    Raises TableError where a row has no function, or a function no row.
    """
    table = read_toml(TABLE)
    groups, refinements = table["group"], table["refinement"]
    _check("guard", [group["name"] for group in groups], _GUARDS)
    _check("rule", [row["name"] for group in groups for row in group["rule"]], _RULES)
    _check("refinement", [row["name"] for row in refinements], _REFINEMENTS)
    _check("repetition", [row["name"] for row in table["repetition"]], _REPETITIONS)
    return Cascade(
        tuple(
            Group(
                group["name"],
                _GUARDS[group["name"]],
                {row["name"]: _RULES[row["name"]] for row in group["rule"]},
            )
            for group in groups
        ),
        {row["name"]: (frozenset(row["refines"]), _REFINEMENTS[row["name"]]) for row in refinements},
        {row["name"]: _REPETITIONS[row["name"]] for row in table["repetition"]},
    )


def _check(kind: str, rows: list[str], functions: Mapping[str, object]) -> None:
    if len(set(rows)) < len(rows):
        raise TableError(
            f"{TABLE}: two rows for one {kind}: {', '.join(sorted({r for r in rows if rows.count(r) > 1}))}"
        )
    for name in sorted(set(rows) ^ set(functions)):
        missing = "function" if name in rows else "row"
        raise TableError(f"{TABLE}: the {kind} {name!r} has no {missing}")
