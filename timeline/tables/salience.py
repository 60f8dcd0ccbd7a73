"""The confidence from which an event is no minor one."""

from __future__ import annotations

from timeline.tables.load import read_toml

WEIGHTS = "events/salience_weights.toml"


def line_of(status: str) -> float:
    """The line for events of a status: a fitted one, or a higher one for what is only possible or told not to be."""
    line: float = read_toml("events/salience_lines.toml").get(status, read_toml(WEIGHTS)["line"])
    return line
