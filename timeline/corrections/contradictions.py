"""What the corrections of a file say against each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from timeline.errors import CorrectionError
from timeline.models import Correction, Corrections

_FIELDS = ("title", "date", "lasting", "type", "status", "actors", "recipients", "note", "same_as", "mention")


def contradictions(corrections: Corrections) -> Iterator[CorrectionError]:
    """Yield, by the later one of two corrections, what they contradict each other in."""
    said: dict[tuple[str, str], tuple[int, object]] = {}
    taken: dict[object, tuple[int, str]] = {}
    for number, one in enumerate(corrections.corrections):
        for field in _FIELDS:
            value = getattr(one, field)
            if value is None:
                continue
            first, other = said.setdefault((one.event, field), (number, value))
            if other != value:
                yield _against(number, one, f"correction {first + 1} gives it another {field}; the later one holds")
        if one.mention is not None:
            first, event = taken.setdefault(one.mention, (number, one.event))
            if event != one.event:
                yield _against(number, one, f"correction {first + 1} takes the same mention out, as {event}; drop one")
    yield from _rings(corrections)


def _rings(corrections: Corrections) -> Iterator[CorrectionError]:
    into = {one.event: one.same_as for one in corrections.corrections if one.same_as is not None}
    for number, one in enumerate(corrections.corrections):
        if one.same_as is not None and ends_in(one.event, into) is None:
            yield _against(number, one, f"{one.same_as} is merged into itself; drop one of them")


def ends_in(name: str, into: Mapping[str, str]) -> str | None:
    """The event that an event goes into in the end; None where they go round in a ring."""
    seen: set[str] = set()
    while name in into:
        if name in seen:
            return None
        seen.add(name)
        name = into[name]
    return name


def _against(number: int, one: Correction, told: str) -> CorrectionError:
    return CorrectionError(number, f"correction of {one.event}: {told}")
