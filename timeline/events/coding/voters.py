"""Whose election it is, where only the people of the sentence tell."""

from __future__ import annotations

from timeline.events.parse.word import Word
from timeline.events.parties.sentence import Sentence
from timeline.models import Party
from timeline.names.countries import usual_names


def voters(sentence: Sentence, election: Word) -> list[Party]:
    """The country that votes: one that is named, or that of a person before ("Haas ... following an election")."""
    for word in sentence.tree:
        found = _named(sentence, word) or (_home(sentence, word) if word.index < election.index else None)
        if found is not None:
            return [found]
    return _told_before(sentence, election)


def _told_before(sentence: Sentence, election: Word) -> list[Party]:
    """The country that the article named last."""
    start, end = sentence.position(election), sentence.offset + election.end
    hits = sentence.people.countries_before(sentence.offset, 1)
    return [
        Party(
            text=election.text, start=start, end=end, name=usual_names().get(h.name.code, h.name.name), code=h.name.code
        )
        for h in hits
    ]


def _named(sentence: Sentence, word: Word) -> Party | None:
    hit = sentence.names.get(word.index)
    if hit is None or hit.name.kind not in ("country", "demonym", "place"):
        return None
    start, end = sentence.offset + hit.start, sentence.offset + hit.end
    return Party(
        text=sentence.string[hit.start : hit.end], start=start, end=end, name=hit.name.name, code=hit.name.code
    )


def _home(sentence: Sentence, word: Word) -> Party | None:
    mentions = sentence.people.mentions
    found = next((m for m in mentions if m.start == sentence.position(word) and m.person.code), None)
    if found is None:
        return None
    code = found.person.code
    text = sentence.text[found.start : found.end]
    return Party(text=text, start=found.start, end=found.end, name=usual_names().get(code or "", code), code=code)
