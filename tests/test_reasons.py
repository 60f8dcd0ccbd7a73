"""The words for dates: short, true, and never without an answer."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from making import ISHIBA, article, at, event, span, timex
from strategies import intervals

from timeline import merge, reasons
from timeline.edtf import Interval
from timeline.errors import TimelineFileError
from timeline.models import (
    Article,
    ArticleRecord,
    Block,
    Correction,
    Corrections,
    Dct,
    EventAnchor,
    Timeline,
    Timex,
    TimexAnchor,
)
from timeline.reasons.why import anchoring_words
from timeline.tables.load import read_toml

DCT = TimexAnchor(kind="dct", text="2024-11-07")


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("2024-11-07", "7 November 2024"),
        ("2024-10", "October 2024"),
        ("2016", "2016"),
        ("199X", "the 1990s"),
        ("2016-11-09/2016-12-31", "between 9 November and 31 December 2016"),
        ("2024-11-07/2024-11-11", "between 7 and 11 November 2024"),
        ("2023-12-30/2024-01-02", "between 30 December 2023 and 2 January 2024"),
        ("2015/2018", "between 2015 and 2018"),
        ("2024-06/2024-08", "between June 2024 and August 2024"),
        ("2024-11-07/..", "on or after 7 November 2024"),
        ("../2024-11-07", "on or before 7 November 2024"),
        ("", "at an unknown time"),
    ],
)
def test_interval(form: str, words: str) -> None:
    """An interval is told by the shortest words that have its bounds."""
    assert reasons.describe(at(form).begin.interval) == words


@given(intervals())
def test_every_interval_has_words(interval: Interval) -> None:
    """No interval is without words, and each known bound's year is in them."""
    words = reasons.describe(interval)
    assert words
    for bound in interval:
        if bound is not None:
            assert str(bound.year) in words or f"{bound.year // 10 * 10}s" in words


def test_span() -> None:
    """A span is told by its begin and its end, an open side by what is known of the other."""
    assert reasons.describe_time(span("2017-01-20", "2021-01-20")) == "from 20 January 2017 to 20 January 2021"
    assert reasons.describe_time(span("2024-05-01", "")) == "since 1 May 2024"
    assert reasons.describe_time(span("", "2024-05-01")) == "until 1 May 2024"
    assert reasons.describe_time(span("../2024-05-01", "2024-05-01/..")) == (
        "begun on or before 1 May 2024, ended on or after 1 May 2024"
    )


def test_inferred_article_day() -> None:
    """A day that is not certain is told with its bounds."""
    inferred = Dct(value="2024-11-07", not_before=date(2024, 11, 7), not_after=date(2024, 11, 11))
    assert reasons.describe_dct(inferred) == "Thursday 7 November 2024 (inferred, between 7 and 11 November 2024)"
    assert reasons.describe_dct(Dct()) == "the article's day, which is unknown"


def test_weekday_seen_from_an_inferred_day() -> None:
    """A weekday is not called the article's own day while the article may be some days younger."""
    told = article("He resigned on Thursday.")
    day = timex(told, "Thursday", "2024-11-07", anchor=DCT, rule="weekday")
    inferred = Dct(value="2024-11-07", not_before=date(2024, 11, 7), not_after=date(2024, 11, 11))
    assert "the day of the article itself" in reasons.explain_timex(day, [day], told.dct)
    assert reasons.explain_timex(day, [day], inferred).startswith(
        "'Thursday', seen from Thursday 7 November 2024 (inferred, between 7 and 11 November 2024)"
    )


