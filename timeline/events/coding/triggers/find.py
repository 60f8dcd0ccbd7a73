"""Triggers of typed events in a parsed sentence: which word, which type, who with whom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from timeline.events.coding.candidate import Candidate
from timeline.events.coding.frames.match import noun_frame, verb_frame
from timeline.events.coding.relevance import judged
from timeline.events.coding.triggers.constructions import arrivals, blames, obligations, plights, prison_term, refusal
from timeline.events.coding.triggers.covered import Found, is_covered, without_dropped
from timeline.events.coding.triggers.pivot import Pivot, pivot_of
from timeline.events.coding.triggers.retyped import PROMISES, RETYPES, retyped
from timeline.events.coding.triggers.shared_parties import with_parties_of_subject, with_shared_parties
from timeline.events.coding.triggers.skipped import SKIPS, is_skipped
from timeline.events.coding.triggers.untold import is_untold
from timeline.events.frame import Frame
from timeline.events.parse.clause import clause_of
from timeline.events.parse.noun_phrase import measure_of
from timeline.events.parse.word import Word
from timeline.events.parties import roles
from timeline.events.parties.resolve import parties_of
from timeline.events.parties.sentence import Sentence
from timeline.events.words import words

if TYPE_CHECKING:
    from timeline.models import Party


class Findings(NamedTuple):
    """The typed events of a sentence in the order of their words, and the words in a frame that tell none.

    Not among the latter is what is said by somebody who does not lead: that is a statement, if a plainer one.
    """

    candidates: list[Candidate]
    turned_down: frozenset[int]


def find(sentence: Sentence) -> Findings:
    """Find the events of a sentence whose words are in a frame."""
    read = {word.index: c for word in sentence.tree if (c := _read(sentence, word)) is not None}
    found = {index: c for index, c in read.items() if not _is_turned_down(sentence, c)}
    for said in (*obligations(sentence), *blames(sentence), *plights(sentence), *arrivals(sentence)):
        read[said.pivot.index] = said
        found.pop(said.pivot.index, None)
        found[said.token.index] = said
    left = sorted((judged(sentence, c) for c in _kept(sentence, found)), key=lambda c: c.token.index)
    told = {c.token.index for c in left} | {index for index, c in read.items() if _is_plainly_said(sentence, c)}
    return Findings(left, frozenset(read) - told)


def _kept(sentence: Sentence, found: Found) -> list[Candidate]:
    """What the others of a sentence leave of its candidates, with the parties and types that they give each other."""
    found = {index: retyped(PROMISES, c, found) for index, c in found.items()}
    found = with_parties_of_subject(found)
    found = {index: c for index, c in found.items() if _stands_apart(sentence, c, found) or not is_covered(c, found)}
    kept = with_shared_parties(list(without_dropped(found).values()))
    kept += [term for c in kept if (term := prison_term(c)) is not None]
    return [_as_announced(sentence, c, retyped(RETYPES, c, found)) for c in kept]


def _stands_apart(sentence: Sentence, c: Candidate, found: Found) -> bool:
    """Tell whether an event noun has a day of its own, and no verb over it tells the same ("condemned the raid")."""
    over = found.get(measure_of(c.token).head.index)
    return c.token.index in sentence.dated_nouns and (over is None or over.type != c.type)


def _as_announced(sentence: Sentence, c: Candidate, changed: Candidate) -> Candidate:
    """What will be done, where its day is told, for a threat or promise to do it some day."""
    is_announced = bool(changed.changes) and changed.changes[-1] in words("triggers", "announced")
    return c if is_announced and c.token.is_verbal and _dates_of(sentence, c.token) else changed


def _dates_of(sentence: Sentence, verb: Word) -> bool:
    """Tell whether a date hangs on a verb itself ("will lift the ban in July")."""
    near = [*verb.by_role("adverbial noun"), *(w for p in verb.by_role("preposition") for w in p.children)]
    places = [sentence.position(word) for word in near]
    return any(start <= place < end for place in places for start, end in sentence.dates)


def _is_plainly_said(sentence: Sentence, c: Candidate) -> bool:
    """Tell whether somebody says something who is no leader."""
    return c.type == "STATEMENT" and c.token.is_verbal and SKIPS["no-leader"](sentence, c)


def _is_turned_down(sentence: Sentence, c: Candidate) -> bool:
    """Tell whether a verb in a frame tells no event; what a construction makes of it is not asked."""
    return c.token.is_verbal and c.status is None and (is_skipped(sentence, c) or is_untold(c.token))


def _read(sentence: Sentence, word: Word) -> Candidate | None:
    if word.is_verbal:
        return refusal(sentence, word) or _verb(sentence, word)
    return _noun(sentence, word) if word.pos == "noun" else None


def _verb(sentence: Sentence, verb: Word) -> Candidate | None:
    best = verb_frame(sentence, verb)
    if best is None:
        return None
    frame, weight = best
    actors, recipients = roles.of_verb(sentence, verb, frame)
    return Candidate(verb, verb, frame.type, frame.mode, frame, weight, actors, recipients)


def _noun(sentence: Sentence, noun: Word) -> Candidate | None:
    frame = noun_frame(noun)
    is_dated = noun.index in sentence.dated_nouns
    pivot = (pivot_of(noun) or (Pivot(noun, "argument") if is_dated else None)) if frame is not None else None
    if frame is None or pivot is None or _is_asked(sentence, noun, pivot):
        return None
    light = pivot.verb if pivot.link in ("light", "happen") else None
    actors: Sequence[Party]
    actors, recipients = roles.of_noun(sentence, noun, frame, light)
    is_told_apart = bool(actors or recipients) or is_dated
    if _is_only_told_of(frame, pivot) and not is_told_apart:
        return None
    if pivot.link == "adjunct" and not (is_told_apart or frame.dated):
        actors = _subjects_of_talks(sentence, noun, frame, pivot.verb)
        if len(actors) < 2:
            return None
    return Candidate(noun, pivot.verb, frame.type, frame.mode, frame, 0.5, actors, recipients)


def _is_asked(sentence: Sentence, noun: Word, pivot: Pivot) -> bool:
    """Tell whether an event noun only stands in a question ("And the talks with Chad?")."""
    return pivot.verb is noun and sentence.string.rstrip().endswith("?")


def _is_only_told_of(frame: Frame, pivot: Pivot) -> bool:
    """Tell whether an event noun is what something else is about: it tells its event where it says whose it is."""
    return pivot.link == "argument" or (frame.light and pivot.link == "adjunct")


def _subjects_of_talks(sentence: Sentence, noun: Word, frame: Frame, verb: Word) -> Sequence[Party]:
    """ "During the conversation, Rook and Haas ...": the talks are those of the clause's subjects."""
    definite = any(c.lower in words("triggers", "definite") for c in noun.by_role("determiner", "owner"))
    return parties_of(sentence, clause_of(verb).doers) if frame.reciprocal and definite else []
