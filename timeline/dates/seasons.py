"""Operations for seasons."""

from __future__ import annotations

from datetime import date

from timeline.dates.context import Context, Direction
from timeline.dates.grain import SEASON_STARTS, Period, beside, containing
from timeline.dates.grammar import Match
from timeline.dates.meaning import Meaning, dct_anchor, modifier, operation, placed, point_anchor
from timeline.dates.told import year_told
from timeline.dates.years import relative_year, year_of
from timeline.models import TimexAnchor

# Which way these words look from the season of the article.
_STEPS = {"LAST": -1, "PREVIOUS": -1, "NEXT": 1, "FOLLOWING": 1}


@operation("season")
def _season(match: Match, context: Context) -> Meaning | None:
    month = SEASON_STARTS[match.value("s", "SEASON")]
    mod = modifier(match)
    year = year_of(match, context)
    if year is not None:
        year -= _over_new_year(match)
        return placed(Period("season", date(year, month, 1)), mod=mod) if 1 <= year < 9999 else None
    relative = next((group for group in ("u", "ry") if match.has(group)), None)
    if relative:
        year, anchor = relative_year(match, context, relative)
        return placed(Period("season", date(year, month, 1)) if year and year < 9999 else None, anchor, mod)
    if context.dct is None:
        return placed(None, dct_anchor(context), mod)
    told = _by_told(match, context, month)
    if told:
        return placed(*told, mod)
    point = None if match.relation() else year_told(match, context)
    if point:
        return placed(Period("season", date(point.period.start.year, month, 1)), point_anchor(point), mod)
    direction = context.direction(match.tokens, match.first, match.last)
    chosen = _by_dct(context.dct, month, match.relation(), direction)
    return placed(chosen, dct_anchor(context), mod, direction)


def _over_new_year(match: Match) -> int:
    """One where a winter opens a range: "between winter and spring 2014" is that of 2013."""
    return int(match.has("es") and match.value("s", "SEASON") == "WI" != match.value("es", "SEASON"))


def _by_told(match: Match, context: Context, month: int) -> tuple[Period | None, TimexAnchor] | None:
    """The season by an expression before it, which "that", "previous" and "following" count from."""
    word = match.relation()
    if word == "THAT":
        told = context.last_within("year")
        return (Period("season", date(told.period.start.year, month, 1)), point_anchor(told)) if told else None
    point = context.last_point() if word in ("PREVIOUS", "FOLLOWING") else None
    if point is None:
        return None
    start, end = point.period.interval
    base = (end if word == "FOLLOWING" else start) or point.period.start
    return beside("season", base, month, match.value("r", word)), point_anchor(point)


def _by_dct(dct: date, month: int, word: str, direction: Direction | None) -> Period | None:
    """The season by the word beside it, else the one that runs, else of the article's year or as the tense tells."""
    if word in _STEPS:
        return beside("season", dct, month, _STEPS[word])
    now = containing("season", dct)
    if now.start.month == month:
        return now
    if word or direction is None:
        return Period("season", date(dct.year, month, 1))
    return beside("season", dct, month, 1 if direction == "future" else -1)
