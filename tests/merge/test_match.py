"""When two mentions tell the same event."""

from __future__ import annotations

from typing import Any

import pytest
from making import ISHIBA, TRUMP, XI, article, at, dct, event, party, place
from recorded import records

from timeline.merge.match import Match, match
from timeline.merge.parties import agreement, alike, who
from timeline.merge.record import Record
from timeline.models import Article, Event, EventAnchor, Party

DAY = at("2024-11-07")
PAIR = (ISHIBA, TRUMP)


def pair(of: Article, one: Event, other: Event) -> tuple[Record, Record]:
    first, second = records(of, [], [one, other])
    return first, second


def compare(of: Article, one: Event, other: Event) -> Match:
    first, second = pair(of, one, other)
    found = match(first, second)
    assert match(second, first) == found
    return found


TALKS = article(
    "Ishiba and Trump hold phone talks",
    "The two leaders held talks by phone on Thursday.",
    "The premier was in his office.",
    "The conversation took five minutes. They did not talk of money, but will talk again.",
)


def test_headline_and_later_words() -> None:
    """Talks in the headline and a conversation further down are one, the mode told only once."""
    title = event(TALKS, "talks", actors=PAIR, mode="phone")
    later = event(TALKS, "conversation", actors=PAIR)
    assert compare(TALKS, title, later).same


def test_headline_and_lead_agree_best() -> None:
    """What the first paragraph repeats of the headline counts more than the same words lower down."""
    title, lead = event(TALKS, "talks", actors=PAIR), event(TALKS, "talks", nth=1, actors=PAIR)
    below = event(TALKS, "conversation", actors=PAIR)
    assert compare(TALKS, title, lead).score > compare(TALKS, title, below).score


def test_a_verb_and_the_noun_beside_it_are_near() -> None:
    """Who held talks, and the talks of a later sentence: the one's trigger stands beside the other's."""
    told = article("Orsk", "The leaders held talks in Orsk.", "The talks took hours.", "The harvest was late.")
    held, talks = event(told, "held", actors=PAIR), event(told, "talks", nth=1, actors=PAIR)
    assert compare(told, held, talks).signs["trigger"] == 0.5
    assert compare(told, held, event(told, "took", actors=PAIR)).signs["trigger"] == 0.0


@pytest.mark.parametrize(
    ("other", "veto"),
    [
        ("scheduled", "stage"),
        ("pledged", "stage"),
        ("cancelled", "stage"),
        ("negated", "status"),
        ("hypothetical", "status"),
    ],
)
def test_what_occurred_is_no_later_plan_and_no_denial(other: str, veto: str) -> None:
    """Talks that took place are neither those to come nor those that were not held."""
    told = event(TALKS, "talks", actors=PAIR, when=DAY)
    planned = event(TALKS, "talk", nth=2, actors=PAIR, when=at("2024-11-07/.."), status=other)
    assert compare(TALKS, told, planned).veto == veto


def test_plans_of_differing_firmness() -> None:
    """A scheduled meeting and a pledged one can be one meeting."""
    one = event(TALKS, "talks", actors=PAIR, when=at("2024-11-08/.."), status="scheduled")
    other = event(TALKS, "talk again", actors=PAIR, when=at("2024-11-08/.."), status="pledged")
    assert compare(TALKS, one, other).same


def test_exact_days_keep_apart() -> None:
    """The same two people met on Tuesday and on Thursday: two events."""
    one = event(TALKS, "talks", actors=PAIR, when=at("2024-11-05"))
    other = event(TALKS, "conversation", actors=PAIR, when=DAY)
    assert compare(TALKS, one, other).veto == "time"


def test_far_off_days_keep_apart() -> None:
    """Talks of 2016 are not those of this autumn, however vague both are."""
    one = event(TALKS, "talks", actors=PAIR, when=at("2016"))
    other = event(TALKS, "talks", nth=1, actors=PAIR, when=at("2024-10"))
    assert compare(TALKS, one, other).veto == "time"


def test_death_on_two_days_is_one() -> None:
    """Nobody dies twice: days that differ by one are a contradiction, not two deaths."""
    told = article("Vik dies", "Arne Vik died on Sunday.", "His death on Saturday shook the country.")
    vik = [party("Arne Vik", "NOR")]
    one = event(told, "died", "DEATH", actors=vik, when=at("2024-11-03"))
    other = event(told, "death", "DEATH", actors=vik, when=at("2024-11-02"))
    assert match(*pair(told, one, other)).veto is None


def _own(of: Article, text: str) -> EventAnchor:
    return EventAnchor(kind="timex", start=of.text.index(text))


OSLO = place("Oslo", "NOR")
ODAL, VIK = party("Mila Odal", "SWE"), party("Arne Vik", "FIN")
VISIT = article(
    "Odal and Vik meet",
    "Odal and Vik met on Monday to talk of ferries.",
    "On Tuesday the two met in Oslo.",
    "The two meet often.",
)


