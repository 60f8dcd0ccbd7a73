"""A day told in UTC gives way to the dateline's where that is the day at the publisher's place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from timeline.dating.clue import Clue, stated
from timeline.dating.words import limit, pattern, say
from timeline.edtf import shift_days
from timeline.models import Rank


def at_dateline(clues: Sequence[Clue]) -> list[Clue]:
    """Move days told in UTC to the neighbouring day that the dateline tells and the hour allows.

    What is stamped 02:30 UTC on 8 May was written on 7 May in Lima.  A day told otherwise too is left alone.
    """
    told = [clue for clue in clues if clue.rank in (Rank.STATED, Rank.METADATA) and clue.claim.interval.days == 1]
    if not told or any(_hour(clue) is None for clue in told):
        return list(clues)
    datelines = [clue for clue in clues if clue.rank == Rank.DATELINE]
    return [_moved(clue, datelines) if clue in told else clue for clue in clues]


def _moved(clue: Clue, datelines: Sequence[Clue]) -> Clue:
    day, hour = clue.claim.not_before, _hour(clue)
    if day is None or hour is None:
        return clue
    for other in _neighbours(day, hour):
        if any(line.weigh and line.weigh(other) > line.weigh(day) for line in datelines):
            evidence = say("at_dateline", claim=clue.claim.evidence, day=other.isoformat())
            update = {"not_before": other, "not_after": other, "evidence": evidence}
            return stated(clue.claim.model_copy(update=update))
    return clue


def _neighbours(day: date, hour: int) -> list[date]:
    """Other days that it is somewhere at this hour of UTC."""
    west = [shift_days(day, -1)] if hour < limit("utc_last_day") else []
    east = [shift_days(day, 1)] if hour >= limit("utc_next_day") else []
    return [*west, *east]


def _hour(clue: Clue) -> int | None:
    """The hour of a moment that is written in UTC, None for anything else."""
    found = pattern("utc", "moment").search(clue.claim.text)
    return int(found["hour"]) if found else None
