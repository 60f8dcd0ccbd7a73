"""Words of a sentence cut out for a headline: at phrase borders, never in the middle of a clause."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import cache

from timeline.events.parse.word import Tree, Word
from timeline.events.words import words
from timeline.tables.load import read_toml

LIMIT = 90
_WORDS = 15
_STOPS = frozenset({",", ";", ":", "(", "--", "—", "–", '"', "“", "``", "_"})
_CLAUSES = frozenset(
    {
        "complement",
        "open clause",
        "adverbial",
        "relative",
        "noun clause",
        "prepositional clause",
        "clause subject",
    }
)


@cache
def gloss(table: str) -> dict[str, str]:
    """One table of plain words, by type or status."""
    return dict(read_toml("events/headline.toml")[table])


def clip(token: Word, starts: Collection[int] = (), skip: Collection[int] = ()) -> str:
    """The words of a token's subtree up to the first comma, relative clause, date or party named already.

    ``starts``: character offsets in the sentence of the parties that the headline names before.  ``skip``: words of the
    event's own date, which stands beside the headline.
    """
    tree = token.tree
    first, end = token.first.index, min(token.last.index + 1, token.first.index + _WORDS)
    for t in tree[first:end]:
        if t.index > token.index and t.index not in skip and _stops(t, starts):
            end = t.index
            break
    end = _whole(token, first, end)
    return ended(joined(t for t in tree[first:end] if t.index not in skip))


def dated_words(tree: Tree, start: int, end: int) -> frozenset[int]:
    """The words of a date between two characters of a sentence, with the preposition before them.

    None where the date describes a noun ("the 1951 treaty", "Friday's summit").
    """
    inside = [t for t in tree if start <= t.start < end]
    if not inside:
        return frozenset()
    attributes = ("compound", "noun modifier", "adjective", "count", "owner")
    if any(t.role in attributes and t.head.index > inside[-1].index for t in inside):
        return frozenset()
    first = inside[0].index
    while first and tree[first - 1].lower in words("headline", "before_dates"):
        first -= 1
    return frozenset(range(first, inside[-1].index + 1))


def ended(text: str) -> str:
    """Words without what cannot end a headline; nothing where no other word is left."""
    left = text.split(" ")
    while left and left[-1].lower() in words("headline", "dangling"):
        left.pop()
    return " ".join(left)


def _stops(t: Word, starts: Collection[int]) -> bool:
    if t.text in _STOPS or (t.text == "-" and t.index > 0 and t.tree[t.index - 1].space):
        return True
    if (
        t.role == "coordinator"
        and t.index + 1 < len(t.tree)
        and t.tree[t.index + 1].form in ("past", "present third")
        and t.head.pos in ("noun", "name")
    ):
        return True  # a second deed that the parser hangs on a noun
    if (
        t.role == "relative"
        or t.lower in ("who", "which")
        or any(a.role == "relative" and a.first == t for a in _up(t))
    ):
        return True
    if t.role != "preposition":
        return False
    if t.lower in ("with", "between") and any(
        p.start in starts or p.first.start in starts for p in t.by_role("prepositional object")
    ):
        return True
    return t.lower in words("headline", "temporal")


def _up(t: Word) -> list[Word]:
    return [a for a, _ in zip(t.ancestors, range(6), strict=False)]


def _whole(token: Word, first: int, end: int) -> int:
    """Move an end back before a clause that would lose its verb, and before words that cannot end a headline."""
    for _ in range(3):
        for t in token.subtree:
            if t.index >= end and t.role in _CLAUSES and first < t.first.index < end and t.first.index > token.index:
                end = t.first.index
    if (
        end < len(token.tree)
        and token.tree[end - 1].form in ("currency", "cardinal")
        and token.tree[end] in token.subtree
    ):
        while end - 1 > token.index and (
            token.tree[end - 1].form in ("currency", "cardinal") or token.tree[end - 1].role == "quantifier"
        ):
            end -= 1  # "to $10 billion" goes whole
    while end - 1 > token.index and token.tree[end - 1].lower in words("headline", "dangling"):
        end -= 1
    return end


def joined(span: Iterable[Word]) -> str:
    """The text of some words with single spaces, without quotation marks at its ends."""
    return re.sub(r"\s+", " ", "".join(t.text + t.space for t in span)).strip(" \"“”'`")


def said(clause: Word) -> str:
    """The words of a clause that somebody says, up to its first comma; none where it has no end within a headline."""
    tree = clause.tree
    first, end = clause.first.index, clause.last.index + 1
    while first < clause.index and (tree[first].is_punctuation or tree[first].is_quote or tree[first].lower == "that"):
        first += 1
    for t in tree[first:end]:
        if t.index > clause.index and (t.text in _STOPS or t.is_quote):
            end = t.index
            break
    return joined(tree[first:end])


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
