"""Operations for expressions that name a place in the calendar."""

from __future__ import annotations

from datetime import date

from timeline import edtf
from timeline.dates.chronicle import entry_direction, heading_year, is_entry
from timeline.dates.context import Context, Direction, Point
from timeline.dates.grain import Period, containing, step
from timeline.dates.grammar import Match
from timeline.dates.meaning import (
    Meaning,
    approximation,
    dct_anchor,
    make_day,
    modifier,
    nearest_year,
    operation,
    placed,
    point_anchor,
)
from timeline.dates.numbers import ordinal, spoken_year
from timeline.models import TimexAnchor

# Which way "last" and "next" look.
RELATED: dict[str, Direction] = {"LAST": "past", "NEXT": "future"}
_SOON = 31  # days: a day without a year this soon after a dated one goes on with its tale
_TELLING = 2  # sentences over which a tale goes on
_HALF = 50  # a two-figure year up to this many years ahead of 1950 belongs to 19xx


def full_year(number: int, dct: date | None) -> int:
    """Century of a two-figure year: the nearest to the DCT, else 1950 to 2049.

    >>> full_year(98, date(2024, 1, 1)), full_year(26, date(2024, 1, 1))
    (1998, 2026)
    """
    if dct is None:
        return number + (1900 if number >= _HALF else 2000)
    base = dct.year // 100 * 100
    # "'98" said in 2024 is past: years more than thirty ahead are taken from the century before.
    year = base + number
    return year - 100 if year > dct.year + 30 else year + 100 if year < dct.year - 70 else year


def year_of(match: Match, context: Context, group: str = "y") -> int | None:
    """The year that a group names, in figures or words."""
    tokens = match.group(group)
    if not tokens:
        return None
    if "YEAR" in tokens[0].values:
        return int(tokens[0].values["YEAR"])
    if "TEXT" in tokens[0].values:
        return full_year(int(tokens[0].word[1:3]), context.dct)
    return spoken_year(tokens)


def relative_year(match: Match, context: Context, group: str = "r") -> tuple[int | None, TimexAnchor]:
    """The year that "last", "this", "next", "that" year is, and what it hangs on."""
    steps = match.steps(group)
    if steps is None:
        steps = dict([match.value(group, "WHOLE")]).get("year", 0)  # "去年" is a year and its steps in one word
    if match.relation(group) in ("THAT", "PREVIOUS", "FOLLOWING"):
        point = context.last_within("year")
        if point:
            return step(containing("year", point.period.start), steps).start.year, point_anchor(point)
    if context.dct is None:
        return None, dct_anchor(context)
    return step(containing("year", context.dct), steps).start.year, dct_anchor(context)


def _day(value: date, anchor: TimexAnchor | None = None, direction: Direction | None = None) -> Meaning:
    return placed(Period("day", value), anchor or TimexAnchor(kind="none"), direction=direction)


def month_of(match: Match) -> int:
    """The month that the group ``m`` names, by its name or, in languages that count months, its number."""
    return int(match.value("m", "MONTH", "MONTHSHORT", "HOUR"))


@operation("iso")
def _iso(match: Match, context: Context) -> Meaning | None:
    word = match.tokens[match.first].word
    found = make_day(int(word[:4]), int(word[5:7]), int(word[8:10])) if word.isascii() else None
    if found is None:
        return None
    if len(word) > 10:
        return Meaning("TIME", word, edtf.day(found), period=Period("day", found))
    return _day(found)


@operation("numeric")
def _numeric(match: Match, context: Context) -> Meaning | None:
    word = match.tokens[match.first].values["TEXT"]
    day_first = "." in word or match.rule.params.get("day_first", False)
    parts = word.replace(".", "/").split("/")
    first, second, third = (int(part) for part in parts)
    if len(parts[0]) == 4:
        found = make_day(first, second, third)
    else:
        if len(parts[0]) > 2 or len(parts[2]) not in (2, 4):
            return None
        year = third if len(parts[2]) == 4 else full_year(third, context.dct)
        found = None if day_first else make_day(year, first, second)
        found = found or make_day(year, second, first)
    return _day(found) if found else None


@operation("figures-of-day")
def _figures_of_day(match: Match, context: Context) -> Meaning | None:
    """Figures that stand for one day, whatever the article's year."""
    day = match.rule.params["days"].get(match.tokens[match.first].word)
    return _day(date.fromisoformat(day)) if day else None


@operation("month-day")
def _month_day(match: Match, context: Context) -> Meaning | None:
    month = month_of(match)
    number = ordinal(match.group("d"))
    year = year_of(match, context)
    if year is not None:
        found = make_day(year, month, number)
        return _day(found) if found else None
    if make_day(2000, month, number) is None:
        return None
    return _without_year(match, context, month, number)


def _without_year(match: Match, context: Context, month: int, number: int) -> Meaning | None:
    if match.has("ry"):
        year, anchor = relative_year(match, context, "ry")
        found = make_day(year, month, number) if year else None
        return _day(found, anchor) if found else placed(None, anchor)
    point = year_just_named(match, context) or heading_year(match, context)
    if point:
        found = make_day(point.period.start.year, month, number)
        return _day(found, point_anchor(point)) if found else None
    if context.dct is None:
        return Meaning("DATE", f"XXXX-{month:02}-{number:02}", anchor=dct_anchor(context))
    return _told_on(context, month, number) or _near(match, context, context.dct, month, number)


