"""Times that several sentences tell together; the rules one by one are tested by the examples of their table."""

from __future__ import annotations

from datetime import date

import pytest

from timeline import dates, events
from timeline.articles import sentences
from timeline.articles.blocks import blocks
from timeline.edtf import Interval
from timeline.events.anchoring.rules.lengths import moved_back
from timeline.models import Article, Dct, Event, Span

DCT = date(2024, 11, 7)  # a Thursday
D = "2024-11-07"


def every(text: str, *wanted: str) -> list[Event]:
    given = [Span(start=text.index(w), end=text.index(w) + len(w)) for w in wanted]
    dct = Dct(value=D, not_before=DCT, not_after=DCT, confidence=1.0, evidence="given")
    parts = tuple(blocks(text))
    spans = sentences.sentences(text, parts)
    article = Article(id="a", text=text, dct=dct, blocks=parts)
    return events.code(article, spans, dates.tag(text, dct, spans), spans=given)


def mention(text: str, word: str, *before: str) -> Event:
    place = text.index(word)
    return next(e for e in every(text, *before, word) if e.start <= place < e.end)


def bounds(event: Event) -> tuple[str | None, ...]:
    time = event.time
    days = (time.begin.not_before, time.begin.not_after, time.end.not_before, time.end.not_after)
    return (time.kind, *(d and d.isoformat() for d in days))


PAST = ("day", None, D, None, D)
TODAY = ("day", D, D, D, D)


def test_a_long_period_dates_no_passage() -> None:
    """A month may date the sentences after it, a year does not; then they need not be of the article's day either."""
    month = "The army seized Orsk in July. The rebels fled the town."
    year = "The army seized Orsk in 1979. The rebels fled the town."
    assert bounds(mention(month, "fled", "seized"))[1:3] == ("2024-07-01", "2024-07-31")
    assert bounds(mention(year, "fled", "seized")) == PAST


def test_a_deed_told_before_dates_its_noun() -> None:
    """The invasion is what "invaded" was dated by."""
    text = "Karst invaded Sund on 2 August 2024. Envoys spoke about the invasion."
    assert bounds(mention(text, "invasion", "invaded"))[:3] == ("day", "2024-08-02", "2024-08-02")


def test_a_date_told_later_counts_before() -> None:
    """An article is read as a whole: a deed named without its day in the lead has the day told at the end."""
    text = "Envoys spoke about the kidnapping of Lund. Lund was abducted on 2 August 2024."
    first = mention(text, "kidnapping", "abducted", "kidnapping")
    assert bounds(first)[:3] == ("day", "2024-08-02", "2024-08-02")
    assert first.anchor.text == "abducted"


def test_another_partys_deed_is_another() -> None:
    """The same word about other people, or behind "a", takes no date over; nor does a plural of many."""
    told = "Lund was abducted on 2 August 2024. "
    for other in (
        "Envoys spoke about the kidnapping of Berg.",
        "Envoys spoke about a kidnapping.",
        "Envoys ended kidnappings.",
    ):
        word = "kidnappings" if "kidnappings" in other else "kidnapping"
        assert bounds(mention(told + other, word, "abducted"))[1] != "2024-08-02"


def test_the_more_exact_of_two_dates_counts() -> None:
    """A month told beside one mention gives way to the day told beside another."""
    text = "Lund was abducted in March 2024. His capture on 26 March 2024 shocked the town."
    assert bounds(mention(text, "abducted", "capture", "abducted"))[:3] == ("day", "2024-03-26", "2024-03-26")


def test_what_a_story_comes_back_to_opens_it() -> None:
    """What has happened in a story that began on a known day did so since; the crisis itself began with it."""
    text = (
        "Karst invaded Sund on 2 August 2024. The invasion drew protests. Envoys condemned the takeover. "
        "Lissen has sent ships. The crisis worries traders."
    )
    told = ("invaded", "invasion", "takeover")
    sent = mention(text, "sent", *told)
    assert bounds(sent)[:3] == ("day", "2024-08-02", D)
    crisis = [e for e in every(text, *told, "sent", "crisis") if e.trigger == "crisis"]
    assert bounds(crisis[0]) == ("span", "2024-08-02", "2024-08-02", D, None)


