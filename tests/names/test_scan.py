"""What a word names: one answer for every room that asks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from timeline.dates import tag
from timeline.dates.countries import nearest_country
from timeline.dates.terms import office_at
from timeline.dating.offices import holders
from timeline.events.people.find_people import find_people
from timeline.merge.parties import who
from timeline.models import Dct, Party, Span
from timeline.names.countries import shared
from timeline.names.scan import countries_in, country_at, country_before, last_country, scan


def _scanned(text: str) -> str | None:
    return next((hit.name.code for hit in reversed(list(scan(text)))), None)


def _near_a_date(text: str) -> str | None:
    return nearest_country(text, len(text), len(text))


def _voting(text: str) -> str | None:
    return last_country(text, 0, len(text))


def _acting(text: str) -> str | None:
    return find_people(text).places[-1].name.code


ROOMS = {"scan": _scanned, "dates": _near_a_date, "dating": _voting, "events": _acting}


@pytest.mark.parametrize("room", ROOMS.values(), ids=ROOMS)
@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The vote in Kenya is over.", "KEN"),
        ("The Kenyan vote is over.", "KEN"),
        ("The Kenyans have voted.", "KEN"),
        ("The Japanese have voted.", "JPN"),
        ("Nairobi has voted.", "KEN"),
        ("The U.S. vote is over.", "USA"),
        ("The vote in South Korea is over.", "KOR"),
        ("The vote in Papua New Guinea's islands is over.", "PNG"),
        ("The Congolese have voted.", "COD"),
        ("The Dominicans have voted.", "DOM"),
        ("Brazzaville is calm: the Congolese have voted.", "COG"),
        ("The Congolese have voted, and Sassou called it calm, Denis Sassou Nguesso in Congo-Brazzaville.", "COG"),
        ("Roseau is calm: the Dominican vote is over.", "DMA"),
        ("Roosevelt Skerrit spoke when the Dominicans had voted.", "DMA"),
        ("Brazzaville and Kinshasa are calm: the Congolese have voted.", "COD"),
    ],
)
def test_every_room_reads_a_country_alike(text: str, code: str, room: Callable[[str], str | None]) -> None:
    """Names, adjectives, plurals, capitals; of an adjective that two share, the one that the text tells of."""
    assert room(text) == code


def test_few_words_are_shared() -> None:
    """A new row that shares an adjective needs a line that says which of the two is meant most."""
    assert shared() == {
        "Congolese": ("COD", "COG"),
        "Dominican": ("DOM", "DMA"),
        "Dominicans": ("DOM", "DMA"),
    }


def test_a_shared_word_stays_open_where_nothing_tells() -> None:
    (open_,) = scan("The Congolese have voted.")
    assert (open_.name.code, open_.others, open_.codes) == ("COD", ("COG",), {"COD", "COG"})
    told = list(scan("In Brazzaville the Congolese have voted."))[-1]
    assert (told.name.code, told.name.name, told.others) == ("COG", "Republic of the Congo", ())


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Congolese President Félix Tshisekedi arrived.", {"COD"}),
        ("Congolese President Denis Sassou Nguesso arrived.", {"COG"}),
        ("Dominican President Luis Abinader arrived.", {"DOM"}),
        ("Dominican Prime Minister Roosevelt Skerrit arrived.", {"DMA"}),
        ("Dominica's Prime Minister Roosevelt Skerrit arrived.", {"DMA"}),
    ],
)
def test_a_shared_word_before_a_title_fits_both(text: str, codes: set[str]) -> None:
    """Whose title it is, the name behind it tells."""
    (holder,) = holders(text)
    assert holder.codes == codes


@pytest.mark.parametrize(
    ("text", "office", "codes"),
    [
        ("president of Dominica", "president", {"DMA"}),
        ("Dominican president", "president", {"DOM", "DMA"}),
        ("Congolese president", "president", {"COD", "COG"}),
        ("U.S. president", "president", {"USA"}),
        ("president of the Democratic Republic of the Congo", "president", {"COD"}),
        ("taoiseach", "prime minister", set()),
    ],
)
def test_an_office_is_of_every_country_that_it_may_be_of(text: str, office: str, codes: set[str]) -> None:
    found = office_at(text, 0)
    assert found is not None
    assert (found.office, found.codes, found.end) == (office, codes, len(text))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Denis Sassou Nguesso has spoken since the Congolese election.", "2021-03-21"),
        ("He has been calm since the Congolese election.", "2023-12-20"),
        ("In Roseau he spoke of the Dominican election.", None),
        ("He has spoken of calm since the Dominican election.", "2024-05-19"),
    ],
)
def test_an_election_of_a_shared_name(text: str, value: str | None) -> None:
    """Found in the table of elections by the country that the text tells of."""
    day = date(2024, 6, 20)
    dct = Dct(value=day.isoformat(), not_before=day, not_after=day, confidence=1.0, evidence="given")
    found = [timex.value for timex in tag(text, dct, [Span(start=0, end=len(text))]) if timex.rule.startswith("elec")]
    assert found == ([value] if value else [])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("the Kenyans", "KEN"),
        ("the Russians", "RUS"),
        ("Nairobi", "KEN"),
        ("Brussels", "XEU"),
        ("the Congolese government", "COD"),
        ("the Congolese government", "COG"),
        ("the Dominicans", "DMA"),
    ],
)
def test_merging_takes_all_that_a_country_is_called_for_it(text: str, code: str) -> None:
    assert who(Party(text=text, start=0, end=len(text), code=code)).kind == "state"


@pytest.mark.parametrize(
    "text", ["the South China Sea", "the Bosnian Serbs", "Hamas", "Scotland", "Amnesty International"]
)
def test_what_is_no_country(text: str) -> None:
    """Seas, groups, parts of states and other bodies are found, but name no country."""
    assert list(scan(text))
    assert countries_in(text) == frozenset()


@pytest.mark.parametrize(
    ("text", "found"),
    [("the Kenyan ", "KEN"), ("Kenya's ", "KEN"), ("South Korea’s ", "KOR"), ("Kenya, the ", None), ("the ", None)],
)
def test_the_country_right_before(text: str, found: str | None) -> None:
    hit = country_before(text, len(text))
    assert (hit and hit.name.code) == found


@pytest.mark.parametrize(("text", "found"), [("Kenya's", "KEN"), ("South Korean", "KOR"), ("the Kenyan", None)])
def test_the_country_that_begins_here(text: str, found: str | None) -> None:
    hit = country_at(text, 0)
    assert (hit and hit.name.code) == found
