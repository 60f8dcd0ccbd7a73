"""Corrections by a reader, applied to the merged events of every build."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from typing import Any

from timeline import edtf
from timeline.edtf import Interval
from timeline.models import Attribution, Bounds, Correction, Corrections, EventTime, MergedEvent, Party
from timeline.tables.load import read_toml

_AS_GIVEN = frozenset(("title", "status", "note"))
_CORRECTABLE = _AS_GIVEN | {"actors", "recipients", "type", "date", "lasting"}


def corrected(
    events: Iterable[MergedEvent], corrections: Corrections, merged: AbstractSet[str] = frozenset()
) -> list[MergedEvent]:
    """Apply all corrections to the events they name, as ``place`` has placed them.

    ``merged``: ids of events that have gone into others, which leaves nothing to correct.
    """
    current: dict[str, MergedEvent] = {event.id: event for event in events}
    hidden: set[str] = set()
    known = {_name(party): party for event in current.values() for party in (*event.actors, *event.recipients)}
    for one in corrections.corrections:
        if one.event in merged:
            continue
        event = current.get(one.event) or (_added(one) if one.added else None)
        if event is not None:
            current[event.id] = _with(event, one, known)
            hidden |= {event.id} if one.hide else set()
    return [event for event in current.values() if event.id not in hidden]


def _added(one: Correction) -> MergedEvent:
    """An event that no article tells: all that is known of it stands in the correction."""
    nowhere = Bounds()
    return MergedEvent(
        id=one.event,
        title="",
        type="",
        plover=None,
        mode=None,
        quad="none",
        cameo=None,
        status="occurred",
        actors=(),
        recipients=(),
        places=(),
        attribution=Attribution(),
        context=(),
        edtf=None,
        time=EventTime(kind="day", begin=nowhere, end=nowhere),
        mentions=(),
        conflicts=(),
        importance=1.0,
        confidence=1.0,
        corrected=("added",),
    )


def _name(party: Party) -> str:
    return party.called.casefold()


def _party(name: str, known: Mapping[str, Party]) -> Party:
    """The party of this name, with its code where the timeline has it; one named by hand stands in no text."""
    return known.get(name.casefold()) or Party(text=name, start=0, end=0, name=name)


def _with(event: MergedEvent, one: Correction, known: Mapping[str, Party]) -> MergedEvent:
    given = {key for key in _CORRECTABLE if getattr(one, key) is not None}
    new: dict[str, Any] = {key: getattr(one, key) for key in given & _AS_GIVEN}
    own = {_name(party): party for party in (*event.actors, *event.recipients)}
    for side in given & {"actors", "recipients"}:
        new[side] = tuple(own.get(name.casefold()) or _party(name, known) for name in getattr(one, side))
    if given & {"type", "status"}:
        new |= codes(one.type or event.type, one.status or event.status, None if one.type else event.mode)
    if given & {"date", "lasting"}:
        new |= _days(event.time, one)
    return event.model_copy(update=new | {"corrected": tuple(sorted({*event.corrected, *given}))})


def _days(time: EventTime, one: Correction) -> dict[str, Any]:
    interval = time.interval if one.date is None else edtf.parse(one.date)
    lasting = time.kind == "span" if one.lasting is None else one.lasting
    return {"edtf": edtf.format(interval), "time": _time(interval, lasting)}


def _time(interval: Interval, lasting: bool) -> EventTime:
    """Read the days as those it lasted, else as those on one of which it was."""
    low, high = interval
    if lasting and low and high and low != high:
        return EventTime(
            kind="span", begin=Bounds(not_before=low, not_after=low), end=Bounds(not_before=high, not_after=high)
        )
    within = Bounds(not_before=low, not_after=high)
    return EventTime(kind="day", begin=within, end=within)


def codes(type_: str, status: str, mode: str | None) -> dict[str, Any]:
    """Return the fields of an event that hang on its type: class, PLOVER's event and CAMEO's root code."""
    row = read_toml("events/types.toml")[type_]
    fallback = row.get("fallback")
    if fallback is not None:
        plover = fallback.get(mode, fallback.get("*")) or None
    else:
        plover = row["planned"] if status in ("scheduled", "pledged") and "planned" in row else type_
    return {
        "type": type_,
        "mode": mode,
        "quad": row.get("quad", "none"),
        "cameo": row.get("cameo"),
        "plover": plover,
    }
