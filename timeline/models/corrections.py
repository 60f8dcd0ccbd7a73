"""What a reader has corrected, and what a build has made of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from timeline.models.base import SCHEMA, Frozen
from timeline.models.event import Status

FoundBy = Literal["id", "sentence", "likeness"]


class MentionKey(Frozen):
    """A mention by its ``article``'s id and where its trigger stands in the text, from ``start`` to ``end``."""

    article: str
    start: int
    end: int


class Correction(Frozen):
    """What a reader knows better about the ``event`` with this id; ``None`` leaves a field as it is.

    ``title``, ``type``, ``status``; ``date``: EDTF; ``note``: a remark; ``hide``: it is not shown.  ``lasting``:
    whether it lasted from the first to the last of its days, rather than falling on one of them.  ``actors``,
    ``recipients``: names.  ``same_as``: the id of the event that this one is merged into.  ``mention``: this event is
    made of that mention, taken out of the event that holds it.  ``added``: no article tells of this event, the reader
    added it by hand, with a title and a type.  One split off or added has an id of the reader's own.
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

    @property
    def is_own(self) -> bool:
        """Whether its id is of the reader's own choice."""
        return self.added or self.mention is not None


class Quotation(Frozen):
    """Where an ``article`` (its id) told an event: the words of the ``sentence``, and the ``trigger`` in it."""

    article: str
    sentence: str
    trigger: str


class Description(Frozen):
    """An event as it stood when it was corrected, by which a build finds it where its id has changed.

    ``title``, ``type``; ``date``: EDTF; ``parties``: names of actors and recipients; ``quotations``: the first of its
    mentions, or the one that a correction takes out.
    """

    title: str = ""
    type: str | None = None
    date: str | None = None
    parties: tuple[str, ...] = ()
    quotations: tuple[Quotation, ...] = ()


class Corrections(Frozen):
    """A file of ``corrections``, applied at every build in their order; ``schema_version``: of its form.

    ``story``: ids of the events that a reader chose in the page, in the reader's order; a build does nothing with them.
    ``descriptions``: by the ids that stand in the file, what each of these events was.
    """

    schema_version: int = Field(default=SCHEMA, alias="schema")
    corrections: tuple[Correction, ...] = ()
    story: tuple[str, ...] = ()
    descriptions: Mapping[str, Description] = Field(default_factory=dict)


class Near(Frozen):
    """An event that an id may mean: its own id (``event``), its ``title``, and its ``likeness``, 0..1."""

    event: str
    title: str
    likeness: float


class Placement(Frozen):
    """Which event of a timeline an id in a file of corrections (``event``) means.

    ``found``: the id of that event, null where none is sure; ``title``: its headline; ``by``: its id, a sentence that
    it is still told by, or its ``likeness`` (0..1) to what it was.  ``nearest``: where it is not found, those most like
    it, the best first.
    """

    event: str
    found: str | None = None
    title: str | None = None
    by: FoundBy | None = None
    likeness: float = 0.0
    nearest: tuple[Near, ...] = ()


class Applied(Corrections):
    """The corrections that a timeline was built with: all of them, applied or not.

    ``placements``: which event each id means.  ``descriptions``: of all events that are found.
    """

    placements: tuple[Placement, ...] = ()
