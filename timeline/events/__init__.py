"""A sentence becomes Events: trigger, PLOVER type, actors, status, and when it happened."""

from timeline.events.coder import code

__all__ = ["code"]
