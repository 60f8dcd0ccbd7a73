"""Topics of an event (PLOVER contexts) and where it happened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from timeline.events.lexicon import lexicon
from timeline.events.parse.noun_phrase import adjuncts_of, beside
from timeline.events.parse.word import Word
from timeline.events.parties.known_names import code_of
from timeline.events.parties.phrase import phrase
from timeline.events.parties.sentence import Sentence
from timeline.events.words import words
from timeline.models import Place


def contexts(sentence: Sentence, tokens: Iterable[Word]) -> tuple[str, ...]:
    """Contexts that the words of an event's clause show, in the table's order."""
    seen = {w for t in tokens for w in (t.lower, t.lemma.lower())}
    return tuple(name for name, told in lexicon().contexts.items() if not told.isdisjoint(seen))


def places(sentence: Sentence, token: Word, pivot: Word) -> tuple[Place, ...]:
    """Places in the prepositional phrases of an event ("in Rome", "at the border"), each once."""
    found: dict[int, Place] = {}
    for preposition, noun in _located(token, pivot):
        if _is_place(sentence, preposition, noun):
            place = _place(sentence, noun)
            found.setdefault(place.start, place)
    return tuple(found.values())


def _located(token: Word, pivot: Word) -> Iterator[tuple[str, Word]]:
    """Nouns that say where, each with the preposition of its phrase; behind them those inside the phrase."""
    near = words("parties", "places")
    for word in dict.fromkeys((token, pivot)):
        for preposition, noun in adjuncts_of(word):
            if preposition in near:
                yield preposition, noun
                yield from ((preposition, inner) for inner in beside(noun, *near))


def _is_place(sentence: Sentence, preposition: str, noun: Word) -> bool:
    """Tell whether a noun is a place or country by name, or an unknown name behind "in", "at" or "near"."""
    hit = sentence.names.get(noun.index)
    if hit is not None and hit.name.kind in ("place", "country"):
        return True
    unknown = noun.pos == "name" and preposition in words("parties", "at_a_name")
    return unknown and (hit is not None or sentence.person_at(noun) is None)


def _place(sentence: Sentence, noun: Word) -> Place:
    hit = sentence.names.get(noun.index)
    left, right = phrase(noun)
    start, end = sentence.tree[left].start, sentence.tree[right].end
    return Place(
        text=sentence.string[start:end],
        start=sentence.offset + start,
        end=sentence.offset + end,
        code=code_of(hit) if hit else None,
    )
