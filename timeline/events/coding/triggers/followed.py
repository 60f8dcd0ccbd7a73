"""What is told of those whom a reader follows by name: all that they do or undergo is an event."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.events.coding.candidate import FOLLOWED, Candidate
from timeline.events.coding.status.judge import status_of
from timeline.events.coding.triggers.pivot import pivot_of
from timeline.events.lexicon import lexicon
from timeline.events.parse.clause import clause_of
from timeline.events.parse.noun_phrase import beside
from timeline.events.parse.timeml import read
from timeline.events.parse.word import Word
from timeline.events.parties.followed import followed_among
from timeline.events.parties.sentence import Sentence

if TYPE_CHECKING:
    from timeline.models import Party


def followed_in(sentence: Sentence, word: Word, c: Candidate | None, followed: Mapping[str, str]) -> Candidate | None:
    """Code a mention of what followed ones do or undergo; ``c``: as it is coded without them, returned for others.

    What is only quoted, wished, denied or asked is none of their deeds; nor is "began" beside what was begun.
    """
    if sentence.is_quoted(word) or not _is_told_as_fact(word) or _only_begins(word):
        return c
    doers, undergoers = _sides(word)
    actors = followed_among(sentence, doers, followed)
    recipients = [p for p in followed_among(sentence, undergoers, followed) if p not in actors]
    if not actors and not recipients:
        return c
    if c is None:
        c = _uncoded(word)
    return replace(
        c,
        actors=_joined(c.actors, actors, c.recipients),
        recipients=_joined(c.recipients, recipients, c.actors),
        changes=(*c.changes, FOLLOWED),
        is_public=True,
    )


def _is_told_as_fact(word: Word) -> bool:
    return status_of(word, word, later=False).status not in ("hypothetical", "negated")


def _only_begins(word: Word) -> bool:
    """Tell whether another verb says what was begun, gone on with or ended ("began to sell")."""
    return word.is_verbal and read(word).event_class == "ASPECTUAL" and bool(clause_of(word).complements)


def _sides(word: Word) -> tuple[Sequence[Word], Sequence[Word]]:
    """Those who do and those who undergo what a word tells."""
    if word.pos != "noun":
        clause = clause_of(word)
        return clause.doers, clause.undergoers
    return [*word.by_role("owner", "compound"), *beside(word, "by", "between")], beside(word, "of")


def _uncoded(word: Word) -> Candidate:
    frame = lexicon().frames["no-frame"]
    pivot = pivot_of(word) if word.pos == "noun" else None
    return Candidate(word, pivot.verb if pivot else word, frame.type, None, frame, 0.0, (), ())


def _joined(known: Sequence[Party], more: Sequence[Party], other_side: Iterable[Party]) -> list[Party]:
    """A side with its followed parties, each by its own name; one that frames put to the other side stays there."""
    named = {(party.start, party.end): party for party in more}
    taken = {(party.start, party.end) for party in (*known, *other_side)}
    kept = [named.get((party.start, party.end), party) for party in known]
    return [*kept, *(party for party in more if (party.start, party.end) not in taken)]
