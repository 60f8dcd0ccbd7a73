"""Which body a noun or letters alone mean: "the agency", "the OLF", after the body has been told of by its name."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from timeline.events.parse.word import Word
from timeline.events.parties.identity import identify
from timeline.events.parties.party import MODIFIERS
from timeline.events.parties.reference.coreference import is_bare
from timeline.events.parties.sentence import Sentence
from timeline.events.words import words
from timeline.models import Party

_LETTERS = re.compile(r" \((?:the )?([A-Z][A-Za-z]{1,6})\)")


def bodies_told(sentence: Sentence) -> Mapping[str, Sequence[Party]]:
    """The bodies that an article has told of by their names up to a sentence's end, by each word that may mean them."""
    found = dict(sentence.bodies)
    for noun in sentence.tree:
        for word, party in _named(sentence, noun):
            found[word] = (*(one for one in found.get(word, ()) if not _is_same(one, party)), party)
    return found


def body_named_before(sentence: Sentence, noun: Word) -> Party | None:
    """The only body told of before that a noun or letters mean; of several the one that the last sentence was about."""
    word = _word_for(noun)
    if word is None:
        return None
    here = [party for one in sentence.tree[: noun.index] for told, party in _named(sentence, one) if told == word]
    bodies: list[Party] = []
    for party in (*sentence.bodies.get(word, ()), *here):
        bodies = [*(one for one in bodies if not _is_same(one, party)), party]
    if len(bodies) > 1:
        bodies = [one for one in bodies if any(_is_same(one, party) for party in sentence.last_body)]
    return bodies[0] if len(bodies) == 1 else None


def _word_for(noun: Word) -> str | None:
    """The word by which a bare noun ("the agency") or letters ("the OLF") may mean a body told of before."""
    if noun.text.isupper() and noun.pos == "name":
        return noun.text
    if noun.form != "singular" or not is_bare(noun):
        return None
    if not {c.lower for c in noun.by_role("determiner")} & words("parties", "this"):
        return None
    return noun.lemma if noun.lemma in words("parties", "bodies_alone", "papers", "charities") else None


def _named(sentence: Sentence, noun: Word) -> Iterator[tuple[str, Party]]:
    """A body that a noun tells of by its name, with each word that may mean it alone."""
    if noun.pos not in ("noun", "name") or noun.form not in ("singular", "name") or noun.role == "compound":
        return
    alone = _alone(sentence, noun)
    letters = _LETTERS.match(sentence.string, noun.end) if noun.pos == "name" else None
    if (not alone and letters is None) or not _is_told_apart(sentence, noun):
        return
    party = identify(sentence, noun)
    if party.name is None:
        return
    for word in alone:
        yield word, party
    if letters is not None and sentence.person_at(noun) is None and _is_short_for(letters[1], sentence, noun):
        yield letters[1], party


def _is_short_for(letters: str, sentence: Sentence, noun: Word) -> bool:
    """Tell whether letters may be short for the name before; behind a place they name who tells it ("(CNN)")."""
    hit = sentence.name_at(noun)
    if hit is None or hit.name.kind not in ("country", "place"):
        return True
    named = [w.text[0] for w in noun.tree[noun.first.index : noun.index + 1] if w.text[:1].isupper()]
    return "".join(named) == letters


def _alone(sentence: Sentence, noun: Word) -> Collection[str]:
    """The nouns that alone mean the body whose name ends in a noun."""
    if noun.pos == "name" and noun.lower in words("parties", "newspapers"):
        return words("parties", "papers")
    hit = sentence.name_at(noun)
    if hit is not None and hit.name.code == "NGO":
        return words("parties", "charities")
    return {noun.lower} & words("parties", "bodies_alone")


def _is_told_apart(sentence: Sentence, noun: Word) -> bool:
    """Tell whether a noun stands with a name that says which body it is ("Kenya's parliament", "the Orange Party")."""
    if sentence.name_at(noun) is not None:
        return True
    before = (c for c in noun.by_role(*MODIFIERS) if c.index < noun.index)
    return any(c.pos == "name" or sentence.name_at(c) is not None for c in before)


def _is_same(one: Party, other: Party) -> bool:
    """Tell whether two names mean one body: the same name, or the same organ of one state."""
    of_one_state = one.code is not None and len(one.code) == 3 and (one.code, one.sector) == (other.code, other.sector)
    return one.name == other.name or (of_one_state and one.sector == "GOV")
