"""Why the mentions of a group are one event: for each the earlier one that it agrees with best, and the signs."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.merge.match import Match, match
from timeline.merge.record import Record
from timeline.merge.table import section
from timeline.models import Joined

_COMPARED = 8  # earlier mentions that one is compared with; the first ones of a much-told event are enough


def because(group: Sequence[Record]) -> list[Joined | None]:
    """Return why each mention is in the group; None for the first, and where only a third one joins it."""
    return [_joined(record, group[: min(index, _COMPARED)]) for index, record in enumerate(group)]


def _joined(record: Record, earlier: Sequence[Record]) -> Joined | None:
    found = [(index, match(other, record)) for index, other in enumerate(earlier)]
    same = [(index, matched) for index, matched in found if matched.same]
    if not same:
        return None
    index, best = max(same, key=lambda pair: (pair[1].score, -pair[0]))
    return Joined(mention=index, signs=tuple(_signs(best)))


def _signs(matched: Match) -> list[str]:
    """The signs that speak for it, as far as each is strong enough to be told."""
    told = section("told")
    return [name for name, value in matched.signs.items() if name in told and value >= told[name]]
