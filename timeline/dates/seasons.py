"""Operations for seasons."""

from __future__ import annotations

from datetime import date

from timeline.dates.absolute import relative_year, year_of
from timeline.dates.context import Context
from timeline.dates.grain import SEASON_STARTS, Period, beside, containing
from timeline.dates.grammar import Match
from timeline.dates.meaning import Meaning, dct_anchor, modifier, operation, placed, point_anchor


@operation("season")
def _season(match: Match, context: Context) -> Meaning | None:
    month = SEASON_STARTS[match.value("s", "SEASON")]
    mod = modifier(match)
    year = year_of(match, context)
    if year is not None:
        return placed(Period("season", date(year, month, 1)), mod=mod) if 1 <= year < 9999 else None
    dct = context.dct
    if match.has("u") or match.has("ry"):
        year, anchor = relative_year(match, context, "u" if match.has("u") else "ry")
        return placed(Period("season", date(year, month, 1)) if year and year < 9999 else None, anchor, mod)
    if dct is None:
        return placed(None, dct_anchor(context), mod)
    now = containing("season", dct).start
    seasons = [Period("season", date(y, month, 1)) for y in range(max(1, dct.year - 2), min(9998, dct.year + 2) + 1)]
    word = match.relation()
    told = context.last_within("year") if word == "THAT" else None
    if told:
        return placed(Period("season", date(told.period.start.year, month, 1)), point_anchor(told), mod)
    point = context.last_point() if word in ("PREVIOUS", "FOLLOWING") else None
    if point:
        start, end = point.period.interval
        base = (end if word == "FOLLOWING" else start) or point.period.start
        return placed(beside("season", base, month, match.value("r", word)), point_anchor(point), mod)
    direction = context.direction(match.tokens, match.first, match.last)
    chosen: Period | None
    if word in ("LAST", "PREVIOUS"):
        chosen = max((s for s in seasons if s.start < now), key=lambda s: s.start, default=None)
    elif word in ("NEXT", "FOLLOWING"):
        chosen = min((s for s in seasons if s.start > now), key=lambda s: s.start, default=None)
    elif word or direction is None:
        chosen = min(seasons, key=lambda s: (s.start != now, s.start.year != dct.year, abs((s.start - dct).days)))
    elif direction == "future":
        chosen = min((s for s in seasons if s.start >= now), key=lambda s: s.start, default=None)
    else:
        chosen = max((s for s in seasons if s.start <= now), key=lambda s: s.start, default=None)
    return placed(chosen, dct_anchor(context), mod, direction)
