"""Those whom a reader follows by name, whatever the tables know of them: people, firms, things."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from timeline.events.parse.noun_phrase import conjuncts
from timeline.events.parse.word import Word
from timeline.events.parties.phrase import phrase
from timeline.events.parties.resolve import named_by
from timeline.events.parties.sentence import Sentence
from timeline.events.words import words
from timeline.models import Party
from timeline.names.meaning import code_meant, said_in, stretch_of, words_of

_MODEL = re.compile(r"[A-Z][A-Za-z]*-?\d{2,}\w*")
_SHORTEST = 2  # capitals of a short form


def names_in(text: str, followed: Sequence[str]) -> Mapping[str, str]:
    """How an article calls the followed: name or short name, to name."""
    return {short: name for name in reversed(followed) for short in (*_short(name, text), name)}


def _short(name: str, text: str) -> Iterator[str]:
    """The rest of a name whose first word is an owner ("the Orvo's Red Phone"), initials, and the mark of a model.

    The two latter only where the whole name is told, and the initials are no country's or body's ("US", "UN").
    """
    parts = name.split()
    if len(parts) < 2:
        return
    owner, rest = re.escape(parts[0]), " ".join(parts[1:])
    if rest[0].isupper() and re.search(rf"\b{owner}['’]s? {re.escape(rest)}\b", text):
        yield rest
    if stretch_of(said_in(text), words_of(name)) is None:
        return
    initials = "".join(part[0] for part in parts)
    if len(initials) >= _SHORTEST and initials.isupper() and code_meant(initials) is None:
        yield initials
    yield from (part for part in parts if _MODEL.fullmatch(part))


def followed_among(sentence: Sentence, nouns: Iterable[Word], followed: Mapping[str, str]) -> list[Party]:
    """The followed that noun phrases name or mean, each once; ``followed``: as ``names_in`` gives them."""
    found: dict[str, Party] = {}
    for noun in (one for told in nouns for one in conjuncts(told)):
        for said, name in followed.items():
            party = _named(sentence, noun, said, name)
            if party is not None:
                found.setdefault(name, party)
    return list(found.values())


def _named(sentence: Sentence, noun: Word, said: str, name: str) -> Party | None:
    """A name as a phrase has it ("the new Orvo phone", "Mr Berg"), or whom a pronoun means by it.

    What else a person's phrase holds is no part of the name ("Orvo CEO Ada Berg"), but "General Motors" is no general.
    """
    first, last = phrase(noun)
    told = noun.tree[first : last + 1]
    start, stop = told[0].start, told[-1].end
    phrased, wanted = said_in(sentence.string[start:stop]), words_of(said)
    is_whole = phrased[-len(wanted) :] == said_in(said)
    is_part = said != name and noun.pos != "pronoun" and wanted[-1] not in words_of(" ".join(phrased))
    if is_part:
        return None  # "Orvo" is not the "Orvo Works" of "Sund Orvo Works"
    if not is_whole and (sentence.person_at(noun) is not None or noun.pos == "pronoun"):
        meant = (party for party in named_by(sentence, [noun]) if stretch_of(said_in(party.called), wanted))
        return next((party.model_copy(update={"name": name}) for party in meant), None)
    if not _is_called(phrased, wanted):
        return None
    return Party(text=sentence.span(start, stop), start=sentence.offset + start, end=sentence.offset + stop, name=name)


def _is_called(told: Sequence[str], name: Sequence[str]) -> bool:
    """Tell whether a phrase holds a name that does not go on: "the Orvo phone" and "Orvo Inc", not "Orvo Bank"."""
    called = stretch_of(told, name)
    after = told[called.stop] if called is not None and called.stop < len(told) else ""
    return called is not None and (not after[:1].isupper() or after.casefold() in words("names", "legal_forms"))
