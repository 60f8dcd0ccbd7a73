"""Blocking: in which blocks a mention stands; within one, neighbours in time are compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from timeline.merge.record import Record
from timeline.merge.table import neighbours, section


def candidates(ordered: Sequence[Record]) -> Iterator[tuple[int, int]]:
    """Pairs worth comparing: neighbours in time among those of like type that share a party or an article."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    days = [day_of(record) for record in ordered]
    for index in sorted(range(len(ordered)), key=days.__getitem__):
        for block in blocks_of(ordered[index]):
            blocks[block].append(index)
    seen: set[tuple[int, int]] = set()
    for _, near in sorted(blocks.items()):
        for place, index in enumerate(near):
            for other in near[place + 1 : place + 1 + neighbours()]:
                pair = (index, other) if index < other else (other, index)
                if pair not in seen:
                    seen.add(pair)
                    yield pair


def blocks_of(record: Record) -> set[tuple[str, str]]:
    """The blocks in which a mention is compared with its neighbours."""
    parties = {f"article {record.article.id}"}
    for party in (*record.actors, *record.recipients):
        parties |= {f"code {party.code}"} if party.code else set()
        parties |= {f"name {token}" for token in party.tokens if not token.isdigit()}
    parties |= {f"code {code}" for code in record.countries}
    retold = ("retold", f"{record.article.id} {record.first}")
    return {retold} | {(family, party) for family in _families(record.type) for party in parties}


def _families(type_: str) -> set[str]:
    """A type and each table row of types that are mistaken for each other that it stands in."""
    kin = {"+".join(pair) for pair in section("kin")["pairs"] if type_ in pair}
    return {type_} | kin | {root for root, others in section("types").items() if type_ in others}


def day_of(record: Record) -> date:
    """A day to sort by: the first possible one, else the last possible one."""
    return record.begin.not_before or record.begin.not_after or record.end.not_after or date.max
