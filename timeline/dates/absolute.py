"""Operations for expressions that name a place in the calendar."""

from __future__ import annotations

from datetime import date

from timeline.dates.chronicle import entry_direction, is_entry
from timeline.dates.context import Context, Direction
from timeline.dates.counts import counts
from timeline.dates.grain import Period
from timeline.dates.grammar import Match
from timeline.dates.meaning import (
    Meaning,
    at_day,
    dct_anchor,
    make_day,
    modifier,
    nearest_year,
    operation,
    placed,
    point_anchor,
)
from timeline.dates.missing import missing_named_day
from timeline.dates.numbers import ordinal
from timeline.dates.tokens import Token
from timeline.dates.told import year_told
from timeline.dates.years import relative_year, year_in_words, year_of

# Which way "last" and "next" look.
RELATED: dict[str, Direction] = {"LAST": "past", "NEXT": "future"}
_SOON = 31  # days: a day without a year this soon after a dated one goes on with its tale
_TELLING = 2  # sentences over which a tale goes on


def month_of(match: Match) -> int:
    """The month that the group ``m`` names, by its name or, in languages that count months, its number."""
    return int(match.value("m", "MONTH", "MONTHSHORT", "SMALLMONTH", "HOUR"))


@operation("month-day")
def _month_day(match: Match, context: Context) -> Meaning | None:
    month = month_of(match)
    number = ordinal(match.group("d"))
    year = year_of(match, context)
    if counts(match, context):
        return None
    if year is not None:
        found = make_day(year - _over_new_year(match, month), month, number)
        return at_day(found) if found else missing_named_day(match, number)
    if make_day(2000, month, number) is None:
        return missing_named_day(match, number)
    return _without_year(match, context, month, number)


def _without_year(match: Match, context: Context, month: int, number: int) -> Meaning | None:
    if match.has("ry"):
        year, anchor = relative_year(match, context, "ry")
        found = make_day(year - _over_new_year(match, month), month, number) if year else None
        return at_day(found, anchor) if found else placed(None, anchor)
    point = year_told(match, context)
    if point:
        found = make_day(point.period.start.year, month, number)
        return at_day(found, point_anchor(point)) if found else missing_named_day(match, number)
    if context.dct is None:
        return Meaning("DATE", f"XXXX-{month:02}-{number:02}", anchor=dct_anchor(context))
    return _told_on(context, month, number) or _near(match, context, context.dct, month, number)


def _over_new_year(match: Match, month: int) -> int:
    """One where the range whose first month this is ends in an earlier month of the year named: "Nov. to Jan. 2014"."""
    return int((match.value("em", "MONTH", "MONTHSHORT") or month) < month)


def _is_sure(match: Match, context: Context, told: Direction | None, direction: Direction | None) -> bool:
    """Tell whether the verb that says which way to look stands so near that it is no mistake."""
    ahead = direction == "future" and context.announced(match.tokens, match.first)
    sure = context.governed(match.tokens, match.first) or context.told_of_past(match.tokens, match.first)
    return told is not None or ahead or sure


def _near(match: Match, context: Context, dct: date, month: int, number: int) -> Meaning | None:
    """The day in the year that fits the words beside it and the tense."""
    told = RELATED.get(match.relation()) or entry_direction(match, context)
    direction = told or context.direction(match.tokens, match.first, match.last)
    year = nearest_year(month, number, dct, direction, _is_sure(match, context, told, direction))
    found = make_day(year, month, number) if year else None
    return at_day(found, dct_anchor(context), direction) if found else None


def _told_on(context: Context, month: int, number: int) -> Meaning | None:
    """A day soon after one of a past year that the text has just told of: "on May 16, 2023 ... and on May 20".

    Not where the article's own year has such a day close to the article.
    """
    point, dct = context.last_point("day"), context.dct
    if point is None or dct is None or point is not context.last or context.sentence - point.sentence > _TELLING:
        return None
    start = point.period.start
    then, now = make_day(start.year, month, number), make_day(dct.year, month, number)
    if then is None or start.year >= dct.year or not 0 <= (then - start).days <= _SOON:
        return None
    return at_day(then, point_anchor(point)) if now is None or abs((dct - now).days) > _SOON else None


