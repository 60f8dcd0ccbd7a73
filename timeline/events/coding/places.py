"""Topics of an event (PLOVER contexts) and where it happened."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.events.lexicon import lexicon
from timeline.events.parse.clause import clause_of
from timeline.events.parse.word import Word
from timeline.events.parties.known_names import code_of
from timeline.events.parties.phrase import phrase
from timeline.events.parties.sentence import Sentence
from timeline.events.words import words
from timeline.models import Place


def contexts(sentence: Sentence, tokens: Iterable[Word]) -> tuple[str, ...]:
    """Contexts that the words of an event's clause show, in the table's order."""
    seen = {w for t in tokens for w in (t.lower, t.lemma.lower())}
    return tuple(name for name, told in lexicon().contexts.items() if seen & told)


def places(sentence: Sentence, token: Word, pivot: Word) -> tuple[Place, ...]:
    """Places in the prepositional phrases of an event ("in Rome", "at the border")."""
    found: list[Place] = []
    for verb in dict.fromkeys((token, pivot)):
        for prep, noun in clause_of(verb).adjuncts:
            for one in (noun, *(n for p, n in clause_of(noun).adjuncts if p in words("parties", "places"))):
                hit = sentence.names.get(one.index)
                proper = hit is not None and hit.name.kind in ("place", "country")
                if prep not in words("parties", "places") or not (
                    proper or (one.pos == "name" and prep in ("in", "at", "near"))
                ):
                    continue
                left, right = phrase(one)
                if hit is None and sentence.person_at(one) is not None:
                    continue
                start, end = sentence.tree[left].start, sentence.tree[right].end
                place = Place(
                    text=sentence.string[start:end],
                    start=sentence.offset + start,
                    end=sentence.offset + end,
                    code=code_of(hit) if hit else None,
                )
                if all(place.start != p.start for p in found):
                    found.append(place)
    return tuple(found)
