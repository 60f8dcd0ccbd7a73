"""What is told of an event beside its time: its anchor, its TimeML attributes, who vouches for it."""

from __future__ import annotations

from datetime import date

from timeline import dates, events
from timeline.models import Article, Dct, Event, Span

DCT = date(2024, 11, 7)  # a Thursday


def code(text: str) -> list[Event]:
    dct = Dct(value=DCT.isoformat(), not_before=DCT, not_after=DCT, confidence=1.0, evidence="given")
    spans = [Span(start=0, end=len(text))]
    return events.code(Article(id="a", text=text, dct=dct), spans, dates.tag(text, dct, spans), typed_only=True)


def bounds(event: Event) -> tuple[str, str | None, str | None]:
    low, high = event.time.begin.not_before, event.time.end.not_after
    return event.time.kind, low and low.isoformat(), high and high.isoformat()


def test_no_day_without_a_dct() -> None:
    """Without a DCT relative events stay unplaced: nothing falls back to a clock."""
    text = "Norway praised the Finnish government on Monday."
    spans = [Span(start=0, end=len(text))]
    (event,) = events.code(Article(id="a", text=text), spans, dates.tag(text, Dct(), spans), typed_only=True)
    assert bounds(event) == ("day", None, None)
    assert event.anchor.kind == "none"


def test_the_anchor_names_its_expression() -> None:
    """An event dated by an expression points at it."""
    text = "Mali recalled its ambassador from Paris on Monday."
    (event,) = code(text)
    assert event.anchor.kind == "timex"
    assert event.anchor.start == text.index("Monday")


def test_tense_and_polarity() -> None:
    """TimeML attributes come with every mention."""
    (event,) = code("Norway has not signed the treaty.")
    assert (event.tense, event.aspect, event.polarity, event.event_class) == (
        "PRESENT",
        "PERFECTIVE",
        "NEG",
        "OCCURRENCE",
    )


def test_who_vouches() -> None:
    """A source that is no actor is named, and the event is a claim."""
    event, said = code("Russian missiles struck a hospital in Kharkiv, Ukrainian officials said.")
    assert (said.type, [p.called for p in said.actors]) == ("STATEMENT", ["Ukrainian officials"])
    assert event.attribution.claimed_by == "Ukrainian officials"
    assert event.attribution.certainty == "claimed"
    assert [p.code for p in event.actors] == ["RUS"]


def test_people_are_found_again() -> None:
    """A surname and a pronoun mean the person introduced with office and country."""
    text = "Japanese Prime Minister Aiko Tanabe praised Chile. She also met the Peruvian president."
    dct = Dct(value=DCT.isoformat(), not_before=DCT, not_after=DCT)
    cut = text.index(" She")
    spans = [Span(start=0, end=cut), Span(start=cut + 1, end=len(text))]
    found = events.code(Article(id="a", text=text, dct=dct), spans, [], typed_only=True)
    assert [(e.type, e.actors[0].name, e.actors[0].code) for e in found] == [
        ("SUPPORT", "Aiko Tanabe", "JPN"),
        ("CONSULT", "Aiko Tanabe", "JPN"),
    ]
