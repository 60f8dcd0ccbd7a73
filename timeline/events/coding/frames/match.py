"""The frame of the lexicon that says most about a word in its sentence."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.events.coding.frames.conditions import fits, match, modifiers
from timeline.events.frame import Frame
from timeline.events.lexicon import lexicon
from timeline.events.parse.clause import clause_of
from timeline.events.parse.inflect import lemma_of
from timeline.events.parse.word import Word
from timeline.events.parties.sentence import Sentence


def verb_frame(sentence: Sentence, verb: Word) -> tuple[Frame, float] | None:
    """The frame that says most about a verb in its sentence, with its weight."""
    found: list[tuple[Frame, float]] = []
    lemma = lemma_of(verb)
    for frame in lexicon().verbs.get(lemma, ()):
        particle = _particle(verb, lemma, frame)
        if particle is not None and fits(match(sentence, verb, frame, particle)):
            found.append((frame, frame.weight + bool(particle)))
    return max(found, key=lambda one: one[1], default=None)


def _particle(verb: Word, lemma: str, frame: Frame) -> str | None:
    """The particle by which a verb is one of a frame's: none where it is by itself; None where it is not."""
    near = clause_of(verb).particles | ({"to"} if any(c.lower == "to" for c in verb.children) else set())
    for word in frame.words:
        head, _, particle = word.partition("_")
        if head == lemma and (not particle or particle in near):
            return particle
    return None


def noun_frame(noun: Word) -> Frame | None:
    """The frame that says most about an event noun."""
    fitting = (frame for frame in lexicon().nouns.get(noun.lemma.lower(), ()) if _modified(noun, frame))
    return _heaviest(fitting)


def _heaviest(frames: Iterable[Frame]) -> Frame | None:
    return max(frames, key=lambda frame: frame.weight, default=None)


def _modified(noun: Word, frame: Frame) -> bool:
    found = modifiers(noun)
    return (not frame.modifiers or bool(found & frame.modifiers)) and not found & frame.notmodifiers
