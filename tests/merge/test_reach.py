"""What rules pairs out from afar never rules out one event."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import combinations
from typing import Any

import merging
import pytest
from recorded import compared

from timeline.merge.match import match
from timeline.merge.reach import Reach, may_meet, reach
from timeline.merge.record import Record


def test_what_is_one_event_may_meet() -> None:
    """Over all pairs of different articles of the merging set; most of the others are ruled out."""
    records = [record for found in merging.coded()[0] for record in compared(*found)]
    seen: Counter[tuple[bool, bool]] = Counter()
    for one, other in combinations(records, 2):
        if one.article.id != other.article.id and _shares_party(one, other):
            seen[match(one, other).same, may_meet(reach(one), reach(other))] += 1
    assert seen[True, False] == 0
    assert seen[True, True] > 150
    assert seen[False, False] > seen[False, True]


def _shares_party(one: Record, other: Record) -> bool:
    codes = [{party.code for party in (*r.actors, *r.recipients)} for r in (one, other)]
    return bool(codes[0] & codes[1])


MAY = date(2024, 5, 4)


def _with(**fields: Any) -> Reach:
    """A plan of 4 May, told on that day, but for some of it."""
    told = {"first": MAY, "last": MAY, "day": MAY, "word": "meet", "stage": "planned", "once": False}
    return Reach.of(**(told | fields))


PLAN = _with()


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [
        (PLAN, _with(first=date(2024, 5, 20), last=date(2024, 5, 20), day=date(2024, 5, 20)), False),
        (PLAN, _with(first=date(2024, 5, 6), last=date(2024, 5, 6), day=date(2024, 5, 20)), True),
        (PLAN, _with(first=date(2024, 6, 6), last=date(2024, 6, 6), day=date(2024, 6, 6), stage="held"), True),
        (PLAN, _with(first=date(2024, 6, 6), last=date(2024, 6, 6)), True),  # copies tell it as news
        (PLAN, _with(first=None), True),
        (PLAN, _with(first=None, day=date(2024, 5, 20)), False),  # nor do like words in articles far from each other
        (_with(first=None), _with(first=None, day=date(2024, 7, 20)), True),
        (PLAN, _with(first=None, word="talk"), False),  # an open time binds nothing by itself
        (PLAN, _with(first=date(2024, 4, 1), word="talk"), False),
        (PLAN, _with(first=date(2024, 4, 1), word="talk", once=True), True),
        (PLAN, _with(last=None, word="talk"), True),  # begun on that day
        (_with(day=None), _with(first=date(2024, 6, 6), last=date(2024, 6, 6)), True),
    ],
)
def test_days_and_words_rule_out(one: Reach, other: Reach, *, may: bool) -> None:
    assert may_meet(one, other) is may_meet(other, one) is may
