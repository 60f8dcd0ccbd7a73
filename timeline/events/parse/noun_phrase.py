"""Nouns and what belongs to them: coordinated ones, the noun that carries the sense, the keys of word classes."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.events.lexicon import lexicon
from timeline.events.parse.word import Pos, Word
from timeline.events.words import words

_NOMINAL: tuple[Pos, ...] = ("noun", "name", "pronoun", "number", "adjective", "determiner")


def _is_misread_name(word: Word) -> bool:
    """Tell whether a name was taken for a verb ("talks between Guatemala and Belize over the border")."""
    return (
        word.pos == "verb" and word.form == "base" and word.text.istitle() and not word.by_role("subject", "auxiliary")
    )


def conjuncts(word: Word) -> list[Word]:
    """A word and the nominals coordinated with it.

    The small parser sometimes hangs a second clause's verb or an apposed time here: only nominals are kept.
    """
    found = [word]
    for child in word.by_role("conjunct"):
        if child.first.before is not None and child.first.before.role == "negation":
            continue  # "Haas and not Odal won"
        if child.pos in _NOMINAL or (word.pos == "name" and _is_misread_name(child)):
            found += conjuncts(child)
    return found


def content(noun: Word) -> list[Word]:
    """The nouns that carry the sense of a noun phrase: behind "dollars of", "most of a set of", "$12m in" too."""
    sets = lexicon().sets
    found = [noun]
    if noun.lemma in sets["carriers"]:
        found += _objects(noun, "with", "of")
    if noun.pos in ("number", "pronoun") or noun.lemma in sets["measures"] or noun.lower in sets["measures"]:
        found += [one for inner in _objects(noun, "of") for joined in conjuncts(inner) for one in content(joined)]
        found += [one for one in _objects(noun, "in") if one.pos == "noun"]
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


def adjuncts_of(word: Word) -> tuple[tuple[str, Word], ...]:
    """The prepositional phrases of a verb or noun, as in ``Clause``; read once a sentence."""
    known = word.tree.adjuncts.get(word.index)
    if known is None:
        known = word.tree.adjuncts[word.index] = tuple(_adjuncts(word)) if word.children else ()
    return known


def beside(word: Word, *prepositions: str) -> list[Word]:
    """The objects of these prepositions at a verb or noun."""
    return [noun for preposition, noun in adjuncts_of(word) if preposition in prepositions]


def _adjuncts(word: Word) -> Iterator[tuple[str, Word]]:
    """Prepositional phrases as (preposition, object), nested ones too ("out of", "on behalf of")."""
    for child in word.by_role("preposition", "agent", "dative", "particle"):
        if child.pos not in ("preposition", "subordinator", "verb", "adverb"):
            continue
        for inner in child.children:
            if inner.role in ("prepositional object", "prepositional clause"):
                yield from ((child.lower, noun) for noun in conjuncts(inner))
            elif inner.role == "preposition":
                nouns = (n for noun in inner.by_role("prepositional object") for n in conjuncts(noun))
                yield from ((inner.lower, noun) for noun in nouns)


def measure_of(noun: Word) -> Word:
    """The noun that only says how much there is of an event ("round" of "a round of talks"), else the noun itself."""
    of = noun.head
    if noun.by_role("owner", "determiner"):
        return noun  # "within weeks of his capture"
    is_measured = (
        noun.role == "prepositional object" and of.lower == "of" and of.head.lemma in words("clauses", "measures")
    )
    return of.head if is_measured else noun
