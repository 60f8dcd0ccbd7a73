"""A user's CSV table, checked row by row."""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from timeline.nearest import nearest
from timeline.user_tables.cells import days, fault_of
from timeline.user_tables.wrong import Wrong, error


class Good(NamedTuple):
    """A row that is right: its line in the file, and its cells."""

    line: int
    cells: tuple[str, ...]


def rows(file: Path, text: str, table: Mapping[str, Any], codes: Collection[str], wrong: Wrong) -> Iterator[Good]:
    """Yield the good rows of a table, cells in our order; each fault of another is handed to ``wrong``."""
    columns: Mapping[str, str] = table["columns"]
    reader = csv.reader(text.splitlines(keepends=True), strict=True)
    try:
        header = [name.strip() for name in next(reader, [])]
        if not _is_header(file, header, table, wrong):
            return
        for cells in reader:
            if not cells:
                continue
            if len(cells) != len(header):
                remedy = f"the header has {len(header)}: put a cell that holds a comma between double quotes"
                wrong(error(file, reader.line_num, None, f"has {len(cells)} cells", remedy))
                continue
            row = dict.fromkeys(columns, "") | dict(zip(header, map(str.strip, cells), strict=True))
            if _is_good(file, reader.line_num, row, table, codes, wrong):
                yield Good(reader.line_num, tuple(row[name] for name in columns))
    except csv.Error as fault:
        wrong(error(file, reader.line_num, None, f"is no CSV ({fault})", "mind the double quotes around cells"))


def _is_header(file: Path, header: Sequence[str], table: Mapping[str, Any], wrong: Wrong) -> bool:
    columns: Mapping[str, str] = table["columns"]
    unknown = [name for name in header if name not in columns]
    twice = [name for name in header if header.count(name) > 1]
    lacking = [name for name in columns if name not in header and name not in table["may_lack"]]
    if unknown:
        wrong(
            error(file, 1, unknown[0] or "(no name)", "is no column of this table", nearest(unknown[0], list(columns)))
        )
    elif twice:
        wrong(error(file, 1, twice[0], "stands twice", "leave one out"))
    elif lacking:
        wrong(error(file, 1, lacking[0], "is missing", f"the header is {','.join(columns)}"))
    return not (unknown or twice or lacking)


def _is_good(  # noqa: PLR0913, PLR0917  (a row with its place)
    file: Path, line: int, row: Mapping[str, str], table: Mapping[str, Any], codes: Collection[str], wrong: Wrong
) -> bool:
    good = True
    for column, kind in table["columns"].items():
        fault = fault_of(kind, row[column], row, codes)
        if fault:
            good = False
            wrong(error(file, line, column, *fault))
    if good and "order" in table:
        first, last = table["order"]
        begin, end = days(row[first]).not_before, days(row[last]).not_after
        if begin and end and end < begin:
            wrong(error(file, line, last, f"{row[last]} lies before {row[first]}, its {first}", "mend one of the two"))
            return False
    return good
