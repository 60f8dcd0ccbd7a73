"""What a comparison sees of a mention: those told alike are the same to every mention of another article."""

from __future__ import annotations

import hashlib

from timeline.merge.days import speaks_of_another
from timeline.merge.parties import Who
from timeline.merge.record import Record
from timeline.merge.stages import told_days

_BYTES = 8


def looks(record: Record) -> int:
    """Sum up all of a mention that ``match`` reads where the other one is of another article."""
    event, sentence = record.event, record.event.sentence
    seen = (
        record.type,
        record.zone,
        record.stem,
        sorted(record.words),
        sorted(record.sentence),
        sorted(record.marks),
        sorted(record.quoted),
        [_plain(who) for who in record.actors],
        [_plain(who) for who in record.recipients],
        record.own_date,
        sorted(record.countries),
        [day and day.isoformat() for interval in (record.begin, record.end) for day in interval],
        [day and day.isoformat() for day in (record.dct.not_before, record.dct.not_after, record.dct.day)],
        [day and day.isoformat() for interval in told_days(record) for day in interval],
        (event.status, event.mode, event.tense, event.aspect, event.anchor.kind, event.time.kind),
        [(place.text, place.code) for place in event.places],
        (event.start - sentence.start, sentence.end - sentence.start),
        event.retells is None,
        speaks_of_another(record),
    )
    digest = hashlib.sha256(repr(seen).encode("utf-8", "surrogatepass")).digest()
    return int.from_bytes(digest[:_BYTES])


def _plain(who: Who) -> tuple[object, ...]:
    return (who.kind, who.code, sorted(who.tokens), who.initials)
