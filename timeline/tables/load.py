"""Read the package's CSV and TOML tables; a broken row is named by file and line."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from timeline.errors import TableError

PACKAGE = "timeline.tables"


def read_csv(name: str, columns: tuple[str, ...]) -> list[dict[str, str]]:
    """Rows of a CSV table as dictionaries.

    Raises TableError where the header is not ``columns`` or a row has another number of cells.
    """
    return [dict(zip(columns, cells, strict=True)) for cells in read_rows(name, columns)]


def read_rows(name: str, columns: tuple[str, ...]) -> list[list[str]]:
    """Rows of a CSV table, each with its cells in the order of ``columns``.

    Raises TableError where the header is not ``columns`` or a row has another number of cells.
    """
    rows: list[list[str]] = []
    reader = csv.reader(files(PACKAGE).joinpath(name).read_text(encoding="utf-8").splitlines())
    if tuple(next(reader, [])) != columns:
        raise TableError(f"{name}: the header must be {','.join(columns)}")
    for cells in reader:
        if len(cells) != len(columns):
            raise TableError(f"{name}:{reader.line_num}: {len(cells)} cells, {len(columns)} wanted")
        rows.append(cells)
    return rows


def read_header(name: str) -> tuple[str, ...]:
    """Column names of a CSV table."""
    with files(PACKAGE).joinpath(name).open(encoding="utf-8") as lines:
        return tuple(next(csv.reader(lines), []))


def read_toml(name: str) -> dict[str, Any]:
    """A TOML table.

    Raises TableError where it does not parse.
    """
    try:
        return tomllib.loads(files(PACKAGE).joinpath(name).read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise TableError(f"{name}: {error}") from error


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
