"""The spaCy component ``timeline``: temporal expressions and events of a text on its ``Doc``.

    nlp = spacy.blank("en")
    nlp.add_pipe("timeline", config={"dct": "2024-11-07"})

What is found is kept in ``doc.user_data`` as plain JSON, so that a ``Doc`` still travels between processes and to disk.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, TypeVar, cast

from spacy.language import Language
from spacy.tokens import Doc, Span

from timeline.analysis import extract
from timeline.dating import given
from timeline.models import Annotation, Dct, Event, Timex
from timeline.options import Only

NAME = "timeline"
_DCT = f"{NAME}.dct"
Mark = TypeVar("Mark", Timex, Event)


@Language.factory(
    NAME,
    assigns=["doc.spans", "doc._.dct", "doc._.timexes", "doc._.events"],
    default_config={"dct": None, "only": None},
)
def component(nlp: Language, name: str, dct: str | None, only: Only | None) -> TimelineComponent:
    """Make the component; see ``TimelineComponent``."""
    return TimelineComponent(dct, only)


class TimelineComponent:
    """Put temporal expressions and events on a ``Doc``.

    ``dct``: the day on which texts were written, of which ``doc._.dct`` says nothing else before; ``only``: "timexes"
    or "events".  Afterwards ``doc._.timexes`` and ``doc._.events`` are tuples of ``Timex`` and ``Event``, whose offsets
    count characters of ``doc.text``; ``doc.spans["timexes"]`` and ``doc.spans["events"]`` are the same as spans of
    whole tokens, labelled by TIMEX3 type and by type of event ("" where there is none), each with its own in
    ``span._.timex`` and ``span._.event``.  Raises DateError where a day is none.
    """

    def __init__(self, dct: str | None = None, only: Only | None = None) -> None:
        """Keep what is asked for."""
        self._dct, self._only = dct, only

    def __call__(self, doc: Doc) -> Doc:
        """Annotate a text."""
        found = extract(
            doc.text,
            dct=doc.user_data.get(_DCT, self._dct),
            language=None if doc.lang_ in ("", "xx") else doc.lang_,
            only=self._only,
        )
        doc.user_data[NAME] = found.model_dump_json()
        doc.spans["timexes"] = [_span(doc, number, timex) for number, timex in enumerate(found.timexes)]
        doc.spans["events"] = [_span(doc, number, event) for number, event in enumerate(found.events)]
        return doc

    def to_disk(self, path: Any, *, exclude: Any = ()) -> None:
        """Write nothing: the configuration says all."""

    def from_disk(self, path: Any, *, exclude: Any = ()) -> TimelineComponent:
        """Read nothing."""
        return self

    def to_bytes(self, *, exclude: Any = ()) -> bytes:
        """Give nothing: the configuration says all."""
        return b""

    def from_bytes(self, data: bytes, *, exclude: Any = ()) -> TimelineComponent:
        """Read nothing."""
        return self


def _span(doc: Doc, number: int, mark: Timex | Event) -> Span:
    span = doc.char_span(mark.start, mark.end, alignment_mode="expand", label=mark.type or "", span_id=number)
    return cast(Span, span)


def _annotation(doc: Doc) -> Annotation | None:
    kept = doc.user_data.get(NAME)
    return _read(kept) if kept else None


@lru_cache(maxsize=8)
def _read(kept: str) -> Annotation:
    return Annotation.model_validate_json(kept)


def _day(doc: Doc) -> Dct:
    found = _annotation(doc)
    return found.dct if found else given(doc.user_data.get(_DCT))


def _set_day(doc: Doc, day: object) -> None:
    doc.user_data[_DCT] = str(day)


def _timexes(doc: Doc) -> tuple[Timex, ...]:
    found = _annotation(doc)
    return found.timexes if found else ()


def _events(doc: Doc) -> tuple[Event, ...]:
    found = _annotation(doc)
    return found.events if found else ()


def _timex(span: Span) -> Timex | None:
    return _behind(span, _timexes(span.doc))


def _event(span: Span) -> Event | None:
    return _behind(span, _events(span.doc))


def _behind(span: Span, marks: Sequence[Mark]) -> Mark | None:
    """What a span of the component was made of; any other span has the number 0."""
    mark = marks[span.id] if span.id < len(marks) else None
    is_it = mark and span.start_char <= mark.start and mark.end <= span.end_char and span.label_ == (mark.type or "")
    return mark if is_it else None


Doc.set_extension("dct", getter=_day, setter=_set_day, force=True)
Doc.set_extension("timexes", getter=_timexes, force=True)
Doc.set_extension("events", getter=_events, force=True)
Span.set_extension("timex", getter=_timex, force=True)
Span.set_extension("event", getter=_event, force=True)
