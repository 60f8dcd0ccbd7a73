"""Mentions to groups, one group an event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import product

from timeline.merge.match import match
from timeline.merge.record import Record
from timeline.merge.table import neighbours, section


def cluster(records: Sequence[Record]) -> list[list[Record]]:
    """Put mentions of one event together; every record comes back in exactly one group.

    The surest pairs are joined first.  Two groups are joined only if no mention of one excludes a mention of the
    other, so an undated mention never ties two dated events together.  The result does not hang on the order of the
    input: ties are broken by article and place in it.
    """
    ordered = sorted(records, key=lambda record: record.key)
    scores = {(a, b): found for a, b in candidates(ordered) if (found := match(ordered[a], ordered[b])).same}
    group_of = list(range(len(ordered)))
    groups = {index: [index] for index in range(len(ordered))}
    vetoes: dict[tuple[int, int], bool] = {}

    def excluded(a: int, b: int) -> bool:
        pair = (min(a, b), max(a, b))
        if pair not in vetoes:
            vetoes[pair] = pair not in scores and match(ordered[pair[0]], ordered[pair[1]]).veto is not None
        return vetoes[pair]

    for a, b in sorted(scores, key=lambda pair: (-scores[pair].score, pair)):
        into, gone = sorted((group_of[a], group_of[b]))
        if into == gone or any(excluded(m, n) for m, n in product(groups[into], groups[gone])):
            continue
        for member in groups[gone]:
            group_of[member] = into
        groups[into] += groups.pop(gone)
    return [[ordered[index] for index in sorted(groups[root])] for root in sorted(groups)]


def candidates(ordered: Sequence[Record]) -> Iterator[tuple[int, int]]:
    """Pairs worth comparing: neighbours in time among those of like type that share a party or an article."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, record in enumerate(ordered):
        for block in _blocks(record):
            blocks[block].append(index)
    seen: set[tuple[int, int]] = set()
    for _, members in sorted(blocks.items()):
        near = sorted(members, key=lambda index: (_when(ordered[index]), index))
        for place, index in enumerate(near):
            for other in near[place + 1 : place + 1 + neighbours()]:
                pair = (min(index, other), max(index, other))
                if pair not in seen:
                    seen.add(pair)
                    yield pair


def _blocks(record: Record) -> set[tuple[str, str]]:
    parties = {f"article {record.article.id}"}
    for party in (*record.actors, *record.recipients):
        parties |= {f"code {party.code}"} if party.code else {f"name {token}" for token in party.tokens}
    return {(family, party) for family in _families(record.type) for party in parties}


def _families(type_: str) -> set[str]:
    """A type and each table row of types that are mistaken for each other that it stands in."""
    return {type_} | {root for root, others in section("types").items() if type_ in others}


def _when(record: Record) -> date:
    """A day to sort by: the first possible one, else the last possible one."""
    return record.begin.not_before or record.begin.not_after or record.end.not_after or date.max
