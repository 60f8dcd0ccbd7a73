"""Headlines without a date of their own have that of what their article tells by them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from timeline.merge.days import headline_of
from timeline.merge.match import match
from timeline.merge.record import Record
from timeline.merge.table import neighbours


def date_headline(record: Record, dated: Iterable[Record]) -> Record:
    """Give a headline without a date of its own the time and place of what it matches best in its article.

    ``dated``: the mentions of its type that its article dates; of very many, the first ones are asked.
    """
    if record.own_date or record.zone == "body":
        return record
    asked = [other for other in islice(dated, neighbours()) if headline_of(record, other)]
    same = [(matched, other) for other in asked if (matched := match(record, other)).same]
    if not same:
        return record
    _, best = min(same, key=lambda pair: (-pair[0].score, pair[1].key))
    if record.begin.intersect(best.begin) is not None:
        return record
    given = {"time": best.event.time, "places": record.event.places or best.event.places}
    return record.of(record.event.model_copy(update=given))._replace(own_date=True)
