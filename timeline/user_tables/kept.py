"""What our own tables hold: how many rows, how many of them no second source has confirmed, and until when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from typing import NamedTuple

from timeline.errors import OptionError
from timeline.nearest import nearest
from timeline.tables.load import PACKAGE, UNCHECKED, read_csv, read_header, read_toml


class Kept(NamedTuple):
    """A table: its name and file, what it tells, how many rows, how many ``unchecked``, and to which day it is kept."""

    name: str
    file: str
    says: str
    rows: int
    unchecked: int
    kept_to: date | None


def kept() -> Iterator[Kept]:
    """Yield all tables that users may add to."""
    days = {entry["name"]: entry["date"] for entry in read_toml("sources.toml")["table"]}
    for name, table in read_toml("own.toml").items():
        file = table["file"]
        if file.endswith(".csv"):
            rows = read_csv(file, read_header(file))
            unchecked = sum(row["source"] == UNCHECKED for row in rows)
            yield Kept(name, file, table["says"], len(rows), unchecked, days[file])
        else:
            sections = [part for part in read_toml(file).values() if isinstance(part, list | dict)]
            yield Kept(name, file, table["says"], sum(map(len, sections)), 0, None)


def text_of(name: str) -> str:
    """Give one of our tables as its file holds it; raises OptionError, with the nearest name, where there is none."""
    tables = read_toml("own.toml")
    by_name = {name: table["file"] for name, table in tables.items()}
    file = by_name.get(name) or next((file for file in by_name.values() if file == name), None)
    if file is None:
        raise OptionError(f"{name!r} is no table; {nearest(name, list(tables))}")
    return files(PACKAGE).joinpath(file).read_text(encoding="utf-8")


def kept_to() -> tuple[date, date]:
    """The days to which the tables of facts are kept: of the oldest and of the newest."""
    days = [entry["date"] for entry in read_toml("sources.toml")["table"]]
    return min(days), max(days)
