"""Operations for dates in figures, and for figures and names of months joined by signs: "3/4/19", "17-Oct-11"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from timeline import edtf
from timeline.dates.context import Context
from timeline.dates.counts import counts, is_joined, is_numbered
from timeline.dates.grain import Period
from timeline.dates.grammar import Match
from timeline.dates.meaning import Meaning, at_day, day_in_year, make_day, operation, placed
from timeline.dates.missing import missing_day_in_figures
from timeline.dates.numerals import in_ascii
from timeline.dates.tokens import Token
from timeline.dates.years import full_year
from timeline.edtf import Interval
from timeline.models import TimexAnchor

_YEARS = range(1500, 2101)  # figures of four that are taken for a year beside a month in figures
_NEXT_YEAR = re.compile(r"(\d{4})/(\d{1,2}|\d{4})\Z")
_FIGURES = 4  # of a number that can only be a year behind a day
_SLASHED = re.compile(r"(?<![\d/.])(\d{1,2})/(\d{1,2})/\d{2,4}(?![\d/])")


def _own(match: Match) -> Sequence[Token]:
    return match.tokens[match.first : match.last]


@operation("iso")
def _iso(match: Match, context: Context) -> Meaning | None:
    word = in_ascii(match.tokens[match.first].word)
    found = make_day(int(word[:4]), int(word[5:7]), int(word[8:10]))
    if found is None:
        return missing_day_in_figures(match, context, word[:10])
    if len(word) > 10:
        return Meaning("TIME", word, edtf.day(found), period=Period("day", found))
    return at_day(found)


@operation("compact")
def _compact(match: Match, context: Context) -> Meaning | None:
    """Eight figures: "20161016"."""
    word = match.tokens[match.first].word
    found = make_day(int(word[:4]), int(word[4:6]), int(word[6:]))
    return None if found is None or is_numbered(match, context) else at_day(found)


def puts_day_first(context: Context) -> bool:
    """Tell whether a date of the text can only have its day first, and none only its month."""
    if context.day_first is None:
        pairs = [(int(first), int(second)) for first, second in _SLASHED.findall(context.text)]
        surely = any(first > 12 >= second for first, second in pairs)
        context.day_first = surely and not any(first <= 12 < second for first, second in pairs)
    return context.day_first


@operation("figures-of-day")
def _figures_of_day(match: Match, context: Context) -> Meaning | None:
    """Figures that stand for one day, whatever the article's year."""
    day = match.rule.params["days"].get(match.tokens[match.first].word)
    return at_day(date.fromisoformat(day)) if day else None


@operation("day-in-figures")
def _day_in_figures(match: Match, context: Context) -> Meaning | None:
    """Day and month in figures without a year: "on 22/04", "am 12.10.".

    ``day_first``: which of the two the rule takes for the day where both can be and the text does not show it;
    ``never``: what is no day; ``sure`` asks for figures that can hardly be a share or a result.
    """
    params, word = match.rule.params, in_ascii("".join(token.word for token in match.group("n")))
    parts = re.findall(r"\d+", word)
    if len(parts) != 2 or word in params.get("never", ()):
        return None
    first, second = map(int, parts)
    orders = [(second, first), (first, second)]  # month and day
    if not (params.get("day_first") or puts_day_first(context)):
        orders.reverse()
    month, number = next((order for order in orders if make_day(2000, *order)), (0, 0))
    is_sure = number > 12 or any(part[0] == "0" for part in parts)
    return day_in_year(match, context, month, number) if month and (is_sure or not params.get("sure")) else None


@operation("month-in-figures")
def _month_in_figures(match: Match, context: Context) -> Meaning | None:
    """Month and year in figures: "11/2005", "1994-07", "12-2015"; "2011-12" may be two years and is left to them."""
    own = _own(match)
    parts = re.findall(r"\d+", in_ascii("".join(token.word for token in own)))
    if not is_joined(own) or len(parts) != 2 or is_numbered(match, context):
        return None
    year_first = len(parts[0]) == 4
    year, month = (int(part) for part in (parts if year_first else reversed(parts)))
    if year not in _YEARS or not 1 <= month <= 12 or _goes_on(match):
        return None
    if year_first and len(parts[1]) == 2 and month == year % 100 + 1:
        return None
    return placed(Period("month", date(year, month, 1)))


