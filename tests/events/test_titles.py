"""Headlines: grammatical, at phrase borders, never more than the text tells."""

from __future__ import annotations

from datetime import date

import pytest

from timeline import dates, events
from timeline.models import Article, Dct, Event, Span

DCT = date(2024, 11, 7)


def code(text: str) -> list[Event]:
    dct = Dct(value=DCT.isoformat(), not_before=DCT, not_after=DCT, confidence=1.0, evidence="given")
    spans = [Span(start=0, end=len(text))]
    return events.code(Article(id="a", text=text, dct=dct), spans, dates.tag(text, dct, spans), typed_only=True)


CASES = [
    # number agrees with the subject
    ("At least 31, including two Greeks, were killed in Lagos by a bomb.", "At least 31 are killed in Lagos"),
    ("Religious leaders in Krakow condemned the shooting of the envoy.", "Religious leaders in Krakow condemn the"),
    ("Riot police used tear gas on the protesters in Tbilisi.", "Riot police use tear gas"),
    # a name stands once; what it owns is "its"
    ("Mali marked Mali's 50th anniversary of independence.", "Mali marks its 50th anniversary of independence"),
    # the owner of a relative is not who acts
    ("Rook's father demanded that Peru return the boy.", "Rook's father demands that Peru return the boy"),
    # no clause without its verb, no dangling "that"
    (
        "Chad and Niger signed the border documents that had been drawn up in March.",
        "Chad and Niger sign the border documents",
    ),
    # a visit is not held
    ("The visit of President Odal of Chile to Peru is planned for May.", "Odal to visit Peru"),
    ("A Turkish court sentenced the general to ten years in prison.", "General gets ten years in prison"),
]


@pytest.mark.parametrize(("text", "title"), CASES, ids=[c[1][:30] for c in CASES])
def test_headline(text: str, title: str) -> None:
    """The headline of one of the sentence's events begins as an editor would write it."""
    found = [e.title or "" for e in code(text)]
    assert any(t.startswith(title) for t in found), found


BROKEN = [
    "She was to lay flowers at the bombed Peruvian embassy, talk to guards and others who survived the blast.",
    "They aren't being allowed to leave Iraq and could become hostages of the army.",
    "Following are statements made on Monday by Ines Haas, the Estonian premier, and her ministers in Tallinn.",
    "Also applying for NATO membership are Romania, Slovenia and Latvia, whose ministers met in Riga.",
    "Israel declared that it will respond because it won't allow Iraq's army to take control of Jordan's border.",
]


@pytest.mark.parametrize("text", BROKEN)
def test_a_headline_that_cannot_be_built_is_plain(text: str) -> None:
    """No headline repeats its sentence, names its subject twice, or begins with a verb in the present."""
    for event in code(text):
        title = event.title or ""
        assert 3 < len(title) <= 90
        assert title.rstrip("…") not in text
        assert not title.split()[0].endswith("ses")
        for party in event.actors:
            assert title.count(party.name or party.text) < 2, title


@pytest.mark.parametrize(
    "text",
    [
        "God bless the king of Sweden.",
        "The ambassador of Chile declined to discuss the charges against Peru.",
        "Rook's relatives fought to keep the house in Norway.",
    ],
)
def test_no_event(text: str) -> None:
    """Idioms, silence and striving are no events of public life."""
    assert not [e for e in code(text) if e.status == "occurred"]
