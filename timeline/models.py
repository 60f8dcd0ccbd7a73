"""The frozen types that pass between the stages, and the shape of every file that is read or written.

Spans are half-open character (code point) offsets into ``Article.text``.  Days are ISO 8601; bounds are inclusive
and ``None`` is an open side.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from enum import IntEnum
from typing import TYPE_CHECKING, Any, Literal, Self, get_args, overload

from pydantic import AliasChoices, BaseModel, ConfigDict, Field, model_validator

from timeline.edtf import Interval
from timeline.options import Choice

if TYPE_CHECKING:
    import pandas
    import plotly.graph_objects

SCHEMA = 1

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Status = Literal["occurred", "ongoing", "scheduled", "pledged", "hypothetical", "negated", "cancelled", "attempted"]
Certainty = Literal["asserted", "claimed", "alleged", "denied"]
Quad = Literal["verbal-cooperation", "material-cooperation", "verbal-conflict", "material-conflict", "none"]
STATUSES: tuple[Status, ...] = get_args(Status)
QUADS: tuple[Quad, ...] = get_args(Quad)


class _Frozen(BaseModel):
    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        populate_by_name=True,
        serialize_by_alias=True,
        str_strip_whitespace=False,
        # Every key is written, also where its value is the usual one.
        json_schema_serialization_defaults_required=True,
    )


class Span(_Frozen):
    """A stretch of ``Article.text`` from character ``start`` up to, and without, character ``end``."""

    start: int
    end: int


class Bounds(_Frozen):
    """Between which days something lies: ``not_before`` to ``not_after``, both included, None an open side."""

    not_before: date | None = None
    not_after: date | None = None

    @property
    def interval(self) -> Interval:
        """The same as an EDTF interval."""
        return Interval(self.not_before, self.not_after)


class Dct(_Frozen):
    """Document creation time: the day an article was written, never more certain than its evidence.

    ``value`` is the ISO day (or the best day of an inferred interval); null where the article is undated.
    ``not_before``, ``not_after``: the days on which it may lie.  ``confidence``: 0..1.  ``evidence``: where it comes
    from, in words.
    """

    value: str | None = None
    not_before: date | None = None
    not_after: date | None = None
    confidence: float = 0.0
    evidence: str = "none"

    @property
    def day(self) -> date | None:
        """The best single day, None where undated."""
        return date.fromisoformat(self.value[:10]) if self.value else None

    @property
    def interval(self) -> Interval:
        """The days on which it may lie."""
        return Interval(self.not_before, self.not_after)


class Rank(IntEnum):
    """How much a date claim counts, by where it was found: lower decides."""

    OPTION = 1  # given for this very file
    STATED = 2  # sidecar, front matter, column, feed or mail
    METADATA = 3  # written into a page for machines
    DATELINE = 4  # at the head of the first paragraph
    VISIBLE = 5  # a "Published" line for readers
    ADDRESS = 6  # URL or file name
    DEFAULT = 7  # given for all articles that state none
    CONTENT = 8  # what the article tells of its time
    HINT = 9  # copyright year, creation of the document
    FILE_TIME = 10  # only where it is asked for


class Claim(_Frozen):
    """One date found for an article: ``rank`` 1 decides before 2; ``found`` names the place ("sidecar", "dateline").

    ``text``: what stands there; ``not_before``, ``not_after``: the days that it allows; ``confidence``: 0..1;
    ``evidence``: in words.
    """

    rank: int
    found: str
    text: str
    not_before: date | None
    not_after: date | None
    confidence: float
    evidence: str

    @property
    def interval(self) -> Interval:
        """The days it allows."""
        return Interval(self.not_before, self.not_after)


class Block(_Frozen):
    """A paragraph of the article from ``start`` to ``end``, and its part in it (``kind``).

    ``furniture`` is page decoration, not the article's own words; ``why`` says what shows that.
    """

    kind: Literal["title", "dateline", "body", "furniture"]
    start: int
    end: int
    why: str | None = None


class Article(_Frozen):
    """An article as the stages see it.

    ``id``: its name among all of a build; ``path``: of its file.  ``title``, ``url``, ``source`` (who publishes it) and
    ``language`` (ISO 639-1): null where unknown.  ``dct``: when it was written; ``claims``: every date found for it.
    ``blocks`` cover all non-blank ``text`` in order.
    """

    id: str
    path: str | None = None
    title: str | None = None
    url: str | None = None
    source: str | None = None
    language: str | None = None
    dct: Dct = Dct()
    claims: tuple[Claim, ...] = ()
    blocks: tuple[Block, ...] = ()
    text: str


class TimexAnchor(_Frozen):
    """What an expression hangs on (``kind``): nothing, the DCT, another expression, an event, or a table row.

    ``text``: what that says; ``start``: where the other expression begins.
    """

    kind: Literal["none", "dct", "timex", "event", "table"]
    text: str | None = None
    start: int | None = None


class Timex(_Frozen):
    """A temporal expression (TIMEX3) with the days it can mean.

    ``start``, ``end``, ``text``: where it stands.  ``type``, ``value``, ``mod``: TIMEX3's (DATE, ``2024-10``, START),
    null where they cannot be known.  ``edtf``: the same in ISO 8601-2; ``not_before``, ``not_after``: the first and
    last day that it can mean; all null where it is not placed in time.  ``anchor``: what it hangs on; ``rule``: what
    decided.
    """

    start: int
    end: int
    text: str
    type: TimexType
    value: str | None
    mod: str | None = None
    edtf: str | None = None
    not_before: date | None = None
    not_after: date | None = None
    anchor: TimexAnchor
    rule: str

    @property
    def interval(self) -> Interval:
        """The days it can mean; both sides open where it is not placed in time."""
        return Interval(self.not_before, self.not_after)


class Party(_Frozen):
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


class Place(_Frozen):
    """Where it happened: the words (``text``) from ``start`` to ``end``, and the country's ``code`` where known."""

    text: str
    start: int
    end: int
    code: str | None = None


