"""Event mentions in the sense of TimeML: every verb, noun or adjective that tells of something happening or holding."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from timeline.events.parse.clause import kids
from timeline.events.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@cache
def _suffixes() -> tuple[str, ...]:
    return tuple(sorted(words("mentions", "suffixes")))


def mentions(doc: Doc) -> list[Token]:
    """Tokens that are event mentions, in order."""
    return [t for t in doc if _is_event(t)]


def _is_event(t: Token) -> bool:
    if t.pos_ == "VERB":
        return _verb(t)
    if t.pos_ == "AUX":
        return t.dep_ not in ("aux", "auxpass") and t.lemma_ not in ("be", "have", "do", "will", "would", "can", "may")
    if t.pos_ == "NOUN":
        return _noun(t)
    if t.pos_ == "ADJ":
        return t.dep_ in ("acomp", "oprd") and t.lemma_.lower() in words("mentions", "adjectives")
    return False


def _verb(t: Token) -> bool:
    low = t.lemma_.lower()
    if t.dep_ in ("aux", "auxpass", "amod", "compound", "case", "prep", "punct", "nmod"):
        return False
    if not t.is_alpha and "-" not in t.text:
        return False
    if low in words("mentions", "never_verbs") or low == "have" or (low == "do" and not kids(t, "dobj")):
        return False
    if low == "going" or (low == "go" and t.lower_ == "going" and kids(t, "xcomp")):
        return False
    if (
        low in ("follow", "include", "accord", "regard", "concern", "base", "relate")
        and t.tag_ in ("VBG", "VBN")
        and t.dep_ in ("prep", "pcomp", "acl")
    ):
        return False
    return low not in words("mentions", "weak_verbs")


def _noun(t: Token) -> bool:
    low = t.lemma_.lower()
    if low in words("mentions", "nouns"):
        return not (t.dep_ in ("compound", "nmod") and low not in words("mentions", "strong_nouns"))
    if low in words("mentions", "not_nouns") or t.dep_ in ("compound", "npadvmod"):
        return False
    return any(low.endswith(suffix) for suffix in _suffixes())
