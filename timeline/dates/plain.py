"""Operations that languages other than English need: words for whole periods, days without a month, counted decades."""

from __future__ import annotations

import re
from datetime import date

from timeline.dates.absolute import RELATED, month_of
from timeline.dates.context import Context, Direction
from timeline.dates.days import with_part
from timeline.dates.grain import SEASON_STARTS, Period, containing, move_days, step
from timeline.dates.grammar import Match
from timeline.dates.meaning import (
    NO_ANCHOR,
    Meaning,
    at_day,
    dct_anchor,
    from_dct,
    make_day,
    modifier,
    operation,
    placed,
    point_anchor,
    shifted,
)
from timeline.dates.missing import no_such_day
from timeline.dates.numbers import ordinal
from timeline.dates.spans import length
from timeline.dates.units import counted_from_told, unit_value
from timeline.edtf import shift_months

_ROUND = 10  # numbers of people and things are round oftener than years are
_MONTHS = 14  # months around the article's among which a day falls on any weekday


@operation("period-word")
def _period_word(match: Match, context: Context) -> Meaning | None:
    """One word that is a period counted from the article's ("heuer", "去年"): its unit and steps."""
    unit, steps = match.value("u", "WHOLE")
    period = step(containing(unit, context.dct), steps) if context.dct else None
    return placed(period, dct_anchor(context), modifier(match))


@operation("two-units")
def _two_units(match: Match, context: Context) -> Meaning | None:
    """A dual ("يومين") is a length by itself."""
    return Meaning("DURATION", length(2.0, unit_value(match)))


@operation("told-unit")
def _told_unit(match: Match, context: Context) -> Meaning | None:
    """One word that is a period counted from the one told of ("la veille", "翌日"): its unit and steps."""
    unit, steps = match.value("u", "TOLD")
    return with_part(counted_from_told(context, unit, steps), match.value("t", "PART"))


@operation("day-told")
def _day_told(match: Match, context: Context) -> Meaning | None:
    """So many days (the rule's ``steps``) from the day told of."""
    return counted_from_told(context, "day", match.rule.params["steps"])


@operation("part-word")
def _part_word(match: Match, context: Context) -> Meaning | None:
    """One word that is a part of a day counted from the article's ("anoche", "stasera"): steps in days, part."""
    steps, part = match.value("t", "PARTWORD")
    anchor = dct_anchor(context)
    if context.dct is None:
        return Meaning("TIME", None, anchor=anchor)
    return with_part(placed(step(containing("day", context.dct), steps), anchor), part)


@operation("next-day-numbered")
def _next_day_numbered(match: Match, context: Context) -> Meaning | None:
    """The day after the one told of by its number ("翌8日"), where it is that day."""
    next_day = counted_from_told(context, "day", 1)
    if next_day.period is not None and next_day.period.start.day == match.value("d", "DAY"):
        return next_day
    return _day_of_month(match, context)


@operation("day-of-month")
def _day_of_month(match: Match, context: Context) -> Meaning | None:
    """A day without its month: the last or next one as the tense tells, else the nearest."""
    number = ordinal(match.group("d"))
    dct = context.dct
    if match.rule.params.get("capitals") and _counts_noun(match, context):
        return None
    if dct is None:
        return Meaning("DATE", f"XXXX-XX-{number:02}", anchor=dct_anchor(context))
    day = day_near(match, context)
    return with_part(placed(day, dct_anchor(context)), match.value("t", "PART")) if day else None


def _counts_noun(match: Match, context: Context) -> bool:
    """Tell a number before its noun from a date, where nouns have capitals: "1900 Soldaten", "am 15. Spieltag".

    A full stop behind a number ends its sentence less often than it makes an ordinal.
    """
    end = match.tokens[match.last - 1].end
    behind = context.text[end : end + 2]
    return behind[:1] == " " and (behind[1:].isdigit() or behind[1:].isupper())


