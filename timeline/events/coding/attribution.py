"""Who vouches for an event in the text, and how firmly."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from timeline.events.lexicon import lexicon
from timeline.events.parse.clause import clause_of
from timeline.events.parse.noun_phrase import adjuncts_of
from timeline.events.parse.word import Word
from timeline.events.parties.resolve import parties_of
from timeline.events.parties.sentence import Sentence
from timeline.models import Attribution, Certainty

if TYPE_CHECKING:
    from timeline.models import Party

_CLIMBED = 12  # words between an event and the verb of saying that it is told with
_LONGEST = 80  # characters of a source that is no party


class _Claim(NamedTuple):
    """Who claims it, None where the article does, and what that is worth."""

    by: str | None
    certainty: Certainty


def attribution(sentence: Sentence, token: Word, actors: frozenset[str], reporter: str | None) -> Attribution:
    """Find the verb of saying over an event, or "according to", and grade what it is worth."""
    claim = _reported(sentence, token, actors)
    if claim.by is None:
        claim = _according(sentence, token.tree.root) or claim
    doubted = any(c.lower in lexicon().reporting["alleged"] for c in token.children)
    return Attribution(reporter=reporter, claimed_by=claim.by, certainty="alleged" if doubted else claim.certainty)


def _reported(sentence: Sentence, token: Word, actors: frozenset[str]) -> _Claim:
    """What the verb of saying over an event makes of it; what the actors say themselves they vouch for."""
    verb = _verb_of_saying(token)
    speakers = clause_of(verb).doers if verb is not None else ()
    if not speakers:
        return _Claim(None, "asserted")
    who = parties_of(sentence, speakers)
    own = bool({_name(p) for p in who} & actors)
    unnamed = any(s.lemma.lower() in lexicon().reporting["unnamed"] for s in speakers)
    certainty: Certainty = "asserted" if own else "claimed"
    return _Claim(None if own else _source(who, speakers[0]), "alleged" if unnamed else certainty)


def _verb_of_saying(token: Word) -> Word | None:
    """The nearest verb of saying that an event, or what it hangs on, is the content of."""
    word = token
    for above, _ in zip(token.ancestors, range(_CLIMBED), strict=False):
        says = above.pos == "verb" and above.lemma in lexicon().reporting["verbs"]
        if says and word.role in ("complement", "parallel", "unknown"):
            return above
        word = above
    return None


def _according(sentence: Sentence, root: Word) -> _Claim | None:
    """What "according to" at the top of a sentence names."""
    named = (
        noun
        for child in root.children
        if child.lower == "according"
        for _, noun in adjuncts_of(root)
        if noun.index > child.index
    )
    source = next(named, None)
    return _Claim(_source(parties_of(sentence, [source]), source), "claimed") if source is not None else None


def _source(who: Sequence[Party], noun: Word) -> str:
    """The name of the first party, else the words of the noun phrase."""
    return _name(who[0]) if who else " ".join(w.text for w in noun.subtree)[:_LONGEST]


def _name(party: Party) -> str:
    return party.called
