"""PLOVER: event records in the words of that ontology, one a line, for those who count events."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict

from timeline.formats import telling
from timeline.formats.json_lines import line
from timeline.formats.telling import Report
from timeline.models import MergedEvent, Party, Quad, Status, Timeline
from timeline.render import when

VERSION: Literal["1"] = "1"
_QUADS: dict[Quad, Literal[0, 1, 2, 3, 4]] = {
    "none": 0,
    "verbal-cooperation": 1,
    "material-cooperation": 2,
    "verbal-conflict": 3,
    "material-conflict": 4,
}


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", json_schema_serialization_defaults_required=True)


class PloverParty(_Record):
    """An actor or recipient; ``country``: ISO 3166-1 alpha-3 or the code of a body, ``sector``: PLOVER's (GOV, MIL)."""

    name: str
    country: str | None
    sector: str | None


class PloverPlace(_Record):
    """Where it happened; ``country``: ISO 3166-1 alpha-3."""

    name: str
    country: str | None


class PloverSource(_Record):
    """An article that tells of it."""

    publisher: str | None
    headline: str
    url: str | None
    date: str | None


class PloverRecord(_Record):
    """An event of PLOVER's; ``event_date``: its day, null where no single one is known, ``event_time`` says it then.

    ``not_before``, ``not_after``: the first and last day that it can touch, null an open side.  ``quad_code``: 1 verbal
    cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict, 0 none.
    """

    id: str
    event_date: date | None
    event_time: str | None
    not_before: date | None
    not_after: date | None
    event_type: str
    event_mode: str | None
    quad_code: Literal[0, 1, 2, 3, 4]
    contexts: tuple[str, ...]
    cameo_root: str | None
    status: Status
    actors: tuple[PloverParty, ...]
    recipients: tuple[PloverParty, ...]
    locations: tuple[PloverPlace, ...]
    text: str | None
    event_text: str | None
    sources: tuple[PloverSource, ...]
    version: Literal["1"]


def parts(timeline: Timeline) -> Iterator[str]:
    """Yield a record for each event to which PLOVER gives a type: not for an election, say."""
    by_id = telling.articles(timeline)
    for event in telling.shown(timeline):
        if event.plover is not None:
            yield line(_record(event, event.plover, telling.reports(event, by_id)).model_dump(mode="json"))


def _record(event: MergedEvent, kind: str, reports: list[Report]) -> PloverRecord:
    articles = {report.article.id: report.article for report in reports}
    first, last = event.time.interval
    return PloverRecord(
        id=event.id,
        event_date=event.time.interval.only_day,
        event_time=None if event.time.interval.only_day else when.words(event.time),
        not_before=first,
        not_after=last,
        event_type=kind,
        event_mode=event.mode,
        quad_code=_QUADS[event.quad],
        contexts=event.context,
        cameo_root=event.cameo,
        status=event.status,
        actors=_parties(event.actors),
        recipients=_parties(event.recipients),
        locations=tuple(PloverPlace(name=place.text, country=place.code) for place in event.places),
        text=reports[0].sentence if reports else None,
        event_text=reports[0].mention.trigger if reports else None,
        sources=tuple(
            PloverSource(publisher=one.source, headline=telling.name(one), url=one.url, date=one.dct.value)
            for one in articles.values()
        ),
        version=VERSION,
    )


def _parties(parties: tuple[Party, ...]) -> tuple[PloverParty, ...]:
    return tuple(PloverParty(name=party.called, country=party.code, sector=party.sector) for party in parties)