@operation("year-among-nouns")
def _year_among_nouns(match: Match, context: Context) -> Meaning | None:
    """A year alone where nouns have capitals: before one only numbers that are not round are years."""
    year = int(match.value("y", "YEAR"))
    if _counts_noun(match, context) and (year % _ROUND == 0 or not match.tokens[match.last].word.isalpha()):
        return None
    return placed(Period("year", date(year, 1, 1)))


@operation("weekday-and-day")
def _weekday_and_day(match: Match, context: Context) -> Meaning | None:
    """A day on its weekday ("Tuesday the 19th"): only such a day of the months around, else far off is looked for."""
    weekday, number, dct = match.value("w", "WEEKDAY", "WEEKDAYABBR"), ordinal(match.group("d")), context.dct
    if dct is None:
        return Meaning("DATE", f"XXXX-XX-{number:02}", anchor=dct_anchor(context))
    direction = context.direction(match.tokens, match.first, match.last)
    firsts = [shift_months(dct.replace(day=1), steps) for steps in range(-_MONTHS, _MONTHS + 1)]
    days = [day for first in firsts if (day := make_day(first.year, first.month, number))]
    fitting = [day for day in days if day.isoweekday() == weekday and _lies(day, dct, direction)]
    day = min(fitting, key=lambda day: (abs((day - dct).days), day > dct), default=None)
    return at_day(day, dct_anchor(context)) if day else None


def day_near(match: Match, context: Context) -> Period | None:
    """The day of the group ``d`` near the article's, on the weekday of the group ``w`` where there is one."""
    dct, number, weekday = context.dct, ordinal(match.group("d")), match.value("w", "WEEKDAY", "SHORTDAY")
    if dct is None:
        return None
    direction = RELATED.get(match.relation()) or context.direction(match.tokens, match.first, match.last)
    firsts = [shift_months(dct.replace(day=1), steps) for steps in (-1, 0, 1)]
    days = [day for first in firsts if (day := make_day(first.year, first.month, number))]
    if weekday is not None:
        days = [day for day in days if day.isoweekday() == weekday] or days
    fitting = (day for day in days if _lies(day, dct, direction))
    day = min(fitting, key=lambda day: (abs((day - dct).days), day > dct), default=None)
    return Period("day", day) if day else None


def _lies(day: date, dct: date, direction: Direction | None) -> bool:
    """Tell whether a day lies on the side that the tense looks to; the article's own lies on both."""
    return not ((direction == "future" and day < dct) or (direction == "past" and day > dct))


@operation("day-of-whole-month")
def _day_of_whole_month(match: Match, context: Context) -> Meaning | None:
    """A day of a month counted from the article's ("今月15日")."""
    unit, steps = match.value("u", "WHOLE")
    if unit != "month":
        return None
    if context.dct is None:
        return Meaning("DATE", None, anchor=dct_anchor(context))
    first = shift_months(context.dct.replace(day=1), steps)
    day = make_day(first.year, first.month, match.value("d", "DAY"))
    if day is None:
        return no_such_day()
    return with_part(placed(Period("day", day), dct_anchor(context)), match.value("t", "PART"))


@operation("month-of-whole-year")
def _month_of_whole_year(match: Match, context: Context) -> Meaning | None:
    """A month or day of a year counted from the article's ("去年11月7日")."""
    unit, steps = match.value("u", "WHOLE")
    if unit != "year":
        return None
    anchor = dct_anchor(context)
    month, number = month_of(match), match.value("d", "DAY")
    if context.dct is None:
        return Meaning("DATE", None, anchor=anchor)
    day = make_day(context.dct.year + steps, month, number or 1)
    return placed(Period("day" if number else "month", day), anchor) if day else no_such_day()


@operation("weekday-weeks-away")
def _weekday_weeks_away(match: Match, context: Context) -> Meaning | None:
    """A weekday so many weeks from the article's ("2週間後の月曜日"), by the rule's ``sign``."""
    count = match.value("n", "SMALL", "CARD")
    week = from_dct(context, "week", match.rule.params["sign"] * int(count))
    day = move_days(week.start, match.value("w", "WEEKDAY", "HOUR") - 1) if week else None
    return placed(Period("day", day) if day else None, dct_anchor(context))


