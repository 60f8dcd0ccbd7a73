"""The language an article is written in: what it states, unless its own words say otherwise."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from timeline.tables.load import read_toml

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_SAMPLE = 3000  # characters that are looked at
_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH_SHARE = 0.12  # English news has about 0.4 of these words, other languages of its letters less than 0.05
_FEWEST, _FEW = 3, 8  # words: below the first the detector guesses, below the second it must be surer
_SURE, _SURE_OF_FEW = 0.5, 0.9  # on 99 short English sentences none was another language with more than 0.9


class _Signs(NamedTuple):
    english: frozenset[str]
    own: frozenset[str]
    known: tuple[str, ...]


@cache
def _signs() -> _Signs:
    table = read_toml("languages.toml")
    return _Signs(
        frozenset(table["english"]), frozenset(table["english"]) - set(table["shared"]), tuple(table["known"])
    )


def code_of(stated: str | None) -> str | None:
    """Take the code (ISO 639-1) of a language as it is stated, without its region.

    >>> code_of("pt_BR"), code_of(" ")
    ('pt', None)
    """
    return (stated or "").strip().lower().replace("_", "-").partition("-")[0] or None


def language_of(text: str, stated: str | None = None) -> str | None:
    """Tell the language (ISO 639-1 code) of a text, None where its words are too few to tell.

    Text that is plainly English is not given to the detector, which takes a second to load; what the article states
    of itself is taken for all else, but for English, which pages state out of habit.

    >>> language_of("The minister said that talks would go on."), language_of("Berlin, 7.11.2024", "de-AT")
    ('en', 'de')
    """
    code = code_of(stated)
    sample = text[:_SAMPLE]
    words = [word.lower() for word in _WORD.findall(sample)]
    if _is_english(words):
        return "en"
    if code and code != "en":
        return code
    # A few words in plain letters can be a headline of any language.
    few = len(words) < _FEW and sample.isascii()
    if not words or (few and len(words) < _FEWEST):
        return code
    found, sure = _detector().classify(sample)
    return str(found) if sure >= (_SURE_OF_FEW if few else _SURE) else code


def name_of(code: str) -> str:
    """Name a language in English; one that the table does not know keeps its code."""
    names: dict[str, str] = read_toml("languages.toml")["names"]
    return names.get(code, f"the language {code!r}")


def _is_english(words: list[str]) -> bool:
    signs = _signs()
    own = sum(word in signs.english for word in words)
    return bool(words) and own / len(words) >= _ENGLISH_SHARE and not signs.own.isdisjoint(words)


@cache
def _detector() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    detector = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    detector.set_languages(list(_signs().known))
    return detector
