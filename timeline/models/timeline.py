"""A timeline: what a build writes, and what a program does with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, overload

from pydantic import Field

from timeline.models.article import Article, Timex
from timeline.models.base import SCHEMA, Frozen
from timeline.models.corrections import Applied
from timeline.models.merged import MergedEvent
from timeline.options import Choice

if TYPE_CHECKING:
    import pandas
    import plotly.graph_objects


class ArticleRecord(Article):
    """An article as ``timeline.json`` keeps it, with its expressions (``timexes``)."""

    timexes: tuple[Timex, ...] = ()


class LeftOut(Frozen):
    """An input that a build could not use: the ``name`` of its file, and the ``reason``."""

    name: str
    reason: str


class Timeline(Frozen):
    """The whole result, under a ``title``, of all ``articles``: ``events`` in order of time, and those without a day.

    ``undated``: the events that no evidence places in time.  ``minor``: the events that are probably no true row, kept
    for those who ask for them, in order of time.  ``left_out``: the inputs that could not be used.  ``corrections``:
    those that it was built with, null where there were none.  ``schema_version``: of the form in which it is written.

    A sequence of the events that are shown, dated ones first: ``for event in timeline``, ``len(timeline)``,
    ``timeline[0]``, ``timeline[:10]``.  A slice of days gives the Timeline of these days, with a party behind it that
    of the party: ``timeline["2024-10":"2024-12"]``, ``timeline["2024":, "JPN"]``.  In a notebook it shows its page.
    """

    schema_version: int = Field(default=SCHEMA, alias="schema")
    title: str
    articles: tuple[ArticleRecord, ...]
    events: tuple[MergedEvent, ...]
    undated: tuple[MergedEvent, ...] = ()
    minor: tuple[MergedEvent, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    corrections: Applied | None = None

    @property
    def everything(self) -> tuple[MergedEvent, ...]:
        """All events, shown or not."""
        return (*self.events, *self.undated, *self.minor)

    @property
    def shown(self) -> tuple[MergedEvent, ...]:
        """The events that are shown: the dated ones in order of time, then the undated."""
        return (*self.events, *self.undated)

    def __iter__(self) -> Iterator[MergedEvent]:  # type: ignore[override]
        """Yield the events that are shown."""
        return iter(self.shown)

    def __len__(self) -> int:
        """Count the events that are shown."""
        return len(self.shown)

    @overload
    def __getitem__(self, asked: int) -> MergedEvent: ...
    @overload
    def __getitem__(self, asked: slice[int | None, int | None, int | None]) -> tuple[MergedEvent, ...]: ...
    @overload
    def __getitem__(
        self,
        asked: slice[date | str, date | str | None, None]
        | slice[None, date | str, None]
        | tuple[slice[Any, Any, None], str],
    ) -> Timeline: ...
    def __getitem__(self, asked: Any) -> MergedEvent | tuple[MergedEvent, ...] | Timeline:
        """Take an event by its number, events by a slice of numbers, or the Timeline of a slice of days.

        Both days are part of a slice, each an ISO day, EDTF ("2024", "2024-10") or a ``date``; a party behind it is a
        name or a code.  Raises IndexError for a number that is not there, OptionError where a day is none or the party
        is nobody, TypeError for anything else.
        """
        from timeline.views import picked

        return picked(self, asked)

    def filter(  # noqa: PLR0913  (the choices of a build)
        self,
        *,
        actor: str | Sequence[str] = (),
        between: tuple[str, str] | None = None,
        types: str | Sequence[str] = (),
        from_: date | str | None = None,
        to: date | str | None = None,
        about: str | None = None,
        key: int | None = None,
    ) -> Timeline:
        """Make the timeline of the events that are asked for, each with its importance among them.

        ``actor``: any of these takes part, each a name or a code; ``between``: both do; ``types``: of any of these
        (``CONSULT``); ``from_``, ``to``: on these days or between them, ISO 8601 or EDTF; ``about``: words that tell
        it, in any form; ``key``: no more than so many, those that matter most.  Articles that tell none are left out.
        Raises OptionError where an actor is nobody, a type is unknown or a day is none.
        """
        from timeline.story import told

        return told(
            self,
            Choice(
                actors=(actor,) if isinstance(actor, str) else tuple(actor),
                between=between,
                types=(types,) if isinstance(types, str) else tuple(types),
                from_=str(from_) if from_ else None,
                to=str(to) if to else None,
                about=about,
                key=key,
            ),
        )

    def key(
        self,
        number: int,
        *,
        actor: str | Sequence[str] = (),
        from_: date | str | None = None,
        to: date | str | None = None,
    ) -> tuple[MergedEvent, ...]:
        """Choose so many entries as a journalist would, in order of time; ``importance`` orders them.

        ``actor``: of any of these alone, each a name or a code; ``from_``, ``to``: between these days (or EDTF).
        Raises OptionError where an actor is nobody or a day is none.
        """
        return self.filter(actor=actor, from_=from_, to=to, key=number).shown

    def to_frame(self) -> pandas.DataFrame:
        """Make a pandas DataFrame, one row for each event that is shown, by its id.

        Columns: ``title``, ``type``, ``status``, ``edtf`` (text, null where undated), ``begin``, ``end`` (first and
        last possible day, ``datetime64[s]``, null where open), ``actors``, ``recipients``, ``places`` (lists of names),
        ``codes`` (of the parties), ``importance``, ``confidence`` (0..1), ``mentions``, ``sources`` (counts),
        ``article``, ``url``, ``sentence`` (of the first mention, null where a reader added the event).  Raises
        OptionError where pandas is not installed.
        """
        from timeline.views import frame

        return frame(self)

    def figure(self) -> plotly.graph_objects.Figure:
        """Draw the events on one axis of time as a Plotly figure: a mark for a day, a bar for all days it may be.

        One trace for each class of acts (``quad``), one row of marks where they would overlap else; undated events are
        left out, and an open side ends with the day that is known.
        """
        from timeline.views import figure

        return figure(self)

    def to_html(self) -> str:
        """Write the whole page, as ``timeline build`` does: one HTML file of some 2 MB that needs no network."""
        from timeline.views import page

        return page(self)

    def to_json(self) -> str:
        """Write ``timeline.json``, which ``timeline.load`` reads."""
        from timeline.views import json

        return json(self)

    def _repr_html_(self) -> str:
        """Show the page in a notebook, in a frame of its own that can reach nothing outside."""
        from timeline.views import framed

        return framed(self)