def test_expression_seen_from_the_article() -> None:
    """What hangs on the article's day names that day with its weekday."""
    told = article("Prices fell last month.")
    last = timex(told, "last month", "2024-10", anchor=DCT)
    assert reasons.explain_timex(last, [last], told.dct) == "'last month', seen from Thursday 7 November 2024"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2024-11-05", "'Tuesday', the last one before the article's day, Thursday 7 November 2024"),
        ("2024-11-07", "'Tuesday', the day of the article itself, Thursday 7 November 2024"),
        ("2024-11-12", "'Tuesday', the next one after the article's day, Thursday 7 November 2024"),
    ],
)
def test_weekday(value: str, words: str) -> None:
    """A weekday says on which side of the article's day it was taken, and the rule's own words follow."""
    told = article("They met on Tuesday.")
    found = timex(told, "Tuesday", value, anchor=DCT, rule="weekday")
    assert reasons.explain_timex(found, [found], told.dct).startswith(words + " (a weekday: the last one")


def test_expression_counted_from_another() -> None:
    """What hangs on another expression quotes it with its value."""
    told = article("The envoys met on May 20 last year. Two days later they signed.")
    may = timex(told, "May 20 last year", "2023-05-20")
    later = timex(told, "Two days later", "2023-05-22", anchor=TimexAnchor(kind="timex", start=may.start))
    assert reasons.explain_timex(later, [may, later], told.dct) == (
        "'Two days later', counted from 'May 20 last year' (20 May 2023)"
    )


def test_expression_from_a_table() -> None:
    """What a table dates says what the table's row says."""
    told = article("During her first term she signed it.")
    row = TimexAnchor(kind="table", text="office terms: Mila Odal, president, 1 May 2011 to 1 May 2015")
    term = timex(told, "her first term", "2011-05-01/2015-05-01", anchor=row)
    assert reasons.explain_timex(term, [term], told.dct) == f"'her first term', from the table: {row.text}"


def test_expression_without_an_article_day() -> None:
    """An undated article is said to be the problem, with the remedy."""
    told = article("They met on Thursday.", day=None)
    found = timex(told, "Thursday", None, anchor=TimexAnchor(kind="dct"))
    assert reasons.explain_timex(found, [found], told.dct) == (
        "the article has no date, so 'Thursday' cannot be placed; pass --date or add a sidecar"
    )


@pytest.mark.parametrize(
    ("value", "kind", "part"),
    [
        ("FUTURE_REF", "DATE", "comes after the article's day, Thursday 7 November 2024"),
        ("PAST_REF", "DATE", "came before the article's day"),
        ("P3D", "DURATION", "a length of time"),
        ("P1W", "SET", "again and again"),
    ],
)
def test_expression_that_names_no_day(value: str, kind: str, part: str) -> None:
    """Vague references, lengths and sets are told as what they are."""
    told = article("It will be so then.")
    made = timex(told, "then", None).model_copy(update={"value": value, "type": kind})
    assert part in reasons.explain_timex(made, [made], told.dct)


def test_hostile_words() -> None:
    """Braces in article text are text, whatever the pattern around them."""
    told = article("They met {anchor} {0} {text}.")
    found = timex(told, "{anchor} {0} {text}", "2024-10", anchor=DCT)
    assert reasons.explain_timex(found, [found], told.dct).startswith("'{anchor} {0} {text}', seen from")


def test_event_dated_by_its_expression() -> None:
    """An event that stands where its expression stands needs no other reason."""
    told = article("The parliament voted last month.")
    last = timex(told, "last month", "2024-10", anchor=DCT)
    anchor = EventAnchor(kind="timex", start=last.start, text=last.text)
    voted = event(told, "voted", "ELECTION", when=at("2024-10"), anchor=anchor, rule="own-date")
    assert reasons.reason(voted, [last], told.dct) == "dated by 'last month', seen from Thursday 7 November 2024"


