"""The frame of the lexicon that says most about a word in its sentence."""

from __future__ import annotations

from collections.abc import Sequence, Set

from timeline.events.coding.frames.conditions import fits, match, modifiers
from timeline.events.frame import Frame
from timeline.events.lexicon import lexicon
from timeline.events.parse.clause import clause_of
from timeline.events.parse.inflect import lemma_of, spellings
from timeline.events.parse.noun_phrase import beside
from timeline.events.parse.subjects import SUBJECTS
from timeline.events.parse.word import Word
from timeline.events.parties.sentence import Sentence
from timeline.events.words import words


def verb_frame(sentence: Sentence, verb: Word) -> tuple[Frame, float] | None:
    """The frame that says most about a verb in its sentence, with its weight."""
    found: list[tuple[Frame, float]] = []
    frames = {f.name: (f, lemma) for lemma in spellings(lemma_of(verb)) for f in lexicon().verbs.get(lemma, ())}
    has_phrasal = any(any(frame.particles[lemma]) for frame, lemma in frames.values())
    near = _near(sentence, verb) if has_phrasal else frozenset()
    for frame, lemma in frames.values():
        particle = _particle(near, frame.particles[lemma])
        if particle is not None and fits(match(sentence, verb, frame, particle)):
            found.append((frame, frame.weight + bool(particle)))
    return max(found, key=lambda one: one[1], default=None)


def _near(sentence: Sentence, verb: Word) -> frozenset[str]:
    """What may be the particle of a verb: the preposition of a date is none ("called her on Thursday")."""
    prepositions = verb.by_role("preposition")
    of_dates = [p for p in prepositions if _is_of_date(sentence, p)]
    others = [p for p in (*prepositions, *verb.by_role("particle")) if p not in of_dates]  # "sworn in in May"
    kept = verb.lemma in words("triggers", "with_particle") and clause_of(verb).is_passive  # "sworn in next month"
    only_of_dates = set() if kept else {p.lower for p in of_dates} - {p.lower for p in others}
    to = {"to"} if any(c.lower == "to" and c.index > verb.index for c in verb.children) else set()
    made = {c.lower for c in verb.by_role("object predicate") if c.pos == "adjective"}  # "was set free"
    return frozenset(clause_of(verb).particles - only_of_dates | to | made | _before_infinitives(verb))


def _before_infinitives(verb: Word) -> set[str]:
    """What stands before who is to do something ("called for the rebels to leave")."""
    aims = (c for c in verb.by_role("adverbial", "complement") if clause_of(c).is_infinitive and c.by_role(*SUBJECTS))
    return {marker.lower for aim in aims for marker in aim.by_role("marker")}


def _is_of_date(sentence: Sentence, preposition: Word) -> bool:
    """Tell whether a preposition stands before a day or time and nothing else."""
    nouns = preposition.by_role("prepositional object")
    return bool(nouns) and all(_is_date(sentence, noun) for noun in nouns)


def _is_date(sentence: Sentence, noun: Word) -> bool:
    position = sentence.position(noun)
    return noun.lower in words("triggers", "days") or any(start <= position < end for start, end in sentence.dates)


def _particle(near: frozenset[str], particles: Sequence[str]) -> str | None:
    """The particle by which a verb is one of a frame's: none where it is by itself; None where it is not."""
    return next((particle for particle in particles if not particle or particle in near), None)


def noun_frame(noun: Word) -> Frame | None:
    """The frame that says most about an event noun."""
    known = lexicon().nouns
    frames = next((known[spelled] for spelled in spellings(noun.lemma.lower()) if spelled in known), ())
    found = {*modifiers(noun), *(of.lemma for of in beside(noun, "of"))} if frames else frozenset()
    return max((f for f in frames if _modified(found, f)), key=lambda frame: frame.weight, default=None)


def _modified(found: Set[str], frame: Frame) -> bool:
    return (not frame.modifiers or bool(found & frame.modifiers)) and not found & frame.notmodifiers
