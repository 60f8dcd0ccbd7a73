"""What is wrong with JSON that a user wrote, in words: of pydantic's findings the first."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, NamedTuple

from pydantic import ValidationError

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_MUST = "Input should be "


class Invalid(NamedTuple):
    """One problem with the place where it stands, and its remedy; both without a full stop."""

    problem: str
    remedy: str

    def __str__(self) -> str:
        """Join both into the second half of a message."""
        return f"{self.problem}; {self.remedy}"


def first_of(error: ValidationError, keys: Collection[str] = ()) -> Invalid:
    """Say the first problem; ``keys``: those that are known where one is not.

    Entries of lists are counted from one ("correction 1").
    """
    return _told(error.errors(include_url=False, include_input=False)[0], keys)


def all_of(error: ValidationError, keys: Collection[str] = ()) -> Iterator[tuple[tuple[str | int, ...], Invalid]]:
    """Yield every problem, as ``first_of`` says it, behind the keys and numbers that lead to it."""
    for one in error.errors(include_url=False, include_input=False):
        yield one["loc"], _told(one, keys)


def _told(found: ErrorDetails, keys: Collection[str]) -> Invalid:
    kind, message = found["type"], str(found["msg"])
    *above, key = found["loc"] or ("",)
    where = _place(above)
    if kind == "json_invalid":
        # What stands on one line needs no number of lines.
        reason = re.sub(r" at line 1 column", " at column", str(found["ctx"]["error"]))
        return Invalid(f"is no valid JSON ({reason})", "mend it there")
    if kind == "missing":
        return Invalid(f"{where}{key!r} is missing", "add it")
    if kind == "extra_forbidden":
        near = difflib.get_close_matches(str(key), sorted(keys), n=1)
        other = f"write {near[0]!r}" if near else f"known are {', '.join(keys)}" if keys else "remove it"
        return Invalid(f"{where}the key {key!r} is not known", other)
    if kind == "value_error":
        return Invalid(where + message.removeprefix("Value error, "), "mend it")
    name = _place([*above, key]).removesuffix(": ") if isinstance(key, int) else where + (f"{key!r}" if key else "")
    if kind == "string_type":
        return Invalid(f"{name} must be a string", "put it between quotation marks")
    if kind in ("model_type", "dict_type"):
        return Invalid(f"{name} must be an object".strip(), "write it as {...}")
    if message.startswith(_MUST):
        return Invalid(f"{name} must be {message.removeprefix(_MUST)}".strip(), "change it")
    return Invalid(f"{name}: {message}" if name else message, "mend it")


def _place(loc: Collection[str | int]) -> str:
    """Name the entry or key that holds what is wrong: ``("corrections", 0)`` is ``correction 1: ``."""
    names: list[str] = []
    for part in loc:
        if isinstance(part, int) and names:
            names[-1] = f"{_singular(names[-1])} {part + 1}"
        else:
            names.append(str(part))
    return "".join(f"{name}: " for name in names)


def _singular(name: str) -> str:
    return "timex" if name == "timexes" else name.removesuffix("s")