def test_event_narrowed_by_a_second_expression() -> None:
    """Two expressions in the sentence: both are named, and what they leave."""
    told = article("She flew to Orsk in 2016 when he was president-elect.")
    year = timex(told, "2016", "2016")
    row = TimexAnchor(kind="table", text="office terms: A. Vik, president-elect, 9 November 2016 to 20 January 2017")
    term = timex(told, "when he was president-elect", "2016-11-09/2017-01-20", anchor=row)
    anchor = EventAnchor(kind="timex", start=year.start, text=year.text, timexes=(term.start,))
    flew = event(told, "flew", when=at("2016-11-09/2016-12-31"), anchor=anchor, rule="two-dates")
    assert reasons.reason(flew, [year, term], told.dct) == (
        "dated by '2016', as written; narrowed to between 9 November and 31 December 2016 by "
        f"'when he was president-elect', from the table: {row.text}"
    )


@pytest.mark.parametrize(
    ("rule", "form", "words"),
    [
        ("past-part", "2024-05-20/2024-11-07", "so no later than the article's day, Thursday 7 November 2024"),
        ("after-date", "2024-05-20/..", "after 'May 20', as written"),
        ("before-date", "../2024-05-20", "before 'May 20', as written"),
        ("by-date", "../2024-05-20", "by 'May 20', as written"),
        ("planned-before-date", "2024-05-01/2024-05-20", "still to come, before 'May 20', as written"),
        ("heading", "2024-05-20", "under the heading 'May 20', as written"),
        ("narrative", "2024-05-20", "goes on from the sentence before: 'May 20', as written"),
    ],
)
def test_event_told_with_a_preposition(rule: str, form: str, words: str) -> None:
    """What a preposition or a heading makes of an expression is told, whatever the bounds are."""
    told = article("Around May 20 they talked.")
    may = timex(told, "May 20", "2024-05-20")
    anchor = EventAnchor(kind="timex", start=may.start, text=may.text)
    talked = event(told, "talked", when=at(form), anchor=anchor, rule=rule)
    assert reasons.reason(talked, [may], told.dct).endswith(words)


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("perfect", "has happened by the article's day, Thursday 7 November 2024"),
        ("news", "told as news of the article's day, Thursday 7 November 2024"),
        ("planned", "still to come, so on or after the article's day, Thursday 7 November 2024"),
        ("going-on", "still going on at the article's day, Thursday 7 November 2024"),
    ],
)
def test_event_dated_by_its_tense(rule: str, words: str) -> None:
    """Without an expression the reason is the tense, seen from the article's day."""
    told = article("They met.")
    assert reasons.reason(event(told, "met", rule=rule), [], told.dct) == words


def test_event_that_has_gone_on_for_a_length_of_time() -> None:
    """A length of time has no place on the calendar; its event has, counted back from the article's day."""
    told = article("They have ruled for 20 years.")
    length = timex(told, "20 years", "P20Y", type_="DURATION")
    anchor = EventAnchor(kind="timex", start=length.start, text=length.text)
    found = event(told, "ruled", when=span("2004", "2024-11-07/.."), anchor=anchor, rule="held-for")
    assert reasons.reason(found, [length], told.dct) == (
        "has gone on for '20 years', counted back from the article's day, Thursday 7 November 2024: begun 2004"
    )


def test_event_dated_by_another_event() -> None:
    """The expression that dates the other event is named; one that nothing dates stands alone."""
    told = article("They met on Tuesday. The talks were long.")
    tuesday = timex(told, "Tuesday", "2024-11-05", anchor=DCT, rule="weekday")
    anchor = EventAnchor(kind="event", start=told.text.index("met"), text="met", timexes=(tuesday.start,))
    found = event(told, "talks", when=at("2024-11-05"), anchor=anchor, rule="told-again")
    assert reasons.reason(found, [tuesday], told.dct) == "told again: as 'met', dated by 'Tuesday' (5 November 2024)"
    bare = found.model_copy(update={"anchor": anchor.model_copy(update={"timexes": ()}), "rule": "clause-after"})
    assert reasons.reason(bare, [tuesday], told.dct) == "before 'met'"


