"""The lead's weekday in the past tense: the article was written within six days of it, most likely on it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date

from timeline.dating.beside import weekday
from timeline.dating.clue import Clue, Sentence
from timeline.dating.days import Days, union
from timeline.dating.offices import Holder
from timeline.dating.tense import is_past, was_said_then
from timeline.dating.words import lags, limit, say
from timeline.edtf import Interval, shift_days
from timeline.models import Rank

_CONFIDENCE = 0.9


def weekdays(text: str, sentences: Sequence[Sentence], named: Sequence[Holder]) -> Iterator[Clue]:
    """Yield the lead's weekday, and for every past one the terms of those whom its sentence tells it of."""
    lead = limit("lead_sentences")
    weighed = False
    begins = [holder.start for holder in named]
    for sentence in sentences:
        if not sentence.told:
            continue
        for timex in sentence.timexes:
            number = weekday(timex)
            past = number and (was_said_then(text, sentence, timex) or is_past(text, sentence, timex))
            if not number or not past:
                continue
            if sentence.body is not None and sentence.body < lead and not weighed:
                weighed = True
                yield _lead(timex.text, number)
            for holder in named[bisect_left(begins, sentence.start) : bisect_left(begins, sentence.end)]:
                yield _told(timex.text, number, holder)


def _lead(text: str, number: int) -> Clue:
    shares = lags("weekday")

    def weigh(day: date) -> float:
        return shares.get((day.isoweekday() - number) % 7, 0.0)

    return Clue(Rank.CONTENT, "content", text, say("weekday", text=text), _CONFIDENCE, weigh=weigh)


def _told(text: str, number: int, holder: Holder) -> Clue:
    """The day itself lies in the term, or shortly before it: people are given their new title in hindsight."""
    evidence = say("told", text=text, name=f"{holder.title} {holder.name}")
    return Clue(Rank.CONTENT, "content", text, evidence, _CONFIDENCE, _within_six_days(number, holder.days))


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
