"""Events that are in no frame: what somebody of public life says, and what else a party does or undergoes."""

from __future__ import annotations

from collections.abc import Mapping

from timeline.events.coding.candidate import Candidate
from timeline.events.coding.relevance import judged
from timeline.events.coding.status.verb import calls_off
from timeline.events.coding.triggers.covered import is_covered
from timeline.events.coding.triggers.pivot import pivot_of
from timeline.events.coding.triggers.untold import is_untold
from timeline.events.frame import Frame
from timeline.events.lexicon import lexicon
from timeline.events.parse.clause import clause_of
from timeline.events.parse.inflect import lemma_of
from timeline.events.parse.word import Word
from timeline.events.parties import roles
from timeline.events.parties.sentence import Sentence
from timeline.events.words import words


def broad(sentence: Sentence, word: Word, found: Mapping[int, Candidate]) -> Candidate | None:
    """Code a mention that is in no frame; ``found``: those of its sentence that are, by the index of their word.

    One that is not of public life by its own words may be so by its article.
    """
    c = _of_verb(sentence, word) if word.is_verbal else _of_noun(sentence, word)
    if c is None or not (c.actors or c.recipients) or is_covered(c, found):
        return None
    return judged(sentence, c)


def _of_verb(sentence: Sentence, verb: Word) -> Candidate | None:
    reporting = lexicon().reporting
    says = (verb.lemma in reporting["verbs"] or verb.lemma in reporting["speaking"]) and not _is_of_things(verb)
    frame = lexicon().frames["says"] if says else _sense(verb) or lexicon().frames["no-frame"]
    clause = clause_of(verb)
    if is_untold(verb) or (says and clause.is_passive and not clause.agents):
        return None  # or who says it is not told
    if calls_off(verb) and any(noun.lemma in lexicon().nouns for noun in clause.undergoers):
        return None  # that an event is off is told of the event
    actors, recipients = roles.of_verb(sentence, verb, frame)
    return Candidate(verb, verb, frame.type, None, frame, 0.0, actors, recipients)


def _sense(verb: Word) -> Frame | None:
    """The nearest sense of a verb; one with a particle ("shut down") is another verb."""
    lemma, particles = lemma_of(verb), [particle.lower for particle in verb.by_role("particle")]
    keys = [f"{lemma}_{particle}" for particle in particles] or [lemma]
    return next((lexicon().senses[key] for key in keys if key in lexicon().senses), None)


def _is_of_things(verb: Word) -> bool:
    """Tell whether a verb that may be one of saying does something to a thing ("added six ports to the list")."""
    things = any(noun.pos == "noun" and noun.index > verb.index for noun in verb.by_role("object"))
    return things and verb.lemma in words("triggers", "of_things")


def _of_noun(sentence: Sentence, noun: Word) -> Candidate | None:
    pivot = pivot_of(noun) if noun.pos == "noun" else None
    if pivot is None or pivot.link == "argument":
        return None
    frame = lexicon().frames["no-frame"]
    actors, recipients = roles.of_noun(sentence, noun, frame, pivot.verb if pivot.link == "light" else None)
    return Candidate(noun, pivot.verb, frame.type, None, frame, 0.0, actors, recipients)
