"""What the property tests draw from."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st
from making import ISHIBA, TRUMP, XI, at, party, place

from timeline.edtf import FIRST_DAY, LAST_DAY, Interval
from timeline.models import Article, Block, Dct, Event, EventAnchor, EventTime, Span

PARTIES = [
    ISHIBA,
    TRUMP,
    XI,
    party("Ishiba", "JPN"),
    party("Japan", "JPN"),
    party("Hayashi", "JPN"),
    party("the envoys"),
    party("Mila Odal"),
]
PLACES = [place("Oslo", "NOR"), place("Orsk", "RUS")]
_WORDS = ["met", "talks", "agreed", "visit", "accord", "meeting", "called", "Orsk", "border", "ferry", "said"]
_TIMES = ["", "2024-11-07", "2024-11-05", "2024-11", "2024", "../2024-11-07", "2024-11-08/..", "2024-11-01/2024-11-06"]
_TYPES = ["CONSULT", "AGREE", "STATEMENT", "SUPPORT", "ELECTION", "APPOINTMENT", "DEATH", "RETREAT", None]
_STATUS = ["occurred", "ongoing", "scheduled", "pledged", "hypothetical", "negated", "cancelled"]


def days(first: date = FIRST_DAY, last: date = LAST_DAY) -> st.SearchStrategy[date]:
    """Any day of the calendar."""
    return st.dates(first, last)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Any interval: closed, half open, open."""
    low, high = sorted([draw(days()), draw(days())])
    return Interval(draw(st.sampled_from([low, None])), draw(st.sampled_from([high, None])))


@st.composite
def event_times(draw: st.DrawFn) -> EventTime:
    """A time that other mentions can share, contain or exclude."""
    begin = at(draw(st.sampled_from(_TIMES)))
    if draw(st.integers(0, 3)):
        return begin
    end = at(draw(st.sampled_from(_TIMES)))
    first, last = begin.begin.not_before, end.end.not_after
    if first and last and first > last:
        return begin
    return EventTime(kind="span", begin=begin.begin, end=end.end)


@st.composite
def coded_articles(draw: st.DrawFn, name: str) -> tuple[Article, list[object], list[Event]]:
    """A short article of one-line sentences, with events on some of its words."""
    sentences = draw(st.lists(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=6), min_size=1, max_size=4))
    text, blocks, spots = "", [], []
    for number, words in enumerate(sentences):
        start = len(text)
        for word in words:
            spots.append((len(text), word, number))
            text += word + " "
        blocks.append(Block(kind="body" if number else "title", start=start, end=len(text)))
        text += "\n\n"
    day = draw(st.sampled_from([date(2024, 11, 7), date(2024, 11, 6), None]))
    dct = Dct(value=day.isoformat(), not_before=day, not_after=day) if day else Dct()
    article = Article(id=name, dct=dct, blocks=tuple(blocks), text=text)
    events = []
    for start, word, number in draw(st.lists(st.sampled_from(spots), unique=True, max_size=6)):
        status = draw(st.sampled_from(_STATUS))
        events.append(
            Event(
                id=f"e{start}",
                start=start,
                end=start + len(word),
                trigger=word,
                type=draw(st.sampled_from(_TYPES)),
                mode=draw(st.sampled_from([None, None, "phone", "visit"])),
                quad="none",
                status=status,
                actors=tuple(draw(st.lists(st.sampled_from(PARTIES), max_size=3))),
                recipients=tuple(draw(st.lists(st.sampled_from(PARTIES), max_size=1))),
                sentence=Span(start=blocks[number].start, end=blocks[number].end),
                time=draw(event_times()),
                places=tuple(draw(st.lists(st.sampled_from(PLACES), max_size=1))),
                anchor=draw(st.sampled_from([EventAnchor(kind="dct"), EventAnchor(kind="timex", start=start)])),
                confidence=draw(st.sampled_from([0.3, 0.6, 0.9])),
            )
        )
    return article, [], events


@st.composite
def coded_corpora(draw: st.DrawFn) -> list[tuple[Article, list[object], list[Event]]]:
    """One to three articles with their events, as ``merge`` takes them."""
    return [draw(coded_articles(f"a{number}")) for number in range(draw(st.integers(1, 3)))]
