"""An event as all its mentions tell it."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import AliasChoices, Field

from timeline.models.base import SHARED, Frozen, Span
from timeline.models.event import Attribution, EventAnchor, EventTime, Party, Place, Quad, Status


class MentionTimex(Frozen):
    """The expression that dates a mention: ``start``, ``end``, ``text``, ``value`` and ``rule`` as of a Timex."""

    start: int
    end: int
    text: str
    value: str | None
    rule: str


class Joined(Frozen):
    """Why a mention tells the same event as an earlier one: the index of that (``mention``), and ``signs`` for it."""

    mention: int
    signs: tuple[str, ...]


class Mention(Frozen):
    """One place that reports an event; ``reason`` says by which ``rule`` it is dated, ``frame`` is what typed it.

    ``article``: its id; ``sentence``, ``start``, ``end``, ``trigger``: the place in its text.  ``timex``, ``anchor``:
    what dates it.  ``status``, ``time``, ``attribution``, ``features``: as this place tells them. ``joined``: why it is
    of the event.  ``copy_of``: the id of another article that tells the event, where this one copies it.  ``title``:
    the headline that this place alone would give it.  ``tense``, ``aspect``, ``polarity``, ``modality``,
    ``event_class``: TimeML's.
    """

    article: str
    sentence: Span
    start: int
    end: int
    trigger: str
    tense: str = "NONE"
    aspect: str = "NONE"
    polarity: str = "POS"
    modality: str | None = None
    event_class: str = Field(
        default="OCCURRENCE", validation_alias=AliasChoices("class", "event_class"), serialization_alias="class"
    )
    timex: MentionTimex | None
    anchor: Annotated[EventAnchor, SHARED]
    rule: str | None = None
    reason: str
    status: Status
    time: Annotated[EventTime, SHARED]
    attribution: Annotated[Attribution, SHARED]
    frame: str | None = None
    features: tuple[str, ...] = ()
    joined: Annotated[Joined | None, SHARED] = None
    copy_of: str | None = None
    title: str | None = None


class Conflict(Frozen):
    """A ``field`` on which mentions disagree: its ``values``, and for each the indices of the ``mentions`` of it."""

    field: Literal["time", "status"]
    values: tuple[str, ...]
    mentions: tuple[tuple[int, ...], ...]


class Stage(Frozen):
    """A ``stage`` of an event; ``told``: the day of the first article that tells it, ``edtf``: when it is to be or was.

    ``mentions``: the indices of those that tell it.
    """

    stage: Literal["planned", "put off", "held"]
    told: date | None
    edtf: str | None
    mentions: tuple[int, ...]


class MergedEvent(Frozen):
    """One event with all places that report it; ``edtf`` and ``time`` are the tightest shared bounds.

    ``id``: stable while its content is the same; ``title``: a headline.  ``type``, ``plover``, ``mode``, ``quad``,
    ``cameo``, ``status``, ``actors``, ``recipients``, ``places``, ``attribution``, ``context`` and ``confidence`` as of
    an Event. ``mentions``: the places, the best first; ``conflicts``: on what they disagree. ``history``: its stages,
    where its mentions tell more than one; ``sources``: articles that do not copy one another. ``importance``: how much
    it matters among all that are written, 0..1, told by the whole timeline (``timeline.story``).  ``corrected`` names
    the fields that a corrections file has changed, ``note`` is its remark. An event that a reader added by hand has no
    mentions, and "added" among ``corrected``.
    """

    id: str
    title: str
    type: str
    plover: str | None
    mode: str | None
    quad: Quad
    cameo: str | None
    status: Status
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    places: tuple[Place, ...]
    attribution: Annotated[Attribution, SHARED]
    context: tuple[str, ...]
    edtf: str | None
    time: Annotated[EventTime, SHARED]
    mentions: tuple[Mention, ...]
    conflicts: tuple[Conflict, ...]
    history: tuple[Stage, ...] = ()
    sources: int = 1
    importance: float = 0.0
    confidence: float
    note: str | None = None
    corrected: tuple[str, ...] = ()