@operation("date-of-spoken-year")
def _date_of_spoken_year(match: Match, context: Context) -> Meaning | None:
    """A day or month of a year in words; without its year it would be this year's, so it stays open."""
    year = year_in_words(match.group("y"))
    if year is None:
        return Meaning("DATE", None)
    if not match.has("d"):
        return placed(Period("month", date(year, month_of(match), 1)))
    number = ordinal(match.group("d"))
    found = make_day(year, month_of(match), number)
    return at_day(found) if found else missing_named_day(match, number)


@operation("more-days")
def _more_days(match: Match, context: Context) -> Meaning | None:
    point = context.last
    number = match.value("d", "DAY", "DAYTH")
    year = match.value("y", "YEAR")
    if point is None or point.period.grain != "day":
        return None
    found = make_day(year or point.period.start.year, point.period.start.month, number)
    return at_day(found, point_anchor(point)) if found and found >= point.period.start else None


def _is_acronym(token: Token, match: Match, before: str, context: Context) -> bool:
    """Tell an abbreviation in capitals that stands alone from a month ("the FEB agency"), or one in small letters."""
    word = token.word
    if "MONTHABBR" not in token.values or not (word.isupper() or word.islower()) or match.last - match.first > 1:
        return False
    return before.lower() not in context.cues.surely_month or (word.isupper() and not before.isupper())


@operation("month")
def _month(match: Match, context: Context) -> Meaning | None:
    month = month_of(match)
    mod = modifier(match)
    year = year_of(match, context)
    if year is not None:
        year -= _over_new_year(match, month)
        sure = 1 <= year <= 9999 and not counts(match, context)
        return placed(Period("month", date(year, month, 1)), mod=mod) if sure else None
    if match.has("ry"):
        year, anchor = relative_year(match, context, "ry")
        year = year - _over_new_year(match, month) if year else None
        return placed(Period("month", date(year, month, 1)) if year else None, anchor, mod)
    if match.has("r"):
        return _month_relative(match, context, month, mod)
    if match.has("p") or _is_month(match, context):
        return _month_alone(match, context, month, mod)
    return None


def _month_alone(match: Match, context: Context, month: int, mod: str | None) -> Meaning | None:
    """A month of the year told of right before, else of the one that fits the tense."""
    point = year_told(match, context)
    if point:
        return placed(Period("month", date(point.period.start.year, month, 1)), point_anchor(point), mod)
    if context.dct is None:
        return _month_of_any_year(context, month, mod)
    told = entry_direction(match, context)
    direction = told or context.direction(match.tokens, match.first, match.last)
    nearest = nearest_year(month, None, context.dct, direction, _is_sure(match, context, told, direction))
    if nearest is None:
        return None
    return placed(Period("month", date(nearest, month, 1)), dct_anchor(context), mod, direction)


def _month_of_any_year(context: Context, month: int, mod: str | None) -> Meaning:
    return Meaning("DATE", f"XXXX-{month:02}", anchor=dct_anchor(context), mod=mod)


def _month_relative(match: Match, context: Context, month: int, mod: str | None) -> Meaning | None:
    dct = context.dct
    if dct is None:
        return _month_of_any_year(context, month, mod)
    word = match.relation()
    told = context.last_within("year") if word == "THAT" else None
    if told:
        return placed(Period("month", date(told.period.start.year, month, 1)), point_anchor(told), mod)
    if word in ("LAST", "PREVIOUS"):
        year = dct.year if month < dct.month else dct.year - 1
    elif word in ("NEXT", "FOLLOWING"):
        year = dct.year if month > dct.month else dct.year + 1
    else:
        year = dct.year
    if not 1 <= year <= 9999:
        return None
    return placed(Period("month", date(year, month, 1)), dct_anchor(context), mod)


def _is_month(match: Match, context: Context) -> bool:
    """Tell a month from a name: "May" as in "Theresa May", "June Smith", "March on Rome"."""
    at = match.first
    token = match.tokens[at]
    before = match.tokens[at - 1].word if at else ""
    if _is_acronym(token, match, before, context):
        return False
    if "MONTHNAME" not in token.values or is_entry(match, context):
        return True
    after = match.tokens[match.last].word if match.last < len(match.tokens) else ""
    signs = context.cues
    if before.lower() in signs.surely_month:
        return True
    if after[:1].isupper():
        return False
    return before.lower() in signs.before_month or (
        (before[:1].islower() or before == ",") and after.lower() not in signs.not_after_month
    )
