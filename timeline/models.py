"""The frozen types that pass between the stages, and the shape of every file that is read or written.

Spans are half-open character (code point) offsets into ``Article.text``.  Days are ISO 8601; bounds are inclusive
and ``None`` is an open side.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import IntEnum
from typing import Literal, Self, get_args

from pydantic import AliasChoices, BaseModel, ConfigDict, Field, model_validator

from timeline.edtf import Interval
from timeline.options import Choice

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
    """A stretch of ``Article.text``."""

    start: int
    end: int


class Bounds(_Frozen):
    """Between which days something lies."""

    not_before: date | None = None
    not_after: date | None = None

    @property
    def interval(self) -> Interval:
        """The same as an EDTF interval."""
        return Interval(self.not_before, self.not_after)


class Dct(_Frozen):
    """Document creation time: the day an article was written, never more certain than its evidence.

    ``value`` is the ISO day (or the best day of an inferred interval); null where the article is undated.
    ``confidence``: 0..1.  ``evidence``: where it comes from, in words.
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
    """One date found for an article: ``rank`` 1 decides before 2; ``found`` names the place ("sidecar", "dateline")."""

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
    """A paragraph of the article and its part in it; ``furniture`` is page decoration, not the article's own words."""

    kind: Literal["title", "dateline", "body", "furniture"]
    start: int
    end: int
    why: str | None = None


class Article(_Frozen):
    """An article as the stages see it; ``blocks`` cover all non-blank text in order."""

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
    """What an expression hangs on: nothing, the DCT, another expression (``start``), an event, or a table row."""

    kind: Literal["none", "dct", "timex", "event", "table"]
    text: str | None = None
    start: int | None = None


class Timex(_Frozen):
    """A temporal expression (TIMEX3) with the days it can mean."""

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
    """An actor or recipient: words, span, the fullest name in the article, ISO 3166 alpha-3 code and PLOVER sector."""

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
    """Where it happened."""

    text: str
    start: int
    end: int
    code: str | None = None


class Attribution(_Frozen):
    """Who writes it, who vouches for it in the text, and how firmly."""

    reporter: str | None = None
    claimed_by: str | None = None
    certainty: Certainty = "asserted"


class EventAnchor(_Frozen):
    """What dates an event: an expression, another event, a table row, the DCT, or nothing.

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
    """When it began and ended; ``day``: within one day, exact or not, and ``end`` equals ``begin``."""

    kind: Literal["day", "span"]
    begin: Bounds
    end: Bounds

    @property
    def interval(self) -> Interval:
        """All days that it can touch: from the first possible one of the begin to the last possible one of the end."""
        return Interval(self.begin.not_before, self.end.not_after)


class Event(_Frozen):
    """One mention of an event (TimeML) with its PLOVER reading; ``type`` is null where none fits.

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
    """The expression that dates a mention."""

    start: int
    end: int
    text: str
    value: str | None
    rule: str


class Joined(_Frozen):
    """Why a mention tells the same event as an earlier one: the index of that, and the signs that speak for it."""

    mention: int
    signs: tuple[str, ...]


class Mention(_Frozen):
    """One place that reports an event; ``reason`` says by which ``rule`` it is dated, ``frame`` is what typed it.

    ``joined``: why it is of the event.  ``title``: the headline that this place alone would give it.  ``tense``,
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
    """A field on which mentions disagree: the values, and for each the indices of the mentions that say so."""

    field: Literal["time", "status"]
    values: tuple[str, ...]
    mentions: tuple[tuple[int, ...], ...]


class Stage(_Frozen):
    """A stage of an event; ``told``: the day of the first article that tells it, ``edtf``: when it is to be or was."""

    stage: Literal["planned", "put off", "held"]
    told: date | None
    edtf: str | None
    mentions: tuple[int, ...]


class MergedEvent(_Frozen):
    """One event with all places that report it; ``edtf`` and ``time`` are the tightest shared bounds.

    ``history``: its stages, where its mentions tell more than one; ``sources``: articles that do not copy one another.
    ``importance``: how much it matters among all that are written, 0..1, told by the whole timeline
    (``timeline.story``).  ``corrected`` names the fields that a corrections file has changed, ``note`` is its remark.
    An event that a reader added by hand has no mentions, and "added" among ``corrected``.
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
    """A file of corrections, applied at every build in their order."""

    schema_version: int = Field(default=SCHEMA, alias="schema")
    corrections: tuple[Correction, ...] = ()


class ArticleRecord(Article):
    """An article as ``timeline.json`` keeps it."""

    timexes: tuple[Timex, ...] = ()


class Timeline(_Frozen):
    """The whole result; ``undated`` holds the events that no evidence places in time.

    ``minor``: the events that are probably no true row, kept for those who ask for them, in order of time.
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
        from timeline.story import told

        choice = Choice(
            key=number,
            actors=(actor,) if isinstance(actor, str) else tuple(actor),
            from_=str(from_) if from_ else None,
            to=str(to) if to else None,
        )
        entries = told(self, choice)
        return (*entries.events, *entries.undated)


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
    """What ``annotate`` writes for an article."""

    id: str
    dct: Dct
    timexes: tuple[Timex, ...] = ()
    events: tuple[Event, ...] = ()
