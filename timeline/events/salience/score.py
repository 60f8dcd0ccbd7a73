"""The likelihood that a coded event is a true row: a logistic model of its features."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from timeline.errors import TableError
from timeline.events.salience.features import FEATURES
from timeline.events.telling import Telling
from timeline.models import MergedEvent
from timeline.tables.load import read_toml


def is_minor(event: MergedEvent) -> bool:
    """Tell whether an event is probably no true row; one that a reader has corrected is never minor."""
    line: float = read_toml("events/salience_weights.toml")["line"]
    return event.confidence < line and not event.corrected


def weigh(telling: Telling) -> Telling:
    """A telling whose event has its features, and as confidence how likely it is a true row."""
    found = features(telling)
    told = {"features": tuple(found), "confidence": round(likelihood(found), 3)}
    return replace(telling, event=telling.event.model_copy(update=told))


def features(telling: Telling) -> list[str]:
    """The names of the features that hold, in the order of the table."""
    return [name for name, holds in FEATURES if holds(telling)]


def likelihood(found: list[str]) -> float:
    """How likely the row is true, 0 to 1, by the fitted weights of the features that hold."""
    weights = _weights()
    return 1 / (1 + math.exp(-weights["always"] - sum(weights[name] for name in found)))


@cache
def _weights() -> Mapping[str, float]:
    table: dict[str, float] = read_toml("events/salience_weights.toml")["weights"]
    missing = {"always", *FEATURES.functions} ^ table.keys()
    if missing:
        raise TableError(f"events/salience_weights.toml: weight or feature missing for {sorted(missing)}")
    return table
