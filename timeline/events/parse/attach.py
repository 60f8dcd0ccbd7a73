"""Which word of a sentence a temporal expression belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from timeline.models import Timex


_ATTRIBUTIVE = frozenset({"amod", "compound", "nummod", "nmod", "poss"})

_BOUNDS = frozenset({"before", "after", "since", "until", "till"})
_ASIDE = frozenset({"of", "after", "since", "before", "following", "until", "from", "despite", "over", "about"})


@dataclass(frozen=True, slots=True)
class Attached:
    """An expression (words ``first`` to ``end``), the word it dates and the preposition or conjunction over it."""

    timex: Timex
    host: Token
    marker: str
    first: int
    end: int


def attach(doc: Doc, offset: int, timexes: Sequence[Timex], events: frozenset[int]) -> list[Attached]:
    """Climb from each expression to the verb or event noun it dates.

    ``events``: token indices of event nouns, which take an expression of their own noun phrase.
    """
    found = []
    for timex in timexes:
        span = doc.char_span(timex.start - offset, timex.end - offset, alignment_mode="expand")
        if span is None or not len(span):
            continue
        inside = {t.i for t in span}
        root = span.root
        marker = ""
        node = root
        while node.i in inside and node.head != node:
            node = node.head
        if node.i in inside:
            host = node
        elif root.dep_ in _ATTRIBUTIVE and node.pos_ in ("NOUN", "PROPN", "ADJ") and not _ends(doc, span.end, node):
            host = node  # "the 1971 convention", "last week's vote": the noun's date, not the verb's
        else:
            host, marker = _climb(node, events)
        before = span.start - 1
        if _runs_on(doc, span.start, span.end, node):
            host, marker = node.head.head, node.head.lower_
        if (
            before >= 0
            and doc[before].i in events
            and host.i != before
            and root.dep_ in ("npadvmod", "tmod", "nmod", "appos", "dobj", "pobj")
        ):
            host = doc[before]
        noun = before - 1
        if noun >= 0 and noun in events and doc[before].dep_ == "prep" and aside(doc[noun]) and host.i != noun:
            host, marker = doc[noun], doc[before].lower_  # "within months of his capture on March 26"
        if not marker and before >= 0 and doc[before].pos_ in ("ADP", "SCONJ", "ADV"):
            marker = doc[before].lower_
        found.append(Attached(timex, host, marker, span.start, span.end))
    return found


def _runs_on(doc: Doc, start: int, end: int, name: Token) -> bool:
    """Tell whether the parser took the subject behind a date for the date's head ("On Friday Haas resigned")."""
    prep = name.head
    if name.pos_ != "PROPN" or name.i < end or name.dep_ != "pobj" or prep.i != start - 1:
        return False
    verb = prep.head
    lost = not any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)
    return prep.lower_ == "on" and verb.pos_ == "VERB" and name.i < verb.i and lost and doc[verb.i - 1].pos_ != "AUX"


def _ends(doc: Doc, end: int, noun: Token) -> bool:
    """Tell whether a phrase ends with the expression, so that the noun it is read with opens another clause."""
    return end < len(doc) and noun.i >= end and doc[end].pos_ in ("CCONJ", "PUNCT") and doc[end].text != "-"


def aside(noun: Token) -> bool:
    """Tell whether a noun stands in an adjunct with a time of its own."""
    return noun.dep_ == "pobj" and noun.head.lower_ in _ASIDE


def _climb(node: Token, events: frozenset[int]) -> tuple[Token, str]:
    marker = ""
    while node.pos_ not in ("VERB", "AUX") and node.i not in events and node.head != node:
        if node.pos_ in ("ADP", "SCONJ") and (not marker or node.lower_ in _BOUNDS):
            marker = node.lower_  # "before the fair in July" is before July's end
        node = node.head
    if node.pos_ == "AUX" and node.dep_ in ("aux", "auxpass"):
        node = node.head
    return node, marker