def test_event_without_any_date() -> None:
    """An undated article's event says what would date it."""
    told = article("They met.", day=None)
    found = event(told, "met", anchor=EventAnchor(kind="none"), rule="nowhere")
    assert "pass --date or add a sidecar" in reasons.reason(found, [], told.dct)


def test_event_without_a_rule() -> None:
    """An event that names no rule is told by what it hangs on."""
    told = article("They met.")
    assert reasons.reason(event(told, "met"), [], told.dct) == "the article's day, Thursday 7 November 2024"


def test_every_rule_has_words_that_can_be_filled_in() -> None:
    """No rule's words ask for what a reason cannot tell, and none is silent."""
    told = article("They met on Tuesday.")
    tuesday = timex(told, "Tuesday", "2024-11-05", anchor=DCT)
    anchor = EventAnchor(kind="timex", start=tuesday.start, text=tuesday.text)
    for rule, says in anchoring_words().items():
        words = reasons.reason(event(told, "met", anchor=anchor, rule=rule), [tuesday], told.dct)
        assert len(words) > 10, rule
        assert "{" not in words, says


def _timeline() -> Timeline:
    told = article("Talks \x1b[31mend", "The envoys met on May 20. Two days later Ishiba signed.", "Read more")
    told = told.model_copy(
        update={
            "blocks": (*told.blocks[:2], told.blocks[2].model_copy(update={"kind": "furniture", "why": "a link"})),
            "title": "Talks \x1b[31mend",
        }
    )
    may = timex(told, "May 20", "2024-05-20")
    later = timex(told, "Two days later", "2024-05-22", anchor=TimexAnchor(kind="timex", start=may.start), rule="later")
    signed = event(
        told,
        "signed",
        "SUPPORT",
        actors=[ISHIBA],
        when=at("2024-05-22"),
        anchor=EventAnchor(kind="timex", start=later.start),
    )
    events, undated = merge.merge([(told, [may, later], [signed])])
    return Timeline(title="t", articles=(_kept(told, may, later),), events=tuple(events), undated=tuple(undated))


def _kept(told: Article, *timexes: Timex) -> ArticleRecord:
    kept = {name: getattr(told, name) for name in ArticleRecord.model_fields if name != "timexes"}
    return ArticleRecord(**kept, timexes=timexes)


def test_explain_shows_the_whole_evidence() -> None:
    """Sentence with marked trigger, expression, rule, the chain of anchors, and what was left out."""
    timeline = _timeline()
    text = reasons.explain(timeline, timeline.events[0].id)
    assert '"Two days later Ishiba >>signed<<."' in text
    assert "'Two days later' = 2024-05-22 (2024-05-22)" in text
    assert "rule        later" in text
    assert "counted from 'May 20' (20 May 2024)" in text
    assert "'May 20' = 2024-05-20" in text
    assert text.count("counted from 'May 20'") == 1
    assert "anchor      'May 20', as written\n" in text
    assert "SUPPORT: backs" in text
    assert "Shigeru Ishiba (JPN)" in text
    assert "Thursday 7 November 2024, from: given" in text
    assert '"Read more" (a link)' in text


def test_explain_quotes_the_sentence_that_dates_another_event() -> None:
    """A mention dated by an event of another sentence shows the expression there."""
    told = article("The envoys met on May 20. Lund spoke of the talks.")
    may = timex(told, "May 20", "2024-05-20")
    anchor = EventAnchor(kind="event", start=told.text.index("met"), text="met", timexes=(may.start,))
    talks = event(told, "talks", when=at("2024-05-20"), anchor=anchor, rule="told-again")
    events, _ = merge.merge([(told, [may], [talks])])
    timeline = Timeline(title="t", articles=(_kept(told, may),), events=tuple(events))
    text = reasons.explain(timeline, events[0].id)
    assert "reason      told again: as 'met', dated by 'May 20' (20 May 2024)" in text
    assert "dated       by the rule told-again" in text
    assert 'told in     "The envoys met on >>May 20<<. Lund spoke of the talks."' in text


