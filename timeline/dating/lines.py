"""The dateline, and lines that say when the page was published or updated."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from timeline.dating.clue import Clue, clue_of
from timeline.dating.days import union
from timeline.dating.sentence import Sentence
from timeline.dating.words import lags, pattern
from timeline.edtf import Interval, shift_days
from timeline.models import Article, Block, Rank, Timex

_YEARS = range(1900, 2101)  # in which a day without its year is looked for
_MOST = 20  # lines that are looked at; a page with more of them is a list of articles
_A_YEAR = 300  # an update without its year came within so many days


class _Day(NamedTuple):
    """The days a line can mean: one, or one of each year."""

    days: tuple[date, ...]
    sure: bool


def lines(article: Article, sentences: Sequence[Sentence]) -> Iterator[Clue]:
    """Yield a clue for each dateline and line of publication that holds a date."""
    for block in [block for block in article.blocks if block.kind == "dateline"][:_MOST]:
        words = " ".join(article.text[block.start : block.end].split())
        for timex in _dates(block, sentences):
            told = _day(timex)
            if told:
                yield _clue(words, told)
                break


def _dates(block: Block, sentences: Sequence[Sentence]) -> Iterator[Timex]:
    for sentence in sentences:
        yield from (timex for timex in sentence.timexes if block.start <= timex.start < block.end)


def _day(timex: Timex) -> _Day | None:
    low, high = timex.interval
    if low and low == high and timex.anchor.kind != "dct":
        return _Day((low,), True)
    if timex.type == "DATE" and timex.value and timex.value.startswith("XXXX-"):
        month_day = timex.value.removeprefix("XXXX-")
        days = tuple(day for year in _YEARS if (day := _of_year(year, month_day)))
        return _Day(days, False) if days else None
    return None


def _of_year(year: int, month_day: str) -> date | None:
    try:
        return date.fromisoformat(f"{year}-{month_day}")
    except ValueError:
        return None


def _clue(words: str, told: _Day) -> Clue:
    if pattern("places", "dateline_end").search(words):
        shares = lags("dateline")
        days = union(_near(told.days, min(shares), max(shares)))
        clue = clue_of("dateline", words, days, rank=Rank.DATELINE, found="dateline", text=words)
    elif pattern("places", "updated").match(words):
        days = union([Interval(None, told.days[0])] if told.sure else _near(told.days, -_A_YEAR, 0))
        clue = clue_of("updated", words, days, rank=Rank.VISIBLE, found="line 'updated'", text=words)
        return clue._replace(bounds=told.sure)
    else:
        shares = {0: 1.0}
        days = union(_near(told.days, 0, 0))
        clue = clue_of("visible", words, days, rank=Rank.VISIBLE, found="line", text=words)
    return clue._replace(weigh=_weigh(told.days, shares), bounds=told.sure)


def _weigh(days: Sequence[date], shares: Mapping[int, float]) -> Callable[[date], float]:
    """Weigh a day by how far it lies behind one of the days told."""
    known = frozenset(day.toordinal() for day in days)
    return lambda day: sum(share for lag, share in shares.items() if day.toordinal() - lag in known)


def _near(days: Sequence[date], first: int, last: int) -> Iterator[Interval]:
    return (Interval(shift_days(day, first), shift_days(day, last)) for day in days)
