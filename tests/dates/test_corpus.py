"""The corpus of phrasings, each against what it must mean."""

from __future__ import annotations

import pytest
from phrasings import Case, cases, days_of, tagged

CASES = cases("en")


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.about}: {case.text}")
def test_phrasing(case: Case) -> None:
    """Exactly the marked expressions are found, with type, value, modifier and days."""
    found = tagged(case.text, case.dct)
    wanted = [(e.start, e.text, e.type, e.value) for e in case.expected]
    assert [(timex.start, timex.text, timex.type, timex.value) for timex in found] == wanted
    for timex, expected in zip(found, case.expected, strict=True):
        if expected.mod is not None:
            assert timex.mod == expected.mod
        if expected.interval is not None:
            assert timex.interval == expected.interval
        elif timex.mod is None and timex.type == "DATE" and timex.value and (days := days_of(timex.value)):
            assert timex.interval == days


def test_the_corpus_is_large() -> None:
    """Phrasings that mean something and such that mean nothing both count in hundreds."""
    assert sum(bool(case.expected) for case in CASES) >= 400
    assert sum(not case.expected for case in CASES) >= 150


def test_no_phrasing_stands_twice() -> None:
    """A phrasing that stands twice under one day proves nothing more."""
    seen = [(case.text, case.dct) for case in CASES]
    assert len(seen) == len(set(seen))
