"""How far a date is trusted, by where it was found."""

from __future__ import annotations

from functools import cache

from timeline.errors import TableError
from timeline.models import Rank
from timeline.tables.load import read_toml

TABLE = "dating.toml"


def confidence(found: Rank | str) -> float:
    """Return the confidence, 0..1, of a date found at a place of this rank, or told by this kind of clue.

    Raises TableError where the table does not know it.
    """
    kind = found.name.lower() if isinstance(found, Rank) else found
    try:
        return _table()[kind]
    except KeyError as error:
        raise TableError(f"{TABLE}: [confidence] {error} is missing") from error


@cache
def _table() -> dict[str, float]:
    return {str(kind): float(value) for kind, value in read_toml(TABLE)["confidence"].items()}
