"""Read articles, resolve when things happened, and write one timeline with its evidence."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.analysis import extract
    from timeline.errors import (
        ArticleError,
        DateError,
        OptionError,
        OutputError,
        TableError,
        TimelineError,
        TimelineFileError,
    )
    from timeline.files import load
    from timeline.models import Annotation, Article, Event, MergedEvent, Timeline, Timex
    from timeline.pipeline import build
    from timeline.user_tables import use_tables

__version__ = "0.1.0"
__all__ = [
    "Annotation",
    "Article",
    "ArticleError",
    "DateError",
    "Event",
    "MergedEvent",
    "OptionError",
    "OutputError",
    "TableError",
    "Timeline",
    "TimelineError",
    "TimelineFileError",
    "Timex",
    "build",
    "extract",
    "load",
    "use_tables",
]

_ELSEWHERE = {
    "analysis": ("extract",),
    "files": ("load",),
    "models": ("Annotation", "Article", "Event", "MergedEvent", "Timeline", "Timex"),
    "pipeline": ("build",),
    "user_tables": ("use_tables",),
}
_HOMES = {name: home for home, names in _ELSEWHERE.items() for name in names}


def __getattr__(name: str) -> object:
    # Imported when first asked for: pydantic's models take a tenth of a second.
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"timeline.{_HOMES.get(name, 'errors')}"), name)


def __dir__() -> list[str]:
    return [*globals(), *__all__]
