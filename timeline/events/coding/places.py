"""Topics of an event (PLOVER contexts) and where it happened."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from timeline.events.lexicon import lexicon
from timeline.events.parse.clause import adjuncts
from timeline.events.parties.sentence import Scene, code_of, phrase
from timeline.events.words import words
from timeline.models import Place

if TYPE_CHECKING:
    from spacy.tokens import Token


def contexts(s: Scene, tokens: Iterable[Token]) -> tuple[str, ...]:
    """Contexts that the words of an event's clause show, in the table's order."""
    seen = {w for t in tokens for w in (t.lower_, t.lemma_.lower())}
    return tuple(name for name, told in lexicon().contexts.items() if seen & told)


def places(s: Scene, token: Token, pivot: Token) -> tuple[Place, ...]:
    """Places in the prepositional phrases of an event ("in Rome", "at the border")."""
    found: list[Place] = []
    for verb in dict.fromkeys((token, pivot)):
        for prep, noun in adjuncts(verb):
            for one in (noun, *(n for p, n in adjuncts(noun) if p in words("parties", "places"))):
                hit = s.names.get(one.i)
                proper = hit is not None and hit.name.kind in ("place", "country")
                if prep not in words("parties", "places") or not (
                    proper or (one.pos_ == "PROPN" and prep in ("in", "at", "near"))
                ):
                    continue
                left, right = phrase(one)
                if hit is None and any(a <= s.offset + one.idx < b for a, b, _ in s.cast.mentions):
                    continue
                start, end = s.doc[left].idx, s.doc[right].idx + len(s.doc[right])
                place = Place(
                    text=s.string[start:end],
                    start=s.offset + start,
                    end=s.offset + end,
                    code=code_of(hit) if hit else None,
                )
                if all(place.start != p.start for p in found):
                    found.append(place)
    return tuple(found)