def test_headline_takes_the_day_of_its_text() -> None:
    """A headline that only has the article's day is not another event than the dated one it stands over."""
    headline = event(VISIT, "meet", actors=(ODAL, VIK), when=DAY)
    lead = event(VISIT, "met", actors=(ODAL, VIK), when=at("2024-11-04"), anchor=_own(VISIT, "Monday"))
    below = event(VISIT, "met", nth=1, actors=(ODAL, VIK), when=at("2024-11-05"), anchor=_own(VISIT, "Tuesday"))
    assert compare(VISIT, headline, lead).same
    assert compare(VISIT, headline, below).veto is None
    assert compare(VISIT, lead, below).veto == "time"


def test_headline_of_another_place_time_or_text() -> None:
    """Another place, months between, a mention lower down, or one more meeting: the days keep apart."""
    monday = _own(VISIT, "Monday")
    lead = event(VISIT, "met", actors=(ODAL, VIK), when=at("2024-11-04"), anchor=monday, places=(OSLO,))
    headline = event(VISIT, "meet", actors=(ODAL, VIK), when=DAY)
    assert compare(VISIT, headline, lead).same
    assert compare(VISIT, headline.model_copy(update={"places": (place("Bergen", "NOR"),)}), lead).veto == "time"
    assert compare(VISIT, headline, lead.model_copy(update={"time": at("2024-03-04")})).veto == "time"
    assert compare(VISIT, event(VISIT, "meet", nth=1, actors=(ODAL, VIK), when=DAY), lead).veto == "time"
    once_more = article("Odal and Vik meet again", "Odal and Vik met on Monday.")
    again = event(once_more, "meet", actors=(ODAL, VIK), when=DAY)
    first = event(once_more, "met", actors=(ODAL, VIK), when=at("2024-11-04"), anchor=_own(once_more, "Monday"))
    assert compare(once_more, again, first).veto == "time"


ONE = article("Ferries", "The ministers Odal and Vik met on Monday in Oslo.", name="one")
TWO = article("Ships", "Sweden and Finland met on 5 November in Oslo.", name="two")
BOTH = (party("Sweden", "SWE"), party("Finland", "FIN"))


def across(one: Event, other: Event, *, of: Article = ONE, to: Article = TWO) -> Match:
    (first,), (second,) = records(of, [], [one]), records(to, [], [other])
    assert match(first, second) == match(second, first)
    return match(first, second)


def in_oslo(of: Article, text: str, day: str, actors: tuple[Party, ...], **more: object) -> Event:
    given: dict[str, Any] = {"places": (OSLO,), **more}
    return event(of, "met", actors=actors, when=at(day), anchor=_own(of, text), **given)


def test_people_stand_for_their_countries() -> None:
    """Two ministers and their two countries are the same parties to a meeting; one of three others is not."""
    told = in_oslo(ONE, "Monday", "2024-11-04", (ODAL, VIK))
    same = across(told, in_oslo(TWO, "5 November", "2024-11-04", BOTH))
    assert same.same
    assert same.signs["parties"] > 0.7
    others = (party("Sweden", "SWE"), party("Norway", "NOR"))
    assert across(told, in_oslo(TWO, "5 November", "2024-11-04", others)).veto == "parties"


def test_articles_disagree_by_a_day() -> None:
    """The same meeting in the same place a day apart is one on which the articles disagree; three days are too much."""
    told = in_oslo(ONE, "Monday", "2024-11-04", (ODAL, VIK))
    assert across(told, in_oslo(TWO, "5 November", "2024-11-05", BOTH)).same
    assert across(told, in_oslo(TWO, "5 November", "2024-11-06", BOTH)).same
    assert across(told, in_oslo(TWO, "5 November", "2024-11-07", BOTH)).veto == "time"


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"places": (place("Bergen", "NOR"),)}, "another place"),
        ({"places": ()}, "no place, and hardly a word in common"),
        ({"anchor": EventAnchor(kind="dct")}, "no date of its own"),
        ({"type": "ASSAULT"}, "what is done daily"),
        ({"actors": (party("Sweden", "SWE"),)}, "one country only"),
    ],
)
def test_differing_days_of_two_events(change: dict[str, object], why: str) -> None:
    """Two articles on two days tell two events unless everything else agrees."""
    told = in_oslo(ONE, "Monday", "2024-11-04", (ODAL, VIK))
    if "type" in change:
        told = told.model_copy(update=change)
    other = in_oslo(TWO, "5 November", "2024-11-05", BOTH).model_copy(update=change)
    assert across(told, other).veto == "time", why


