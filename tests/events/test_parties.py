"""Who did what to whom: parties told by apposition, pronoun, owner, office or metonym, and the headline with them."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from timeline import dates, events
from timeline.articles.blocks import blocks
from timeline.articles.sentences import sentences
from timeline.models import Article, Dct, Event
from timeline.names.scan import scan
from timeline.tables.knowledge import countries

TABLE = tomllib.loads((Path(__file__).parents[1] / "corpus" / "parties.toml").read_text(encoding="utf-8"))
SHARED = {"COG", "DMA", "SUN"}  # their adjective or capital means another country in the news


def coded(text: str, dct: str | None = None) -> list[Event]:
    """The typed events of a text as the build codes them."""
    found = blocks(text)
    day = date.fromisoformat(dct) if dct else None
    known = Dct(value=dct, not_before=day, not_after=day, confidence=1.0, evidence="given") if day else Dct()
    article = Article(id="a", text=text, dct=known, blocks=tuple(found))
    spans = sentences(text, found)
    return events.code(article, spans, dates.tag(text, known, spans), typed_only=True)


@pytest.mark.parametrize(("text", "trigger", "actors", "recipients", "title"), TABLE["rows"])
def test_parties_and_headline(text: str, trigger: str, actors: str, recipients: str, title: str) -> None:
    """Each text gives the event with these codes, in this order, under this headline."""
    found = coded(text, TABLE["dct"])
    told = [
        (
            e.trigger,
            " ".join(p.code or "-" for p in e.actors),
            " ".join(p.code or "-" for p in e.recipients),
            e.title,
        )
        for e in found
    ]
    assert (trigger, actors, recipients, title) in told, told


def test_every_country_is_known_by_name_adjective_and_capital() -> None:
    """What newspapers call a state counts for it."""
    for country in countries():
        if country.code in SHARED or (country.code.startswith("X") and country.code != "XKX"):
            continue
        for word in (country.name, *country.demonyms, *country.capitals):
            assert [h.name.code for h in scan(word)] == [country.code], word


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("The Kremlin", "RUS"),
        ("The White House", "USA"),
        ("Downing Street", "GBR"),
        ("The Elysee", "FRA"),
        ("The Blue House", "KOR"),
        ("The Planalto", "BRA"),
        ("Malacanang", "PHL"),
        ("The Quirinal", "ITA"),
        ("The United Nations", "IGO"),
        ("NATO", "IGO"),
        ("The European Union", "IGO"),
        ("ASEAN", "IGO"),
        ("The African Union", "IGO"),
        ("The Arab League", "IGO"),
        ("Mercosur", "IGO"),
        ("ECOWAS", "IGO"),
        ("The Security Council", "IGO"),
        ("The Red Cross", "NGO"),
    ],
)
def test_metonyms_and_bodies_act(name: str, code: str) -> None:
    """Seats of power stand for their state, and bodies have codes of their own."""
    found = coded(f"{name} condemned the attack on Monday.")
    assert [[p.code for p in e.actors] for e in found] == [[code]]


def test_waters_and_names_of_treaties_are_no_party() -> None:
    """A country's name inside another name does not act or suffer."""
    (event,) = coded("Iran left the Ottawa convention after a clash in the Gulf of Oman.")[:1]
    assert [p.code for p in (*event.actors, *event.recipients)] == ["IRN"]


def test_officials_without_a_country_belong_to_where_the_article_is_written() -> None:
    """A dateline tells whose minister is meant, unless it only names the seat of a body."""
    told = "Interior Minister Paul Lerou condemned the raid."
    assert coded(f"PARIS, June 12 (AFP) - {told}")[0].actors[0].code == "FRA"
    assert coded(f"GENEVA, June 12 (AFP) - {told}")[0].actors[0].code is None


def test_a_ministry_speaks_for_its_country() -> None:
    """In a ministry's own statement "we" and "the ministry" are its country."""
    title = "STATEMENT BY THE MINISTRY OF FOREIGN AFFAIRS OF ARMENIA"
    found = coded(
        f"{title}\n\nThe Ministry condemns the raid of Friday.\n\nWe reject the offer of the Georgian government."
    )
    assert [(e.type, [p.code for p in e.actors]) for e in found] == [("ACCUSE", ["ARM"]), ("REJECT", ["ARM"])]


def test_labels_are_no_part_of_what_is_told() -> None:
    """What stands before a colon in a list, a transcript or a headline is read apart."""
    found = coded(
        "Week in diplomacy\n\n- Brazil: Foreign Minister Mauro Vieira arrived in Moscow for a three-day visit.\n"
    )
    assert [(e.type, [p.name for p in e.actors], e.title) for e in found] == [
        ("CONSULT", ["Mauro Vieira"], "Vieira arrives in Moscow for a three-day visit")
    ]
