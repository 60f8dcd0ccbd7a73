"""The kinds of values that options have; a wrong one is wrong usage."""

from __future__ import annotations

import re
from typing import Any

import click

from timeline.errors import DateError
from timeline.options import FORMATS

UNITS = {"": 1, "B": 1, "KB": 10**3, "MB": 10**6, "GB": 10**9}
_LARGEST = 1000 * UNITS["GB"]


class Date(click.ParamType[tuple[str | None, str]]):
    """DATE, or FILE=DATE; read here so that a wrong one is wrong usage."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str | None, str]:
        """Check the day, and keep it as it was written."""
        if isinstance(value, tuple):
            return value
        from timeline.dateparse import parse_date

        file, _, day = value.rpartition("=")
        try:
            parse_date(day)
        except DateError as error:
            self.fail(str(error), param, ctx)
        return file or None, day


class Folder(click.Path):
    """The path of a folder; an empty one is a slip, not the present folder."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Refuse an empty one."""
        if value == "":
            self.fail("is empty; write . for this folder", param, ctx)
        return super().convert(value, param, ctx)


class Size(click.ParamType[int]):
    """A number of bytes: 500000, 20MB."""

    name = "size"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Reckon the bytes."""
        if isinstance(value, int):
            return value
        found = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*([KMG]?B?)\s*", value.upper())
        if not found:
            self.fail(f"{value!r} is no size; write it as 500KB or 20MB", param, ctx)
        number, unit = found.groups()
        size = int(float(number) * UNITS[unit if unit in UNITS else f"{unit}B"])
        if not 0 < size <= _LARGEST:
            self.fail(f"{value!r} is no size of a file; it is at most {_LARGEST // UNITS['GB']}GB", param, ctx)
        return size


class Names(click.ParamType[tuple[str, ...]]):
    """Names, separated by commas."""

    name = "names"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        """Take them apart."""
        if isinstance(value, tuple):
            return value
        return tuple(dict.fromkeys(part.strip() for part in value.split(",") if part.strip()))


class Formats(click.ParamType[tuple[str, ...]]):
    """Names of formats, separated by commas."""

    name = "formats"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        """Take them apart, and refuse what is no format."""
        if isinstance(value, tuple):
            return value
        chosen = tuple(dict.fromkeys(part.strip().lower() for part in value.split(",") if part.strip()))
        unknown = [name for name in chosen if name not in FORMATS]
        if unknown or not chosen:
            self.fail(f"{(unknown or [value])[0]!r} is no format; choose among {', '.join(FORMATS)}", param, ctx)
        return chosen
