"""Single mentions as merging compares them, for the tests of its rules."""

from __future__ import annotations

from making import article, event

from timeline.merge.match import Match, match
from timeline.merge.record import Record, records


def record(text: str, trigger: str, *, name: str, day: str = "2031-07-03", **fields: object) -> Record:
    """The record of the one event of an article."""
    of = article(text, name=name, day=day)
    (found,) = records(of, [], [event(of, trigger, **fields)])  # type: ignore[arg-type]
    return found


def compare(one: Record, other: Record) -> Match:
    """Compare two records, which of them first makes no difference."""
    assert match(one, other) == match(other, one)
    return match(one, other)
