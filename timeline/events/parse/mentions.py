"""Event mentions in the sense of TimeML: every verb, noun or adjective that tells of something happening or holding."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from timeline.events.parse.clause import clause_of
from timeline.events.parse.word import Tree, Word
from timeline.events.words import words


@cache
def _suffixes() -> tuple[str, ...]:
    return tuple(sorted(words("mentions", "suffixes")))


def mentions(tree: Tree) -> list[Word]:
    """Tokens that are event mentions, in order."""
    return [t for t in tree if _is_event(t)]


def _is_event(t: Word) -> bool:
    if t.pos == "verb":
        return _verb(t)
    if t.pos == "auxiliary":
        return t.role not in ("auxiliary", "passive auxiliary") and t.lemma not in (
            "be",
            "have",
            "do",
            "will",
            "would",
            "can",
            "may",
        )
    if t.pos == "noun":
        return _noun(t)
    if t.pos == "adjective":
        return t.role in ("predicate adjective", "object predicate") and t.lemma.lower() in words(
            "mentions", "adjectives"
        )
    return False


def _verb(t: Word) -> bool:
    low = t.lemma.lower()
    if t.role in (
        "auxiliary",
        "passive auxiliary",
        "adjective",
        "compound",
        "case",
        "preposition",
        "punctuation",
        "noun modifier",
    ):
        return False
    if not t.text.isalpha() and "-" not in t.text:
        return False
    if low in words("mentions", "never_verbs") or low == "have" or (low == "do" and not t.by_role("object")):
        return False
    if low == "going" or (low == "go" and t.lower == "going" and t.by_role("open clause")):
        return False
    if (
        low in ("follow", "include", "accord", "regard", "concern", "base", "relate")
        and t.form in ("present participle", "past participle")
        and t.role in ("preposition", "prepositional clause", "noun clause")
    ):
        return False
    return low not in words("mentions", "weak_verbs")


def _noun(t: Word) -> bool:
    low = t.lemma.lower()
    if low in words("mentions", "nouns"):
        return not (t.role in ("compound", "noun modifier") and low not in words("mentions", "strong_nouns"))
    if low in words("mentions", "not_nouns") or t.role in ("compound", "adverbial noun"):
        return False
    return any(low.endswith(suffix) for suffix in _suffixes())


def governing_verbs(words_told: Sequence[Word]) -> list[Word]:
    """The finite verbs that event nouns and participles hang on directly, each once."""
    found = dict.fromkeys(word.head for word in words_told if _hangs_on_verb(word))
    return [verb for verb in found if verb.is_verbal and _is_finite(verb)]


def _hangs_on_verb(word: Word) -> bool:
    if word.pos == "noun":
        return word.role in ("predicate", "object", "subject", "passive subject")
    return word.form == "present participle" and word.role == "adverbial"


def _is_finite(verb: Word) -> bool:
    return any(w.form in ("past", "present third", "present") for w in (verb, *clause_of(verb).auxiliaries))
