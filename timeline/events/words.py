"""English words that rules ask for: closed classes, and the few verbs and nouns that a rule is about."""

from __future__ import annotations

from functools import cache

from timeline.errors import TableError
from timeline.tables.load import read_toml


@cache
def words(table: str, name: str) -> frozenset[str]:
    """One list of ``tables/events/words/<table>.toml``.

    Raises TableError where the table has no such list.
    """
    try:
        return frozenset(read_toml(f"events/words/{table}.toml")[name].split())
    except KeyError:
        raise TableError(f"events/words/{table}.toml: no list {name!r}") from None
