"""What merging must know of an article to see which mentions of other articles its own are compared with."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from timeline.merge.blocking import blocks_of, candidates, day_of
from timeline.merge.looks import looks
from timeline.merge.match import match
from timeline.merge.mentions import Mentions
from timeline.merge.reach import Reach, reach
from timeline.merge.record import Record


class Mark(NamedTuple):
    """A mention from afar: ``when``: the day to sort by, ``blocks``: in which it is compared with its neighbours.

    ``reach``: which of them it may be one with; ``looks``: the same for all that are told alike.
    """

    when: date
    blocks: tuple[str, ...]
    reach: Reach
    looks: int


class Card(NamedTuple):
    """An article's mentions in the order of ``Mentions``; ``same``: pairs of them that tell one event, with scores."""

    marks: tuple[Mark, ...] = ()
    same: tuple[tuple[int, int, float], ...] = ()


def card(of: Mentions) -> Card:
    """Sum an article up; nothing but the article counts."""
    compared = [of.compared(number) for number in range(len(of))]
    found = ((a, b, match(compared[a], compared[b])) for a, b in candidates(compared))
    return Card(
        tuple(Mark(day_of(record), _shared_blocks(record), reach(record), looks(record)) for record in compared),
        tuple((a, b, matched.score) for a, b, matched in found if matched.same),
    )


def _shared_blocks(record: Record) -> tuple[str, ...]:
    """The blocks in which mentions of other articles can stand."""
    own = {f"article {record.article.id}", f"{record.article.id} {record.first}"}
    return tuple(sorted(f"{family}\t{party}" for family, party in blocks_of(record) if party not in own))
