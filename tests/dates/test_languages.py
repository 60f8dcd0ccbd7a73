"""Languages other than English, each against its corpus of phrasings."""

from __future__ import annotations

import re
from datetime import date, timedelta
from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from phrasings import Case, cases, contains_its_value, days_of, tagged
from strategies import days

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
def test_a_language_has_many_phrasings(language: str) -> None:
    """A language is known only as far as it is tested, by what means something and by what means nothing."""
    assert sum(bool(case.expected) for case in cases(language)) >= 120
    assert sum(not case.expected for case in cases(language)) >= 40


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
        [
            "31",
            "2024",
            "٣",
            "二十",
            "9999",
            "0",
            "30/02/2024",
            "2024-02-30",
            "²",
            "\ud800",
            "\0",
            "13月",
            "１４：３０",
            "25h",
            "31.31",
        ]
    )
    text = " ".join(data.draw(st.lists(words | words | others, max_size=12)))
    day = data.draw(st.sampled_from(["2024-02-29", "0001-01-01", "9999-12-31", None]))
    last = 0
    for timex in tagged(text, day, language):
        assert timex.start >= last
        assert text[timex.start : timex.end] == timex.text == timex.text.strip()
        assert contains_its_value(timex)
        last = timex.end


# Expressions that name a time by its distance from the article's day.
BY_DISTANCE = {
    "fr": [
        "Il est parti hier.",
        "Il partira lundi prochain.",
        "Il est venu il y a trois jours.",
        "C'était mardi soir.",
    ],
    "es": ["Se fue ayer.", "Se irá el próximo lunes.", "Llegó hace tres días.", "Fue el martes por la noche."],
    "de": ["Er ging gestern.", "Er kommt am kommenden Montag.", "Er kam vor drei Tagen.", "Das war am Dienstagabend."],
    "pt": ["Ele saiu ontem.", "Ele sairá na próxima segunda-feira.", "Ele chegou há três dias."],
    "it": ["È partito ieri.", "Partirà lunedì prossimo.", "È arrivato tre giorni fa.", "Era martedì sera."],
    "ru": ["Он уехал вчера.", "Он приедет в следующий понедельник.", "Он приехал три дня назад."],
    "ar": ["غادر أمس.", "سيزور الوزير طوكيو الاثنين المقبل.", "وصل قبل ثلاثة أيام."],
    "zh": ["他昨天离开。", "他将于下周一访问。", "他三天前抵达。", "他昨天下午抵达。"],
    "ja": ["きのう出発した。", "来週月曜日に訪問する予定だ。", "3日前に到着した。", "きのう午後3時に到着した。"],
    "ko": ["그는 어제 떠났다.", "그는 다음 주 월요일 방문한다.", "그는 3일 전 도착했다."],
}


@pytest.mark.parametrize("language", OTHERS)
@given(day=days(date(2, 1, 1), date(9998, 11, 1)), weeks=st.integers(1, 60))
@settings(max_examples=20, deadline=None)
def test_days_move_with_the_article(language: str, day: date, weeks: int) -> None:
    """An article so many weeks later means a day so many weeks later, found by the same rule at the same place."""
    for text in BY_DISTANCE[language]:
        (before,) = tagged(text, day.isoformat(), language)
        (after,) = tagged(text, (day + timedelta(weeks=weeks)).isoformat(), language)
        assert before.not_before is not None
        assert after.not_before == before.not_before + timedelta(weeks=weeks)
        assert (before.start, before.end, before.rule) == (after.start, after.end, after.rule)


FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
ARABIC_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@pytest.mark.parametrize(
    ("language", "figures"), [("zh", FULL_WIDTH), ("ja", FULL_WIDTH), ("ko", FULL_WIDTH), ("ar", ARABIC_INDIC)]
)
def test_figures_of_another_script_mean_the_same(language: str, figures: dict[int, int]) -> None:
    """The same places and values, whichever digits the text is written in."""
    for case in cases(language):
        plain = [(timex.start, timex.end, timex.value) for timex in tagged(case.text, case.dct, language)]
        other = tagged(case.text.translate(figures), case.dct, language)
        assert [(timex.start, timex.end, timex.value) for timex in other] == plain, case.text


@pytest.mark.parametrize("case", cases("ar"), ids=lambda case: case.text)
@given(data=st.data())
@settings(max_examples=5, deadline=None)
def test_vowel_signs_change_nothing(case: Case, data: st.DataObject) -> None:
    """Arabic with any of its vowel signs written is read as without them, and its spans hold them."""
    signs = data.draw(st.lists(st.sampled_from(["", "\u064e", "\u0650", "\u0651\u064f"]), min_size=len(case.text)))
    pairs = zip(case.text, signs, strict=False)
    text = "".join(letter + sign if letter.isalpha() else letter for letter, sign in pairs)
    assert bare(text) == bare(case.text)


def bare(text: str) -> list[tuple[str, str | None]]:
    """Expressions without their vowel signs."""
    return [(re.sub("[\u064b-\u0652]", "", timex.text), timex.value) for timex in tagged(text, "2024-11-07", "ar")]
