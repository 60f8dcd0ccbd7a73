"""Times of given mentions that no date stands beside: what is over them, around them, and how they last."""

from __future__ import annotations

from datetime import date

import pytest

from timeline import dates, events
from timeline.articles import sentences
from timeline.articles.blocks import blocks
from timeline.models import Article, Dct, Event, Span

DCT = date(2024, 11, 7)  # a Thursday
D = "2024-11-07"


def mention(text: str, word: str, *before: str) -> Event:
    given = [Span(start=text.index(w), end=text.index(w) + len(w)) for w in (*before, word)]
    dct = Dct(value=D, not_before=DCT, not_after=DCT, confidence=1.0, evidence="given")
    parts = tuple(blocks(text))
    spans = sentences.sentences(text, parts)
    article = Article(id="a", text=text, dct=dct, blocks=parts)
    found = events.code(article, spans, dates.tag(text, dct, spans), spans=given)
    return found[-1]


def bounds(event: Event) -> tuple[str | None, ...]:
    time = event.time
    days = (time.begin.not_before, time.begin.not_after, time.end.not_before, time.end.not_after)
    return (time.kind, *(d and d.isoformat() for d in days))


AHEAD = ("day", D, None, D, None)
SPAN_AHEAD = ("span", D, None, D, None)
ONGOING = ("span", None, D, D, None)
PAST = ("day", None, D, None, D)
TODAY = ("day", D, D, D, D)

CASES = [
    # nouns under what asks for them, doubts them or makes them possible
    ("Libya called for a meeting of the League.", "meeting", AHEAD),
    ("The bank fears possible price declines in Chile.", "declines", SPAN_AHEAD),
    ("There was no confirmation of the report.", "confirmation", TODAY),
    # what is wished lies ahead though the wish goes on
    ("The ministry plans to appoint a new envoy.", "appoint", AHEAD),
    # a verb of beginning shares the date of what begins
    ("The group began to fall apart in May 2019.", "began", ("day", "2019-05-01", "2019-05-31")),
    # a comparison does not date what is compared
    ("Exports stood higher on Monday than a year earlier.", "stood", ("day", "2024-11-04", "2024-11-04")),
    # what somebody is blamed for, or regrets, came before
    ("Kuwait accused Oman of hiding the papers.", "hiding", PAST),
    ("The envoy regretted calling the king a liar.", "calling", PAST),
    # what goes on may rest on something that happened once
    ("The dispute stems from the seizure of a ship.", "seizure", PAST),
    # how people are, not what was done
    ("Norway flew home the miners trapped in Bolivia.", "trapped", ONGOING),
    # a conjunction after a date opens another clause
    (
        "Trucks rolled into Jordan from Iraq on Tuesday and Kuwaiti-bound cargo was seized.",
        "rolled",
        ("day", "2024-11-05", "2024-11-05"),
    ),
    # what lasts ends where its end is told
    ("The talks broke off on Tuesday.", "talks", ("span", None, "2024-11-05", "2024-11-05", "2024-11-05")),
    # a date alone heads a passage told in the present
    ("Lagos, March 2003. A bomb shakes the harbour.", "shakes", ("day", "2003-03-01", "2003-03-31")),
]


@pytest.mark.parametrize(("text", "word", "expected"), CASES, ids=[c[1] + str(n) for n, c in enumerate(CASES)])
def test_time(text: str, word: str, expected: tuple[str | None, ...]) -> None:
    """A mention lies where its sentence puts it, no narrower and no wider."""
    found = bounds(mention(text, word))
    assert found[: len(expected)] == expected


def test_a_long_period_dates_no_passage() -> None:
    """A month may date the sentences after it, a year does not."""
    month = "The army seized Orsk in July. Rebels fled the town, officials said."
    year = "The army seized Orsk in 1979. Rebels fled the town, officials said."
    assert bounds(mention(month, "fled", "seized"))[1:3] == ("2024-07-01", "2024-07-31")
    assert bounds(mention(year, "fled", "seized")) == TODAY


def test_a_deed_told_before_dates_its_noun() -> None:
    """The invasion is what "invaded" was dated by."""
    text = "Karst invaded Sund on 2 August 2024. Envoys spoke about the invasion."
    assert bounds(mention(text, "invasion", "invaded"))[:3] == ("day", "2024-08-02", "2024-08-02")
