"""All formats by their names; the module of a format is imported when it is first asked for."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from importlib import import_module
from importlib.util import find_spec
from typing import cast

from timeline.errors import OptionError
from timeline.installed import install_extra
from timeline.models import Timeline
from timeline.options import FORMATS
from timeline.render import page_parts

_MODULES = {
    "json": "whole",
    "jsonl": "json_lines",
    "csv": "csv_table",
    "parquet": "parquet",
    "ics": "icalendar",
    "timelinejs": "timelinejs",
    "timeml": "timeml",
    "plover": "plover",
    "geojson": "geojson",
    "md": "markdown",
    "txt": "plain_text",
    "atom": "atom",
}
_EXTRAS = {"parquet": "pyarrow"}  # the library of a format that not every installation has


def parts(timeline: Timeline, format_name: str, *, plotlyjs: str | None = None) -> Iterator[str | bytes]:
    """Yield a timeline in a format, part by part; texts are UTF-8.  ``plotlyjs``: the bundle that a page carries.

    Raises OptionError where there is no such format, or a library that it wants is missing.
    """
    check([format_name])
    if format_name == "html":
        yield from page_parts(timeline, plotlyjs=plotlyjs)
    else:
        module = import_module(f"timeline.formats.{_MODULES[format_name]}")
        yield from cast("Iterable[str | bytes]", module.parts(timeline))


def export(timeline: Timeline, format_name: str) -> bytes:
    """Return a timeline in a format (``ics``, ``csv``); equal timelines give equal bytes.

    Raises OptionError where there is no such format, or a library that it wants is missing.
    """
    return b"".join(part if isinstance(part, bytes) else part.encode("utf-8") for part in parts(timeline, format_name))


def check(formats: Iterable[str]) -> None:
    """Raise OptionError where one is no format, or wants a library that is not installed."""
    for name in formats:
        if name not in FORMATS:
            near = difflib.get_close_matches(name, FORMATS, n=1)
            meant = f"; do you mean {near[0]!r}?" if near else ""
            raise OptionError(f"{name!r} is no format; choose among {', '.join(FORMATS)}{meant}")
        if name in _EXTRAS and find_spec(_EXTRAS[name]) is None:
            raise OptionError(f"the format {name} wants {_EXTRAS[name]}; run: {install_extra(name)}")


def file_name(format_name: str, stem: str = "timeline") -> str:
    """Name the file of a format.

    >>> file_name("timelinejs")
    'timeline.timelinejs.json'
    """
    return f"{stem}.{FORMATS[format_name]}"
