"""All that is told of those whom a reader follows by name has a type, whatever the frames make of it."""

from __future__ import annotations

import pytest
from making import dct

from timeline import dates, events
from timeline.models import Article, Event, Span
from timeline.names.meaning import strangers


def told_of(name: str, text: str) -> dict[str, Event]:
    """The typed events of a text of one sentence, by their words, where somebody is followed."""
    when, spans = dct("2024-11-07"), [Span(start=0, end=len(text))]
    article = Article(id="a", text=text, dct=when)
    found = events.code(article, spans, dates.tag(text, when, spans), typed_only=True, followed=(name,))
    return {event.trigger: event for event in found}


@pytest.mark.parametrize(
    ("name", "text", "trigger", "sides"),
    [
        ("Orvo", "Orvo shrank its red telephone on Monday.", "shrank", (["Orvo"], [])),
        ("orvo", "The new Orvo telephone glowed on Monday.", "glowed", (["orvo"], [])),
        ("Orvo", "The shop painted the Orvo telephone on Monday.", "painted", ([], ["Orvo"])),
        ("Orvo", "The Orvo was painted by the shop on Monday.", "painted", ([], ["Orvo"])),
        ("Ada Berg", "Orvo CEO Ada Berg juggled on Monday.", "juggled", (["Ada Berg"], [])),
        ("Ada Berg", "Ada Berg smiled, and she juggled on Monday.", "juggled", (["Ada Berg"], [])),
        ("Orvo", "A visitor smiled, and Orvo's relocation ended on Monday.", "relocation", (["Orvo"], [])),
    ],
)
def test_what_a_followed_one_does_or_undergoes_is_an_event(
    name: str, text: str, trigger: str, sides: tuple[list[str], list[str]]
) -> None:
    event = told_of(name, text)[trigger]
    assert [[party.called for party in side if party.called == name] for side in (event.actors, event.recipients)] == [
        *sides
    ]
    assert trigger not in told_of("Nobody Atall", text)


def test_what_others_do_beside_them_is_none() -> None:
    found = told_of("Orvo", "A visitor who knows Orvo juggled on Monday.")
    assert "juggled" not in found


def test_a_preposition_behind_its_object_is_no_end_of_a_phrase() -> None:
    (party,) = told_of("Orvo", "Yet what he stands for still animates Orvo.")["animates"].recipients
    assert party.called == "Orvo"


def test_a_frame_keeps_its_type() -> None:
    text = "Orvo accused the Kenyan government of theft on Monday."
    assert told_of("Orvo", text)["accused"].type == told_of("Nobody Atall", text)["accused"].type != "OTHER"


def test_whom_the_tables_know_is_no_stranger() -> None:
    assert strangers(["Orvo", "Kenya", "JPN", "Emmanuel Macron", " Ada  Berg ", ""]) == ("Ada Berg", "Orvo")
