"""Read the package's CSV and TOML tables, and the users' own rows with them; a broken row is named by file and line."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, NamedTuple

from timeline.errors import TableError
from timeline.tables import own

PACKAGE = "timeline.tables"
UNCHECKED = "own"  # the source of a row that no second one has confirmed


class Row(NamedTuple):
    """A row of a CSV table: file and line, and its cells in the order of the columns."""

    where: str
    cells: Sequence[str]

    @property
    def label(self) -> str:
        """What evidence calls it: one that no second source has confirmed says so."""
        return f"{self.where}, not checked" if self.cells[-1] == UNCHECKED else self.where


def read_csv(name: str, columns: tuple[str, ...]) -> list[dict[str, str]]:
    """Rows of a CSV table as dictionaries.

    Raises TableError where the header is not ``columns`` or a row has another number of cells.
    """
    return [dict(zip(columns, row.cells, strict=True)) for row in read_rows(name, columns)]


def read_rows(name: str, columns: tuple[str, ...]) -> list[Row]:
    """Rows of a CSV table, each with its cells in the order of ``columns``; the users' own rows stand last.

    Of ours those are left out instead of which a user's row stands.
    Raises TableError where the header is not ``columns`` or a row has another number of cells.
    """
    rows: list[Row] = []
    reader = csv.reader(files(PACKAGE).joinpath(name).read_text(encoding="utf-8").splitlines())
    if tuple(next(reader, [])) != columns:
        raise TableError(f"{name}: the header must be {','.join(columns)}")
    for cells in reader:
        if len(cells) != len(columns):
            raise TableError(f"{name}:{reader.line_num}: {len(cells)} cells, {len(columns)} wanted")
        rows.append(Row(f"{name}:{reader.line_num}", cells))
    theirs = own.in_use().rows.get(name, ())
    if not theirs:
        return rows
    key = [columns.index(column) for column in read_toml("own.toml")[name.removesuffix(".csv")]["key"]]
    taken = {tuple(row.cells[place] for place in key) for row in theirs}
    kept = [row for row in rows if tuple(row.cells[place] for place in key) not in taken]
    return [*kept, *(Row(*row) for row in theirs)]


def read_header(name: str) -> tuple[str, ...]:
    """Column names of a CSV table."""
    with files(PACKAGE).joinpath(name).open(encoding="utf-8") as lines:
        return tuple(next(csv.reader(lines), []))


def read_toml(name: str) -> dict[str, Any]:
    """A TOML table, with what users have added to it; it is read once and belongs to all who ask: nobody changes it.

    Raises TableError where it does not parse.
    """
    theirs = own.in_use().contents.get(name)
    return _joined(_ours(name), theirs, _joints().get(name)) if theirs else _ours(name)


@cache
def _ours(name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(files(PACKAGE).joinpath(name).read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise TableError(f"{name}: {error}") from error


@cache
def _joints() -> dict[str, str]:
    """What joins the words of a cell, of the tables whose cells grow."""
    return {table["file"]: table["joined_by"] for table in read_toml("own.toml").values() if "joined_by" in table}


def _joined(ours: Mapping[str, Any], theirs: Mapping[str, Any], joint: str | None) -> dict[str, Any]:
    """Put theirs to ours: lists of rows first, where they are asked first, and instead of ours of the same name."""
    made = dict(ours)
    for key, value in theirs.items():
        if isinstance(value, Mapping):
            made[key] = _joined(made.get(key, {}), value, joint)
        elif isinstance(value, list):
            names = {row["name"] for row in value}
            made[key] = [*value, *(row for row in made.get(key, ()) if row["name"] not in names)]
        else:
            made[key] = f"{made[key]}{joint}{value}" if joint and key in made else value
    return made


def list_tables(folder: str) -> list[str]:
    """Names of all TOML tables below a folder of the package's tables, sorted, as ``read_toml`` takes them."""
    return sorted(_tables_below(files(PACKAGE).joinpath(folder), folder))


def _tables_below(folder: Traversable, name: str) -> Iterator[str]:
    if not folder.is_dir():
        return
    for entry in folder.iterdir():
        inner = f"{name}/{entry.name}"
        if entry.is_dir():
            yield from _tables_below(entry, inner)
        elif entry.name.endswith(".toml"):
            yield inner
