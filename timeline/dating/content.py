"""What an article's own words tell of the time it was written in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline.dating.appointments import appointments
from timeline.dating.clue import Clue
from timeline.dating.days import hull
from timeline.dating.mentioned import mentioned
from timeline.dating.offices import holders, offices
from timeline.dating.sentence import Sentence
from timeline.dating.votes import votes
from timeline.dating.weekdays import weekdays
from timeline.edtf import FIRST_DAY


def content(text: str, sentences: Sequence[Sentence]) -> Iterator[Clue]:
    """Yield what the article tells of its time, the surest first."""
    named = holders(text)
    terms = list(offices(text, sentences, named))
    dates = list(mentioned(text, sentences))
    beginnings = [clue for clue in (*terms, *dates) if hull(clue.days).not_after is None]
    yield from beginnings
    # Nobody writes of what has not come: of two terms that do not meet, the one that began later is today's.
    ends = [clue for clue in terms if clue not in beginnings]
    yield from sorted(ends, key=lambda clue: hull(clue.days).not_before or FIRST_DAY, reverse=True)
    yield from weekdays(text, sentences, named)
    yield from votes(text, sentences, named)
    yield from appointments(text, sentences, named)
    yield from (clue for clue in dates if clue not in beginnings)


def not_before(text: str, sentences: Sequence[Sentence]) -> Iterator[Clue]:
    """Yield what an article can only tell once it has come: terms of office, and dates told as past."""
    yield from offices(text, sentences, holders(text))
    yield from mentioned(text, sentences)
