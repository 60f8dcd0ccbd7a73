"""What results hang on beside their inputs: the package's own code and tables, and its libraries."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, requires, version
from importlib.resources import files
from importlib.resources.abc import Traversable

_NAME = "diplomatic-timeline"
# How pages and exports look changes nothing that is found in an article.
_WITHOUT = frozenset(("formats", "render", "__pycache__"))
_OF_NOTE = (".py", ".toml", ".csv")


@cache
def fingerprint(tables: str = "") -> str:
    """Sum up code, tables and the versions of Python and of all libraries: 64 hexadecimal digits.

    ``tables``: the digest of the users' own.
    """
    found = hashlib.sha256(f"{sys.version}\0{tables}".encode())
    for name, content in _own(files("timeline"), ""):
        found.update(f"\0{name}\0{len(content)}\0".encode())
        found.update(content)
    for library in _libraries():
        found.update(f"\0{library}".encode())
    return found.hexdigest()


def _own(folder: Traversable, above: str) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda one: one.name):
        name = f"{above}/{entry.name}"
        if entry.is_dir():
            if entry.name not in _WITHOUT:
                yield from _own(entry, name)
        elif entry.name.endswith(_OF_NOTE):
            yield name, entry.read_bytes()


def _libraries() -> list[str]:
    try:
        wanted = requires(_NAME) or []
    except PackageNotFoundError:  # run from a folder, not installed
        wanted = []
    names = {"".join(char if char.isalnum() or char in "-_." else " " for char in one).split()[0] for one in wanted}
    return sorted(f"{name} {_version(name)}" for name in names)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "none"
