"""What an expression means, and the register of operations that rules name to resolve it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import NamedTuple

from timeline.dates.context import Context, Direction, Point
from timeline.dates.grain import DAYS, MONTHS, Period, containing, move_days, move_months, step
from timeline.dates.grammar import Match
from timeline.edtf import Interval, shift_days
from timeline.models import TimexAnchor, TimexType
from timeline.tables.load import read_toml

NOWHERE = Interval(None, None)
NO_ANCHOR = TimexAnchor(kind="none")


class Meaning(NamedTuple):
    """The resolved expression; ``period`` is kept for later expressions to hang on."""

    type: TimexType
    value: str | None
    interval: Interval = NOWHERE
    mod: str | None = None
    anchor: TimexAnchor = NO_ANCHOR
    period: Period | None = None
    direction: Direction | None = None
    aside: bool = False  # only compared with ("a year earlier"): what follows does not hang on it
    edtf: str | None = None  # where the interval cannot tell it: years before the calendar's first
    until: int | None = None  # offset up to which the expression reaches, where that is beyond its match


# A name with a date in it ("the Good Friday Agreement"): nothing is found there, and nothing is looked for inside.
NAME = Meaning("DATE", None)

# None: the match is no temporal expression after all.
Operation = Callable[[Match, Context], Meaning | None]
OPERATIONS: dict[str, Operation] = {}


def operation(name: str) -> Callable[[Operation], Operation]:
    """Register an operation under the name that rules use."""

    def register(function: Operation) -> Operation:
        if name in OPERATIONS:
            raise ValueError(f"two operations are called {name!r}")
        OPERATIONS[name] = function
        return function

    return register


def dct_anchor(context: Context) -> TimexAnchor:
    """The anchor of what hangs on the article's day."""
    return TimexAnchor(kind="dct", text=context.dct.isoformat() if context.dct else None)


def point_anchor(point: Point) -> TimexAnchor:
    """The anchor of what hangs on an earlier expression."""
    return TimexAnchor(kind="timex", text=point.text, start=point.start)


def from_dct(context: Context, grain: str, count: int = 0) -> Period | None:
    """The period of the article's day, or one so many steps from it; None without a DCT."""
    return step(containing(grain, context.dct), count) if context.dct else None


def placed(
    period: Period | None,
    anchor: TimexAnchor = NO_ANCHOR,
    mod: str | None = None,
    direction: Direction | None = None,
) -> Meaning:
    """A DATE at a period; ``None`` is one that cannot be known without a DCT."""
    if period is None:
        return Meaning("DATE", None, anchor=anchor, mod=mod)
    return Meaning("DATE", period.value, part_of(period, mod), mod, anchor, period, direction)


def part_of(period: Period, mod: str | None) -> Interval:
    """The days of a period that a modifier leaves: thirds for START, MID and END.

    "early" is the first four months or ten days, "mid" the middle ones ("mid-May": 10 to 20), "late" the last.
    """
    whole = period.interval
    start, end = whole
    if start is None or end is None or mod not in ("START", "MID", "END"):
        return whole
    if period.grain == "month":
        return {
            "START": Interval(start, start.replace(day=10)),
            "MID": Interval(start.replace(day=10), start.replace(day=20)),
            "END": Interval(start.replace(day=21), end),
        }[mod]
    if period.grain == "year":
        return {
            "START": Interval(start, date(start.year, 4, 30)),
            "MID": Interval(date(start.year, 5, 1), date(start.year, 8, 31)),
            "END": Interval(date(start.year, 9, 1), end),
        }[mod]
    return third_of(whole, mod)


def third_of(days: Interval, mod: str | None) -> Interval:
    """The first, middle or last third for START, MID and END; all of the days where there are fewer than three."""
    start, end = days
    if start is None or end is None or mod not in ("START", "MID", "END"):
        return days
    third = ((end - start).days + 1) // 3
    if not third:
        return days
    return {
        "START": Interval(start, shift_days(start, third - 1)),
        "MID": Interval(shift_days(start, third), shift_days(end, -third)),
        "END": Interval(shift_days(end, 1 - third), end),
    }[mod]


def at_day(day: date, anchor: TimexAnchor = NO_ANCHOR, direction: Direction | None = None) -> Meaning:
    """A DATE of one day."""
    return placed(Period("day", day), anchor, direction=direction)


def modifier(match: Match, group: str = "p") -> str | None:
    """The TIMEX3 modifier of "early", "mid-", "late", "the end of"; "earlier" and "later" are not ones."""
    for token in match.group(group):
        if "EARLY" in token.values:
            return str(token.values["EARLY"])
    return None


def approximation(match: Match, context: Context) -> str | None:
    """The TIMEX3 modifier of "about", "nearly", "more than", "at least", "or so"."""
    words = " ".join(t.word.lower() for t in match.group("a"))
    return next((mod for sign, mod in _approximations(context.language) if sign in words), None)


@cache
def _approximations(language: str) -> tuple[tuple[str, str], ...]:
    return tuple((sign, mod) for sign, mod in read_toml(f"dates/{language}/approximations.toml")["phrases"])


def make_day(year: int, month: int, day: int) -> date | None:
    """A day of the calendar, None where there is none ("Feb. 30")."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def nearest_year(month: int, day: int | None, dct: date, direction: Direction | None, sure: bool = False) -> int | None:
    """The year of a month (and day) without one: the last or next where the tense tells, else the nearest.

    None where no year near the DCT has such a day.  ``sure``: the verb stands right before, so its tense is no mistake.
    """
    reach = 4 if (month, day) == (2, 29) else 1
    years = range(max(1, dct.year - reach), min(9999, dct.year + reach) + 1)
    far, cost = 10_000, 366 if sure else 250

    def away(year: int) -> tuple[int, bool]:
        days = _days_away(year, month, day, dct)
        # A clear tense rules out the other side, but not a neighbour that is much nearer: tense cues err.
        wrong = (direction == "past" and days > 0) or (direction == "future" and days < 0)
        return min(abs(days) + wrong * cost, far), days > 0

    return min((year for year in years if make_day(year, month, day or 1)), key=away, default=None)


def day_in_year(match: Match, context: Context, month: int, number: int) -> Meaning | None:
    """A day and month alone, in the year that fits the tense; the year stays open where the article has no day.

    None where no year near the DCT has such a day.
    """
    if context.dct is None:
        return Meaning("DATE", f"XXXX-{month:02}-{number:02}", anchor=dct_anchor(context))
    direction = context.direction(match.tokens, match.first, match.last)
    year = nearest_year(month, number, context.dct, direction)
    found = make_day(year, month, number) if year else None
    return at_day(found, dct_anchor(context), direction) if found else None


def _days_away(year: int, month: int, day: int | None, dct: date) -> int:
    """Days from the DCT to a day, roughly where it is a month."""
    if day is None:
        return (year - dct.year) * 365 + (month - dct.month) * 30
    return (date(year, month, day) - dct).days


def shifted(day: date, grain: str, count: float) -> date:
    """Move a day by units of a grain; raises OutsideCalendarError."""
    if grain in MONTHS:
        return move_months(day, round(count * MONTHS[grain]))
    if grain in DAYS:
        return move_days(day, round(count * DAYS[grain]))
    hours = {"hour": 1.0, "minute": 1 / 60, "second": 1 / 3600}[grain] * count
    return move_days(day, int(hours / 24))
