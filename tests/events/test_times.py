"""Times of given mentions that no date stands beside: what is over them, around them, and how they last."""

from __future__ import annotations

from datetime import date

import pytest

from timeline import dates, events
from timeline.articles import sentences
from timeline.articles.blocks import blocks
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


AHEAD = ("day", D, None, D, None)
SPAN_AHEAD = ("span", D, None, D, None)
ONGOING = ("span", None, D, D, None)
PAST = ("day", None, D, None, D)
TODAY = ("day", D, D, D, D)

CASES = [
    # nouns under what asks for them, doubts them or makes them possible
    ("Libya called for a meeting of the League.", "meeting", AHEAD),
    ("The bank fears possible price declines in Chile.", "declines", SPAN_AHEAD),
    ("There was no confirmation of the report.", "confirmation", TODAY),
    # what is wished lies ahead though the wish goes on
    ("The ministry plans to appoint a new envoy.", "appoint", AHEAD),
    # a verb of beginning shares the date of what begins
    ("The group began to fall apart in May 2019.", "began", ("day", "2019-05-01", "2019-05-31")),
    # a comparison does not date what is compared
    ("Exports stood higher on Monday than a year earlier.", "stood", ("day", "2024-11-04", "2024-11-04")),
    # what somebody is blamed for, or regrets, came before
    ("Kuwait accused Oman of hiding the papers.", "hiding", PAST),
    ("The envoy regretted calling the king a liar.", "calling", PAST),
    # what goes on may rest on something that happened once
    ("The dispute stems from the seizure of a ship.", "seizure", PAST),
    # how people are, not what was done
    ("Norway flew home the miners trapped in Bolivia.", "trapped", ONGOING),
    # a conjunction after a date opens another clause
    (
        "Trucks rolled into Jordan from Iraq on Tuesday and Kuwaiti-bound cargo was seized.",
        "rolled",
        ("day", "2024-11-05", "2024-11-05"),
    ),
    # what lasts ends where its end is told
    ("The talks broke off on Tuesday.", "talks", ("span", None, "2024-11-05", "2024-11-05", "2024-11-05")),
    # an adjective shares the date of its verb
    ("Sund has been independent since 1961.", "independent", ("span", "1961-01-01", "1961-12-31", D, None)),
    # how somebody was when the day's news was told
    ("The minister was glad of the offer.", "glad", TODAY),
    # a purpose lasts as long as the deed that has it, and what only seems so is so when it seems
    ("The embargo is meant to cripple exports of tin.", "embargo cripple", ONGOING),
    ("The premier seemed to suggest a new rule.", "seemed suggest", TODAY),
    # what had been done came before, and so did what a participle opens with
    ("A guard showed where the gold had been buried.", "buried", PAST),
    ("Founded by monks, the school closed on Monday.", "closed Founded", ("day", None, "2024-11-04")),
    # what people conferred on lies ahead of their talk
    ("The ministers conferred on Tuesday on sending troops.", "conferred sending", ("day", "2024-11-05", None)),
    # several things told by a plural lie open before, and what people are known by lasted
    ("The council passed the law over the objections of farmers.", "passed objections", ("span", None, D, None, D)),
    ("Police met those advocating a vote.", "advocating", ("span", None, D, None, D)),
    # this afternoon is today, though it lies ahead
    ("The envoy is expected to meet the king this afternoon.", "meet", TODAY),
    # a date behind a noun in an adjunct is the noun's
    ("The driver died within weeks of his capture on 26 March 2024.", "capture", ("day", "2024-03-26", "2024-03-26")),
    # an expression read with a verb's object dates both; one behind a deed somebody is blamed for only the deed
    ("Chad signed a treaty last month.", "treaty signed", ("day", "2024-10-01", "2024-10-31")),
    ("Chad signed a pact on migration last month.", "pact migration signed", ("day", "2024-10-01", "2024-10-31")),
    ("Chad condemned the attack on the embassy of last month.", "attack condemned", TODAY),
    # what has gone on for a length of time began that long ago; what somebody is jailed for lies ahead
    ("Norway has supported Chad for 20 years.", "supported", ("span", "2004-01-01", "2004-12-31", D, None)),
    ("Envoys have been talking for three months.", "talking", ("span", "2024-08-01", "2024-08-31", D, None)),
    ("Chad has helped Mali for more than two weeks.", "helped", ("span", None, "2024-10-27", D, None)),
    ("A court has jailed the reporter for two years.", "jailed", TODAY),
    # a length of time between two events dates the one by the other
    (
        "Chad left on Tuesday, two days after Niger closed the border.",
        "left closed",
        ("day", "2024-11-03", "2024-11-03"),
    ),
    ("The army left a week before the sides signed on 20 March.", "signed left", ("day", "2024-03-10", "2024-03-16")),
    ("Peru signed ten days after the talks on 2 May.", "talks signed", ("day", "2024-05-12", "2024-05-12")),
    ("Peru signed more than a month after the raid on 2 May.", "raid signed", ("day", "2024-06-01", D)),
    ("Peru will sign two days after the vote on 12 December.", "vote sign", ("day", "2024-12-14", "2024-12-14")),
    # a when-clause dates the verb it belongs to, a participle its noun, a past date what asks, not what is asked
    ("The pact was agreed when ministers met on 2 May.", "met agreed", ("day", "2024-05-02", "2024-05-02")),
    ("Togo reopened the road, carrying out a deal struck in May.", "deal", ("day", "2024-05-01", "2024-05-31")),
    ("Haas asked Chad to recall him in a note last month.", "recall asked", ("day", "2024-10-01", "2024-10-31")),
    # what is planned before a day lies ahead of the article
    ("Sweden will recognise Chad before 2 December.", "recognise", ("day", D, "2024-12-02")),
    # bare infinitives share their verb's time
    ("The crew helped them cross the river.", "helped cross", TODAY),
    # a date alone heads a passage told in the present
    ("Lagos, March 2003. A bomb shakes the harbour.", "shakes", ("day", "2003-03-01", "2003-03-31")),
]


@pytest.mark.parametrize(("text", "word", "expected"), CASES, ids=[c[1] + str(n) for n, c in enumerate(CASES)])
def test_time(text: str, word: str, expected: tuple[str | None, ...]) -> None:
    """A mention lies where its sentence puts it, no narrower and no wider."""
    *others, last = word.split()
    found = bounds(mention(text, last, *others))
    assert found[: len(expected)] == expected


def test_a_long_period_dates_no_passage() -> None:
    """A month may date the sentences after it, a year does not."""
    month = "The army seized Orsk in July. Rebels fled the town, officials said."
    year = "The army seized Orsk in 1979. Rebels fled the town, officials said."
    assert bounds(mention(month, "fled", "seized"))[1:3] == ("2024-07-01", "2024-07-31")
    assert bounds(mention(year, "fled", "seized")) == TODAY


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