def _near(match: Match, context: Context, dct: date, month: int, number: int) -> Meaning | None:
    """The day in the year that fits the words beside it and the tense."""
    told = RELATED.get(match.relation()) or entry_direction(match, context)
    direction = told or context.direction(match.tokens, match.first, match.last)
    sure = told is not None or context.governed(match.tokens, match.first)
    year = nearest_year(month, number, dct, direction, sure)
    found = make_day(year, month, number) if year else None
    return _day(found, dct_anchor(context), direction) if found else None


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
    return _day(then, point_anchor(point)) if now is None or abs((dct - now).days) > _SOON else None


def year_just_named(match: Match, context: Context) -> Point | None:
    """The year that stands right before, as in "last year, in July" and "in 2019, on March 3"."""
    point = context.last
    if point is None or point.period.grain != "year" or point.sentence != context.sentence:
        return None
    between = context.text[point.start + len(point.text) : match.tokens[match.first].start]
    return point if between.startswith(",") and between.strip(" ,") in context.cues.inside else None


@operation("more-days")
def _more_days(match: Match, context: Context) -> Meaning | None:
    point = context.last
    number = match.value("d", "DAY", "DAYTH")
    year = match.value("y", "YEAR")
    if point is None or point.period.grain != "day":
        return None
    found = make_day(year or point.period.start.year, point.period.start.month, number)
    return _day(found, point_anchor(point)) if found and found >= point.period.start else None


@operation("month")
def _month(match: Match, context: Context) -> Meaning | None:
    month = month_of(match)
    mod = modifier(match)
    year = year_of(match, context)
    if year is not None:
        return placed(Period("month", date(year, month, 1)), mod=mod) if 1 <= year <= 9999 else None
    if match.has("ry"):
        year, anchor = relative_year(match, context, "ry")
        return placed(Period("month", date(year, month, 1)) if year else None, anchor, mod)
    if match.has("r"):
        return _month_relative(match, context, month, mod)
    if match.has("p") or _is_month(match, context):
        return _month_alone(match, context, month, mod)
    return None


def _month_alone(match: Match, context: Context, month: int, mod: str | None) -> Meaning | None:
    """A month of the year told of right before, else of the one that fits the tense."""
    point = year_just_named(match, context) or heading_year(match, context)
    if point:
        return placed(Period("month", point.period.start.replace(month=month)), point_anchor(point), mod)
    if context.dct is None:
        return _month_of_any_year(context, month, mod)
    told = entry_direction(match, context)
    direction = told or context.direction(match.tokens, match.first, match.last)
    sure = told is not None or context.governed(match.tokens, match.first)
    nearest = nearest_year(month, None, context.dct, direction, sure)
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
    if "MONTHNAME" not in token.values or is_entry(match, context):
        return True
    before = match.tokens[at - 1].word if at else ""
    after = match.tokens[match.last].word if match.last < len(match.tokens) else ""
    signs = context.cues
    if before.lower() in signs.surely_month:
        return True
    if after[:1].isupper():
        return False
    return before.lower() in signs.before_month or (
        (before[:1].islower() or before == ",") and after.lower() not in signs.not_after_month
    )


@operation("year")
def plain_year(match: Match, context: Context) -> Meaning | None:
    """Read a year by itself."""
    year = year_of(match, context)
    if year is None or not 1 <= year <= 9999 or _of_no_day(match) or _beside_noun(match):
        return None
    return placed(Period("year", date(year, 1, 1)), mod=modifier(match) or approximation(match, context))


def _beside_noun(match: Match) -> bool:
    """Tell whether a noun stands beside a year that must stand alone: "Resolution 1701", "1900 Soldaten"."""
    if not match.rule.params.get("alone"):
        return False
    both = (
        match.tokens[match.first - 1].word if match.first > 1 else "",
        *(t.word for t in match.tokens[match.last :][:1]),
    )
    return any(word[:1].isupper() or word[:1].isdigit() for word in both)


def _of_no_day(match: Match) -> bool:
    """Tell the year of a day that the calendar lacks ("February 30, 2021")."""
    before = [token for token in match.tokens[max(0, match.first - 3) : match.first] if token.word != ","][-2:]
    return len(before) == 2 and "MONTH" in before[0].values and "SMALL" in before[1].values


@operation("short-range-year")
def _short_range_year(match: Match, context: Context) -> Meaning | None:
    point = context.last
    if point is None or point.period.grain != "year":
        return None
    start = point.period.start.year
    year = start // 100 * 100 + match.value("y", "TWO")
    return placed(Period("year", date(year, 1, 1)), point_anchor(point)) if start < year < 10_000 else None


@operation("decade")
def _decade(match: Match, context: Context) -> Meaning | None:
    century = 19
    start: int | None = None
    for token in match.tokens[match.first : match.last]:
        if "DECADEWORD" in token.values:
            start = century * 100 + token.values["DECADEWORD"] * 10
        elif "CARD" in token.values:
            century = token.values["CARD"]
        elif "TEXT" in token.values:
            start = _first_year(token.word.strip("'’s"), context.dct)
    if start is None or start % 10 or not 1000 <= start <= 2990:
        return None
    if start % 100 == 0 and start < 2000:  # "the 1800s" are the hundred years
        return placed(Period("century", date(start, 1, 1)), mod=modifier(match))
    return placed(Period("decade", date(start, 1, 1)), mod=modifier(match))


def _first_year(figures: str, dct: date | None) -> int | None:
    """The first year of a decade by its four or two figures; one of two is no more than ten years ahead."""
    if len(figures) == 4:
        return int(figures)
    if len(figures) != 2:
        return None
    start = full_year(int(figures), dct)
    return start - 100 if dct and start > dct.year + 10 else start


@operation("century")
def _century(match: Match, context: Context) -> Meaning | None:
    number = ordinal(match.group("n"))
    if not 2 <= number <= 30:
        return None
    return placed(Period("century", date((number - 1) * 100, 1, 1)), mod=modifier(match))
