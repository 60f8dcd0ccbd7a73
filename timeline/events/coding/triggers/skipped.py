"""Matches of a frame that tell no event: who declines to comment, who is bidden, what is done by no party."""

from __future__ import annotations

from collections.abc import Callable

from timeline.events.coding.candidate import Candidate
from timeline.events.coding.status.verb import is_put_off_until_a_day
from timeline.events.coding.triggers.leaders import leads
from timeline.events.lexicon import lexicon, types
from timeline.events.parse.clause import clause_of
from timeline.events.parse.inflect import lemma_of
from timeline.events.parse.subjects import SUBJECTS
from timeline.events.parse.word import Role, Word
from timeline.events.parties.doers import doers_of
from timeline.events.parties.sentence import Sentence
from timeline.events.rules import Rules
from timeline.events.words import words

Skips = Callable[[Sentence, Candidate], bool]
SKIPS: Rules[Skips] = Rules("triggers", "skip")


def is_skipped(sentence: Sentence, c: Candidate) -> bool:
    """Tell whether some rule finds that a verb tells no event though it is in a frame."""
    return any(holds(sentence, c) for _, holds in SKIPS)


@SKIPS.rule("keeps-silent")
def _keeps_silent(_: Sentence, c: Candidate) -> bool:
    verb = c.token
    return (c.type == "REJECT" and _is_silence(verb)) or (verb.role == "open clause" and _is_silence(verb.head))


def _is_silence(verb: Word) -> bool:
    """Tell whether somebody only declines to comment."""
    if lemma_of(verb) not in words("triggers", "silent"):
        return False
    aims = verb.by_role("open clause")
    given = (o for c in aims if c.lemma in words("triggers", "giving_verbs") for o in clause_of(c).undergoers)
    told = any(c.lemma in words("triggers", "told_verbs") for c in aims)
    return told or any(o.lemma in words("triggers", "told_nouns") for o in (*given, *clause_of(verb).undergoers))


@SKIPS.rule("strives")
def _strives(_: Sentence, c: Candidate) -> bool:
    """Somebody fights to get something done, not somebody else."""
    aims = any(w.lower == "to" for aim in c.token.by_role("open clause", "adverbial") for w in aim.children)
    strives = c.type == "ASSAULT" and lemma_of(c.token) in words("triggers", "strive")
    return strives and aims and not c.token.by_role("object")


@SKIPS.rule("bears-arms")
def _bears_arms(_: Sentence, c: Candidate) -> bool:
    """Whose arms are told, nobody has just armed."""
    verb = c.token
    described = verb.role in ("noun clause", "adjective", "adverbial") and verb.form == "past participle"
    return verb.lemma == "arm" and described and not clause_of(verb).agents


@SKIPS.rule("deity")
def _deity(_: Sentence, c: Candidate) -> bool:
    return any(s.lower in lexicon().sets["deities"] for s in clause_of(c.token).subjects)


@SKIPS.rule("imperative")
def _imperative(_: Sentence, c: Candidate) -> bool:
    return _bids(c.token)


_OPENING: tuple[Role, ...] = ("auxiliary", "passive auxiliary", "negation", "marker", *SUBJECTS)


def _bids(verb: Word) -> bool:
    """Tell whether a verb bids somebody do something, and so tells nothing ("let us give them time")."""
    if verb.role == "open clause" and verb.form in ("base", "present participle") and verb.head.form == "base":
        return _bids(verb.head)
    return verb.form == "base" and verb.role in ("root", "complement", "parallel") and not verb.by_role(*_OPENING)


@SKIPS.rule("nobody-cancels")
def _nobody_cancels(_: Sentence, c: Candidate) -> bool:
    clause = clause_of(c.token)
    cancels = c.type == "REJECT" and c.frame.mode == "meet"
    return cancels and bool(c.frame.object) and clause.is_passive and not clause.agents


@SKIPS.rule("puts-off-until-a-day")
def _puts_off_until_a_day(_: Sentence, c: Candidate) -> bool:
    """What is put off until a day is planned for that day; that it was put off says less."""
    events = any(noun.lemma in lexicon().nouns for noun in clause_of(c.token).undergoers)
    return c.type == "REJECT" and events and is_put_off_until_a_day(c.token)


@SKIPS.rule("nobody-claims")
def _nobody_claims(_: Sentence, c: Candidate) -> bool:
    claims = c.type == "ASSAULT" and c.token.lemma in words("triggers", "claims")
    return claims and clause_of(c.pivot).is_negated


@SKIPS.rule("no-leader")
def _no_leader(sentence: Sentence, c: Candidate) -> bool:
    clause = clause_of(c.token)
    doers = (*clause.doers, *doers_of(sentence, c.token)) or clause.undergoers
    return c.frame.leader and not any(leads(sentence, noun) for noun in doers)


@SKIPS.rule("spoken-by-no-party")
def _spoken_by_no_party(_: Sentence, c: Candidate) -> bool:
    clause = clause_of(c.token)
    told = not clause.is_passive and any(s.pos in ("noun", "name") for s in clause.subjects)
    return not c.actors and c.type in types("spoken") and told and not c.frame.subject_recipient


@SKIPS.rule("is-forced")
def _is_forced(_: Sentence, c: Candidate) -> bool:
    clause = clause_of(c.token)
    done = any(clause_of(aim).is_infinitive for aim in clause.complements)
    return c.token.lemma in words("triggers", "forcing") and clause.is_passive and not clause.agents and done


@SKIPS.rule("signed-in-the-background")
def _signed_in_the_background(_: Sentence, c: Candidate) -> bool:
    return c.frame.gate == "open" and c.type == "SUPPORT" and c.token.role == "noun clause" and not c.actors
