"""When events happened: own expressions, connectives, reports, tense against the article's day."""

from __future__ import annotations

from datetime import date

import pytest

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


CASES = [
    # an expression in the clause
    ("Mali recalled its ambassador from Paris on Monday.", "SANCTION", ("day", "2024-11-04", "2024-11-04")),
    ("Chad and Niger signed a treaty in March 2019.", "SUPPORT", ("day", "2019-03-01", "2019-03-31")),
    ("Foreign Minister Lind will visit Latvia on 3 December.", "CONSULT", ("day", "2024-12-03", "2024-12-03")),
    # two days joined by a dash are a stretch
    (
        "The ministers of the Arab League met in Cairo on May 3-5, 2023.",
        "CONSULT",
        ("span", "2023-05-03", "2023-05-05"),
    ),
    # an expression modifies the noun before it
    (
        "Bolivia expects a new cabinet following a general election last month.",
        "ELECTION",
        ("day", "2024-10-01", "2024-10-31"),
    ),
    # a relative clause keeps its own day
    (
        "Ines Haas, who became premier of Estonia on Oct. 1, praised Latvia.",
        "APPOINTMENT",
        ("day", "2024-10-01", "2024-10-01"),
    ),
    # a journey and its purpose share their time
    ("President Rook of Ghana flew to Rome in 2016 to meet the pope.", "CONSULT", ("day", "2016-01-01", "2016-12-31")),
    # what was agreed by somebody who said so on a day
    ("The Greek premier said Wednesday that he agreed to cut tariffs.", "AGREE", ("day", "2024-11-06", "2024-11-06")),
    # after something: before it, open to the past
    ("After Odal was elected president of Chile, Peru recalled its envoy.", "ELECTION", ("day", None, "2024-11-07")),
    # nothing but tense
    ("Norway praised the Finnish government.", "SUPPORT", ("day", "2024-11-07", "2024-11-07")),
    ("Norway has signed the treaty.", "SUPPORT", ("day", None, "2024-11-07")),
    ("Norway will sign the treaty.", "SUPPORT", ("day", "2024-11-07", None)),
    ("France and Senegal are strengthening their military cooperation.", "COOPERATE", ("span", None, None)),
    # since: from then on
    (
        "The Indian and Omani services have exchanged intelligence since 2022.",
        "COOPERATE",
        ("span", "2022-01-01", None),
    ),
]


@pytest.mark.parametrize(("text", "kind", "expected"), CASES)
def test_time(text: str, kind: str, expected: tuple[str, str | None, str | None]) -> None:
    """The event of the type has these outermost bounds."""
    found = {bounds(e) for e in code(text) if e.type == kind}
    assert expected in found, [(e.type, e.trigger, bounds(e)) for e in code(text)]


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
    (event,) = code("Russian missiles struck a hospital in Kharkiv, Ukrainian officials said.")
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