def test_a_text_that_quotes_nobody_is_no_report_of_its_day() -> None:
    """The simple past of a longer text without "said" lies open before its day; a report's is the day's news."""
    tale = "The old mill stood by the river. " * 30 + "A miller signed the deed."
    report = "The old mill stood by the river, people said. " * 30 + "A miller signed the deed."
    assert bounds(mention(tale, "signed")) == PAST
    assert bounds(mention(report, "signed")) == TODAY


def test_what_the_same_people_did_next_happened_then() -> None:
    """A dated meeting dates what "the two leaders" did in the next sentence, but not what somebody else did."""
    met = "President Pedro Odal of Chile met President Ines Haas of Peru in Lima on 21 October. "
    both = "The two leaders signed a treaty on trade."
    other = "Norway signed a treaty on trade with Chad."
    dct = Dct(value=D, not_before=DCT, not_after=DCT, confidence=1.0, evidence="given")
    for text, day in ((met + both, date(2024, 10, 21)), (met + other, DCT)):
        parts = tuple(blocks(text))
        spans = sentences.sentences(text, parts)
        article = Article(id="a", text=text, dct=dct, blocks=parts)
        found = events.code(article, spans, dates.tag(text, dct, spans), typed_only=True)
        assert {e.time.begin.not_before for e in found if e.trigger == "signed"} == {day}


def test_nothing_is_counted_from_an_open_time() -> None:
    """Two days before some day up to 4 May is no day that can be told."""
    day = date(2024, 5, 4)
    assert moved_back(Interval(None, day), 2, "day") is None
    assert moved_back(Interval(day, None), 2, "day") is None
    assert moved_back(Interval(day, day), 2, "day") == Interval(date(2024, 5, 2), date(2024, 5, 2))


def test_what_has_lasted_since_a_day_goes_on() -> None:
    """A state, and what somebody is kept in; a deed that was done since then is done."""
    assert mention("Chad has occupied the town since 2014.", "occupied").status == "ongoing"
    assert mention("The envoy has been detained in Chad since March.", "detained").status == "ongoing"
    assert mention("Chad has hanged 13 men since March.", "hanged").status == "occurred"
    assert mention("The envoy was detained in Chad in March.", "detained").status == "occurred"


def test_who_waits_for_a_day_to_come_has_done_nothing_on_it() -> None:
    """What a past passive tells is done; the later day beside it is of the plan."""
    event = mention("The decision to open a port next year was welcomed by Chad.", "welcomed")
    assert (event.status, bounds(event)) == ("occurred", TODAY)


def test_no_event_ends_before_it_begins() -> None:
    """Two years that run backwards are no stretch of time; those that run forwards are."""
    assert not mention("Karst occupied Sund from 2011 until 1992.", "occupied").time.interval.is_reversed
    whole = Interval(date(1992, 1, 1), date(2011, 12, 31))
    assert mention("Karst occupied Sund from 1992 until 2011.", "occupied").time.interval == whole


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("On Saturday Chad is expected to announce a plan.", "announce", "2024-11-09"),
        ("On Saturday the envoy is due to visit Mali.", "visit", "2024-11-09"),
        ("On 5 December Chad hopes to sign a treaty with Mali.", "sign", "2024-12-05"),
        ("The envoy will meet the Malian premier and open a school on Monday.", "meet", "2024-11-11"),
        ("Chad will discuss quotas with Mali when ministers meet in Oslo on 18 December.", "discuss", "2024-12-18"),
        ("The premier flew to Mali to sign a treaty on Monday.", "flew", "2024-11-04"),
        ("Ministers from Chad and Mali met to discuss fishing on Monday.", "met", "2024-11-04"),
    ],
)
def test_a_day_read_with_another_verb_dates_what_it_is_told_for(text: str, word: str, day: str) -> None:
    """A coming day is of what is planned, not of the plan; the day of what somebody goes for is that of going."""
    assert bounds(mention(text, word))[:3] == ("day", day, day)


