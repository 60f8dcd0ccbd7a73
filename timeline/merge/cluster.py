"""Mentions to groups, one group an event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from itertools import product

from timeline.merge.days import headline_of
from timeline.merge.match import Match, match, may_match
from timeline.merge.record import Record
from timeline.merge.table import neighbours, section

ASKED = 24  # mentions of a group that are compared one by one with those of another


def cluster(records: Sequence[Record]) -> list[list[Record]]:
    """Put mentions of one event together; every record comes back in exactly one group.

    The surest pairs are joined first.  Two groups are joined only if no mention of one excludes a mention of the
    other, so an undated mention never ties two dated events together; only days are not asked of an article that
    tells what a third one tells on the other's day.  Of a much-told event one mention of each kind is asked.  A
    headline without a date of its own is compared by the day that its article gives.  The result does not hang on the
    order of the input: ties are broken by article and place in it.
    """
    ordered = sorted(records, key=lambda record: record.key)
    dated = date_headlines(ordered)
    found = ((pair, match(dated[pair[0]], dated[pair[1]])) for pair in candidates(dated))
    groups = join(dated, {pair: matched.score for pair, matched in found if matched.same})
    return [[ordered[index] for index in group] for group in groups]


def join(ordered: Sequence[Record], scores: Mapping[tuple[int, int], float]) -> list[list[int]]:
    """Join mentions by the ``scores`` of the pairs that tell one event: groups of their numbers."""
    pairs = _Pairs(ordered, scores)
    group_of = list(range(len(ordered)))
    groups = {index: [index] for index in range(len(ordered))}
    asked = {index: [index] for index in range(len(ordered))}
    kept_apart: set[tuple[int, int, int, int]] = set()  # groups as they were: each only grows
    for a, b in sorted(scores, key=lambda pair: (-scores[pair], pair)):
        into, gone = sorted((group_of[a], group_of[b]))
        both = (into, gone, len(groups[into]), len(groups[gone]))
        if into == gone or both in kept_apart:
            continue
        if pairs.excluded(asked[into], asked[gone]):
            kept_apart.add(both)
            continue
        for member in groups[gone]:
            group_of[member] = into
        groups[into] += groups.pop(gone)
        asked[into] = _asked(ordered, [*asked[into], *asked.pop(gone)])
    return [sorted(groups[root]) for root in sorted(groups)]


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


class _Pairs:
    """What two mentions, given by their indices, are to each other; each pair is compared once.

    ``known``: the pairs of which it is known that they tell one event.
    """

    def __init__(self, ordered: Sequence[Record], known: Collection[tuple[int, int]]) -> None:
        self._ordered = ordered
        self._known = known
        self._found: dict[tuple[int, int], Match] = {}

    def _are_one(self, a: int, b: int) -> bool:
        pair = _ordered(a, b)
        return pair in self._known or self._match(pair).same

    def _match(self, pair: tuple[int, int]) -> Match:
        if pair not in self._found:
            self._found[pair] = match(self._ordered[pair[0]], self._ordered[pair[1]])
        return self._found[pair]

    def excluded(self, ones: Sequence[int], others: Sequence[int]) -> bool:
        """Tell whether a mention of one group excludes one of the other."""
        asked = product(self._telling(ones), self._telling(others))
        return any(self._exclude(a, b, (*ones, *others)) for a, b in asked)

    def _telling(self, group: Sequence[int]) -> Sequence[int]:
        """Those of a group that tell its event themselves: what only leads up to it is of another type."""
        return [index for index in group if self._ordered[index].event.retells is None] or group

    def _exclude(self, a: int, b: int, group: Sequence[int]) -> bool:
        pair = _ordered(a, b)
        if pair in self._known:
            return False
        veto = self._match(pair).veto
        if veto == "words":
            return not self._has_middle(a, b, group)
        if veto != "time":
            return veto not in (None, "stage")
        return not self._retells(a, b, group)

    def _has_middle(self, a: int, b: int, group: Sequence[int]) -> bool:
        """Tell whether a third mention of their day tells in the words of both what two tell in words of their own."""
        begin = self._ordered[a].begin
        if begin.days != 1 or self._ordered[b].begin != begin:
            return False
        return any(self._are_one(a, k) and self._are_one(k, b) for k in group if k not in (a, b))

    def _retells(self, a: int, b: int, group: Sequence[int]) -> bool:
        """Tell whether one of two articles has matched a third one that tells the other's day."""
        if self._ordered[a].article.id == self._ordered[b].article.id:
            return False
        return any(
            self._ordered[k].event.time == self._ordered[day].event.time and self._are_one(one, k)
            for one, day in ((a, b), (b, a))
            for k in group
            if k not in (a, b)
        )


def _ordered(a: int, b: int) -> tuple[int, int]:
    return (a, b) if a < b else (b, a)


def _asked(ordered: Sequence[Record], group: list[int]) -> list[int]:
    """The mentions of a group that are compared with those of others: all, or of a large one the first of each kind."""
    if len(group) <= ASKED:
        return group
    kinds = {_kind(ordered[index]): index for index in reversed(group)}
    return list(dict.fromkeys((*reversed(kinds.values()), *group)))[:ASKED]


def _kind(record: Record) -> object:
    """What most often keeps two mentions apart."""
    places = frozenset(place.text for place in record.event.places)
    return (
        record.type,
        record.event.status,
        record.event.mode,
        record.event.time,
        record.actors,
        record.recipients,
        places,
    )


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
                    if may_match(ordered[pair[0]], ordered[pair[1]]):
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
