"""Read a folder of users' tables: which files are which tables, and what is wrong with them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from timeline.errors import TableError
from timeline.nearest import nearest
from timeline.tables.knowledge import countries
from timeline.tables.load import read_toml
from timeline.tables.own import OwnRow, OwnTables
from timeline.user_tables import csv_table, toml_table
from timeline.user_tables.wrong import Wrong, error

_MAX = 10_000_000  # bytes of a table


def checked(folder: Path, wrong: Wrong) -> OwnTables:
    """Read all tables of a folder; what is wrong is handed to ``wrong`` and left out.

    Raises TableError where the folder cannot be read.
    """
    tables = {table["file"]: table for table in read_toml("own.toml").values()}
    texts: dict[str, tuple[Path, str]] = {}
    digest = hashlib.sha256()
    for file in _files(folder):
        name = file.relative_to(folder).as_posix()
        if name not in tables:
            wrong(error(file, None, None, "is no table", nearest(name, list(tables))))
            continue
        data = _bytes(file)
        digest.update(b"\0%d\0%s\0%d\0" % (len(name), name.encode("utf-8", "surrogateescape"), len(data)))
        digest.update(data)
        try:
            texts[name] = file, data.decode("utf-8-sig")
        except UnicodeDecodeError as fault:
            line = data.count(b"\n", 0, fault.start) + 1
            wrong(error(file, line, None, "is not in UTF-8", "save it as UTF-8"))
    codes = {country.code for country in countries()} | _own_codes(texts)
    rows, contents = {}, {}
    for name, (file, text) in sorted(texts.items()):
        if name.endswith(".csv"):
            good = csv_table.rows(file, text, tables[name], codes, wrong)
            # Results name no place of this machine.
            rows[name] = tuple(OwnRow(f"{folder.resolve().name}/{name}:{row.line}", row.cells) for row in good)
        else:
            contents[name] = toml_table.content(file, text, tables[name], wrong)
    return OwnTables(digest.hexdigest() if texts else "", rows, contents)


def read(folder: Path, wrong: Wrong, *, skip_bad: bool = False) -> OwnTables:
    """Read all tables of a folder; raises TableError where any row is wrong, unless those are to be left out."""
    faults: list[TableError] = []

    def note(fault: TableError) -> None:
        faults.append(fault)
        wrong(fault)

    found = checked(folder, note)
    if faults and not skip_bad:
        rows = f"{len(faults)} fault{'s' * (len(faults) != 1)} as said above, the first {faults[0]}"
        raise TableError(f"{folder}: {rows}; mend them, or use what is right with --skip-bad-rows")
    return found


def _files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise TableError(f"{folder}: is no folder of tables; name one, see: timeline tables")
    return sorted(
        file
        for file in folder.rglob("*")
        if file.is_file() and not any(part.startswith(".") for part in file.relative_to(folder).parts)
        if file.suffix.lower() in (".csv", ".toml")
    )


def _bytes(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            data = opened.read(_MAX + 1)
    except OSError as fault:
        raise TableError(f"{file}: cannot be read ({fault.strerror}); check it") from fault
    if len(data) > _MAX:
        raise TableError(f"{file}: has more than {_MAX // 10**6} MB; is it a table?")
    return data


def _own_codes(texts: Mapping[str, tuple[Path, str]]) -> set[str]:
    """The codes that the user's own table of countries brings."""
    if "countries.csv" not in texts:
        return set()
    table: dict[str, Any] = read_toml("own.toml")["countries"]
    found = csv_table.rows(*texts["countries.csv"], table, (), lambda _: None)
    return {row.cells[0] for row in found}
