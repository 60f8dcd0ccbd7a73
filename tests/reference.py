"""Write ``docs/reference.md`` from the docstrings of all public names: ``make reference``."""

from __future__ import annotations

import inspect
import re
import typing
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel

import timeline
from timeline.component import TimelineComponent

PAGE = Path(__file__).parent.parent / "docs" / "reference.md"
HEAD = """\
# Reference

Written from the docstrings by `make reference`.  Offsets are half-open and count characters (code points) of the text
as it was given; days are ISO 8601, from 0001 to 9999; of two bounds both are included, and null is an open side.
"""


def functions() -> dict[str, Any]:
    """All public functions by their names."""
    return {name: one for name, one in public().items() if not inspect.isclass(one)}


def errors() -> dict[str, type]:
    """All public errors by their names."""
    return {name: one for name, one in classes().items() if issubclass(one, Exception)}


def classes() -> dict[str, type]:
    """All public classes by their names."""
    return {name: one for name, one in public().items() if inspect.isclass(one)}


def public() -> dict[str, Any]:
    """All public names with what they stand for."""
    return {name: getattr(timeline, name) for name in timeline.__all__}


def models() -> dict[str, type[BaseModel]]:
    """The public models, and all that their fields hold."""
    found: dict[str, type[BaseModel]] = {}

    def gather(kind: Any) -> None:
        for part in typing.get_args(kind):
            gather(part)
        if inspect.isclass(kind) and issubclass(kind, BaseModel) and kind.__name__ not in found:
            found[kind.__name__] = kind
            for field in kind.model_fields.values():
                gather(field.annotation)

    for one in classes().values():
        gather(one)
    return dict(sorted(found.items()))


def members(kind: type) -> Iterator[tuple[str, Any]]:
    """Yield methods and properties that a class of ours defines for its users."""
    for name, member in vars(kind).items():
        is_ours = inspect.isfunction(member) or isinstance(member, property)
        if is_ours and (not name.startswith("_") or name in ("__iter__", "__len__", "__getitem__", "_repr_html_")):
            yield name, member


def page() -> str:
    """The whole page."""
    parts = [HEAD, "## Functions\n"]
    parts += [f"### `timeline.{name}{_signature(one)}`\n\n{_told(one)}\n" for name, one in functions().items()]
    parts.append("## Types\n")
    for name, model in models().items():
        fields = ", ".join(f"`{field}`" for field in model.model_fields)
        parts.append(f"### `{name}`\n\n{_told(model)}\n\nFields: {fields}.\n")
        parts += [f"#### `{name}.{_shown(key, member)}`\n\n{_told(member)}\n" for key, member in members(model)]
    parts.append("## Errors\n")
    parts += [f"- `{name}`: {_told(one)}" for name, one in errors().items()]
    parts.append(f"\n## spaCy\n\n### `timeline`, a component\n\n{_told(TimelineComponent)}\n")
    return "\n".join(parts)


def _shown(name: str, member: Any) -> str:
    return name if isinstance(member, property) else f"{name}{_signature(member)}"


def _signature(function: Any) -> str:
    return re.sub(r"\bself(, )?|'", "", str(inspect.signature(function)).replace("collections.abc.", ""))


def _told(thing: Any) -> str:
    """The docstring, in the marks of Markdown."""
    return (inspect.getdoc(thing) or "").replace("``", "`")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