class Attribution(_Frozen):
    """Who writes it (``reporter``), who in the text vouches for it (``claimed_by``), how firmly (``certainty``)."""

    reporter: str | None = None
    claimed_by: str | None = None
    certainty: Certainty = "asserted"


class EventAnchor(_Frozen):
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


class EventTime(_Frozen):
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


class Event(_Frozen):
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
    attribution: Attribution = Attribution()
    context: tuple[str, ...] = ()
    sentence: Span
    time: EventTime
    anchor: EventAnchor
    rule: str | None = None
    frame: str | None = None
    features: tuple[str, ...] = ()
    retells: int | None = None
    confidence: float = 0.5
    title: str | None = None


class MentionTimex(_Frozen):
    """The expression that dates a mention: ``start``, ``end``, ``text``, ``value`` and ``rule`` as of a Timex."""

    start: int
    end: int
    text: str
    value: str | None
    rule: str


class Joined(_Frozen):
    """Why a mention tells the same event as an earlier one: the index of that (``mention``), and ``signs`` for it."""

    mention: int
    signs: tuple[str, ...]


class Mention(_Frozen):
    """One place that reports an event; ``reason`` says by which ``rule`` it is dated, ``frame`` is what typed it.

    ``article``: its id; ``sentence``, ``start``, ``end``, ``trigger``: the place in its text.  ``timex``, ``anchor``:
    what dates it.  ``status``, ``time``, ``attribution``, ``features``: as this place tells them. ``joined``: why it is
    of the event.  ``title``: the headline that this place alone would give it.  ``tense``,
    ``aspect``, ``polarity``, ``modality``, ``event_class``: TimeML's.
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
    anchor: EventAnchor
    rule: str | None = None
    reason: str
    status: Status
    time: EventTime
    attribution: Attribution
    frame: str | None = None
    features: tuple[str, ...] = ()
    joined: Joined | None = None
    title: str | None = None


class Conflict(_Frozen):
    """A ``field`` on which mentions disagree: its ``values``, and for each the indices of the ``mentions`` of it."""

    field: Literal["time", "status"]
    values: tuple[str, ...]
    mentions: tuple[tuple[int, ...], ...]


class Stage(_Frozen):
    """A ``stage`` of an event; ``told``: the day of the first article that tells it, ``edtf``: when it is to be or was.

    ``mentions``: the indices of those that tell it.
    """

    stage: Literal["planned", "put off", "held"]
    told: date | None
    edtf: str | None
    mentions: tuple[int, ...]


class MergedEvent(_Frozen):
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
    attribution: Attribution
    context: tuple[str, ...]
    edtf: str | None
    time: EventTime
    mentions: tuple[Mention, ...]
    conflicts: tuple[Conflict, ...]
    history: tuple[Stage, ...] = ()
    sources: int = 1
    importance: float = 0.0
    confidence: float
    note: str | None = None
    corrected: tuple[str, ...] = ()


class MentionKey(_Frozen):
    """A mention by its article's id and where its trigger stands in the text."""

    article: str
    start: int
    end: int


class Correction(_Frozen):
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


class Corrections(_Frozen):
    """A file of corrections, applied at every build in their order.

    ``story``: ids of the events that a reader chose in the page, in the reader's order; a build does nothing with them.
    """

    schema_version: int = Field(default=SCHEMA, alias="schema")
    corrections: tuple[Correction, ...] = ()
    story: tuple[str, ...] = ()


class ArticleRecord(Article):
    """An article as ``timeline.json`` keeps it, with its expressions (``timexes``)."""

    timexes: tuple[Timex, ...] = ()


class Timeline(_Frozen):
    """The whole result, under a ``title``, of all ``articles``: ``events`` in order of time, and those without a day.

    ``undated``: the events that no evidence places in time.  ``minor``: the events that are probably no true row, kept
    for those who ask for them, in order of time.  ``schema_version``: of the form in which it is written.

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


class Request(BaseModel):
    """What ``annotate`` reads for an article; keys that are not listed are ignored."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str
    text: str
    dct: str | None = None
    title: str | None = None
    url: str | None = None
    language: str | None = None
    spans: tuple[Span, ...] | None = None

    @model_validator(mode="after")
    def _spans_lie_in_text(self) -> Self:
        for span in self.spans or ():
            if not 0 <= span.start < span.end <= len(self.text):
                raise ValueError(f"span {span.start} to {span.end} leaves the text of {len(self.text)} characters")
        return self


class Annotation(_Frozen):
    """What is found in the text called ``id``: its day, its expressions and its events, both in order of place.

    ``dct``: when it was written; ``timexes``; ``events``: mentions, also of no type.
    """

    id: str
    dct: Dct
    timexes: tuple[Timex, ...] = ()
    events: tuple[Event, ...] = ()
