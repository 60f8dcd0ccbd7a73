"""JSON Lines of event records, as the page and ``--format jsonl`` save them."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import ValidationError

from timeline.errors import TimelineFileError
from timeline.formats.record import EventRecord, PartyRecord
from timeline.invalid import first_of
from timeline.models import Party
from timeline.sheets.entry import Entry, Quotation, known_type


def entries(text: str, where: str) -> Iterator[Entry | TimelineFileError]:
    """Yield the lines, or what is wrong with one."""
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            yield _entry(EventRecord.model_validate_json(line))
        except ValidationError as error:
            yield TimelineFileError(f"{where}: line {number}: {first_of(error, list(EventRecord.model_fields))}")


def _entry(record: EventRecord) -> Entry:
    return Entry(
        id=record.id,
        title=record.title,
        time=record.time,
        type=known_type(record.type),
        status=record.status,
        actors=tuple(map(_party, record.actors)),
        recipients=tuple(map(_party, record.recipients)),
        places=record.places,
        note=record.note,
        importance=record.importance,
        quotations=tuple(
            Quotation(one.article, one.source, one.url, one.article_date, one.sentence, one.expression, one.reason)
            for one in record.reports
        ),
    )


def _party(party: PartyRecord) -> Party:
    name = party.name
    return Party(text=name, start=0, end=len(name), name=name, code=party.code, sector=party.sector)