@operation("counted-half")
def _counted_half(match: Match, context: Context) -> Meaning | None:
    """Half of a year by one word ("上半年", "하반기"), of the article's year where none is named."""
    year, anchor = match.value("y", "YEAR"), dct_anchor(context)
    if match.has("u"):
        unit, steps = match.value("u", "WHOLE")
        if unit != "year":
            return None
        year = context.dct.year + steps if context.dct else None
    elif year is None:
        year = context.dct.year if context.dct else None
    else:
        anchor = NO_ANCHOR
    month = 1 if match.value("n", "HALFORD") == 1 else 7
    start = make_day(year, month, 1) if year else None
    return placed(Period("half", start) if start else None, anchor)


@operation("season-word")
def _season_word(match: Match, context: Context) -> Meaning | None:
    """One word that is a season of a year counted from the article's ("今夏"): the season and its steps in years."""
    season, steps = match.value("s", "SEASONWORD")
    day = make_day(context.dct.year + steps, SEASON_STARTS[season], 1) if context.dct else None
    return placed(Period("season", day) if day else None, dct_anchor(context))


@operation("edge-word")
def _edge_word(match: Match, context: Context) -> Meaning | None:
    """One word that is the beginning or end of the article's month or year ("연말"): the unit, its part."""
    unit, mod = match.tokens[match.first].values["EDGE"]
    return placed(from_dct(context, unit), dct_anchor(context), mod)


@operation("days-word")
def _days_word(match: Match, context: Context) -> Meaning | None:
    """A word that is a number of days ("사흘"): counted from the article's day by the rule's sign, else a length."""
    count, sign = match.value("n", "DAYS"), match.rule.params.get("sign")
    if sign is None:
        return Meaning("DURATION", length(float(count), "day"))
    day = step(containing("day", context.dct), sign * count) if context.dct else None
    return placed(day, dct_anchor(context))


@operation("counted-decade")
def _counted_decade(match: Match, context: Context) -> Meaning | None:
    """A decade by its first year ("les années 1990", "90-е годы", "90年代"); two figures are of the last century."""
    number = match.value("n", "YEAR", "FARYEAR", "INT", "ORDINAL", "DECADE")
    century = match.value("c", "SMALL", "ROMAN")
    start = number if number > 999 else 100 * (century - 1 if century else 19) + number
    if start % 10 or not 1000 <= start <= 2990:
        return None
    return placed(Period("decade", date(start, 1, 1)), mod=modifier(match))


_LENGTH = re.compile(r"P(\d+)([DWMY])")
_GRAINS = {"D": "day", "W": "week", "M": "month", "Y": "year"}


@operation("long-word-away")
def _long_word_away(match: Match, context: Context) -> Meaning | None:
    """A length in one word ("полгода назад"), counted from the article's day by the rule's ``sign``."""
    value = str(match.value("w", "LONGWORD"))
    told = _LENGTH.fullmatch(value)
    if told is None and not value.startswith("PT"):
        return None
    if context.dct is None:
        return placed(None, dct_anchor(context))
    if told is None:
        return placed(Period("day", context.dct), dct_anchor(context))
    unit = _GRAINS[told[2]]
    day = shifted(context.dct, unit, match.rule.params["sign"] * int(told[1]))
    return placed(containing(unit, day), dct_anchor(context))


@operation("more-months")
def _more_months(match: Match, context: Context) -> Meaning | None:
    """The last month of a range whose first has just been told; one earlier in the year is the next year's."""
    point, month = context.last, month_of(match)
    if point is None or point.period.grain != "month":
        return None
    first = point.period.start
    start = make_day(first.year + (month < first.month), month, 1)
    return placed(Period("month", start), point_anchor(point), modifier(match)) if start else None
