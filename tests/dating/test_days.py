"""Sets of days."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dating.days import ALL, each, hull, intersect, union
from timeline.edtf import Interval

DAY = st.dates(date(2020, 1, 1), date(2020, 3, 1))
SETS = st.lists(st.tuples(DAY, DAY), max_size=4).map(lambda pairs: union(Interval(min(p), max(p)) for p in pairs))


@given(SETS, SETS)
def test_intersection_holds_the_days_of_both(one: tuple[Interval, ...], other: tuple[Interval, ...]) -> None:
    assert set(each(intersect(one, other))) == set(each(one)) & set(each(other))


@given(SETS)
def test_intervals_are_sorted_and_apart(days: tuple[Interval, ...]) -> None:
    assert list(each(days)) == sorted(set(each(days)))
    assert intersect(days, ALL) == days
    assert intersect(days, ()) == ()


def test_open_sides() -> None:
    since = (Interval(date(2020, 1, 1), None),)
    assert hull(intersect(since, (Interval(None, date(2020, 5, 1)),))) == Interval(date(2020, 1, 1), date(2020, 5, 1))
    with pytest.raises(ValueError, match="open"):
        list(each(since))
