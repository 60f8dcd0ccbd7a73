"""Operations for years by the era: before Christ, and early years that only the era tells to be ones."""

from __future__ import annotations

from datetime import date

from timeline.dates.absolute import month_of
from timeline.dates.context import Context
from timeline.dates.counts import counts
from timeline.dates.grain import Period
from timeline.dates.grammar import Match
from timeline.dates.meaning import Meaning, at_day, make_day, operation, placed
from timeline.dates.numbers import ordinal

_LEAP = 2000  # a year in which every day of the calendar is one


@operation("before-christ")
def _before_christ(match: Match, context: Context) -> Meaning | None:
    """A day, month, year or century before Christ: TIMEX3 ``BC0044-03-15``, EDTF ``-0043-03-15``.

    The calendar of the package begins with year 1, so it has no days; EDTF counts a year 0.
    """
    if match.has("n"):
        century = ordinal(match.group("n"))
        if not 1 <= century <= 99:
            return None
        return Meaning("DATE", f"BC{century - 1:02}", edtf=f"-{century - 1:02}XX")
    year = int(match.value("y", "INT"))
    if not 1 <= year <= 9999 or _names_what_follows(match, year):
        return None
    rest = ""
    if match.has("m"):
        rest = f"-{month_of(match):02}"
    if match.has("d"):
        number = ordinal(match.group("d"))
        if make_day(_LEAP, month_of(match), number) is None:
            return None
        rest += f"-{number:02}"
    return Meaning("DATE", f"BC{year:04}{rest}", edtf=f"-{year - 1:04}{rest}")


def _names_what_follows(match: Match, year: int) -> bool:
    """Tell British Columbia from before Christ: "in 2015 BC Hydro said"."""
    after = match.tokens[match.last].word if match.last < len(match.tokens) else ""
    return year >= 1500 and after[:1].isupper()


@operation("after-christ")
def _after_christ(match: Match, context: Context) -> Meaning | None:
    """A day, month or year with the sign of its era: "118 CE"."""
    year = int(match.value("y", "INT"))
    if not 1 <= year <= 9999 or counts(match, context):
        return None
    if not match.has("m"):
        return placed(Period("year", date(year, 1, 1)))
    month = month_of(match)
    if not match.has("d"):
        return placed(Period("month", date(year, month, 1)))
    found = make_day(year, month, ordinal(match.group("d")))
    return at_day(found) if found else None


@operation("buddhist-year")
def _buddhist_year(match: Match, context: Context) -> Meaning | None:
    """A year of the Thai calendar, which the sign of its era tells by how many years it is ahead."""
    year = int(match.value("y", "FARYEAR", "YEAR")) - int(match.value("e", "BESIGN"))
    return placed(Period("year", date(year, 1, 1))) if year >= 1 else None
