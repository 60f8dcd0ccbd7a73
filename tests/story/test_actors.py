"""Whom a name or a code means."""

from __future__ import annotations

import pytest
from story.stories import ODAL, VIK, party, story

from timeline.errors import OptionError
from timeline.story.actors import find_actor


@pytest.mark.parametrize("name", ["Mila Odal", "mila odal", "Odal"])
def test_a_person_by_name_and_surname(name: str) -> None:
    actor = find_actor(name, story())
    assert actor.is_party(ODAL)
    assert actor.is_party(party("President Odal"))
    assert not actor.is_party(VIK)


def test_a_relative_of_the_same_surname_is_another() -> None:
    actor = find_actor("Arne Vik", story())
    assert actor.is_party(VIK)
    assert actor.is_party(party("Mr Vik"))
    assert not actor.is_party(party("Ida Vik"))


def test_short_names_are_those_by_which_articles_call_the_same_party() -> None:
    assert find_actor("Mila Odal", story()).names == ("Mila Odal", "Odal")
    assert find_actor("fisheries pact", story()).names == ("fisheries pact",)


def test_a_name_in_a_text() -> None:
    actor = find_actor("Mila Odal", story())
    assert actor.is_named("It was Odal's oath.")
    assert actor.is_named("MILA ODAL, president")
    assert not actor.is_named("An odal is a piece of land.")
    assert not actor.is_named("The Odaline cliffs")


@pytest.mark.parametrize("asked", ["JPN", "Japan", "japan", "Japanese"])
def test_a_country_by_code_name_and_people(asked: str) -> None:
    actor = find_actor(asked, story())
    assert actor.code == "JPN"
    assert actor.is_party(party("Shigeru Ishiba", "JPN"))
    assert not actor.is_party(party("Mila Odal", "SND"))


def test_a_body_by_its_short_name() -> None:
    assert find_actor("EU", story()).code == find_actor("European Union", story()).code == "XEU"


def test_a_leader_of_the_tables_is_known_though_no_article_names_him() -> None:
    actor = find_actor("Tony Blair", story())
    assert actor.is_party(party("Prime Minister Blair"))
    assert not any(actor.takes_part(event) for event in story().events)


@pytest.mark.parametrize(("asked", "offered"), [("Mila Odall", "Mila Odal"), ("Odahl", "Mila Odal"), ("Japn", "Japan")])
def test_nobody_is_told_the_nearest_names(asked: str, offered: str) -> None:
    with pytest.raises(OptionError, match=rf"'{asked}' is nobody .*did you mean .*{offered}"):
        find_actor(asked, story())


def test_who_is_like_nobody() -> None:
    with pytest.raises(OptionError, match="give a name as the articles write it"):
        find_actor("Xxqzw", story())
    with pytest.raises(OptionError, match="give a name as the articles write it"):
        find_actor(" ", story())
