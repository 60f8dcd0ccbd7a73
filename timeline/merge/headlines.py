"""Headlines without a date of their own have that of what their article tells by them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from timeline.merge.days import headline_of
from timeline.merge.match import match
from timeline.merge.record import Record
from timeline.merge.table import neighbours


def date_headlines(ordered: Sequence[Record]) -> list[Record]:
    """Give headlines without a date of their own the time and place of what they match best in their article."""
    dated: dict[tuple[str, str], list[Record]] = defaultdict(list)
    for record in ordered:
        if record.own_date:
            dated[record.article.id, record.type].append(record)
    return [_date_headline(record, dated[record.article.id, record.type]) for record in ordered]


def _date_headline(record: Record, dated: Sequence[Record]) -> Record:
    """``dated``: the mentions of its type that its article dates; of very many, the first ones are asked."""
    if record.own_date or record.zone == "body":
        return record
    found = [(match(record, other), other) for other in dated[: neighbours()] if headline_of(record, other)]
    same = [(matched, other) for matched, other in found if matched.same]
    if not same:
        return record
    _, best = min(same, key=lambda pair: (-pair[0].score, pair[1].key))
    if record.begin.intersect(best.begin) is not None:
        return record
    given = {"time": best.event.time, "places": record.event.places or best.event.places}
    return record.of(record.event.model_copy(update=given))._replace(own_date=True)
