"""Operations for weekdays: near the article's day, near an expression before, or in a week counted from either."""

from __future__ import annotations

from datetime import date

from timeline.dates.context import Context, Point
from timeline.dates.days import with_part
from timeline.dates.grain import Period, containing, move_days
from timeline.dates.grammar import Match
from timeline.dates.meaning import Meaning, dct_anchor, from_dct, modifier, operation, placed, point_anchor
from timeline.models import TimexAnchor

_WEEK = 7  # days around the article's in which a range of weekdays begins


@operation("weekday")
def _weekday(match: Match, context: Context) -> Meaning | None:
    number_ = match.value("w", "WEEKDAY", "WEEKDAYABBR", "SHORTDAY", "DAY")
    part = match.value("t", "PART")
    if _is_name(match):
        return None
    if context.dct is None or _is_any(match, context):
        return with_part(Meaning("DATE", f"XXXX-WXX-{number_}", anchor=dct_anchor(context)), part)
    day, anchor, direction = weekday_near(match, context, context.dct, number_)
    meaning = placed(Period("day", day), anchor, direction=direction)
    mod = modifier(match)
    return with_part(meaning._replace(mod=mod), part)


def _is_any(match: Match, context: Context) -> bool:
    """Tell any such day from one: "it falls on a Sunday", but "a Sunday statement"."""
    before = match.tokens[max(0, match.first - 2) : match.first]
    return len(before) == 2 and "INDEFINITE" in before[1].values and before[0].word.lower() in context.cues.inside


def _is_name(match: Match) -> bool:
    """Tell a name from a day: "The Sunday Times"."""
    if match.last - match.first > 1 or not match.first or match.last == len(match.tokens):
        return False
    after = match.tokens[match.last].word
    return "ARTICLE" in match.tokens[match.first - 1].values and after[0].isupper() and after.isalpha()


def weekday_near(match: Match, context: Context, dct: date, weekday: int) -> tuple[date, TimexAnchor, None]:
    """The day that a weekday means by the word beside it ("last", "that"), else by the tense, and what it hangs on."""
    back = (dct.isoweekday() - weekday) % 7
    word = match.relation()
    anchor = dct_anchor(context)
    if word == "LAST":
        return move_days(dct, -(back or 7)), anchor, None
    if word == "NEXT":
        return move_days(dct, 7 - back), anchor, None
    if word in ("THAT", "PREVIOUS", "FOLLOWING"):
        point = context.last_within("week")
        if point:
            return _weekday_from(point, weekday, word), point_anchor(point), None
    direction = context.direction(match.tokens, match.first, match.last)
    opened = None if word else _range_opened(match, context)
    if opened:
        ahead = (weekday - opened.period.start.isoweekday()) % 7 or 7
        return move_days(opened.period.start, ahead), point_anchor(opened), None
    if word == "THIS":  # of the article's week, whatever is told beside it
        ahead = weekday - dct.isoweekday()
        return move_days(dct, ahead + 7 * (ahead < 0 and direction == "future")), anchor, None
    if context.said_before(match.tokens, match.first):
        direction = "past"
    if direction == "future":
        # News calls its own day by its name: "will vote Thursday", said on a Thursday, is that day.
        return move_days(dct, (7 - back) % 7), anchor, None
    return move_days(dct, -back), anchor, None


def _range_opened(match: Match, context: Context) -> Point | None:
    """The day with which a range began that ends with this weekday: "from Monday to Friday"."""
    point = context.last
    if point is None or point.period.grain != "day" or point.sentence != context.sentence or context.dct is None:
        return None
    if abs((context.dct - point.period.start).days) > _WEEK:
        return None  # "bought from Sept. 14 to Thursday"
    between = context.text[point.start + len(point.text) : match.tokens[match.first].start].strip().lower()
    return point if between in context.cues.through or between in context.cues.ranging else None


def _weekday_from(point: Point, weekday: int, word: str) -> date:
    start = point.period.start
    if word == "THAT":
        return move_days(containing("week", start).start, weekday - 1)
    if word == "PREVIOUS":
        return move_days(start, -((start.isoweekday() - weekday) % 7 or 7))
    return move_days(start, (weekday - start.isoweekday()) % 7 or 7)


@operation("weekday-of-week")
def _weekday_of_week(match: Match, context: Context) -> Meaning | None:
    week = from_dct(context, "week", match.steps() or 0)
    if week is None:
        return placed(None, dct_anchor(context))
    day = move_days(week.start, match.value("w", "WEEKDAY", "SHORTDAY", "DAY") - 1)
    return with_part(placed(Period("day", day), dct_anchor(context)), match.value("t", "PART"))


@operation("weekday-week")
def _weekday_week(match: Match, context: Context) -> Meaning | None:
    if context.dct is None:
        return placed(None, dct_anchor(context))
    ahead = (match.value("w", "WEEKDAY") - context.dct.isoweekday()) % 7 or 7
    return placed(Period("day", move_days(context.dct, ahead + 7)), dct_anchor(context))
