"""Operations for elections: the country from the text, the day from the table."""

from __future__ import annotations

from datetime import date

from timeline.dates.context import Context, Direction
from timeline.dates.countries import named, nearest_country
from timeline.dates.feasts import nearest
from timeline.dates.grain import Period
from timeline.dates.grammar import Match
from timeline.dates.meaning import Meaning, operation, placed
from timeline.edtf import Interval
from timeline.models import TimexAnchor
from timeline.tables.knowledge import Election, elections

_REACH = 400  # days from the article: an election farther off is seldom "the election"
_REACH_SINCE = 1500  # "since the election" looks back over a whole term


def _country(match: Match, context: Context) -> str | None:
    """The country that the expression names, else the one that its sentence or the text before is about."""
    start, end = match.tokens[match.first].start, match.tokens[match.last - 1].end
    inside = next((code for _, code in named(context.text, start, end)), None)
    return inside or nearest_country(context.text, start, match.tokens[-1].end)


def _fits(vote: Election, kinds: list[str]) -> bool:
    return vote.days.days == 1 and any(vote.kind.startswith(kind) for kind in kinds)


@operation("election")
def _election(match: Match, context: Context) -> Meaning | None:
    dct, code = context.dct, _country(match, context)
    if dct is None or code is None:
        return None
    kinds = match.value("k", "ELECTIONKIND") or match.rule.params["kinds"]
    vote = _told_of(_votes(code, kinds), dct, *_looks(match, context))
    day = vote.days.not_before if vote else None
    if vote is None or day is None:
        return None
    anchor = TimexAnchor(kind="table", text=f"{vote.code}, {vote.kind}: {day.isoformat()} [{vote.row}]")
    return placed(Period("day", day), anchor)


def _votes(code: str, kinds: list[str]) -> list[Election]:
    return [vote for vote in elections() if vote.code == code and _fits(vote, kinds)]


def _looks(match: Match, context: Context) -> tuple[Direction | None, int]:
    """Which side of the article the preposition and the tense look to, and how many days back."""
    before = match.tokens[match.first - 1].word.lower() if match.first else ""
    since, after = (before in match.rule.params[name] for name in ("since", "behind"))
    reach = _REACH_SINCE if since else _REACH
    if context.direction(match.tokens, match.first, match.last) == "future":
        return "future", reach
    return ("past" if since or after else None), reach


def _told_of(votes: list[Election], dct: date, side: Direction | None, reach: int) -> Election | None:
    """The vote nearest to the article on the side that is looked to."""

    def away(days: Interval) -> int:
        return (dct - days.not_before).days if days.not_before else _REACH_SINCE

    ahead = 0 if side == "past" else _REACH
    near = [vote for vote in votes if -ahead <= away(vote.days) <= reach]
    days = nearest((vote.days for vote in near), dct, side)
    return next((vote for vote in near if vote.days == days), None)
