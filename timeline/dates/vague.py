"""Operations for references to past, present and future that name no place in the calendar."""

from __future__ import annotations

from timeline.dates.context import Context
from timeline.dates.grammar import Match
from timeline.dates.meaning import Meaning, dct_anchor, operation
from timeline.edtf import Interval


def reference(context: Context, value: str) -> Meaning:
    """PAST_REF up to the DCT, FUTURE_REF from it on, PRESENT_REF on it."""
    day = context.dct
    sides = {
        "PAST_REF": Interval(None, day),
        "FUTURE_REF": Interval(day, None),
        "PRESENT_REF": Interval(day, day),
    }
    return Meaning("DATE", value, sides[value], anchor=dct_anchor(context))


@operation("vague")
def _vague(match: Match, context: Context) -> Meaning | None:
    for token in reversed(match.tokens[match.first : match.last]):
        if "REF" in token.values:
            return reference(context, token.values["REF"])
    return reference(context, "PRESENT_REF")


@operation("vague-future")
def _future(match: Match, context: Context) -> Meaning | None:
    return reference(context, "FUTURE_REF")


@operation("vague-past")
def _past(match: Match, context: Context) -> Meaning | None:
    return reference(context, "PAST_REF")


@operation("vague-present")
def _present(match: Match, context: Context) -> Meaning | None:
    return reference(context, "PRESENT_REF")