def _goes_on(match: Match) -> bool:
    """Tell whether a further figure is joined behind."""
    behind = match.tokens[match.last : match.last + 2]
    return len(behind) == 2 and behind[0].word in "-/." and behind[1].word[0].isdigit() and is_joined(behind)


def _two_years(match: Match) -> tuple[int, int] | None:
    """The years of "1748/9", "2013/14", "2013/2014" where the second is the next one."""
    found = _NEXT_YEAR.match(in_ascii(match.group("f")[0].word))
    if not found:
        return None
    first, second = int(found[1]), int(found[1][: -len(found[2])] + found[2])
    return (first, second) if second == first + 1 else None


@operation("years-in-figures")
def _years_in_figures(match: Match, context: Context) -> Meaning | None:
    """Two years that follow each other: "2013/14"."""
    years = _two_years(match)
    if years is None or years[0] not in _YEARS or is_numbered(match, context):
        return None
    first, end = years
    return Meaning("DURATION", f"{first:04}/{end:04}", Interval(date(first, 1, 1), date(end, 12, 31)))


@operation("dual-year")
def _dual_year(match: Match, context: Context) -> Meaning | None:
    """A day before Lady Day by both counts of the year ("4 January 1748/9"): the later is the one of today."""
    years = _two_years(match)
    found = make_day(years[1], match.value("m", "MONTH"), match.value("d", "DAY", "DAYTH")) if years else None
    return at_day(found) if found else None


@operation("joined-date")
def _joined_date(match: Match, context: Context) -> Meaning | None:
    """Day, name of a month and year joined by one sign: "17-Oct-11", "2016/Nov/23"."""
    own = _own(match)
    if not is_joined(own) or is_numbered(match, context) or _goes_on(match):
        return None
    month, year = match.value("m", "MONTH", "SMALLMONTH"), _joined_year(match, context)
    number = match.value("d", "DAY", "DAYTH", "INT") if match.has("d") else None
    if year is None:
        return None
    if number is None:
        return placed(Period("month", date(year, month, 1)))
    found = make_day(year, month, int(number))
    return at_day(found) if found else None


def _joined_year(match: Match, context: Context) -> int | None:
    token = match.group("y")[0]
    figures = re.sub(r"\D", "", in_ascii(token.word))
    year = int(figures) if len(figures) == 4 else full_year(int(figures), context.dct) if len(figures) == 2 else 0
    return year if 1 <= year <= 9999 else None


@operation("joined-month")
def _joined_month(match: Match, context: Context) -> Meaning | None:
    """Month and year joined; two figures that can be a day ("Mar-19") are not known to be the year."""
    own = _own(match)
    if not is_joined(own) or is_numbered(match, context) or _goes_on(match):
        return None
    if "DAY" in match.group("y")[0].values:
        return Meaning("DATE", None, anchor=TimexAnchor(kind="none", text=str(match.rule.params["says"])))
    year = _joined_year(match, context)
    return placed(Period("month", date(year, match.value("m", "MONTH"), 1))) if year else None


@operation("joined-day")
def _joined_day(match: Match, context: Context) -> Meaning | None:
    """Month and day joined: by a stroke, or by a hyphen where the day has one figure."""
    own = _own(match)
    two = len(own[-1].word) > 1 and own[1].word == "-"
    if two or not is_joined(own) or is_numbered(match, context) or _goes_on(match) or context.dct is None:
        return None
    return day_in_year(match, context, match.value("m", "MONTH"), match.value("d", "DAY"))


@operation("unread")
def _unread(match: Match, context: Context) -> Meaning | None:
    """A date in a form that no other rule reads to its end: it is told that it stands there, not what it means."""
    own = _own(match)
    if (match.rule.params.get("joined") and not is_joined(own)) or is_numbered(match, context):
        return None
    year = match.group("y")
    if year and ("YEAR" in year[0].values or counts(match, context) or len(year[0].word) < _FIGURES):
        return None
    return Meaning("DATE", None, anchor=TimexAnchor(kind="none", text=str(match.rule.params["says"])))
