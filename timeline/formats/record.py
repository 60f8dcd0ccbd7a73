"""An event as a record of its own, with the words of its evidence: what JSON Lines hold, and its published shape."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

from timeline.formats.telling import Report, name
from timeline.models import Certainty, EventTime, MergedEvent, Party, Quad, Status
from timeline.render import when


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", json_schema_serialization_defaults_required=True)


class PartyRecord(_Record):
    """An actor or recipient: ``name``, ISO 3166-1 alpha-3 ``code`` (or a body's) and PLOVER ``sector``."""

    name: str
    code: str | None = None
    sector: str | None = None


class ReportRecord(_Record):
    """One place that tells of the event, in its own words; ``value``: TIMEX3 of the ``expression`` that dates it."""

    article: str
    url: str | None = None
    source: str | None = None
    article_date: str | None = None
    sentence: str
    expression: str | None = None
    value: str | None = None
    reason: str
    status: Status


class ConflictRecord(_Record):
    """A ``field`` on which reports disagree: its ``values``, and for each the indices of the ``reports`` of it."""

    field: Literal["time", "status"]
    values: tuple[str, ...]
    reports: tuple[tuple[int, ...], ...]


class EventRecord(_Record):
    """An event; ``edtf`` and ``time`` are its bounds, ``when`` says them in English.

    ``importance`` and ``confidence`` lie between 0 and 1, to four places.
    """

    id: str
    title: str
    type: str
    plover: str | None = None
    mode: str | None = None
    quad: Quad
    cameo: str | None = None
    status: Status
    edtf: str | None
    when: str
    time: EventTime
    actors: tuple[PartyRecord, ...] = ()
    recipients: tuple[PartyRecord, ...] = ()
    places: tuple[str, ...] = ()
    claimed_by: str | None = None
    certainty: Certainty
    context: tuple[str, ...] = ()
    importance: float
    confidence: float
    note: str | None = None
    corrected: tuple[str, ...] = ()
    conflicts: tuple[ConflictRecord, ...] = ()
    reports: tuple[ReportRecord, ...] = ()


def record(event: MergedEvent, reports: list[Report]) -> EventRecord:
    """Make the record of an event of these reports."""
    return EventRecord(
        id=event.id,
        title=event.title,
        type=event.type,
        plover=event.plover,
        mode=event.mode,
        quad=event.quad,
        cameo=event.cameo,
        status=event.status,
        edtf=event.edtf,
        when=when.words(event.time),
        time=event.time,
        actors=_parties(event.actors),
        recipients=_parties(event.recipients),
        places=tuple(place.text for place in event.places),
        claimed_by=event.attribution.claimed_by,
        certainty=event.attribution.certainty,
        context=event.context,
        importance=round(event.importance, 4),
        confidence=round(event.confidence, 4),
        note=event.note,
        corrected=event.corrected,
        conflicts=tuple(
            ConflictRecord(field=conflict.field, values=conflict.values, reports=conflict.mentions)
            for conflict in event.conflicts
        ),
        reports=tuple(_report(report) for report in reports),
    )


def _parties(parties: tuple[Party, ...]) -> tuple[PartyRecord, ...]:
    return tuple(PartyRecord(name=party.called, code=party.code, sector=party.sector) for party in parties)


def _report(report: Report) -> ReportRecord:
    mention, article, sentence, expression = report
    return ReportRecord(
        article=name(article),
        url=article.url,
        source=article.source,
        article_date=article.dct.value,
        sentence=sentence,
        expression=expression,
        value=mention.timex.value if mention.timex else None,
        reason=mention.reason,
        status=mention.status,
    )
