"""What is wrong with a row of a user's table: file, line, column, remedy."""

from __future__ import annotations

from collections.abc import Callable
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
