"""What a reader has corrected."""

from __future__ import annotations

from pydantic import Field

from timeline.models.base import Frozen
from timeline.models.event import Status
from timeline.models.timeline import SCHEMA


class MentionKey(Frozen):
    """A mention by its article's id and where its trigger stands in the text."""

    article: str
    start: int
    end: int


class Correction(Frozen):
    """What a reader knows better about the event with this id; ``date`` is EDTF, ``None`` leaves a field as it is.

    ``lasting``: whether it lasted from the first to the last of its days, rather than falling on one of them.
    ``actors``, ``recipients``: names.  ``same_as``: the id of the event that this one is merged into.  ``mention``:
    this event is made of that mention, taken out of the event that holds it.  ``added``: no article tells of this
    event, the reader added it by hand, with a title and a type.  One split off or added has an id of the reader's own.
    """

    event: str
    hide: bool = False
    same_as: str | None = None
    mention: MentionKey | None = None
    added: bool = False
    actors: tuple[str, ...] | None = None
    recipients: tuple[str, ...] | None = None
    title: str | None = None
    date: str | None = None
    lasting: bool | None = None
    type: str | None = None
    status: Status | None = None
    note: str | None = None


class Corrections(Frozen):
    """A file of corrections, applied at every build in their order.

    ``story``: ids of the events that a reader chose in the page, in the reader's order; a build does nothing with them.
    """

    schema_version: int = Field(default=SCHEMA, alias="schema")
    corrections: tuple[Correction, ...] = ()
    story: tuple[str, ...] = ()
