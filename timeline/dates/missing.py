"""Days that the calendar does not have ("30 February 2024", "31/04/2023"): found, told and left without a value."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.dates.context import Context
from timeline.dates.counts import is_numbered
from timeline.dates.grammar import Match
from timeline.dates.meaning import Meaning
from timeline.dates.numerals import in_ascii
from timeline.models import TimexAnchor
from timeline.tables.load import read_toml

_YEARS = range(1500, 2101)
_FIGURES = 4  # of a year that is written in full
_NUMBERS = {"INT", "CARD"}


def no_such_day() -> Meaning:
    """An expression that is a date by its form and none by the calendar."""
    reason = str(read_toml("dates/common/reasons.toml")["no_such_day"])
    return Meaning("DATE", None, anchor=TimexAnchor(kind="none", text=reason))


def missing_named_day(match: Match, number: int) -> Meaning | None:
    """A month's name with a day that it lacks; a number behind the month may count what follows ("In April 31 men")."""
    if not 1 <= number <= 31:
        return None
    last = match.tokens[match.last - 1]
    after = match.tokens[match.last].word if match.last < len(match.tokens) else ""
    may_count = not match.has("y") and bool(last.values.keys() & _NUMBERS) and after[:1].isalnum()
    return None if may_count else no_such_day()


def missing_day_in_figures(match: Match, context: Context, word: str) -> Meaning | None:
    """Three numbers that are a day, month and year by their size, where no order of them is a day of the calendar."""
    parts = re.split(r"[/.-]", in_ascii(word))
    if is_numbered(match, context) or not _looks_like_a_date(parts):
        return None
    return no_such_day()


def _looks_like_a_date(parts: Sequence[str]) -> bool:
    """Tell a year in full with a month and a day before or behind it.

    >>> _looks_like_a_date(("31", "04", "2023")), _looks_like_a_date(("24", "7", "365"))
    (True, False)
    """
    years = [int(part) for part in (parts[0], parts[-1]) if len(part) == _FIGURES]
    rest = [int(part) for part in parts if len(part) < 3]
    if len(parts) != 3 or len(rest) != 2 or not years or years[0] not in _YEARS:
        return False
    month = rest[0] if len(parts[0]) == _FIGURES else min(rest)
    return 1 <= month <= 12 and min(rest) >= 1 and max(rest) <= 31
