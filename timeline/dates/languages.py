"""The languages that expressions are found in: one folder of tables each."""

from __future__ import annotations

from functools import cache
from typing import Any

from timeline.dates import context, phrases, scan
from timeline.dates.grammar import Grammar
from timeline.dates.spelling import Spelling
from timeline.dates.tokens import Tokenizer
from timeline.names import leaders
from timeline.tables.load import list_tables, read_toml

ENGLISH = "en"


@cache
def languages() -> tuple[str, ...]:
    """Codes (ISO 639-1) of all languages that have a folder, sorted."""
    return tuple(name.split("/")[1] for name in list_tables("dates") if name.endswith("/language.toml"))


def known(language: str | None) -> str:
    """The language whose rules read a text: English where its own has none.

    >>> known(None), known("fr"), known("fr-CA"), known("nl")
    ('en', 'fr', 'fr', 'en')
    """
    code = (language or ENGLISH).lower().replace("_", "-").partition("-")[0]
    return code if code == ENGLISH or code in languages() else ENGLISH


@cache
def settings(language: str) -> dict[str, Any]:
    """``files`` (tables of rules), how the text falls into tokens, and whether names of other tables take part."""
    return read_toml(f"dates/{language}/language.toml")


def silent_signs(language: str) -> str:
    """Signs that a language's texts may leave out, as a set of a regular expression; empty where there are none."""
    return str(settings(language).get("silent", ""))


@cache
def grammar(language: str = ENGLISH) -> Grammar:
    """The rules of a language."""
    files = settings(language)["files"]
    if not settings(language).get("names"):
        return Grammar(f"dates/{language}", files)
    owners = {"OWNER": {"case": "title", "words": leaders.name_words()}}
    return Grammar(f"dates/{language}", files, {**owners, **phrases.anchors()}, phrases.macros())


@cache
def tokenizer(language: str = ENGLISH) -> Tokenizer:
    """What splits a language's sentences."""
    lexicon = grammar(language).lexicon
    how = settings(language)
    if how["spaced"]:
        spelling = Spelling(how.get("alike", ""), how.get("plainer", {}))
        prefixes, compounds, suffixes = (how.get(name, ()) for name in ("prefixes", "compounds", "suffixes"))
        return Tokenizer(
            lexicon, scan.spaced(lexicon, prefixes, compounds, suffixes, spelling), spelling if any(spelling) else None
        )
    cues = (word for words in context.cues(language) for word in words)
    return Tokenizer(
        lexicon, scan.unspaced(lexicon, cues, how.get("letters", ""), how.get("ends", ""), how.get("weeks", ""))
    )