def test_told_before_the_later_day() -> None:
    """An article of Monday cannot have told what happened on Tuesday: two days of talks."""
    early = ONE.model_copy(update={"dct": dct("2024-11-04")})
    told = in_oslo(ONE, "Monday", "2024-11-04", (ODAL, VIK))
    assert across(told, in_oslo(TWO, "5 November", "2024-11-05", BOTH), of=early).veto == "time"


@pytest.mark.parametrize(
    ("change", "one"),
    [
        ({}, True),
        ({"actors": (party("Sweden", "SWE"), party("Norway", "NOR"))}, False),
        ({"actors": (party("Sweden", "SWE"),)}, False),
        ({"time": at("2024-11-05")}, False),
        ({"type": "REQUEST"}, False),
    ],
)
def test_one_deal_in_other_words(change: dict[str, object], one: bool) -> None:
    """A deal of the same countries on the same day is one, whatever words tell of it."""
    told = article("Ships", "Sweden and Finland agreed on Monday to lift tolls.", name="one")
    later = article("Consuls", "A deal was reached on 4 November by both ministries.", name="two")
    first = event(told, "agreed", "AGREE", actors=BOTH, when=at("2024-11-04"))
    second = event(later, "deal", "AGREE", actors=BOTH, when=at("2024-11-04")).model_copy(update=change)
    assert across(first, second, of=told, to=later).same is one


def test_one_more_meeting() -> None:
    """Who met again on the next day met twice."""
    told = in_oslo(ONE, "Monday", "2024-11-04", (ODAL, VIK))
    again = article("Ships", "Sweden and Finland met again on 5 November in Oslo.", name="two")
    assert across(told, in_oslo(again, "5 November", "2024-11-05", BOTH), to=again).veto == "time"


def test_modes_keep_apart() -> None:
    """A telephone call is no visit."""
    one = event(TALKS, "talks", actors=PAIR, mode="phone")
    other = event(TALKS, "talks", nth=1, actors=PAIR, mode="visit")
    assert compare(TALKS, one, other).veto == "mode"


def test_partners_keep_apart() -> None:
    """Talks with one leader are not talks with another."""
    one = event(TALKS, "talks", actors=PAIR, when=DAY)
    other = event(TALKS, "talks", nth=1, actors=(ISHIBA, XI), when=DAY)
    assert compare(TALKS, one, other).veto == "parties"


def test_roles_keep_apart() -> None:
    """Accusing and being accused are two events, even with the same two parties."""
    told = article("A quarrel", "Karst accused Sund of spying. Sund accused Karst of spying.")
    karst, sund = party("Karst"), party("Sund")
    one = event(told, "accused", "ACCUSE", actors=[karst], recipients=[sund])
    other = event(told, "accused", "ACCUSE", nth=1, actors=[sund], recipients=[karst])
    assert compare(told, one, other).veto == "parties"


def test_two_statements_by_one_speaker() -> None:
    """Who speaks twice has not said the same thing twice."""
    told = article(
        "Premier speaks",
        "Ishiba said the harvest would decide the budget.",
        "He said ferries should sail earlier in winter.",
        "Ishiba said once more that the harvest would decide the next budget.",
    )
    one, two, again = (event(told, "said", "STATEMENT", nth=n, actors=[ISHIBA]) for n in range(3))
    assert compare(told, one, two).veto == "words"
    assert compare(told, one, again).same


@pytest.mark.parametrize(
    ("other", "veto"),
    [
        ("He said winter storms kept ferries from harvest markets, whatever the budget promised.", "words"),
        ("He said: no harvest.", "words"),
        ("He said harvest and budget, ferries and snow are due.", None),
    ],
)
def test_the_same_contents_are_two_words_and_half_of_all(other: str, veto: str | None) -> None:
    """Two words of many are not enough, nor all of one; two of four are."""
    told = article("Premier speaks", "Ishiba said the harvest would decide the budget of northern valleys.", other)
    one, two = (event(told, "said", "STATEMENT", nth=n, actors=[ISHIBA]) for n in range(2))
    assert compare(told, one, two).veto == veto


@pytest.mark.parametrize(
    ("lead", "veto"),
    [
        ("Ishiba said a harvest feast of northern valleys pleased every visiting guest.", "words"),
        ("Ishiba said a harvest feast of northern bridges pleased every visiting guest.", None),
    ],
)
def test_a_first_paragraph_needs_a_quarter_of_its_headline(lead: str, veto: str | None) -> None:
    """One word of seven in common is another statement; two are the headline in other words."""
    told = article("Ishiba declares harvest loans, winter ferries and bridge repairs safe", lead)
    title, first = (
        event(told, "declares", "STATEMENT", actors=[ISHIBA]),
        event(told, "said", "STATEMENT", actors=[ISHIBA]),
    )
    assert compare(told, title, first).veto == veto


