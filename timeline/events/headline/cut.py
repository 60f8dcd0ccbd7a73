"""Words of a sentence cut out for a headline: at phrase borders, never in the middle of a clause."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import cache
from typing import TYPE_CHECKING

from timeline.events.parse.clause import kids
from timeline.events.words import words
from timeline.tables.load import read_toml

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LIMIT = 90
_WORDS = 15
_STOPS = frozenset({",", ";", ":", "(", "--", "—", "–", '"', "“", "``", "_"})
_CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "relcl", "acl", "pcomp", "csubj"})


@cache
def gloss(table: str) -> dict[str, str]:
    """One table of plain words, by type or status."""
    return dict(read_toml("events/headline.toml")[table])


def clip(token: Token, starts: Collection[int] = (), skip: Collection[int] = ()) -> str:
    """The words of a token's subtree up to the first comma, relative clause, date or party named already.

    ``starts``: character offsets in the sentence of the parties that the headline names before.  ``skip``: words of the
    event's own date, which stands beside the headline.
    """
    doc = token.doc
    first, end = token.left_edge.i, min(token.right_edge.i + 1, token.left_edge.i + _WORDS)
    for t in doc[first:end]:
        if t.i > token.i and t.i not in skip and _stops(t, starts):
            end = t.i
            break
    end = _whole(token, first, end)
    return ended(joined(t for t in doc[first:end] if t.i not in skip))


def dated_words(doc: Doc, start: int, end: int) -> frozenset[int]:
    """The words of a date between two characters of a sentence, with the preposition before them.

    None where the date describes a noun ("the 1951 treaty", "Friday's summit").
    """
    inside = [t for t in doc if start <= t.idx < end]
    if not inside:
        return frozenset()
    attributes = ("compound", "nmod", "amod", "nummod", "poss")
    if any(t.dep_ in attributes and t.head.i > inside[-1].i for t in inside):
        return frozenset()
    first = inside[0].i
    while first and doc[first - 1].lower_ in words("headline", "before_dates"):
        first -= 1
    return frozenset(range(first, inside[-1].i + 1))


def ended(text: str) -> str:
    """Words without what cannot end a headline; nothing where no other word is left."""
    left = text.split(" ")
    while left and left[-1].lower() in words("headline", "dangling"):
        left.pop()
    return " ".join(left)


def _stops(t: Token, starts: Collection[int]) -> bool:
    if t.text in _STOPS or (t.text == "-" and t.i > 0 and t.nbor(-1).whitespace_):
        return True
    if (
        t.dep_ == "cc"
        and t.i + 1 < len(t.doc)
        and t.nbor(1).tag_ in ("VBD", "VBZ")
        and t.head.pos_ in ("NOUN", "PROPN")
    ):
        return True  # a second deed that the parser hangs on a noun
    if t.dep_ == "relcl" or t.lower_ in ("who", "which") or any(a.dep_ == "relcl" and a.left_edge == t for a in _up(t)):
        return True
    if t.dep_ != "prep":
        return False
    if t.lower_ in ("with", "between") and any(p.idx in starts or p.left_edge.idx in starts for p in kids(t, "pobj")):
        return True
    return t.lower_ in words("headline", "temporal")


def _up(t: Token) -> list[Token]:
    return [a for a, _ in zip(t.ancestors, range(6), strict=False)]


def _whole(token: Token, first: int, end: int) -> int:
    """Move an end back before a clause that would lose its verb, and before words that cannot end a headline."""
    for _ in range(3):
        for t in token.subtree:
            if t.i >= end and t.dep_ in _CLAUSES and first < t.left_edge.i < end and t.left_edge.i > token.i:
                end = t.left_edge.i
    if end < len(token.doc) and token.doc[end - 1].tag_ in ("$", "CD") and token.doc[end] in token.subtree:
        while end - 1 > token.i and (token.doc[end - 1].tag_ in ("$", "CD") or token.doc[end - 1].dep_ == "quantmod"):
            end -= 1  # "to $10 billion" goes whole
    while end - 1 > token.i and token.doc[end - 1].lower_ in words("headline", "dangling"):
        end -= 1
    return end


def joined(span: Iterable[Token]) -> str:
    """The text of some words with single spaces, without quotation marks at its ends."""
    return re.sub(r"\s+", " ", "".join(t.text_with_ws for t in span)).strip(" \"“”'`")


def said(clause: Token) -> str:
    """The words of a clause that somebody says, up to its first comma; none where it has no end within a headline."""
    doc = clause.doc
    first, end = clause.left_edge.i, clause.right_edge.i + 1
    while first < clause.i and (doc[first].is_punct or doc[first].is_quote or doc[first].lower_ == "that"):
        first += 1
    for t in doc[first:end]:
        if t.i > clause.i and (t.text in _STOPS or t.is_quote):
            end = t.i
            break
    return joined(doc[first:end])


def cut(text: str) -> str:
    """A headline of at most 90 characters that begins with a capital and no article."""
    text = re.sub(r"\s+", " ", text).strip().removeprefix("The ").removeprefix("the ")
    text = text[:1].upper() + text[1:]
    if len(text) <= LIMIT:
        return text
    kept = text[: LIMIT - 1].rsplit(" ", 1)[0].split()
    while len(kept) > 3 and kept[-1].lower().strip(",;:") in words("headline", "dangling"):
        kept.pop()
    return " ".join(kept).rstrip(",;: ") + "…"
