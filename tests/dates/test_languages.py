"""Languages other than English, each against its corpus of phrasings."""

from __future__ import annotations

import re
from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from phrasings import Case, cases, days_of, tagged

from timeline.dates.languages import grammar, known, languages

OTHERS = [language for language in languages() if language != "en"]
ALPHABETIC = [language for language in OTHERS if language not in ("zh", "ja", "ko")]
CASES = [pytest.param(language, case, id=f"{language}: {case.text}") for language in OTHERS for case in cases(language)]
MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


@pytest.mark.parametrize(("language", "case"), CASES)
def test_phrasing(language: str, case: Case) -> None:
    """Exactly the marked expressions are found, with type, value, modifier and days."""
    found = tagged(case.text, case.dct, language)
    wanted = [(e.start, e.text, e.type, e.value) for e in case.expected]
    assert [(timex.start, timex.text, timex.type, timex.value) for timex in found] == wanted
    for timex, expected in zip(found, case.expected, strict=True):
        assert timex.mod == expected.mod
        if expected.interval is not None:
            assert timex.interval == expected.interval
        elif timex.mod is None and timex.type == "DATE" and timex.value and (days := days_of(timex.value)):
            assert timex.interval == days


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_has_twenty_phrasings(language: str) -> None:
    """A language is known only as far as it is tested."""
    assert sum(bool(case.expected) for case in cases(language)) >= 19
    assert sum(len(case.expected) for case in cases(language)) >= 20


@pytest.mark.parametrize("language", OTHERS)
def test_every_text_is_read_without_a_day(language: str) -> None:
    """Without the article's day nothing is guessed: what hangs on it has no days."""
    for case in cases(language):
        for timex in tagged(case.text, None, language):
            if timex.anchor.kind == "dct":
                assert timex.not_before is None
                assert timex.not_after is None


@pytest.mark.parametrize("language", ALPHABETIC)
@pytest.mark.parametrize(("words", "kind"), [(MONTHS, "MONTH"), (WEEKDAYS, "WEEKDAY")])
def test_no_name_is_missing(language: str, words: list[str], kind: str) -> None:
    """The full names of months and weekdays that dateparser's locale knows are in the lexicon with the same number."""
    locale = import_module(f"dateparser.data.date_translation_data.{language}").info
    look_up = grammar(language).lexicon.look_up
    for number, english in enumerate(words, 1):
        names = [name for name in locale[english] if len(name) > 4 and re.fullmatch(r"[^\W\d_]+", name)]
        numbers = {look_up(name.title()).values.get(kind) for name in names}
        numbers |= {look_up(name.title()).values.get("SHORT" + kind[4:]) for name in names}
        assert number in numbers or not names, f"{english}: {names}"
        assert numbers <= {number, None}


def test_an_unknown_language_is_read_as_english() -> None:
    """A language without rules falls back, so that its dates in figures are found."""
    assert known("sw") == "en"
    assert [timex.value for timex in tagged("Mkutano 2024-03-05", "2024-11-07", "sw")] == ["2024-03-05"]


def test_regional_codes_name_their_language() -> None:
    """``pt-BR`` is Portuguese."""
    assert [timex.value for timex in tagged("Ele chegou ontem.", "2024-11-07", "pt-BR")] == ["2024-11-06"]


@pytest.mark.parametrize("language", OTHERS)
@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_any_words_give_honest_spans(language: str, data: st.DataObject) -> None:
    """Any words of a language's tables, numbers and rubbish between them: no exception, no wrong span or bound."""
    words = st.sampled_from(grammar(language).lexicon.words)
    others = st.sampled_from(
        ["31", "2024", "٣", "二十", "9999", "0", "30/02/2024", "2024-02-30", "²", "\ud800", "\0", "13月"]
    )
    text = " ".join(data.draw(st.lists(words | words | others, max_size=12)))
    day = data.draw(st.sampled_from(["2024-02-29", "0001-01-01", "9999-12-31", None]))
    last = 0
    for timex in tagged(text, day, language):
        assert timex.start >= last
        assert text[timex.start : timex.end] == timex.text
        assert timex.not_before is None or timex.not_after is None or timex.not_before <= timex.not_after
        last = timex.end
