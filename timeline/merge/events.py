"""Mentions that tell one event become that event; what an earlier build has made of the same mentions is taken over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from pydantic import TypeAdapter

from timeline.merge.groups import Group
from timeline.merge.identity import base
from timeline.merge.reconcile import arrange, reconcile
from timeline.merge.record import Record
from timeline.merge.source import Places, Source, key
from timeline.models import MergedEvent


class Made(NamedTuple):
    """An event with the numbers of its mentions, the principal one first, and the day on which that was written."""

    mentions: tuple[int, ...]
    day: date | None
    event: MergedEvent


def events(groups: Iterable[Group], source: Source, every: Places) -> Iterator[Made]:
    """Yield the event of each group; their ids may still come twice.  What is remembered numbers within the group."""
    for group in groups:
        remembered = key("event", *(every.names[index] for index in group))
        value = source.memory.get(remembered)
        if value is None:
            made = _made([source.load(every.article[index]).told(every.number[index]) for index in group])
            source.memory.keep(remembered, _form().dump_json(made, exclude_defaults=True))
        else:
            made = _form().validate_json(value)
        yield made._replace(mentions=tuple(group[number] for number in made.mentions))


def _made(told: Sequence[Record]) -> Made:
    arranged = arrange(told)
    place = {record.key: number for number, record in enumerate(told)}
    event = reconcile(arranged, base(arranged[0]))
    return Made(tuple(place[record.key] for record in arranged), arranged[0].dct.day, event)


@cache
def _form() -> TypeAdapter[Made]:
    return TypeAdapter(Made)
