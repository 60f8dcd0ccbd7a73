"""A file of corrections: read, and each of its faults named by its line."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from timeline import edtf, given
from timeline.corrections.lines import lines_of
from timeline.errors import CorrectionError, DateError, TimelineError, TimelineFileError
from timeline.invalid import all_of
from timeline.models import Correction, Corrections
from timeline.tables.load import read_toml

_KEYS = tuple(Correction.model_fields)


class CorrectionsFile(NamedTuple):
    """What stands in a file, its ``name`` in messages, and on which line each of its corrections begins."""

    name: str
    corrections: Corrections
    lines: tuple[int, ...]

    def told(self, problem: TimelineError) -> TimelineFileError:
        """Say where a problem with these corrections stands."""
        line = f"line {self.lines[problem.number]}: " if isinstance(problem, CorrectionError) else ""
        return TimelineFileError(f"{self.name}: {line}{problem}")


def read(path: Path) -> CorrectionsFile:
    """Read a file of corrections (JSON); ``-`` is standard input.

    Raises TimelineFileError where it is none, or gives a date or type that does not exist.
    """
    found = _read(path)
    if isinstance(found, CorrectionsFile):
        return found
    raise found[0]


def faults(path: Path) -> CorrectionsFile | list[TimelineFileError]:
    """Read a file of corrections, or say everything that is wrong with it; raises what ``read`` does of a file."""
    return _read(path)


def _read(path: Path) -> CorrectionsFile | list[TimelineFileError]:
    name = given.called(path)
    try:
        data = given.read(path)
    except OSError as error:
        raise TimelineFileError(f"{name}: cannot be read ({error.strerror}); check the path") from error
    try:
        corrections = Corrections.model_validate_json(data)
    except ValidationError as error:
        return list(_invalid(name, data, error))
    made = CorrectionsFile(name, corrections, tuple(lines_of(data.decode("utf-8"), "corrections")))
    return [made.told(fault) for fault in _meaningless(corrections)] or made


def _invalid(name: str, data: bytes, error: ValidationError) -> Iterator[TimelineFileError]:
    for where, told in all_of(error, _KEYS):
        line = ""
        if where[:1] == ("corrections",) and len(where) > 1 and isinstance(where[1], int):
            line = f"line {lines_of(data.decode('utf-8'), 'corrections')[where[1]]}: "
        yield TimelineFileError(f"{name}: {line}{told}")


def _meaningless(corrections: Corrections) -> Iterator[CorrectionError]:
    """What no date, type or event is."""
    for number, one in enumerate(corrections.corrections):
        told = _fault(one)
        if told:
            yield CorrectionError(number, f"correction {number + 1}: {told}")


def _fault(one: Correction) -> str | None:
    if one.added and (one.title is None or one.type is None):
        return "an event that is added needs title and type; add them"
    try:
        if one.date is not None:
            edtf.parse(one.date)
    except DateError as error:
        return str(error)
    types = read_toml("events/types.toml")
    if one.type is None or one.type in types:
        return None
    near = difflib.get_close_matches(one.type.upper(), list(types), n=3, cutoff=0.5) or list(types)
    return f"there is no event type {one.type!r}; write {' or '.join(near)}"
