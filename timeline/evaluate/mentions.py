"""Mentions of events against those that readers marked.

strict: the same start and end.  overlap: a character in common.  class, tense, aspect, polarity, modality: the F1 of
overlapping pairs with the same value of TimeML, of articles' events that all have it in the gold, but for one in a
hundred.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from timeline.evaluate.counts import measures, paired
from timeline.evaluate.gold import GoldMention
from timeline.models import Event

ATTRIBUTES = {
    "class": "event_class",
    "tense": "tense",
    "aspect": "aspect",
    "polarity": "polarity",
    "modality": "modality",
}
_ENOUGH = 0.99  # of the gold's events must have a value, for an F1 of it to say something


def count(wanted: Sequence[GoldMention], ours: Sequence[Event]) -> Counter[str]:
    """Count what the figures are shares of, in one article."""
    found = Counter({"wanted": len(wanted), "ours": len(ours)})
    for one in wanted:
        found.update(f"valued {name}" for name, field in ATTRIBUTES.items() if getattr(one, field) is not None)
    for first, second in paired(wanted, ours):
        one, other = wanted[first], ours[second]
        found["overlap"] += 1
        found["strict"] += (one.start, one.end) == (other.start, other.end)
        for name, field in ATTRIBUTES.items():
            theirs = getattr(one, field)
            found[name] += theirs is not None and _value(theirs) == _value(getattr(other, field))
    return found


def figures(counts: Iterable[Counter[str]]) -> dict[str, float]:
    """Reckon F1 in percent over all articles together."""
    n = sum(counts, Counter[str]())
    names = ["strict", "overlap", *(name for name in ATTRIBUTES if n[f"valued {name}"] >= _ENOUGH * n["wanted"])]
    found = {name: round(measures(n[name], n["ours"], n["wanted"])["f1"], 1) for name in names}
    whole = measures(n["overlap"], n["ours"], n["wanted"])
    return {**found, "precision": round(whole["precision"], 1), "recall": round(whole["recall"], 1)}


def errors(text: str, wanted: Sequence[GoldMention], ours: Sequence[Event]) -> Iterator[str]:
    """Tell in a line each what is missed and what is not wanted."""
    pairs = paired(wanted, ours)
    firsts, seconds = {first for first, _ in pairs}, {second for _, second in pairs}
    yield from (f"missed\t{text[one.start : one.end]}" for n, one in enumerate(wanted) if n not in firsts)
    yield from (f"unwanted\t{text[one.start : one.end]}" for n, one in enumerate(ours) if n not in seconds)


def _value(value: Any) -> str:
    """A value of TimeML in one form; none is NONE."""
    return (value or "NONE").strip().upper().replace("_", " ") or "NONE"
