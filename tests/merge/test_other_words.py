"""Reports of one event in other words: numbers, initials, synonyms, the day of publication, countries named."""

from __future__ import annotations

import pytest
from making import at, party
from recorded import compare, record

from timeline.merge.parties import alike, who
from timeline.merge.record import Record
from timeline.models import EventAnchor, Party

JAPAN, KENYA = party("Japan", "JPN"), party("Kenya", "KEN")
DAY = "2031-07-02"


@pytest.mark.parametrize(
    ("one", "other", "least"),
    [
        ("forty-nine judges", "49 old judges", 0.9),
        ("IMF", "International Monetary Fund", 1.0),
        ("five men", "six men", 0.0),
        ("IMF", "International Sea Fund", 0.0),
    ],
)
def test_parties_in_figures_and_initials(one: str, other: str, least: float) -> None:
    """So many are as many, and initials are the body; another number and other initials say nothing of the kind."""
    found = alike(*(who(party(text)) for text in (one, other)))
    assert found >= least
    assert (found >= 0.9) is (least > 0)


def test_a_capital_at_the_head_of_a_sentence_tells_no_name() -> None:
    """ "Voters in Senegal" are nobody by name."""
    voters = Party(text="Voters in Senegal", start=0, end=17, code="SEN")
    assert who(voters, begins=True).kind == "state"
    assert who(voters).kind == "name"


def pact(name: str, text: str, trigger: str, **fields: object) -> Record:
    return record(text, trigger, name=name, type_="AGREE", when=at(DAY), **fields)


def test_words_for_one_thing() -> None:
    """A truce on the river is a ceasefire on the river; a truce on the coast is another one."""
    one = pact("a", "Rebels agreed on a river ceasefire.", "agreed", actors=[KENYA])
    assert compare(one, pact("b", "A river truce was agreed.", "agreed", actors=[KENYA])).same
    assert not compare(one, pact("c", "A coast railway was agreed.", "agreed", actors=[KENYA])).same


def test_a_sentence_without_parties_may_name_their_countries() -> None:
    """ "A fishing accord between Kenya and Japan was signed" is theirs; that of Kenya and Peru is not."""
    one = pact("a", "Japan and Kenya signed a fishing accord.", "signed", actors=[JAPAN, KENYA])
    theirs = pact("b", "A fishing pact between Kenya and Japan was signed.", "signed")
    others = pact("c", "A fishing pact between Kenya and Peru was signed.", "signed")
    assert compare(one, theirs).signs["parties"] > compare(one, others).signs["parties"]
    assert compare(one, theirs).same


@pytest.mark.parametrize(("day", "same"), [("2031-07-04", True), ("2031-07-20", False)])
def test_the_day_of_publication_against_the_day(day: str, same: bool) -> None:
    """ "Has adopted" of 4 July may tell what another article dates to 2 July, that of 20 July does not."""
    text = "Kenya has adopted a fishing law."
    undated = record(
        text,
        "adopted",
        name="a",
        day=day,
        type_="LEGISLATION",
        actors=[KENYA],
        when=at(day),
        tense="PRESENT",
        aspect="PERFECTIVE",
        anchor=EventAnchor(kind="dct"),
    )
    dated = record("Kenya passed a fishing law.", "passed", name="b", type_="LEGISLATION", actors=[KENYA], when=at(DAY))
    dated = dated._replace(own_date=True)
    assert compare(undated, dated).same is same


def swap(name: str, text: str, trigger: str, type_: str, *actors: Party) -> Record:
    return record(text, trigger, name=name, type_=type_, actors=actors, when=at(DAY))


def test_the_number_of_one_side_and_of_both() -> None:
    """Who exchange 314 prisoners each free 157; to free 40 in an exchange is something else."""
    both = swap("a", "Kenya and Japan exchanged 314 prisoners.", "exchanged", "COOPERATE", KENYA, JAPAN)
    half = swap("b", "Japan and Kenya freed 157 prisoners in an exchange.", "freed", "RETREAT", JAPAN, KENYA)
    other = swap("c", "Japan and Kenya freed 40 prisoners in an exchange.", "freed", "RETREAT", JAPAN, KENYA)
    assert compare(both, half).signs["type"] > compare(both, other).signs["type"]


def test_anonymous_parties_bind_no_daily_deeds() -> None:
    """A bomber killed people in two towns of one day: two attacks."""
    bomber, dead, more = party("a bomber"), party("19 people"), party("six people")
    fields = {"type_": "ASSAULT", "actors": [bomber], "when": at(DAY)}
    one = record("A bomber killed 19 people on a bus.", "killed", name="a", recipients=[dead], **fields)
    other = record("A bomber killed six people in a bank.", "killed", name="b", recipients=[more], **fields)
    again = record(
        "A bomber killed nineteen people.", "killed", name="c", recipients=[party("nineteen people")], **fields
    )
    assert not compare(one, other).same
    assert compare(one, again).same


def test_two_verbs_of_a_sentence_tell_two_deeds() -> None:
    """Who closes an office and recalls an envoy does two things; a verb and a noun may still tell one."""
    text = "Kenya closed its office and recalled its envoy at the closure."
    told = {"type_": "SANCTION", "name": "a", "when": at(DAY), "actors": [KENYA]}
    closed, recalled = (record(text, trigger, tense="PAST", **told) for trigger in ("closed", "recalled"))
    assert compare(closed, recalled).veto == "words"
    assert compare(closed, record(text, "closure", tense="NONE", **told)).same


QUOTED = 'Haas told a dinner of the guild: "We do not go, and we do not sell it."'


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("Asked of the port, Haas said “but we do not go and we do not sell it at all”.", True),
        ("Asked of the port, Haas said but we do not go and we do not sell it at all.", False),
        ("Asked of the port, Haas said “we do not go and he will not”.", False),
    ],
)
def test_the_same_words_of_somebody_are_said_once(text: str, *, same: bool) -> None:
    """Two papers quote a speech, each with other words around it; few words in a row may be said twice."""
    fields = {"type_": "STATEMENT", "actors": [party("Haas")], "when": at(DAY)}
    one, other = record(QUOTED, "told", name="a", **fields), record(text, "said", name="b", **fields)
    assert compare(one, other).same is same
    elsewhere = record(text, "said", name="c", **(fields | {"actors": [party("Odal")]}))
    assert not compare(one, elsewhere).same