def test_a_day_gone_by_is_of_the_plan() -> None:
    text = "On Monday Chad was expected to sign a treaty with Mali."
    assert bounds(mention(text, "sign")) == ("day", "2024-11-04", None, "2024-11-04", None)


@pytest.mark.parametrize(
    ("text", "word", "rule"),
    [
        ("On 4 May Haas, who promised help, met Lund.", "promised", "described-by"),  # of the subject: before the news
        ("On 4 May Haas met the envoy who sold arms.", "sold", "described-by"),  # no comma: it only says which envoy
        ("On 4 May Haas met Lund, who had promised help.", "promised", "past-perfect"),
        ("On 4 May Haas left a town in which Lund accused Chad.", "accused", "described-by"),
        ("On 4 May Chad arrested Lund, who killed two soldiers.", "killed", "described-by"),
    ],
)
def test_a_relative_clause_that_only_describes_does_not_go_on(text: str, word: str, rule: str) -> None:
    assert mention(text, word).rule == rule


def test_what_somebody_does_something_ahead_of_is_planned() -> None:
    ahead = mention("Haas visited Chad ahead of Monday's summit with Mali.", "summit")
    assert (ahead.status, bounds(ahead)[1]) == ("scheduled", "2024-11-11")
    gone = mention("Haas left Chad after Monday's summit with Mali.", "summit")
    assert (gone.status, bounds(gone)[1]) == ("occurred", "2024-11-04")


@pytest.mark.parametrize("day", ["the day", "the day on which", "the day when"])
def test_a_day_named_again_is_that_of_what_happened_on_it(day: str) -> None:
    event = mention(f"The crisis began on 26 March 2024, {day} Chad expelled the Malian envoy.", "expelled")
    assert bounds(event)[:3] == ("day", "2024-03-26", "2024-03-26")


def test_a_day_after_something_is_not_its_day() -> None:
    event = mention("He was arrested on 26 March 2024, a day after Chad expelled the Malian envoy.", "expelled")
    assert bounds(event)[:3] == ("day", "2024-03-25", "2024-03-25")


def test_the_day_after_something_is_not_its_day() -> None:
    event = mention("He was arrested on 26 March 2024, the day after Chad expelled the Malian envoy.", "expelled")
    assert bounds(event)[:3] == ("day", "2024-03-25", "2024-03-25")


def test_what_is_scheduled_has_not_begun() -> None:
    """The governor of a plan goes on, as an effort does, but not what is planned."""
    planned = mention("Chad is scheduled to meet Malian envoys.", "meet")
    assert (planned.status, planned.time.begin.not_before) == ("scheduled", DCT)
    effort = mention("Chad is building a wall to stop Malian smugglers.", "stop")
    assert effort.time.begin.not_before is None


@pytest.mark.parametrize(
    ("text", "word", "days"),
    [
        ("Ministers of Chad had failed to settle the row in Niger last month.", "failed", "2024-10-01"),
        ("Haas had called the snap poll in February.", "called", "2024-02-01"),
    ],
)
def test_the_pluperfect_has_the_day_behind_its_object(text: str, word: str, days: str) -> None:
    assert bounds(mention(text, word))[1] == days


def test_years_after_is_not_just_after() -> None:
    event = mention("The sides signed on 4 May, years after the army left.", "left")
    assert (event.rule, bounds(event)[1]) == ("clause-after", None)


def test_a_day_inside_what_a_thing_is_of_is_that_of_the_deed() -> None:
    lead = "Police shot a man in Mali on Friday. "
    assert bounds(mention(lead + "Chad declared a state of emergency the same day.", "declared"))[1] == "2024-11-01"
