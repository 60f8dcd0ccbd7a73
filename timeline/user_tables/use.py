"""Which of the users' tables are in use in this process."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from timeline.tables import own
from timeline.tables.own import OwnTables
from timeline.user_tables.wrong import Wrong


def use_tables(folder: str | Path | None) -> None:
    """Use the tables of a folder from now on beside ours, in this process; None: ours alone.

    The folder holds CSV and TOML files in the form of ours and under their names (``timeline tables`` lists them).
    Raises TableError, naming file and line, where a row is wrong.
    """
    own.put(OwnTables() if folder is None else _read(Path(folder), lambda _: None))


@contextmanager
def used(folder: str | Path | None, wrong: Wrong, *, skip_bad: bool = False) -> Iterator[OwnTables]:
    """Use the tables of a folder for a while, None: those in use before; faults of rows are handed to ``wrong``."""
    before = own.in_use()
    if folder is not None:
        own.put(_read(Path(folder), wrong, skip_bad=skip_bad))
    try:
        yield own.in_use()
    finally:
        own.put(before)


def _read(folder: Path, wrong: Wrong, *, skip_bad: bool = False) -> OwnTables:
    from timeline.user_tables.read import read  # which checks frames with all that codes events

    return read(folder, wrong, skip_bad=skip_bad)
