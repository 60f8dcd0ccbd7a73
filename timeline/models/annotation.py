"""What ``annotate`` reads and writes."""

from __future__ import annotations

from typing import Self

from pydantic import BaseModel, ConfigDict, model_validator

from timeline.models.article import Dct, Timex
from timeline.models.base import Frozen, Span
from timeline.models.event import Event


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


class Annotation(Frozen):
    """What is found in the text called ``id``: its day, its expressions and its events, both in order of place.

    ``dct``: when it was written; ``timexes``; ``events``: mentions, also of no type.
    """

    id: str
    dct: Dct
    timexes: tuple[Timex, ...] = ()
    events: tuple[Event, ...] = ()
