"""What a correction says of its event, and which event it means, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline.models import Correction, Near, Placement

_BY = {"id": "by its id", "sentence": "by a sentence that tells it", "likeness": "by its likeness ({:.2f})"}
_LONGEST = 60  # characters of a value


def said(one: Correction) -> Iterator[str]:
    """Say what a correction gives its event, field by field."""
    for name, value in one.model_dump(mode="json", exclude_defaults=True, exclude={"event"}).items():
        match name, value:
            case "mention", {"article": article, "start": start, "end": end}:
                yield f"taken out of its event: {article}, {start} to {end}"
            case "same_as", str():
                yield f"merged into {value}"
            case (("hide" | "added"), _):
                yield {"hide": "hidden", "added": "added"}[name]
            case _:
                words = ", ".join(value) if isinstance(value, list) else str(value)
                yield f"{name} {words if len(words) <= _LONGEST else words[: _LONGEST - 1] + '…'}"


def meant(placement: Placement) -> str:
    """Say which event an id means and why, or what is nearest to it."""
    if placement.found is None or placement.by is None:
        return f"{placement.event} is not found; {listed(placement.nearest)}"
    other = "" if placement.found == placement.event else f", {placement.found}"
    return f"{placement.event} is {placement.title!r}{other}, {_BY[placement.by].format(placement.likeness)}"


def listed(near: Sequence[Near]) -> str:
    """Name the events nearest to one that is not found.

    >>> listed([Near(event="e1", title="Haas meets Odal", likeness=0.5)]), listed([])
    ("nearest is e1 'Haas meets Odal' (0.50)", 'nothing is like it')
    """
    named = ", ".join(f"{one.event} {one.title!r} ({one.likeness:.2f})" for one in near)
    return f"nearest {'is' if len(near) == 1 else 'are'} {named}" if near else "nothing is like it"
