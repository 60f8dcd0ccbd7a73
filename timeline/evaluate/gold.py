"""What careful readers found in articles: a line of JSON for each, in the form of ``docs/gold.md``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated, Any, Literal, NamedTuple, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from timeline import edtf
from timeline.errors import ArticleError, DateError
from timeline.invalid import first_of
from timeline.models import Status, TimexType


def _edtf(when: str) -> str:
    if when != "unknown":
        try:
            edtf.parse(when)
        except DateError as error:
            raise ValueError(f"{error}; write EDTF, or unknown") from error
    return when


When = Annotated[str, AfterValidator(_edtf)]


class _Read(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", populate_by_name=True)


class GoldTimex(_Read):
    """A temporal expression: where it stands, TIMEX3 type and value; "" and null are a value that cannot be known."""

    start: int
    end: int
    type: TimexType
    value: str | None = None


class GoldMention(_Read):
    """A mention of an event with what is known of it in TimeML's words; null: not looked at."""

    start: int
    end: int
    event_class: str | None = Field(default=None, alias="class")
    tense: str | None = None
    aspect: str | None = None
    polarity: str | None = None
    modality: str | None = None


class _DeskEvent(_Read):
    what: str
    level: Literal["key", "event", "optional"]
    triggers: tuple[tuple[int, int], ...]
    type: str
    type_ok: tuple[str, ...] = ()
    status: Status
    status_ok: tuple[Status, ...] = ()
    when: When
    when_ok: tuple[When, ...] = ()
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()


class Wanted(NamedTuple):
    """An event of an article; of ``types``, ``statuses`` and ``whens`` the first is the best, each is right."""

    what: str
    level: str
    triggers: tuple[tuple[int, int], ...]
    types: tuple[str, ...]
    statuses: tuple[str, ...]
    whens: tuple[str, ...]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]

    @property
    def is_optional(self) -> bool:
        """Tell whether a timeline may leave it out."""
        return self.level == "optional"

    @property
    def parties(self) -> tuple[str, ...]:
        """Actors and recipients together."""
        return self.actors + self.recipients


class GoldArticle(_Read):
    """An article with what was found in it; null: not looked for."""

    id: str
    text: str
    dct: str | None = None
    language: str | None = None
    timexes: tuple[GoldTimex, ...] | None = None
    events: tuple[_DeskEvent | GoldMention, ...] | None = None

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        spans = [(one.start, one.end) for one in self.timexes or ()]
        for event in self.events or ():
            spans += event.triggers if isinstance(event, _DeskEvent) else [(event.start, event.end)]
        for start, end in spans:
            if not 0 <= start < end <= len(self.text):
                raise ValueError(f"{start} to {end} leaves the text of {len(self.text)} characters")
        if len({type(event) for event in self.events or ()}) > 1:
            raise ValueError("some events have triggers and some have start and end; write all alike")
        return self

    @property
    def mentions(self) -> tuple[GoldMention, ...] | None:
        """The mentions of events, where they were looked for."""
        found = [event for event in self.events or () if isinstance(event, GoldMention)]
        return tuple(found) if self.events is not None and len(found) == len(self.events) else None

    @property
    def wanted(self) -> Desk | None:
        """What belongs on its timeline, where that was looked for."""
        found = [event for event in self.events or () if isinstance(event, _DeskEvent)]
        return Desk(self.id, tuple(map(_wanted, found))) if found else None


class Desk(NamedTuple):
    """The events that belong on the timeline of an article."""

    name: str
    events: Sequence[Wanted]


def _wanted(row: _DeskEvent) -> Wanted:
    best = (row.type, *row.type_ok), (row.status, *row.status_ok), (row.when, *row.when_ok)
    return Wanted(row.what, row.level, row.triggers, *best, row.actors, row.recipients)


def read(lines: Iterable[bytes], name: str) -> Iterator[GoldArticle]:
    """Read articles, one a line; ``name``: of the file.

    Raises ArticleError, with file and line, where one is not of the form or has the id of another.
    """
    ids: dict[str, int] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        where = f"{name}:{number}"
        try:
            article = GoldArticle.model_validate(_object(line, where))
        except ValidationError as error:
            fault = first_of(error)
            raise ArticleError(f"{where}: {fault.problem}; {fault.remedy}") from error
        if article.id in ids:
            raise ArticleError(f"{where}: {article.id!r} is the id of line {ids[article.id]} too; name each by its own")
        ids[article.id] = number
        yield article


def _object(line: bytes, where: str) -> Any:
    try:
        return json.loads(line.removeprefix(b"\xef\xbb\xbf"))
    except (ValueError, RecursionError) as error:
        raise ArticleError(f"{where}: is no valid JSON; write one object a line") from error
