"""Named rules: a function registered under a name, beside the table row that says in words what it does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Generic, TypeVar

from timeline.errors import TableError
from timeline.tables.load import read_toml

F = TypeVar("F", bound=Callable[..., object])


@dataclass(frozen=True, slots=True)
class Row:
    """What a table says of a rule: its name, what it does, and sentences that need it ("text -> what comes out")."""

    name: str
    says: str
    examples: tuple[str, ...]


@cache
def rows(table: str) -> dict[str, tuple[Row, ...]]:
    """The rows of ``tables/events/<table>.toml`` by section, in their order.

    Raises TableError where a row lacks something or has more than a rule needs.
    """
    try:
        return {
            section: tuple(Row(**{**row, "examples": tuple(row["examples"])}) for row in found)
            for section, found in read_toml(f"events/{table}.toml").items()
        }
    except (KeyError, TypeError) as error:
        raise TableError(f"events/{table}.toml: a rule needs name, says and examples, nothing else: {error}") from None


class Rules(Generic[F]):
    """The rules of one section of a table, in the order of its rows; each row has one function, each function one row.

    Iterating raises TableError where a row has no function or a function no row.
    """

    def __init__(self, table: str, section: str) -> None:  # noqa: D107 - the class says it
        self.table, self.section = table, section
        self.functions: dict[str, F] = {}
        self._is_ordered = False

    def rule(self, name: str) -> Callable[[F], F]:
        """Register a function under the name of its row."""

        def register(function: F) -> F:
            if name in self.functions:
                raise ValueError(f"two rules of {self.section} are called {name!r}")
            self.functions[name] = function
            return function

        return register

    def __getitem__(self, name: str) -> F:
        """The function of one rule."""
        return self.functions[name]

    def __iter__(self) -> Iterator[tuple[str, F]]:
        """The rules with their names, in the order of the table."""
        if not self._is_ordered:
            self._order()
            self._is_ordered = True
        return iter(self.functions.items())

    def _order(self) -> None:
        names = tuple(row.name for row in rows(self.table)[self.section])
        if sorted(names) != sorted(self.functions):
            strange = sorted(set(names) ^ set(self.functions)) or names
            raise TableError(f"events/{self.table}.toml: {self.section}: row or function missing for {strange}")
        for name in names:
            self.functions[name] = self.functions.pop(name)
