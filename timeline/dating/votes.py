"""Elections: "the general election last month" and "expected to be re-elected" place the article beside a vote."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache

from timeline.dating.clue import Clue, Sentence
from timeline.dating.days import Days, union
from timeline.dating.offices import Holder, country_named
from timeline.dating.tense import is_past
from timeline.dating.words import limit, say, table
from timeline.edtf import Interval, month, shift_days, shift_months, year
from timeline.models import Rank, Timex
from timeline.tables.knowledge import Election, elections

_CONFIDENCE = 0.9
_APART = 45  # characters between the words for a vote and its date


def votes(text: str, sentences: Sequence[Sentence], named: Sequence[Holder]) -> Iterator[Clue]:
    """Yield a clue for every vote that the tables know and the text places."""
    cast = _cast(named)
    for sentence in sentences:
        if sentence.body is None:
            continue
        for match in _words().finditer(text, sentence.start, sentence.end):
            kinds = table("elections")["kinds"][" ".join(match.group().lower().split())]
            code = _country(text, sentence, match.start(), cast)
            timex = _beside(match.start(), match.end(), sentence.timexes)
            if code and timex:
                yield from _placed(text, sentence, timex, _of(code, kinds), match.group())
        yield from _expected(text, sentence, cast)


def _cast(named: Sequence[Holder]) -> dict[str, frozenset[str]]:
    """Surname -> countries of those who are named under a title."""
    return {holder.name.rsplit(" ", 1)[-1]: holder.codes for holder in named}


@cache
def _words() -> re.Pattern[str]:
    words = sorted(table("elections")["kinds"], key=lambda word: (-len(word), word))
    return re.compile(r"\b(?:" + "|".join(words).replace(" ", r"\s+") + r")\b", re.IGNORECASE)


def _country(text: str, sentence: Sentence, at: int, cast: dict[str, frozenset[str]]) -> str | None:
    """The country of a vote: named in the sentence, nearest before it, else that of a person of the sentence."""
    named = country_named(text, sentence.start, at)
    if named:
        return named
    codes = {
        code
        for name, theirs in cast.items()
        if re.search(rf"\b{re.escape(name)}\b", text[sentence.start : sentence.end])
        for code in theirs
    }
    return codes.pop() if len(codes) == 1 else None


def _of(code: str, kinds: Iterable[str]) -> list[Election]:
    """Votes of a country, of the first of the kinds it has."""
    for kind in kinds:
        found = [one for one in elections() if one.code == code and one.kind.startswith(kind)]
        if found:
            return found
    return []


def _beside(start: int, end: int, timexes: Iterable[Timex]) -> Timex | None:
    near = [
        (min(abs(timex.start - end), abs(start - timex.end)), timex.start, timex)
        for timex in timexes
        if timex.end <= start or timex.start >= end
    ]
    distance, _, timex = min(near, key=lambda one: one[:2], default=(_APART, 0, None))
    return timex if distance < _APART else None


def _placed(text: str, sentence: Sentence, timex: Timex, votes_: Sequence[Election], words: str) -> Iterator[Clue]:
    past = is_past(text, sentence, timex)
    days: list[Interval] = []
    for vote in votes_:
        found = _article_days(timex, vote.days, past)
        if found:
            days.append(found)
    if days:
        shown = f"{words} {timex.text}" if timex.start > sentence.start else words
        evidence = say("vote_told", text=" ".join(shown.split()))
        yield Clue(Rank.CONTENT, "content", timex.text, evidence, _CONFIDENCE, union(days))


def _article_days(timex: Timex, vote: Interval, past: bool) -> Interval | None:
    """Days on which an article can call the day of a vote by an expression."""
    first, last = vote
    if first is None or last is None:
        return None
    relative = table("elections")["relative"].get(" ".join(timex.text.lower().split()))
    if relative:
        return _steps_away(str(relative[0]), -int(relative[1]), first, last)
    value = timex.value or ""
    away = int(limit("yearless_days"))
    if value.startswith("XXXX-W"):
        if int(value[8]) not in (first.isoweekday(), last.isoweekday()):
            return None
        return Interval(first, shift_days(last, 6)) if past else Interval(shift_days(first, -6), last)
    if value.startswith("XXXX-") and f"{first:%m-%d}".startswith(value[5:10]):
        return Interval(first if past else shift_days(first, -away), shift_days(last, away) if past else last)
    return None


def _steps_away(grain: str, steps: int, first: date, last: date) -> Interval:
    if grain == "year":
        return Interval(year(first.year + steps).not_before, year(last.year + steps).not_after)
    if grain == "month":
        low, high = shift_months(first.replace(day=1), steps), shift_months(last.replace(day=1), steps)
        return month(low.year, low.month).hull(month(high.year, high.month))
    monday = first - timedelta(days=first.weekday())
    return Interval(shift_days(monday, 7 * steps), shift_days(monday, 7 * steps + 6))


def _expected(text: str, sentence: Sentence, cast: dict[str, frozenset[str]]) -> Iterator[Clue]:
    expected = table("elections")["expected"]
    for match in _expecting().finditer(text, sentence.start, sentence.end):
        code = _country(text, sentence, match.start(), cast)
        ahead = _of(code, expected["votes"][match["office"].lower()]) if code else []
        away = int(limit("expected_days"))
        days: Days = union(
            Interval(shift_days(vote.days.not_before, -away), vote.days.not_after)
            for vote in ahead
            if vote.days.not_before
        )
        if days:
            evidence = say("expected", text=" ".join(match.group().split()))
            yield Clue(Rank.CONTENT, "content", match.group(), evidence, _CONFIDENCE, days)


@cache
def _expecting() -> re.Pattern[str]:
    expected = table("elections")["expected"]
    return re.compile(rf"\b{expected['words']}(?P<office>{'|'.join(expected['votes'])})\b", re.IGNORECASE)
