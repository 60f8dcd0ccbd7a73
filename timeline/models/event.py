"""An event as one mention tells it: who, whom, where, when and by whose word."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import Field

from timeline.edtf import Interval
from timeline.models.base import SHARED, Bounds, Frozen, Span

Status = Literal["occurred", "ongoing", "scheduled", "pledged", "hypothetical", "negated", "cancelled", "attempted"]
Certainty = Literal["asserted", "claimed", "alleged", "denied"]
Quad = Literal["verbal-cooperation", "material-cooperation", "verbal-conflict", "material-conflict", "none"]
STATUSES: tuple[Status, ...] = get_args(Status)
QUADS: tuple[Quad, ...] = get_args(Quad)


class Party(Frozen):
    """An actor or recipient: its words (``text``) from ``start`` to ``end``, and what is known of it, else null.

    ``name``: the fullest in the article; ``code``: ISO 3166-1 alpha-3, or of a body; ``sector``: PLOVER's (GOV, MIL).
    """

    text: str
    start: int
    end: int
    name: str | None = None
    code: str | None = None
    sector: str | None = None

    @property
    def called(self) -> str:
        """Its name, else the words of the text."""
        return self.name or self.text


class Place(Frozen):
    """Where it happened: the words (``text``) from ``start`` to ``end``, and the country's ``code`` where known."""

    text: str
    start: int
    end: int
    code: str | None = None


class Attribution(Frozen):
    """Who writes it (``reporter``), who in the text vouches for it (``claimed_by``), how firmly (``certainty``)."""

    reporter: str | None = None
    claimed_by: str | None = None
    certainty: Certainty = "asserted"


class EventAnchor(Frozen):
    """What dates an event (``kind``): an expression, another event, a table row, the DCT, or nothing.

    ``start`` and ``text``: of the expression, or of the other event's trigger.  ``timexes``: where further expressions
    begin: those that narrow the first, or the one that dates the other event.
    """

    kind: Literal["timex", "event", "table", "dct", "none"]
    start: int | None = None
    text: str | None = None
    timexes: tuple[int, ...] = ()

    @property
    def expressions(self) -> tuple[int, ...]:
        """Where the expressions behind it begin, the one that decides first."""
        own = (self.start,) if self.kind in ("timex", "table") and self.start is not None else ()
        return (*own, *self.timexes)


class EventTime(Frozen):
    """Between which days it began (``begin``) and ended (``end``).

    Of the ``kind`` ``day`` it lies within one day, exact or not, and ``end`` equals ``begin``; a ``span`` is longer.
    """

    kind: Literal["day", "span"]
    begin: Bounds
    end: Bounds

    @property
    def interval(self) -> Interval:
        """All days that it can touch: from the first possible one of the begin to the last possible one of the end."""
        return Interval(self.begin.not_before, self.end.not_after)


class Event(Frozen):
    """One mention of an event (TimeML) with its PLOVER reading; ``type`` is null where none fits.

    ``id``: of its own in the article.  ``start``, ``end``, ``trigger``: the word that tells it; ``sentence``: where
    that stands.  ``plover``, ``mode``, ``quad``, ``cameo``: PLOVER's event, mode and class, CAMEO's root code, null
    where there is none.  ``status``: whether it happened.  ``tense``, ``aspect``, ``polarity``, ``modality``,
    ``event_class``: TimeML's. ``actors``, ``recipients``, ``places``, ``attribution``: who did what to whom, where, and
    who says so; ``context``: PLOVER's fields (military, economic).  ``time``: when; ``anchor``: what says so.
    ``confidence``: how likely it is an event of its own, 0..1.  ``title``: a headline.

    ``rule``: what dated it (``tables/events/anchoring.toml``); ``frame``: what gave the type; ``features``: what its
    ``confidence`` follows from (``tables/events/salience.toml``); ``retells``: where the trigger of the event stands
    that it only tells again.
    """

    id: str
    start: int
    end: int
    trigger: str
    type: str | None = None
    plover: str | None = None
    mode: str | None = None
    quad: Quad | None = None
    cameo: str | None = None
    status: Status = "occurred"
    tense: str = "NONE"
    aspect: str = "NONE"
    polarity: str = "POS"
    modality: str | None = None
    event_class: str = Field(default="OCCURRENCE", alias="class")
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    places: tuple[Place, ...] = ()
    attribution: Annotated[Attribution, SHARED] = Attribution()
    context: tuple[str, ...] = ()
    sentence: Span
    time: Annotated[EventTime, SHARED]
    anchor: EventAnchor
    rule: str | None = None
    frame: str | None = None
    features: tuple[str, ...] = ()
    retells: int | None = None
    confidence: float = 0.5
    title: str | None = None
