"""The kinds of cells of our CSV tables, and what is wrong with one that is not of its kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from typing import NamedTuple

from timeline import edtf
from timeline.edtf import Interval
from timeline.errors import DateError, TableError
from timeline.tables.almanac import feast_of

_CODE = re.compile(r"[A-Z]{3}")


class Fault(NamedTuple):
    """What is wrong with a cell, and how to mend it."""

    problem: str
    remedy: str


Check = Callable[[str, Mapping[str, str], Collection[str]], Fault | None]


def fault_of(kind: str, cell: str, row: Mapping[str, str], codes: Collection[str]) -> Fault | None:
    """Say what is wrong with a cell of a kind, None where nothing is; ``codes``: of all countries and bodies."""
    return _CHECKS[kind](cell, row, codes)


def days(cell: str) -> Interval:
    """The days of a cell that has been checked; an empty one is open."""
    return edtf.parse(cell) if cell else Interval(None, None)


def _text(cell: str, _row: Mapping[str, str], _codes: Collection[str]) -> Fault | None:
    return None if cell.strip() else Fault("is empty", "write what it is called")


def _any(_cell: str, _row: Mapping[str, str], _codes: Collection[str]) -> Fault | None:
    return None


def _code(cell: str, _row: Mapping[str, str], codes: Collection[str]) -> Fault | None:
    if cell in codes:
        return None
    meant = f"write {cell.upper()}" if cell.upper() in codes else "see: timeline tables countries; or add it to yours"
    return Fault(f"{cell!r} is the code of no country or body", meant)


def _new_code(cell: str, _row: Mapping[str, str], _codes: Collection[str]) -> Fault | None:
    return (
        None if _CODE.fullmatch(cell) else Fault(f"{cell!r} is no code", "write three capitals, for a body XAA to XZZ")
    )


def _date(cell: str, _row: Mapping[str, str], _codes: Collection[str]) -> Fault | None:
    try:
        edtf.parse(cell)
    except DateError:
        return Fault(f"{cell!r} is no date" if cell else "is empty", "write 2024-11-07, 2024-11 or 2024")
    return None


def _open_date(cell: str, row: Mapping[str, str], codes: Collection[str]) -> Fault | None:
    fault = _date(cell, row, codes) if cell else None
    return fault and fault._replace(remedy=f"{fault.remedy}, or nothing where no end is known")


def _small(cell: str, row: Mapping[str, str], codes: Collection[str]) -> Fault | None:
    if cell != cell.lower():
        return Fault(f"{cell!r} has capitals", f"write {cell.lower()!r}")
    return _text(cell, row, codes)


def _number(cell: str, _row: Mapping[str, str], _codes: Collection[str]) -> Fault | None:
    return None if re.fullmatch("[0-9]{1,4}", cell) else Fault(f"{cell!r} is no number", "write 1, 2, 3 ...")


def _rule(_cell: str, row: Mapping[str, str], _codes: Collection[str]) -> Fault | None:
    try:
        feast_of({**row, "when": row["when"] or "?"}, "")
    except TableError as error:
        return Fault(str(error).removeprefix(": "), "write when as 12-25, nth 11 4 4 or easter -2, and days as 1")
    return None


_CHECKS: Mapping[str, Check] = {
    "any": _any,
    "code": _code,
    "date": _date,
    "new code": _new_code,
    "number": _number,
    "open date": _open_date,
    "rule": _rule,
    "small": _small,
    "text": _text,
}
