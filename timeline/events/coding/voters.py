"""Whose election it is, where no party of it is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from timeline.events.parse.word import Word
from timeline.events.parties.sentence import Sentence
from timeline.models import Party
from timeline.names.countries import usual_names

_COUNTRIES = frozenset({"country", "demonym", "place"})


def voters(sentence: Sentence, election: Word) -> list[Party]:
    """The country that votes: the one told with the election, else of its sentence, else where the article is written.

    That of who is elected, and of somebody told before ("Haas ... following an election"), tells it too; of several in
    a sentence the one that the article is written in, or tells of most.  Where there is none, the last one told of.
    """
    with_it = _told(sentence, [word for word in election.subtree if word is not election])
    if with_it:
        return with_it[:1]
    before = [word for word in sentence.tree if word.index < election.index]
    told = _told(sentence, before) or _told(sentence, sentence.tree)
    home = sentence.people.home
    if len({party.code for party in told}) > 1:
        chosen = home if home is not None else _most_told(sentence)
        return [party for party in told if party.code == chosen][:1] or told[:1]
    if told:
        return told[:1]
    last = next(iter(sentence.people.countries_before(sentence.offset, 1)), None)
    code = home or (last.name.code if last is not None else None)
    return [_of_country(sentence, election, code)] if code is not None else []


def _told(sentence: Sentence, among: Iterable[Word]) -> list[Party]:
    """The countries that words name, and those of the people whom they name."""
    found = (_named(sentence, word) or _home(sentence, word) for word in among)
    return [party for party in found if party is not None]


def _most_told(sentence: Sentence) -> str | None:
    """The country that the article names most."""
    counted = Counter(hit.name.code for hit in sentence.people.places if hit.name.kind in _COUNTRIES)
    return max(counted, key=lambda code: counted[code], default=None)


def _of_country(sentence: Sentence, election: Word, code: str) -> Party:
    start, end = sentence.position(election), sentence.offset + election.end
    return Party(text=election.text, start=start, end=end, name=usual_names().get(code, code), code=code)


def _named(sentence: Sentence, word: Word) -> Party | None:
    hit = sentence.names.get(word.index)
    if hit is None or hit.name.kind not in _COUNTRIES:
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
