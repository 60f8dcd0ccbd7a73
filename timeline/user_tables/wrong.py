"""What is wrong with a row of a user's table: file, line, column, remedy."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Collection
from pathlib import Path

from timeline.errors import TableError

Wrong = Callable[[TableError], None]


def error(file: Path, line: int | None, column: str | None, problem: str, remedy: str) -> TableError:
    """Say it in one line.

    >>> print(error(Path("own/leaders.csv"), 3, "start", "'soon' is no date", "write 2024-11-07"))
    own/leaders.csv:3: column start: 'soon' is no date; write 2024-11-07
    """
    where = str(file) if line is None else f"{file}:{line}"
    place = f"column {column}: " if column else ""
    return TableError(f"{where}: {place}{problem}; {remedy}")


def nearest(name: str, known: Collection[str]) -> str:
    """Offer the name that is meant, or all where none is near.

    >>> nearest("leader.csv", ["leaders.csv", "terms.csv"]), nearest("x", ["a", "b"])
    ('did you mean leaders.csv?', 'it is one of a, b')
    """
    close = difflib.get_close_matches(name, known, n=1)
    return f"did you mean {close[0]}?" if close else f"it is one of {', '.join(known)}"
