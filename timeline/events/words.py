"""English words that rules ask for: closed classes, and the few verbs and nouns that a rule is about."""

from __future__ import annotations

from functools import cache

from timeline.errors import TableError
from timeline.tables.load import read_toml


@cache
def words(table: str, *names: str) -> frozenset[str]:
    """One list of ``tables/events/words/<table>.toml``, or several in one.

    Raises TableError where the table has no such list.
    """
    try:
        return frozenset(word for name in names for word in read_toml(f"events/words/{table}.toml")[name].split())
    except KeyError as error:
        raise TableError(f"events/words/{table}.toml: no list {error}") from None
