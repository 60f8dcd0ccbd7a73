"""What is installed of the libraries that the package's own metadata names, and the command that installs the rest."""

from __future__ import annotations

from importlib import metadata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from packaging.requirements import Requirement

PACKAGE = "diplomatic-timeline"


def needed() -> list[Requirement]:
    """List what every command may need, here; raises PackageNotFoundError where the package is not installed."""
    return [one for one in _wanted() if one.marker is None or one.marker.evaluate({"extra": ""})]


def extras() -> dict[str, list[Requirement]]:
    """List by name of extra what only some users need, here; raises PackageNotFoundError as ``needed`` does."""
    names = metadata.metadata(PACKAGE).get_all("Provides-Extra") or []
    return {name: [one for one in _wanted() if one.marker and _is_of(one, name)] for name in sorted(names)}


def fault(wanted: Requirement) -> str | None:
    """Say what is wrong with a library: missing, or of a version that does not fit."""
    try:
        version = metadata.version(wanted.name)
    except metadata.PackageNotFoundError:
        return f"{wanted.name} is missing"
    if wanted.specifier.contains(version, prereleases=True):
        return None
    return f"{wanted.name} is {version}, wanted is {wanted.specifier}"


def install(*wanted: Requirement) -> str:
    """Give the command that installs libraries, wherever this package itself came from.

    >>> from packaging.requirements import Requirement
    >>> install(Requirement("warcio>=1.7; extra == 'warc'"), Requirement("pandas"))
    'pip install "warcio>=1.7" pandas'
    """
    names = [f'"{one.name}{one.specifier}"' if one.specifier else one.name for one in wanted]
    return f"pip install {' '.join(names)}"


def install_extra(name: str) -> str:
    """Give the command that installs what an extra names."""
    try:
        return install(*extras()[name])
    except (metadata.PackageNotFoundError, KeyError):
        return f"pip install '.[{name}]' in the source tree"  # which is all there is of the package then


def install_needed(name: str) -> str:
    """Give the command that installs one of the libraries that every command may need, in the version that fits."""
    try:
        return install(*[one for one in needed() if one.name == name])
    except metadata.PackageNotFoundError:
        return f"pip install {name}"


def _wanted() -> list[Requirement]:
    from packaging.requirements import Requirement

    return [Requirement(text) for text in metadata.requires(PACKAGE) or ()]


def _is_of(wanted: Requirement, extra: str) -> bool:
    assert wanted.marker is not None  # noqa: S101  (what has none is no extra's)
    return wanted.marker.evaluate({"extra": extra}) and not wanted.marker.evaluate({"extra": ""})
