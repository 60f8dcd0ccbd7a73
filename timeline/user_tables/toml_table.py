"""A user's TOML table: lists of words, or frames of verbs and nouns of events, each row checked."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from timeline.errors import TableError
from timeline.events.frame import KEYS, frame_of
from timeline.events.lexicon import lexicon
from timeline.nearest import nearest
from timeline.user_tables.wrong import Wrong, error

SECTIONS = {"verb": "verbs", "noun": "nouns", "construction": None}  # with the key that holds their words
_HEADER = re.compile(r"\s*\[\[?\s*([\w-]+)\s*\]?\]")
_LINE = re.compile(r"\(at line (\d+), column (\d+)\)")


def content(file: Path, text: str, table: Mapping[str, Any], wrong: Wrong) -> dict[str, Any]:
    """Give the good rows of a table, by its sections; each fault of another is handed to ``wrong``."""
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        place = _LINE.search(str(fault))
        line, column = (int(place[1]), place[2]) if place else (None, None)
        problem = _LINE.sub("", str(fault)).strip()
        wrong(error(file, line, column, f"is no TOML ({problem})", "mend that place; see: timeline tables"))
        return {}
    known = [*SECTIONS] if "frames" in table else table["lists"]
    for name in sorted(found.keys() - set(known)):
        wrong(error(file, _line_of(text, name), None, f"[{name}] is not known", nearest(name, known)))
    return {
        name: good
        for name in known
        if (good := (_frames if "frames" in table else _words)(file, text, name, found.get(name), wrong))
    }


def _words(file: Path, text: str, section: str, rows: Any, wrong: Wrong) -> dict[str, str]:
    if rows is None:
        return {}
    if not isinstance(rows, dict):
        wrong(error(file, _line_of(text, section), section, "is no table", f'write [{section}], then: word = "words"'))
        return {}
    bad = [key for key, value in rows.items() if not _is_text(value)]
    for key in bad:
        wrong(error(file, _line_of(text, key), key, "is no text", f'write: "{key}" = "words"'))
    return {key: value for key, value in rows.items() if key not in bad}


def _frames(file: Path, text: str, section: str, rows: Any, wrong: Wrong) -> list[dict[str, Any]]:
    if rows is None:
        return []
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        wrong(error(file, _line_of(text, section), None, f"[{section}] is no list of rows", f"write [[{section}]]"))
        return []
    lines = [number for number, line in enumerate(text.split("\n"), 1) if _section(line) == section]
    good = []
    for row, line in zip(rows, [*lines, *[0] * len(rows)], strict=False):
        faults = list(_faults(row, section))
        for column, problem, remedy in faults:
            at = _line_of(text, column, line + 1) if column in row else line
            wrong(error(file, at, column, problem, remedy))
        if not faults:
            good.append(row)
    return good


def _faults(row: Mapping[str, Any], section: str) -> Iterator[tuple[str, str, str]]:
    """Yield column, problem and remedy of all that is wrong with a frame."""
    for key in sorted(row.keys() - KEYS):
        yield key, "is no key of a frame", nearest(key, sorted(KEYS))
    for key in filter(None, ("name", "type", SECTIONS[section])):
        if not _is_text(row.get(key)):
            yield key, "is missing", f'write: {key} = "..."'
    kinds = lexicon().kinds
    if isinstance(row.get("type"), str) and row["type"] not in kinds:
        yield "type", f"{row['type']!r} is no type of event", nearest(row["type"], list(kinds))
    for key in ("examples", "counterexamples"):
        if not isinstance(row.get(key, []), list):
            yield key, "is no list", f'write: {key} = ["One sentence."]'
    if any(_is_number(value) for value in row.values()):
        yield next(iter(row)), "has a number", "write words between quotes"
    elif row.keys() <= KEYS and {"name", "type"} <= row.keys() and (problem := _unreadable(row, section)) is not None:
        yield "name", f"{row['name']!r} is no frame ({problem})", "see: timeline tables extension"


def _unreadable(row: Mapping[str, Any], section: str) -> str | None:
    """Why no frame can be made of a row, None where one can."""
    try:
        frame_of(row, section == "noun", lexicon().sets, "")
    except (TableError, AttributeError, TypeError, ValueError) as fault:
        return str(fault).removeprefix(": ")
    return None


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _section(line: str) -> str | None:
    found = _HEADER.match(line)
    return found[1] if found else None


def _line_of(text: str, key: str, after: int = 1) -> int:
    """The first line from ``after`` on that names a key or section; ``after`` where none does."""
    named = re.compile(rf'\s*(?:"?{re.escape(key)}"?\s*=|\[\[?\s*"?{re.escape(key)}"?\s*\])')
    lines = text.split("\n")
    return next((number for number in range(max(1, after), len(lines) + 1) if named.match(lines[number - 1])), after)
