"""The table of words, weights and limits for dating, and a sentence's words around an expression."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from timeline.errors import TableError
from timeline.tables.load import read_toml

TABLE = "dating.toml"
_WORD = re.compile(r"['’]?[\w-]+")


@cache
def table(section: str) -> dict[str, Any]:
    """A section of the table."""
    try:
        return dict(read_toml(TABLE)[section])
    except KeyError as error:
        raise TableError(f"{TABLE}: section {error} is missing") from error


@cache
def pattern(section: str, key: str) -> re.Pattern[str]:
    """An expression of the table, whatever the case.

    Raises TableError where it is missing or none.
    """
    try:
        found = table(section)[key]
        return re.compile("|".join(found) if isinstance(found, list) else str(found), re.IGNORECASE)
    except (KeyError, re.error) as error:
        raise TableError(f"{TABLE}: [{section}] {key}: {error}") from error


def limit(name: str) -> float:
    """A number of the limits."""
    return float(table("limits")[name])


def lags(name: str) -> dict[int, float]:
    """Shares by days of distance."""
    return {int(days): float(share) for days, share in table("lags")[name].items()}


def say(key: str, **values: object) -> str:
    """Fill in a sentence of the table."""
    return str(table("words")[key]).format(**values)


def words(text: str, start: int, end: int) -> list[str]:
    """Words of a stretch of text in small letters."""
    return [found.group().lower().replace("’", "'") for found in _WORD.finditer(text, start, end)]
