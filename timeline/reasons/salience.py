"""Why an event is shown, or left out at first: what speaks for a mention's being a true row, and what against it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from timeline.models import Status
from timeline.reasons.words import say
from timeline.tables.load import read_toml
from timeline.tables.salience import WEIGHTS, line_of

FEATURES = "events/salience.toml"


def minor_words(status: Status) -> str:
    """Say that an event of a status is minor, and below which confidence such events are."""
    return say("explain", "minor", line=line_of(status))


def signs(features: Iterable[str]) -> Iterator[str]:
    """Say which of the features speak for a true row and which against it, the strongest first."""
    weights: Mapping[str, float] = read_toml(WEIGHTS)["weights"]
    known = sorted(weights.keys() & set(features), key=lambda name: (-abs(weights[name]), name))
    for key, sign in (("for", 1), ("against", -1)):
        told = [_says()[name] for name in known if sign * weights[name] > 0]
        if told:
            yield say("explain", key, signs=" ".join(told))


@cache
def _says() -> dict[str, str]:
    """What each feature says of itself, by its name."""
    return {row["name"]: row["says"] for row in read_toml(FEATURES)["feature"]}
