"""The cells of a row by what they hold, whatever their columns are called."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from timeline.articles.claims import stated
from timeline.articles.draft import one_line
from timeline.articles.written import Order
from timeline.models import Claim, Rank
from timeline.tables.load import read_toml

COLUMNS = ("title", "date", "text", "url", "source", "language", "id")
TABLE = "columns.toml"
_BETWEEN = re.compile(r"[\s\ufeff_.-]+")
# Spreadsheets count days from here; numbers of five figures are days of 1927 to 2099.
_DAY_0 = date(1899, 12, 30)
_SERIAL = re.compile(r"([1-7]\d{4})(?:[.,]\d+)?")
_LAST_SERIAL = 73_050


class Cell(NamedTuple):
    """What stands in a column of this name."""

    name: str
    value: object


def column(name: object) -> str:
    """Tell which of COLUMNS a name means; one that means none stays as it is.

    >>> column("Publication_Date")
    'date'
    """
    plain = _plain(name)
    return _names()[plain][0] if plain in _names() else plain


def by_column(row: Mapping[str, object]) -> Mapping[str, Cell]:
    """Return the cells that are filled by what they hold; of several names for one thing the more exact one counts."""
    filled = [Cell(str(name).strip(), value) for name, value in row.items() if name is not None and one_line(value)]
    filled.sort(key=lambda cell: -_names().get(_plain(cell.name), ("", 0))[1])
    return {column(cell.name): cell for cell in filled}


def date_claim(cell: Cell, language: str | None, order: Order | None) -> Claim:
    """Make a claim of a date as rows write it, perhaps the day number of a spreadsheet."""
    text, found = one_line(cell.value) or "", f"column {cell.name}"
    serial = _SERIAL.fullmatch(text)
    if not serial or int(serial[1]) > _LAST_SERIAL:
        return stated(text, Rank.STATED, found, language=language, order=order)
    day = _DAY_0 + timedelta(days=int(serial[1]))
    claim = stated(day.isoformat(), Rank.STATED, found)
    return claim.model_copy(update={"text": text, "evidence": f"{found}: {text} (day number of a spreadsheet: {day})"})


def _plain(name: object) -> str:
    return _BETWEEN.sub(" ", str(name).casefold()).strip()


@cache
def _names() -> Mapping[str, tuple[str, int]]:
    """What each name means, and its place among the names for that."""
    return {name: (held, place) for held, names in read_toml(TABLE).items() for place, name in enumerate(names)}
