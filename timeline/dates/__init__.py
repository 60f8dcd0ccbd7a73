"""A sentence becomes Timexes: found, typed, and resolved against their anchor."""

from timeline.dates.tag import tag

__all__ = ["tag"]
