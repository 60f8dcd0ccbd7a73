"""The libraries that the lock names, with their licences and what each of them needs."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any, NamedTuple

from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
_LICENCES = tomllib.loads((Path(__file__).parent / "licences.toml").read_text(encoding="utf-8"))
_FREE = "License ::"


class Locked(NamedTuple):
    """One entry: ``marker`` says where it is installed (empty: everywhere), ``hashes`` (SHA-256) of its files."""

    name: str
    version: str
    marker: str
    hashes: tuple[str, ...]


def locked() -> Iterator[Locked]:
    """Read the lock."""
    text = re.sub(r" *\\\n *", " ", (ROOT / "requirements.lock").read_text(encoding="utf-8"))
    for line in text.splitlines():
        wanted, *hashes = line.split(" --hash=sha256:")
        named, _, marker = wanted.partition(" ; ")
        name, _, version = named.partition("==")
        yield Locked(name, version, marker, tuple(hashes))


def licence(name: str) -> str:
    """Give an SPDX expression; raises LookupError where the library's metadata tells none that is known."""
    if name in _LICENCES["read"]:
        return str(_LICENCES["read"][name])
    told = metadata.metadata(name)
    fields = [told.get("License-Expression"), told.get("License")]
    classifiers = [one.rsplit("::", 1)[1].strip() for one in told.get_all("Classifier") or () if one.startswith(_FREE)]
    for text in filter(None, (*fields, *classifiers)):
        line = text.strip().splitlines()[0]
        try:
            return str(canonicalize_license_expression(_LICENCES["spellings"].get(line, line)))
        except InvalidLicenseExpression:
            continue
    raise LookupError(f"{name}: no known licence in {[*fields, *classifiers]}; read its licence, add it to the table")


def is_allowed(expression: str) -> bool:
    """Tell whether one may use it under licences that are allowed alone.

    >>> is_allowed("MIT AND (GPL-2.0-only OR MPL-1.1)"), is_allowed("GPL-3.0-only"), is_allowed("MIT AND GPL-3.0-only")
    (True, False, False)
    >>> is_allowed("LGPL-2.1-or-later"), is_allowed("MIT OR GPL-3.0-only")
    (False, True)
    """
    tree = re.sub(r"[\w.+-]+", lambda found: _python(found[0]), expression)
    return bool(eval(tree, {"__builtins__": {}}))  # noqa: S307  (of True, False, and, or and brackets only)


def _python(word: str) -> str:
    if word in ("AND", "OR"):
        return word.lower()
    return str(word in _LICENCES["allowed"])


@cache
def needs(name: str) -> tuple[str, ...]:
    """Name what a library needs to run, here and without extras; nothing of one that is not installed here."""
    try:
        wanted = map(Requirement, metadata.requires(name) or ())
    except metadata.PackageNotFoundError:
        return ()
    found = (one.name for one in wanted if one.marker is None or one.marker.evaluate({"extra": ""}))
    return tuple(sorted(set(map(canonicalize_name, found))))


def named(wanted: str) -> str:
    """Give the name alone, as the lock writes it."""
    return canonicalize_name(Requirement(wanted).name)


def reached(wanted: Iterable[str]) -> set[str]:
    """Name all that is needed by these, and they themselves."""
    found: set[str] = set()
    open_ = [named(one) for one in wanted]
    while open_:
        name = open_.pop()
        if name not in found:
            found.add(name)
            open_.extend(needs(name))
    return found


def project() -> dict[str, Any]:
    """Read what pyproject.toml says of the project."""
    return dict(tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"])
