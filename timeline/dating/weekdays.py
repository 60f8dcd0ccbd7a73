"""The lead's weekday in the past tense: the article was written within six days of it, most likely on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from timeline.dating.beside import weekday
from timeline.dating.clue import Clue, clue_of
from timeline.dating.days import ALL, Days, union
from timeline.dating.offices import Holder
from timeline.dating.sentence import Sentence
from timeline.dating.tense import is_past, was_said_then
from timeline.dating.words import lags, limit
from timeline.edtf import Interval, shift_days
from timeline.stretches import beginning_in


class _Past(NamedTuple):
    """A weekday told in the past: its sentence, its words, and its ISO number."""

    sentence: Sentence
    text: str
    number: int


def weekdays(text: str, sentences: Sequence[Sentence], named: Sequence[Holder]) -> Iterator[Clue]:
    """Yield the lead's weekday, and for every past one the terms of those whom its sentence tells it of."""
    past = list(_past(text, sentences))
    if past and (past[0].sentence.body or 0) < limit("lead_sentences"):
        yield _lead(past[0].text, past[0].number)
    for sentence, words, number in past:
        for holder in beginning_in(named, sentence.start, sentence.end):
            yield _told(words, number, holder)


def _past(text: str, sentences: Sequence[Sentence]) -> Iterator[_Past]:
    for sentence in filter(lambda one: one.told, sentences):
        for timex in sentence.timexes:
            number = weekday(timex)
            if number and (was_said_then(text, sentence, timex) or is_past(text, sentence, timex)):
                yield _Past(sentence, timex.text, number)


def _lead(text: str, number: int) -> Clue:
    shares = lags("weekday")

    def weigh(day: date) -> float:
        return shares.get((day.isoweekday() - number) % 7, 0.0)

    return clue_of("weekday", text, ALL, text=text)._replace(weigh=weigh)


def _told(text: str, number: int, holder: Holder) -> Clue:
    """The day itself lies in the term, or shortly before it: people are given their new title in hindsight."""
    return clue_of("told", text, _within_six_days(number, holder.days), text=text, name=holder.titled)


def _within_six_days(number: int, terms: Days) -> Days:
    early = int(limit("early_days"))
    days = []
    for low, high in terms:
        begin = shift_days(low, -early) if low else None
        first = shift_days(begin, (number - begin.isoweekday()) % 7) if begin else None
        last = shift_days(high, 6 - (high.isoweekday() - number) % 7) if high else None
        if first is None or last is None or first <= last:
            days.append(Interval(first, last))
    return union(days)
