"""English words that the coder's rules ask for, by the name of their list in the table."""

from __future__ import annotations

from functools import cache

from timeline.tables.load import read_toml


@cache
def words(name: str) -> frozenset[str]:
    """One list of ``tables/events/rules.toml``."""
    return frozenset(read_toml("events/rules.toml")[name].split())
