"""The EDTF interval: text form and bounds."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import days, intervals

from timeline import edtf
from timeline.edtf import Interval
from timeline.errors import DateError


@given(intervals(), st.booleans())
def test_what_is_written_is_read_back(interval: Interval, approximate: bool) -> None:
    """Print and parse give the interval back; only one that is open on both sides has no form."""
    text = edtf.format(interval, approximate)
    if text is None:
        assert interval == Interval(None, None)
    else:
        assert edtf.parse(text) == interval
        assert edtf.format(edtf.parse(text), approximate) == text


@st.composite
def forms(draw: st.DrawFn) -> str:
    """Any form that the package reads, single or as a stretch."""
    day = draw(days())
    single = st.sampled_from(
        [
            day.isoformat(),
            f"{day.year:04}-{day.month:02}",
            f"{day.year:04}",
            f"{day.year // 10:03}X",
            f"{day.year // 100:02}XX",
            f"{min(day.year, 9998):04}-{draw(st.integers(21, 24))}",
        ]
    )
    mark = draw(st.sampled_from(["", "~"]))
    one = draw(single) + mark
    return draw(st.sampled_from([one, f"{one}/..", f"../{one}"]))


@given(forms())
def test_what_is_read_keeps_its_bounds_when_written(text: str) -> None:
    """Parse, print, parse is the identity on bounds."""
    interval = edtf.parse(text)
    printed = edtf.format(interval)
    assert printed is not None
    assert edtf.parse(printed) == interval


@given(intervals(), intervals(), days())
def test_sharing_and_covering_agree_with_membership(one: Interval, other: Interval, day: date) -> None:
    """A day lies in the shared part when it lies in both, and in the hull when it lies in either."""
    both = one.intersect(other)
    assert (both is not None and both.contains(day)) == (one.contains(day) and other.contains(day))
    if one.contains(day) or other.contains(day):
        assert one.hull(other).contains(day)


@given(days(), st.integers(-200_000, 200_000))
def test_shifting_stays_inside_the_calendar(day: date, count: int) -> None:
    """Shifts stop at the ends of the calendar; inside it they can be undone by days."""
    moved = edtf.shift_days(day, count)
    if edtf.FIRST_DAY < moved < edtf.LAST_DAY:
        assert edtf.shift_days(moved, -count) == day
    assert edtf.FIRST_DAY <= edtf.shift_months(day, count) <= edtf.LAST_DAY


@pytest.mark.parametrize("text", ["", "2024-13", "2023-02-29", "199X-05", "2024-05-02/2024-05-01", "soon", "2024-1-1"])
def test_other_forms_are_refused(text: str) -> None:
    """What is no EDTF date of this package is an error that says so."""
    with pytest.raises(DateError):
        edtf.parse(text)