def test_journey_to_a_meeting() -> None:
    """Who flies somewhere to meet somebody has done one thing, though only the second verb names both."""
    told = article("Journey", "Ishiba flew to Orsk last year to meet Trump.")
    flew = event(told, "flew", actors=[ISHIBA], mode="visit", when=at("2023"))
    meet = event(told, "meet", actors=PAIR, when=at("2023-11-09/2023-12-31"))
    assert compare(told, flew, meet).same


def test_planned_meeting_in_other_words() -> None:
    """ "Hold a meeting soon" and "arrange a meeting at an early date" tell of one, as both name both."""
    told = article(
        "Plans",
        "The two agreed to hold a meeting soon.",
        "Tokyo is trying to arrange a meeting at an early date.",
        "Ishiba wants to discuss trade.",
    )
    hold = event(told, "hold", actors=PAIR, when=at("2024-11-07/.."), status="pledged")
    arrange = event(told, "meeting", nth=1, actors=PAIR, when=at("2024-11-07/.."), status="scheduled")
    discuss = event(told, "discuss", actors=[ISHIBA], when=at("2024-11-07/.."), status="hypothetical")
    assert compare(told, hold, arrange).same
    assert not compare(told, hold, discuss).same
    assert not compare(told, arrange, discuss).same


def test_two_readings_of_one_word() -> None:
    """A word that is coded twice stands for two events."""
    told = article("Court", "The court sentenced him.")
    one = event(told, "sentenced", "SANCTION")
    other = event(told, "sentenced", "COERCE")
    assert compare(told, one, other).veto == "type"


def test_nobody_named() -> None:
    """Votes of which neither says who voted are not one merely since both are votes."""
    told = article("Votes", "After the election prices rose.", "The vote in the north was calm.")
    assert not compare(told, event(told, "election", "ELECTION"), event(told, "vote", "ELECTION")).same


@pytest.mark.parametrize(
    ("one", "other", "value"),
    [
        (ISHIBA, party("Ishiba", "JPN"), 1.0),
        (ISHIBA, party("Japanese Prime Minister Shigeru Ishiba", "JPN"), 1.0),
        (party("Tokyo", "JPN"), party("the Japanese government", "JPN"), 1.0),
        (ISHIBA, party("Japan", "JPN"), 0.7),
        (ISHIBA, TRUMP, 0.0),
        (ISHIBA, party("Yoshimasa Hayashi", "JPN"), 0.0),
        (ISHIBA, party("they"), 0.4),
        (party("hundreds of dockers"), party("a thousand children"), 0.1),
        (party("the dockers"), party("hundreds of dockers"), 0.4),
    ],
)
def test_parties(one: object, other: object, value: float) -> None:
    """Surname and full name are one person, a leader stands for a country, two names of one country are two people."""
    assert alike(who(one), who(other)) == value  # type: ignore[arg-type]


def test_lists_of_parties() -> None:
    """One list may name more than the other; both naming somebody else excludes."""
    japan, america, china = who(ISHIBA), who(TRUMP), who(XI)
    assert agreement([japan], [japan, america]) is not None
    assert agreement([japan, china], [japan, america]) is None
    assert agreement([japan, america], [america, japan]) == 1.0


def test_who_names_another_is_not_named_himself() -> None:
    """Ishiba named Abe minister, and Ishiba was named premier: opposite directions of one verb."""
    named = article("Cabinet", "He named a minister.", "He was named premier.", "Xi named him premier.")
    names = event(named, "named", "APPOINTMENT", actors=(ISHIBA,), recipients=(party("Ken Abe", "JPN"),), when=DAY)
    is_named = event(named, "named", "APPOINTMENT", nth=1, recipients=(ISHIBA,), when=DAY)
    assert compare(named, names, is_named).veto == "parties"
    by_whom = event(named, "named", "APPOINTMENT", nth=2, actors=(XI,), recipients=(ISHIBA,), when=DAY)
    assert compare(named, is_named, by_whom).veto is None


def test_one_sentence_tells_two_votes_apart() -> None:
    """What was called off beside what was held is no earlier stage of it."""
    told = article("Vote", "The poll ended on Thursday after the runoff election was called off.", "The poll was calm.")
    poll = event(told, "poll", "ELECTION", actors=PAIR, when=DAY)
    off = event(told, "election", "ELECTION", actors=PAIR, when=DAY, status="cancelled")
    assert compare(told, poll, off).veto == "status"


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        (party("five suspected Russian spies", "RUS"), party("five men"), 0.9),
        (party("Thirty-one villagers"), party("31 people"), 0.9),
        (party("four German divers", "DEU"), party("Germany", "DEU"), 0.4),
    ],
)
def test_people_who_are_counted_are_no_state(one: Party, other: Party, how: float) -> None:
    assert alike(who(one), who(other)) == how
