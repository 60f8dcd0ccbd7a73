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


@pytest.mark.parametrize(
    ("name", "text", "called"),
    [
        ("Sund Orvo Works", "Sund's Orvo Works smiled, and Orvo Works shrank it on Monday.", True),
        ("Sund Orvo Works", "The Sund Orvo Works smiled, and Orvo Works shrank it on Monday.", False),
        ("Sund Orvo Works", "Sund's Orvo Works smiled, and Orvo shrank it on Monday.", False),
        ("Sund telephone", "Sund's telephone smiled, and a telephone shrank it on Monday.", False),
        ("Orvo Motors", "Orvo Motors smiled, and OM shrank it on Monday.", True),
        ("Orvo Motors", "A motor smiled, and OM shrank it on Monday.", False),
        ("Una Sand", "Una Sand smiled, and US shrank it on Monday.", False),
        ("Orvo motors", "Orvo motors smiled, and OM shrank it on Monday.", False),
        ("Orvo Motors", "Orvo Motors smiled, and OMAR shrank it on Monday.", False),
        ("Orvo X90", "The Orvo X90 smiled, and the X90 shrank it on Monday.", True),
        ("Orvo 9", "The Orvo 9 smiled, and the 9 shrank it on Monday.", False),
        ("Ada Berg", "Ada Maria Berg shrank it on Monday.", True),
        ("Ada Berg", "Ada and Berg shrank it on Monday.", False),
        ("Orvo", "Orvo Inc shrank it on Monday.", True),
        ("Orvo", "Orvo Bank shrank it on Monday.", False),
        ("General Orvo", "General Orvo shrank it on Monday.", True),
    ],
)
def test_short_forms_of_a_name(name: str, text: str, called: bool) -> None:
    """The rest behind an owner, initials and a mark of a model, where the whole is told; a longer name is another."""
    event = told_of(name, text).get("shrank")
    assert called == (event is not None and name in [party.called for party in event.actors])


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ('A visitor said: "Orvo glowed on Monday."', "glowed"),
        ("Orvo might have glowed on Monday.", "glowed"),
        ("Orvo never glowed.", "glowed"),
        ("Orvo began to glow on Monday.", "began"),
    ],
)
def test_what_is_quoted_or_unreal_or_only_begins_is_no_deed(text: str, trigger: str) -> None:
    assert trigger not in told_of("Orvo", text)


def test_what_was_begun_is_a_deed() -> None:
    assert "glow" in told_of("Orvo", "Orvo began to glow on Monday.")
    assert "began" in told_of("Orvo", "Orvo began a film on Monday.")


def test_a_party_of_a_frame_is_called_by_the_name() -> None:
    (party,) = told_of("General Orvo", "General Orvo sold its mine to Chad on Monday.")["sold"].actors
    assert party.name == "General Orvo"


def test_a_frame_keeps_its_type() -> None:
    text = "Orvo accused the Kenyan government of theft on Monday."
    assert told_of("Orvo", text)["accused"].type == told_of("Nobody Atall", text)["accused"].type != "OTHER"


def test_whom_the_tables_know_is_no_stranger() -> None:
    assert strangers(["Orvo", "Kenya", "JPN", "Emmanuel Macron", " Ada  Berg ", ""]) == ("Ada Berg", "Orvo")
