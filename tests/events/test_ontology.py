"""Modes, prison terms, disputed deeds and unnamed crowds as the ontology has them."""

from __future__ import annotations

from datetime import date

import pytest

from timeline import dates, events
from timeline.articles import sentences
from timeline.articles.blocks import blocks
from timeline.models import Article, Dct, Event

DCT = date(2024, 11, 7)


def code(text: str) -> list[Event]:
    dct = Dct(value=DCT.isoformat(), not_before=DCT, not_after=DCT, confidence=1.0, evidence="given")
    parts = tuple(blocks(text))
    spans = sentences.sentences(text, parts)
    article = Article(id="a", text=text, dct=dct, blocks=parts)
    return events.code(article, spans, dates.tag(text, dct, spans), typed_only=True)


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Envoys of six states met in Geneva on Monday.", "multilateral"),
        ("The foreign ministers of Chad, Mali and Niger held talks in Accra.", "multilateral"),
        ("The presidents of Armenia and Azerbaijan met in Prague.", "third-party"),
        ("Oman hosted talks between Iran and Kuwait.", "third-party"),
        ("The foreign ministers of France and Germany held talks in Berlin.", None),
    ],
)
def test_mode_of_a_meeting(text: str, mode: str | None) -> None:
    """Three states make a meeting multilateral; two on another's ground meet at a third party's."""
    assert [e.mode for e in code(text) if e.type == "CONSULT"] == [mode]


def test_a_prison_term_convicts_and_locks_up() -> None:
    """One sentence of a court is two events."""
    found = {(e.type, e.mode) for e in code("An Omani court sentenced the general to three years in prison.")}
    assert found == {("SANCTION", "convict"), ("COERCE", "arrest")}


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Iran shelled the port on Monday. Iran denied the charge.", "denied"),
        ("Sudan arrested two Egyptian journalists. Sudan denied arresting them.", "denied"),
        ("Sudan arrested two Egyptian journalists. Sudan denied shelling Egypt.", "asserted"),
        ("Iran shelled the port on Monday. Kuwait denied the charge.", "asserted"),
    ],
)
def test_a_disputed_deed(text: str, certainty: str) -> None:
    """What its doer denies in the same article is told as denied; another's denial changes nothing."""
    first = code(text)[0]
    assert first.attribution.certainty == certainty


def test_a_crowd_has_no_name() -> None:
    """Marchers who are only counted are no named party; a people and a body are."""
    march = code("Tens of thousands of Cubans marched through Havana against the law.")[0]
    assert [(p.name, p.code) for p in march.actors] == [(None, "CUB")]
    body = code("The African Union condemned the coup in Niger.")[0]
    assert body.actors[0].name is not None
