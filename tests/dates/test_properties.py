"""What must hold for every text and every article's day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from phrasings import Case, cases, contains_its_value, days_of, tagged
from strategies import days

from timeline.dates.tag import grammar
from timeline.edtf import Interval
from timeline.models import Timex

# Expressions that name a day by its distance from the article's, in a sentence that gives them their tense.
BY_THE_DAY = [
    "They met last {weekday}.",
    "They met on {weekday}.",
    "They will meet on {weekday}.",
    "They will meet next {weekday}.",
    "The talks are this {weekday}.",
    "They met two days ago.",
    "They met a week ago {weekday}.",
    "They met yesterday.",
    "They will meet the day after tomorrow.",
    "They met on {weekday} last week.",
]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
PHRASINGS = cases("en")
LEXICON = grammar().lexicon
# Words and numbers that rules are made of, whole phrasings, and what no rule expects.
PIECES = st.one_of(
    st.sampled_from([*LEXICON.lower, *map(str.capitalize, LEXICON.title), *map(str.upper, LEXICON.upper)]),
    st.sampled_from(
        ["1999", "2024", "31", "5", "2nd", "10:30", "00:00", "'98", "1990s", "0001", "9999", "FY24", "9/11"]
    ),
    st.sampled_from(["2024-02-30", "13/13/2024", "31.12.9999", "2024-11-07T25:00", "3/0", "1,000", "2.5", "0300 GMT"]),
    st.sampled_from([case.text for case in PHRASINGS]),
    st.text(st.characters(exclude_categories=()), max_size=12),
)
TEXTS = st.lists(PIECES, max_size=12).map(" ".join)
DAYS = st.one_of(
    st.none(), days(), st.sampled_from([date(1, 1, 1), date(9999, 12, 31), date(1583, 1, 1), date(2024, 2, 29)])
)


def read(text: str, day: date | None) -> list[Timex]:
    return tagged(text, day.isoformat() if day else None)


@given(
    st.sampled_from(BY_THE_DAY), st.sampled_from(WEEKDAYS), days(date(2, 1, 1), date(9998, 12, 1)), st.integers(1, 60)
)
@settings(max_examples=150, deadline=None)
def test_days_move_with_the_article(sentence: str, weekday: str, day: date, weeks: int) -> None:
    """An article so many weeks later means by "last Tuesday" a day so many weeks later."""
    text = sentence.format(weekday=weekday)
    ((before,), (after,)) = read(text, day), read(text, day + timedelta(weeks=weeks))
    assert before.value is not None
    assert after.value == (date.fromisoformat(before.value) + timedelta(weeks=weeks)).isoformat()
    assert (before.start, before.end, before.rule) == (after.start, after.end, after.rule)


@given(st.sampled_from([case for case in PHRASINGS if "two figures" not in case.about]), st.integers(1, 40))
@settings(max_examples=150, deadline=None)
def test_what_names_its_own_place_does_not_move(case: Case, weeks: int) -> None:
    """What hangs on nothing means the same whenever it is written, but for a year of two figures near the pivot."""
    text = case.text
    first, later = read(text, date(2024, 11, 7)), read(text, date(2024, 11, 7) + timedelta(weeks=weeks))
    fixed = [(t.start, t.end, t.value) for t in first if t.anchor.kind == "none" and t.type == "DATE"]
    assert fixed == [(t.start, t.end, t.value) for t in later if (t.start, t.end, t.value) in fixed]


@given(TEXTS, DAYS)
@settings(max_examples=400, deadline=None)
@example("\x00last\ud800 Tuesday\x00", None)
@example("They met last winter.", date(1, 1, 1))
@example("the next millennium and next weekend", date(9999, 12, 31))
@example("in ten thousand years, 99999999999999999999 days ago, 3/0 hours", date(2024, 1, 1))
def test_any_text_gives_honest_spans_and_bounds(text: str, day: date | None) -> None:
    """Spans are the text's own words in order, bounds fit the value, nothing is guessed without an article's day."""
    end = 0
    for timex in read(text, day):
        assert end <= timex.start < timex.end
        assert text[timex.start : timex.end] == timex.text == timex.text.strip()
        end = timex.end
        assert contains_its_value(timex)
        if day is None and timex.anchor.kind == "dct":
            assert timex.interval == Interval(None, None)
            assert timex.value is None or not days_of(timex.value)


BEYOND = [
    (date(1, 1, 1), "They met yesterday."),
    (date(1, 1, 1), "They met two years ago."),
    (date(1, 1, 3), "They met last week."),
    (date(1, 2, 1), "They met last year."),
    (date(1, 1, 2), "They met last Friday."),
    (date(9999, 12, 31), "They will meet tomorrow."),
    (date(9999, 12, 31), "They will meet next month."),
    (date(9999, 6, 1), "They will meet next year."),
    (date(9999, 12, 30), "They will meet next Monday."),
    (date(9990, 1, 1), "They will meet thirty years from now."),
    (date(2024, 1, 1), "They met 5000 years ago."),
]


@pytest.mark.parametrize(("day", "text"), BEYOND)
def test_beyond_the_calendar_is_unknown(day: date, text: str) -> None:
    """A day before year 1 or after 9999 is not the first or last day there is: it cannot be known."""
    (timex,) = read(text, day)
    assert timex.value is None
    assert timex.interval == Interval(None, None)


@pytest.mark.parametrize("text", [case.text for case in PHRASINGS if case.expected])
def test_every_phrasing_without_an_article_day(text: str) -> None:
    """Without the article's day the same words are found, and what hangs on it stays open."""
    for timex in read(text, None):
        assert timex.anchor.kind != "dct" or timex.interval == Interval(None, None)
