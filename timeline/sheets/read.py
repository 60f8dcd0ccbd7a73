"""A file of events by its kind: a table, slides of TimelineJS, or records."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from pathlib import Path

from timeline import given
from timeline.errors import TimelineFileError
from timeline.models import Timeline
from timeline.sheets import columns, made, records, slides
from timeline.sheets.entry import Entry

_TABLES, _RECORDS = (".csv", ".tsv"), (".jsonl", ".ndjson")
_TITLE = "Timeline"
_NUL = re.compile(r"(?<!\\)((?:\\\\)*)\\u0000")


def is_sheet(path: Path, data: bytes) -> bool:
    """Tell whether a file is one that ``read`` reads, rather than a timeline file."""
    if _suffix(path, data) in (*_TABLES, *_RECORDS):
        return True
    return b'"start_date"' in data and slides.is_one(_json(data))


def read(path: Path, data: bytes, report: Callable[[TimelineFileError], None]) -> Timeline:
    """Read a file of events; ``report`` gets each row that cannot be used.

    Raises TimelineFileError where none can.
    """
    where, suffix = given.called(path), _suffix(path, data)
    title = None
    found: Iterable[Entry | TimelineFileError]
    if suffix in _TABLES:
        found = columns.entries(_text(data, where).replace("\0", ""), where)
    elif suffix in _RECORDS:
        found = records.entries(_without_nul(_text(data, where)), where)
    else:
        value = _json(data)
        title, found = slides.title(value), slides.entries(value, where)
    good: list[Entry] = []
    for one in found:
        if isinstance(one, TimelineFileError):
            report(one)
        else:
            good.append(one)
    if not good:
        raise TimelineFileError(f"{where}: holds no event that can be used; write one a row, with a title and a date")
    named = "" if path == given.STANDARD else path.stem.removesuffix(".timelinejs")
    return made.timeline(good, title or named or _TITLE)


def _suffix(path: Path, data: bytes) -> str:
    """The suffix of a file, or for standard input the one that its first line would have."""
    if path != given.STANDARD:
        return path.suffix.lower()
    first = data.partition(b"\n")[0]
    if first.lstrip(b"\xef\xbb\xbf \r").startswith((b"{", b"[")):
        record = _json(first)
        return _RECORDS[0] if record and "events" not in record else ""
    return _TABLES[0] if any(sign in first for sign in columns.DELIMITERS.encode()) else ""


def _text(data: bytes, where: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TimelineFileError(f"{where}: is not in UTF-8 (byte {error.start + 1}); save it as CSV UTF-8") from error


def _without_nul(text: str) -> str:
    """Take the escapes of NUL out of JSON: it stands for nothing, and no timeline may hold it."""
    return _NUL.sub(r"\1", text)


def _json(data: bytes) -> dict[str, object]:
    try:
        value = json.loads(_without_nul(data.decode("utf-8-sig")))
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}
