"""Dates that the article mentions: what is told in the past bounds it from below, what is to come from above."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline.dating.clue import Clue, clue_of
from timeline.dating.sentence import Sentence
from timeline.dating.tense import once_planned, only_past
from timeline.dating.words import pattern
from timeline.edtf import Interval
from timeline.models import Timex

_A_MONTH = 31


def mentioned(text: str, sentences: Sequence[Sentence]) -> Iterator[Clue]:
    """Yield the latest of the past dates and the earliest of the planned ones."""
    past: list[Timex] = []
    planned: list[Timex] = []
    for sentence in sentences:
        if not sentence.told:
            continue
        for timex in sentence.timexes:
            if not _stands_alone(timex):
                continue
            if only_past(text, sentence, timex):
                past.append(timex)
            elif _is_planned(text, sentence, timex):
                planned.append(timex)
    if past:
        last = max(past, key=lambda timex: (timex.not_before, -timex.start))
        yield _clue(last, "past", Interval(last.not_before, None))
    if planned:
        first = min(planned, key=lambda timex: (timex.not_after, timex.start))
        yield _clue(first, "planned", Interval(None, first.not_after))


def _stands_alone(timex: Timex) -> bool:
    """Tell whether it is a full date or a month; years stand in forecasts and histories of every tense."""
    days = timex.interval.days
    return timex.type in ("DATE", "TIME") and timex.anchor.kind == "none" and days is not None and days <= _A_MONTH


def _is_planned(text: str, sentence: Sentence, timex: Timex) -> bool:
    before = text[max(sentence.start, timex.start - 100) : timex.start]
    return pattern("dates", "planned").search(before) is not None and not once_planned(text, sentence)


def _clue(timex: Timex, kind: str, days: Interval) -> Clue:
    return clue_of(kind, timex.text, (days,), text=" ".join(timex.text.split()))