def test_explain_tells_what_a_reader_corrected() -> None:
    """The fields that were changed and the note stand beside the event; one that nobody changed says nothing of it."""
    timeline = _timeline()
    name = timeline.events[0].id
    assert "corrected" not in reasons.explain(timeline, name)
    told = article("Talks", "The envoys met on May 20. Two days later Ishiba signed.")
    signed = event(told, "signed", "SUPPORT", actors=[ISHIBA], when=at("2024-05-22"))
    (found,), _ = merge.merge([(told, [], [signed])])
    fix = Correction(event=found.id, status="scheduled", date="2024-05-23", note="the ministry's \x1blog")
    events, _ = merge.merge([(told, [], [signed])], Corrections(corrections=(fix,)))
    text = reasons.explain(timeline.model_copy(update={"events": tuple(events), "articles": (_kept(told),)}), found.id)
    assert "  corrected   by a reader: date, status\n" in text
    assert "  note        the ministry's \\u001blog\n" in text


def test_explain_tells_what_a_reader_added() -> None:
    """An event that stands in no article says so instead of naming no places."""
    fix = Correction(event="added-1", added=True, title="Talks", type="CONSULT", date="2024-05-23")
    events, _ = merge.merge([], Corrections(corrections=(fix,)))
    text = reasons.explain(Timeline(title="t", articles=(), events=tuple(events), undated=()), "added-1")
    assert "no article tells" in text
    assert "Told in no article" in text


def test_explain_tells_what_speaks_for_an_event_and_what_against() -> None:
    """The strongest sign first; what weighs nothing and what no table knows any more is left out."""
    found = _timeline().events[0]
    (told,) = found.mentions
    marked = told.model_copy(update={"features": ("own-date", "no-frame", "noun", "gone")})
    event_ = found.model_copy(update={"mentions": (marked,), "confidence": 0.02})
    shown = reasons.explain(_timeline().model_copy(update={"events": (event_,)}), found.id)
    assert "   for it      An expression dates it.\n" in shown
    assert "   against it  Its word is in no frame. A noun tells it.\n" in shown
    assert "minor" not in shown
    assert "for it" not in reasons.explain(_timeline(), found.id)


def test_explain_finds_minor_events_and_says_that_they_are() -> None:
    """With the confidence below which events are minor."""
    found = _timeline().events[0].model_copy(update={"confidence": 0.02})
    text = reasons.explain(_timeline().model_copy(update={"events": (), "minor": (found,)}), found.id)
    line = read_toml("events/salience_weights.toml")["line"]
    assert "confidence 0.02\n" in text
    assert (
        f"  minor       left out at first: probably no event of its own, as its confidence is below {line:.2f}\n"
        in text
    )


def test_explain_is_safe_on_a_terminal() -> None:
    """Article text cannot steer the terminal."""
    timeline = _timeline()
    text = reasons.explain(timeline, timeline.events[0].id)
    assert "\x1b" not in text
    assert "\\u001b[31m" in text


def test_explain_names_ids_that_look_alike() -> None:
    """A slip in the id is answered with the id that was meant, a wild one with where to look."""
    timeline = _timeline()
    right = timeline.events[0].id
    with pytest.raises(TimelineFileError, match=right):
        reasons.explain(timeline, right[:-1] + "x")
    with pytest.raises(TimelineFileError, match=r"timeline\.json"):
        reasons.explain(timeline, "?")


def test_block_of_furniture_is_cut() -> None:
    """A long block is shown by its beginning."""
    timeline = _timeline()
    record = timeline.articles[0]
    long = record.model_copy(
        update={"text": record.text + "z" * 500, "blocks": (Block(kind="furniture", start=0, end=500),)}
    )
    text = reasons.explain(timeline.model_copy(update={"articles": (long,)}), timeline.events[0].id)
    assert "…" in text
