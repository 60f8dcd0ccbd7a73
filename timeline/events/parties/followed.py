"""Those whom a reader follows by name, whatever the tables know of them: people, firms, things."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from timeline.events.parse.noun_phrase import conjuncts
from timeline.events.parse.word import Word
from timeline.events.parties.phrase import phrase
from timeline.events.parties.resolve import named_by
from timeline.events.parties.sentence import Sentence
from timeline.models import Party
from timeline.names.meaning import holds, words_of


def followed_among(sentence: Sentence, nouns: Iterable[Word], followed: Sequence[str]) -> list[Party]:
    """The followed that noun phrases name or mean, each once."""
    found: dict[str, Party] = {}
    for noun in (one for told in nouns for one in conjuncts(told)):
        for name in followed:
            party = _named(sentence, noun, name)
            if party is not None:
                found.setdefault(name, party)
    return list(found.values())


def _named(sentence: Sentence, noun: Word, name: str) -> Party | None:
    """A name as a phrase has it ("the new Orvo phone", "Mr Berg"), or whom a pronoun means by it."""
    wanted = words_of(name)
    if sentence.person_at(noun) is not None or noun.pos == "pronoun":
        meant = (party for party in named_by(sentence, [noun]) if holds(words_of(party.called), wanted))
        return next((party.model_copy(update={"name": name}) for party in meant), None)
    first, last = phrase(noun)
    said = noun.tree[first : last + 1]
    start, stop = said[0].start, said[-1].end
    if not holds(words_of(sentence.string[start:stop]), wanted):
        return None
    return Party(text=sentence.span(start, stop), start=sentence.offset + start, end=sentence.offset + stop, name=name)
