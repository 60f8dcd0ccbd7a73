"""Who leads: an official, a named person or a delegation; where they go is an event of its own."""

from __future__ import annotations

from timeline.events.lexicon import lexicon
from timeline.events.parse.noun_phrase import keys
from timeline.events.parse.word import Word
from timeline.events.parties.sentence import Sentence
from timeline.events.words import words


def leads(sentence: Sentence, noun: Word) -> bool:
    """Tell whether a noun is an official, a named person or a delegation."""
    officials = lexicon().groups["officials"]
    named = (noun, *noun.by_role("apposition"))
    if noun.lower in words("triggers", "leader_pronouns") or any(sentence.person_at(w) is not None for w in named):
        return True
    return any(keys(w) & officials or w.lower in officials for w in (noun, *noun.children))
