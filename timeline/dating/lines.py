"""The dateline, and lines that say when the page was published or updated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from timeline.dating.clue import Clue, Sentence
from timeline.dating.days import union
from timeline.dating.words import lags, pattern, say
from timeline.edtf import Interval, shift_days
from timeline.models import Article, Block, Rank, Timex

_YEARS = range(1900, 2101)  # in which a day without its year is looked for
_MOST = 20  # lines that are looked at; a page with more of them is a list of articles
_A_YEAR = 300  # an update without its year came within so many days
_CONFIDENCE = {Rank.DATELINE: 0.9, Rank.VISIBLE: 0.8}


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
        found, rank, evidence = "dateline", Rank.DATELINE, say("dateline", text=words)
    elif pattern("places", "updated").match(words):
        return Clue(
            Rank.VISIBLE,
            "line 'updated'",
            words,
            say("updated", text=words),
            _CONFIDENCE[Rank.VISIBLE],
            union([Interval(None, told.days[0])] if told.sure else _near(told.days, -_A_YEAR, 0)),
            bounds=told.sure,
        )
    else:
        shares = {0: 1.0}
        found, rank, evidence = "line", Rank.VISIBLE, say("visible", text=words)
    days = frozenset(told.days)

    def weigh(day: date) -> float:
        return sum(share for lag, share in shares.items() if day - timedelta(days=lag) in days)

    return Clue(
        rank,
        found,
        words,
        evidence,
        _CONFIDENCE[rank],
        union(_near(told.days, min(shares), max(shares))),
        weigh,
        bounds=told.sure,
    )


def _near(days: Sequence[date], first: int, last: int) -> Iterator[Interval]:
    return (Interval(shift_days(day, first), shift_days(day, last)) for day in days)
