"""The likelihood that a coded event is a true row: a logistic model of its features."""

from __future__ import annotations

import math
from collections.abc import Mapping, Set
from functools import cache
from typing import Any

from timeline.errors import TableError
from timeline.events.coding.candidate import FOLLOWED
from timeline.events.salience.features import FEATURES
from timeline.events.telling import Telling
from timeline.events.words import words
from timeline.models import Event, MergedEvent, Span
from timeline.tables.load import read_toml
from timeline.tables.salience import WEIGHTS, line_of


def is_minor(event: MergedEvent) -> bool:
    """Tell whether an event is probably no true row; no reader's own or followed one is."""
    if event.corrected or any(_is_followed(mention.frame) for mention in event.mentions):
        return False
    return event.confidence < line_of(event.status)


def tells_public_life(telling: Telling) -> bool:
    """Tell whether an event is in a frame and of public life by its own words."""
    c = telling.mention.candidate
    return c is not None and c.is_public and not c.is_broad


def is_nothing(telling: Telling, public: Set[Span]) -> bool:
    """Tell whether what is coded is no event of public life; ``public``: the article's sentences that tell one.

    Such is what its own words do not show to be one where no other sentence tells any, and of what is in no frame what
    is hardly ever a true row, and what no state does in an article that is not of public life.
    """
    c, event = telling.mention.candidate, telling.event
    if _is_followed(event.frame):
        return False
    if c is None or (not c.is_public and not public - {event.sentence}):
        return c is not None
    if not c.is_broad:
        return False
    is_idle = telling.is_unframed and not public and not _is_of_state(event)
    return is_idle or event.confidence < _table()["floor"]


def _is_followed(frame: str | None) -> bool:
    """Tell whether an event is of somebody whom the reader follows; ``frame``: what gave its type."""
    return FOLLOWED in (frame or "").split(" > ")


def _is_of_state(event: Event) -> bool:
    """Tell whether a state or its people act."""
    states = words("parties", "state_sectors")
    return any(actor.code and actor.sector in states for actor in event.actors)


def weigh(telling: Telling) -> Telling:
    """A telling whose event has its features, and as confidence how likely it is a true row."""
    found = features(telling)
    told = {"features": tuple(found), "confidence": round(likelihood(found), 3)}
    return telling._replace(event=telling.event.model_copy(update=told))


def features(telling: Telling) -> list[str]:
    """The names of the features that hold, in the order of the table."""
    return [name for name, holds in FEATURES if holds(telling)]


def likelihood(found: list[str]) -> float:
    """How likely the row is true, 0 to 1, by the fitted weights of the features that hold."""
    weights = _weights()
    return 1 / (1 + math.exp(-weights["always"] - sum(weights[name] for name in found)))


@cache
def _weights() -> Mapping[str, float]:
    weights: dict[str, float] = _table()["weights"]
    missing = {"always", *FEATURES.functions} ^ weights.keys()
    if missing:
        raise TableError(f"{WEIGHTS}: weight or feature missing for {sorted(missing)}")
    return weights


@cache
def _table() -> Any:
    return read_toml(WEIGHTS)
