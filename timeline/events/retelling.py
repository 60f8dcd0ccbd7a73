"""Mentions of one article that tell one event: "said ..., adding ...", "began to withdraw"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from timeline.events.rules import Rules
from timeline.events.telling import Telling, governed, shares_actor
from timeline.models import Event

# The event that another one tells again; None where it tells its own.
Retold = Callable[[Telling], Event | None]
RETOLD: Rules[Retold] = Rules("retelling", "retold")


def with_retellings(tellings: Iterable[Telling]) -> list[Event]:
    """The events of an article, each with where the trigger stands of the one that it tells again."""
    first: dict[int, int] = {}
    events = []
    for telling in tellings:
        found = next((event for _, rule in RETOLD if (event := rule(telling)) is not None), None)
        if found is not None:
            first[telling.event.start] = found.start
        events.append(telling.event)
    roots = {start: _root(start, first) for start in first}
    return [e.model_copy(update={"retells": roots[e.start]}) if e.start in roots else e for e in events]


def _root(start: int, first: dict[int, int]) -> int:
    seen = {start}
    while start in first and first[start] not in seen:
        start = first[start]
        seen.add(start)
    return start


def _is_spoken(event: Event) -> bool:
    """Tell whether it is an act of speech by one side."""
    return event.type == "STATEMENT" or (event.type != "CONSULT" and (event.quad or "").startswith("verbal"))


def _one_of(t: Telling, events: Sequence[Event]) -> Event | None:
    """The first act of speech among events that has the same speaker and firmness."""
    fitting = (e for e in events if _is_spoken(e) and e.status == t.event.status and shares_actor(t.event, e))
    return next(fitting, None)


@RETOLD.rule("speaks-on")
def _speaks_on(t: Telling) -> Event | None:
    if t.frame != "says" or t.token.form != "present participle":
        return None
    return _one_of(t, list(t.beside_before))


@RETOLD.rule("opens-to-speak")
def _opens_to_speak(t: Telling) -> Event | None:
    word = t.token
    if (
        t.frame != "says"
        or word.form != "present participle"
        or word.role != "adverbial"
        or word.head.index < word.index
    ):
        return None
    said = t.beside.get(word.head.index)
    return _one_of(t, [said] if said is not None else [])


@RETOLD.rule("begins")
def _begins(t: Telling) -> Event | None:
    if t.frame != "no-frame":
        return None
    return next((e for e in governed(t) if e.status == t.event.status and _is_own(t.event, e)), None)


def _is_own(event: Event, governed: Event) -> bool:
    """Tell whether an event that another one governs is the same actor's, or nobody else's."""
    return shares_actor(event, governed) or (bool(event.actors) and not governed.actors)
