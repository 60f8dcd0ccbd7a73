"""Sentences and articles that papers take over from one another or from an agency, nearly word for word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from functools import lru_cache

from timeline.merge.record import Record
from timeline.merge.table import section
from timeline.models import Article

_WORD = re.compile(r"\w+")


def is_copied(one: Record, other: Record) -> bool:
    """Tell whether two articles tell a thing in one sentence, nearly word for word."""
    if one.article.id == other.article.id:
        return False
    table = section("copies")
    fewer, more = sorted((len(one.sentence), len(other.sentence)))
    if fewer < table["words"] or fewer < table["alike"] * more:
        return False
    if one.marks - other.marks and other.marks - one.marks:
        return False  # the same said of another country, or of other numbers
    shared = len(one.sentence & other.sentence)
    return shared >= float(table["alike"]) * (fewer + more - shared)


def is_at_same_place(one: Record, other: Record) -> bool:
    """Tell whether two words stand equally far from the beginning of their sentences: a sentence may say one twice."""
    sentences = [record.event.sentence for record in (one, other)]
    ones, others = (r.event.start - s.start for r, s in zip((one, other), sentences, strict=True))
    longest = max(sentence.end - sentence.start for sentence in sentences)
    return abs(ones - others) <= longest * (1 - float(section("copies")["alike"]))


def originals(articles: Collection[Article]) -> dict[str, str]:
    """For each article that shares most runs of its words with one before it: the ids of the two, the copy's first."""
    copied: dict[str, str] = {}
    if len(articles) == 1:
        return copied
    first: dict[str, str] = {}  # the article that has a run of words first
    for article in articles:
        runs = _runs(article.text)
        shared = Counter(first[run] for run in runs if run in first)
        [(original, most)] = shared.most_common(1) or [("", 0)]
        if most and most >= float(section("copies")["article"]) * len(runs):
            copied[article.id] = original
        else:
            first |= {run: article.id for run in runs if run not in first}
    return copied


@lru_cache(maxsize=1024)
def _runs(text: str) -> frozenset[str]:
    """Runs of words of a text (shingles; Broder 1997)."""
    words, length = _WORD.findall(text.casefold()), int(section("copies")["run"])
    return frozenset(" ".join(words[at : at + length]) for at in range(max(1, len(words) - length + 1)))
