"""The language of an article: from its words, from what it states, or unknown."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from timeline.annotate import annotate
from timeline.articles.language import language_of

TEXTS = {
    "en": "The two foreign ministers met in Geneva on Tuesday and said that talks would go on.",
    "fr": "Les deux ministres se sont rencontrés mardi à Genève pour relancer les négociations.",
    "es": "Los dos ministros se reunieron el martes en Ginebra para relanzar las negociaciones.",
    "de": "Die beiden Minister trafen sich am Dienstag in Genf, um die Gespräche fortzusetzen.",
    "pt": "Os dois ministros reuniram-se na terça-feira em Genebra para retomar as negociações.",
    "it": "I due ministri si sono incontrati martedì a Ginevra per rilanciare i negoziati.",
    "ru": "Министры иностранных дел встретились во вторник в Женеве, чтобы продолжить переговоры.",
    "ar": "التقى وزيرا الخارجية يوم الثلاثاء في جنيف لاستئناف المفاوضات بين البلدين.",
    "zh": "两国外长周二在日内瓦举行会谈，同意继续推进谈判进程。",
    "ja": "両国の外相は火曜日にジュネーブで会談し、交渉を続けることで一致した。",
    "ko": "양국 외교장관은 화요일 제네바에서 만나 협상을 계속하기로 했다.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_sentence_tells_its_language(language: str) -> None:
    """One sentence of news is enough."""
    assert language_of(TEXTS[language]) == language


def test_words_go_before_a_stated_english() -> None:
    """Pages state English out of habit; their words know better."""
    assert language_of(TEXTS["fr"], "en-US") == "fr"
    assert language_of(TEXTS["en"], "fr") == "en"


def test_a_stated_language_is_taken() -> None:
    """A stated language other than English stands, without its region."""
    assert language_of("Ginevra, 7.11.2024", "it-CH") == "it"
    assert language_of(TEXTS["pt"], "pt_BR") == "pt"


@pytest.mark.parametrize("text", ["", "2024-11-07", "Putin Xi", "123 456"])
def test_too_few_words_tell_nothing(text: str) -> None:
    """Unknown stays unknown."""
    assert language_of(text) is None


def test_english_needs_no_detector() -> None:
    """Plain English loads neither the detector nor numpy."""
    code = (
        "import sys; from timeline.articles.language import language_of; "
        f"assert language_of({TEXTS['en']!r}) == 'en'; "
        "assert 'py3langid' not in sys.modules and 'numpy' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_each_line_is_dated_in_its_language() -> None:
    """``annotate`` reads every article by the rules of the language it is written in."""
    lines = [
        {"id": "fr", "text": TEXTS["fr"], "dct": "2024-11-07"},
        {"id": "ja", "text": TEXTS["ja"], "dct": "2024-11-07"},
        {"id": "en", "text": TEXTS["en"], "dct": "2024-11-07"},
    ]
    given = [json.dumps(line).encode() for line in lines]
    found = [json.loads(line) for line in annotate(given, only="timexes")]
    assert [[(t["text"], t["value"]) for t in line["timexes"]] for line in found] == [
        [("mardi", "2024-11-05")],
        [("火曜日", "2024-11-05")],
        [("Tuesday", "2024-11-05")],
    ]


def test_a_given_language_decides() -> None:
    """``language`` in a line of ``annotate`` decides, with its region or without, whatever the words tell."""
    lines = [
        {"id": "1", "text": "The tower fell on 3/4/2019, they say of it.", "dct": None, "language": "fr-CA"},
        {"id": "2", "text": "The tower fell on 3/4/2019, they say of it.", "dct": None, "language": "en"},
        {"id": "3", "text": "Je reviens hier", "dct": "2024-11-07", "language": "fr"},
    ]
    found = [json.loads(line) for line in annotate([json.dumps(line).encode() for line in lines], only="timexes")]
    values = [[timex["value"] for timex in line["timexes"]] for line in found]
    assert values == [["2019-04-03"], ["2019-03-04"], ["2024-11-06"]]
