"""Tables with columns: CSV and TSV as spreadsheets save them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from functools import cache

from timeline.errors import TimelineFileError
from timeline.sheets.entry import Cells, Entry, entry
from timeline.tables.load import read_toml

DELIMITERS = ",;\t"
# An apostrophe that keeps a spreadsheet from taking a cell for a formula is no part of the text.
_GUARD = re.compile(r"'(?= *[=+\-@\t\r\n\0＝＋－＠])")


def entries(text: str, where: str) -> Iterator[Entry | TimelineFileError]:
    """Yield the rows, or what is wrong with one; raises TimelineFileError where the table has no title or no date."""
    text = text.removeprefix("\ufeff")
    delimiter = max(DELIMITERS, key=text.split("\n", 1)[0].count)
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        header = next(reader, [])
        columns = _columns(header, where)
        # Spreadsheets count the header as row 1.
        for number, row in enumerate(reader, 2):
            values = {
                column: cell
                for column, at in columns.items()
                if at < len(row) and (cell := _GUARD.sub("", row[at].strip(), 1))
            }
            if values:
                names = {column: header[at] for column, at in columns.items()}
                yield _entry(Cells(f"{where}: row {number}", values, names))
    except csv.Error as error:
        raise TimelineFileError(f"{where}: is no table that can be read ({error}); save it as CSV in UTF-8") from error


def _entry(cells: Cells) -> Entry | TimelineFileError:
    try:
        return entry(cells)
    except TimelineFileError as error:
        return error


def _columns(header: Sequence[str], where: str) -> dict[str, int]:
    """Return what stands in which column, by the best of its names."""
    at = {name.strip().casefold(): place for place, name in reversed(list(enumerate(header)))}
    found = {
        column: at[known[0]] for column, names in _names().items() if (known := [name for name in names if name in at])
    }
    for column, others in (("title", ()), ("date", ("edtf", "year", "begin_not_before"))):
        if column not in found and found.keys().isdisjoint(others):
            shown = ", ".join(repr(name[:30]) for name in header[:20])
            raise TimelineFileError(f"{where}: has no column {column!r} (its columns are {shown}); name one so")
    return found


@cache
def _names() -> dict[str, list[str]]:
    names: dict[str, list[str]] = read_toml("sheet.toml")["columns"]
    return names
