"""Which word of a sentence a temporal expression belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.events.parse.word import Tree, Word, top_of

if TYPE_CHECKING:
    from timeline.models import Timex


_ATTRIBUTIVE = frozenset({"adjective", "compound", "count", "noun modifier", "owner"})

_BOUNDS = frozenset({"before", "after", "since", "until", "till"})
_ASIDE = frozenset({"of", "after", "since", "before", "following", "until", "from", "despite", "over", "about"})


@dataclass(frozen=True, slots=True)
class Attached:
    """An expression (words ``first`` to ``end``), the word it dates and the preposition or conjunction over it."""

    timex: Timex
    host: Word
    marker: str
    first: int
    end: int


def attach(tree: Tree, offset: int, timexes: Sequence[Timex], events: frozenset[int]) -> list[Attached]:
    """Climb from each expression to the verb or event noun it dates.

    ``events``: token indices of event nouns, which take an expression of their own noun phrase.
    """
    found = []
    for timex in timexes:
        span = tree.covering(timex.start - offset, timex.end - offset)
        if not span:
            continue
        inside = {t.index for t in span}
        root = top_of(span)
        marker = ""
        node = root
        while node.index in inside and node.head != node:
            node = node.head
        if node.index in inside:
            host = node
        elif (
            root.role in _ATTRIBUTIVE
            and node.pos in ("noun", "name", "adjective")
            and not _ends(tree, span[-1].index + 1, node)
        ):
            host = node  # "the 1971 convention", "last week's vote": the noun's date, not the verb's
        else:
            host, marker = _climb(node, events)
        before = span[0].index - 1
        if _runs_on(tree, span[0].index, span[-1].index + 1, node):
            host, marker = node.head.head, node.head.lower
        if (
            before >= 0
            and tree[before].index in events
            and host.index != before
            and root.role
            in ("adverbial noun", "adverbial noun", "noun modifier", "apposition", "object", "prepositional object")
        ):
            host = tree[before]
        noun = before - 1
        if (
            noun >= 0
            and noun in events
            and tree[before].role == "preposition"
            and aside(tree[noun])
            and host.index != noun
        ):
            host, marker = tree[noun], tree[before].lower  # "within months of his capture on March 26"
        if not marker and before >= 0 and tree[before].pos in ("preposition", "subordinator", "adverb"):
            marker = tree[before].lower
        found.append(Attached(timex, host, marker, span[0].index, span[-1].index + 1))
    return found


def _runs_on(tree: Tree, start: int, end: int, name: Word) -> bool:
    """Tell whether the parser took the subject behind a date for the date's head ("On Friday Haas resigned")."""
    prep = name.head
    if name.pos != "name" or name.index < end or name.role != "prepositional object" or prep.index != start - 1:
        return False
    verb = prep.head
    lost = not any(c.role in ("subject", "passive subject") for c in verb.children)
    return (
        prep.lower == "on"
        and verb.pos == "verb"
        and name.index < verb.index
        and lost
        and tree[verb.index - 1].pos != "auxiliary"
    )


def _ends(tree: Tree, end: int, noun: Word) -> bool:
    """Tell whether a phrase ends with the expression, so that the noun it is read with opens another clause."""
    return (
        end < len(tree)
        and noun.index >= end
        and tree[end].pos in ("conjunction", "punctuation")
        and tree[end].text != "-"
    )


def aside(noun: Word) -> bool:
    """Tell whether a noun stands in an adjunct with a time of its own."""
    return noun.role == "prepositional object" and noun.head.lower in _ASIDE


def _climb(node: Word, events: frozenset[int]) -> tuple[Word, str]:
    marker = ""
    while node.pos not in ("verb", "auxiliary") and node.index not in events and node.head != node:
        if node.pos in ("preposition", "subordinator") and (not marker or node.lower in _BOUNDS):
            marker = node.lower  # "before the fair in July" is before July's end
        node = node.head
    if node.pos == "auxiliary" and node.role in ("auxiliary", "passive auxiliary"):
        node = node.head
    return node, marker
