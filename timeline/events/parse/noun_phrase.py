"""Nouns and what belongs to them: coordinated ones, the noun that carries the sense, the keys of word classes."""

from __future__ import annotations

from timeline.events.lexicon import lexicon
from timeline.events.parse.word import Pos, Word

_NOMINAL: tuple[Pos, ...] = ("noun", "name", "pronoun", "number", "adjective", "determiner")


def conjuncts(word: Word) -> list[Word]:
    """A word and the nominals coordinated with it.

    The small parser sometimes hangs a second clause's verb or an apposed time here: only nominals are kept.
    """
    found = [word]
    for child in word.by_role("conjunct"):
        if child.pos in _NOMINAL:
            found += conjuncts(child)
    return found


def content(noun: Word) -> list[Word]:
    """The nouns that carry the sense of a noun phrase: behind "dollars of", "hundreds of", "a series of" too."""
    sets = lexicon().sets
    found = [noun]
    if noun.lemma in sets["carriers"]:
        found += _objects(noun, "with", "of")
    if noun.pos in ("number", "pronoun") or noun.lemma in sets["measures"] or noun.lower in sets["measures"]:
        found += [one for inner in _objects(noun, "of") for one in conjuncts(inner)]
    return found


def _objects(noun: Word, *prepositions: str) -> list[Word]:
    phrases = (c for c in noun.by_role("preposition") if c.lower in prepositions)
    return [one for phrase in phrases for one in phrase.by_role("prepositional object")]


def keys(noun: Word) -> frozenset[str]:
    """Forms under which a word class may list a noun: lemma, lower case, and "prime_minister" for compounds."""
    known = noun.tree.keys.get(noun.index)
    if known is None:
        known = noun.tree.keys[noun.index] = frozenset(_keys(noun))
    return known


def _keys(noun: Word) -> set[str]:
    low, lemma = noun.lower, noun.lemma.lower()
    found = {low, lemma}
    before = noun.before
    if before is not None and before.head is noun:
        found.add(f"{before.lower}_{lemma}")
    if before is not None and before.before is not None and before.text == "-":
        found.add(f"{before.before.lower}-{low}")
    if noun.pos == "name":
        found |= {c.lower for c in noun.by_role("compound")}
    if low.endswith("s"):
        found.add(low[:-1])
    return found
