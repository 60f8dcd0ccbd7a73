"""Sentences become Events: trigger, PLOVER type, actors, status, when it happened, and whether it is worth showing."""

from timeline.events.coder import code
from timeline.events.salience.score import is_minor

__all__ = ["code", "is_minor"]
