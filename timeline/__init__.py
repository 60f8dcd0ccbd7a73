"""Read articles, resolve when things happened, and write one timeline with its evidence."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.analysis import extract
    from timeline.errors import TimelineError
    from timeline.models import Article, Event, Timeline, Timex
    from timeline.pipeline import build

__version__ = "0.1.0"
__all__ = ["Article", "Event", "Timeline", "TimelineError", "Timex", "build", "extract"]

_HOMES = {
    "Article": "models",
    "Event": "models",
    "Timeline": "models",
    "TimelineError": "errors",
    "Timex": "models",
    "build": "pipeline",
    "extract": "analysis",
}


def __getattr__(name: str) -> object:
    # Imported when first asked for: pydantic's models take a tenth of a second.
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"timeline.{_HOMES[name]}"), name)
