"""Candidates whose sentence makes another type of them than their frame: refusals, threats and promises."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from timeline.events.coding.candidate import Candidate
from timeline.events.coding.triggers.covered import Found
from timeline.events.lexicon import lexicon, types
from timeline.events.parse.clause import clause_of, is_asked, is_unreal
from timeline.events.parse.noun_phrase import beside
from timeline.events.parse.word import Role, Word
from timeline.events.rules import Rules
from timeline.events.words import words

Retypes = Callable[[Candidate, Found], Candidate | None]
# Asked before any is covered, with all candidates of the sentence by the index of their word.
PROMISES: Rules[Retypes] = Rules("triggers", "promise")
# Asked last, of each candidate that is left.
RETYPES: Rules[Retypes] = Rules("triggers", "retype")


def retyped(rules: Rules[Retypes], c: Candidate, found: Found) -> Candidate:
    """A candidate as the first rule that knows it has it."""
    for name, change in rules:
        changed = change(c, found)
        if changed is not None:
            return replace(changed, changes=(*c.changes, name))
    return c


_PROMISED: tuple[Role, ...] = (
    "open clause",
    "complement",
    "prepositional clause",
    "noun clause",
    "predicate adjective",
    "object predicate",
    "predicate",
)


@PROMISES.rule("decided-deed")
def _decided_deed(c: Candidate, found: Found) -> Candidate | None:
    decision = found.get(c.token.head.index)
    decided = decision is not None and decision.token.lemma in words("triggers", "decides")
    hostile = c.type in types("hostile") and c.token.role in _PROMISED and not clause_of(c.token).is_negated
    return c if decided and hostile else None


@PROMISES.rule("promised-hostile-deed")
def _promised_hostile_deed(c: Candidate, found: Found) -> Candidate | None:
    promise = found.get(c.token.head.index)
    if promise is None or promise.type != "AGREE" or c.token.role not in _PROMISED:
        return None
    hostile = c.type in types("hostile") or (c.type == "PROTEST" and c.mode in ("boycott", "strike"))
    clause = clause_of(c.token)
    against = clause.beside("against") or any(beside(troops, "against") for troops in clause.undergoers)
    helps = c.type == "MOBILIZE" and promise.token.lemma in words("triggers", "offers") and not against
    shared = helps or promise.token.lemma in words("triggers", "shared")
    denied = clause.is_negated
    return _threat(c, lexicon().kinds[c.type].threat) if hostile and not shared and not denied else None


@PROMISES.rule("promised-refusal")
def _promised_refusal(c: Candidate, found: Found) -> Candidate | None:
    promise = found.get(c.token.head.index)
    promised = promise is not None and promise.type == "AGREE" and promise.token.lemma in words("triggers", "vows")
    if c.type != "REJECT" or not promised or c.token.role not in _PROMISED or clause_of(c.token).is_negated:
        return None
    return replace(c, status="occurred")


def _threat(c: Candidate, mode: str | None) -> Candidate:
    return replace(c, type="THREATEN", mode=mode, status="occurred")


def _refusal(c: Candidate) -> Candidate:
    return replace(c, type="REJECT", mode=None, status="occurred")


def _is_denied(c: Candidate) -> bool:
    return c.token.pos != "noun" and clause_of(c.pivot).is_negated


@RETYPES.rule("denied-agreement")
def _denied_agreement(c: Candidate, _: Found) -> Candidate | None:
    return _refusal(c) if c.type in ("AGREE", "CONCEDE") and _is_denied(c) else None


@RETYPES.rule("promised-not-to-cooperate")
def _promised_not_to_cooperate(c: Candidate, found: Found) -> Candidate | None:
    vowed = c.type == "AGREE" and c.token.lemma in words("triggers", "vows")
    below = (verb for verb in clause_of(c.token).complements if clause_of(verb).is_negated)
    told = (found.get(verb.index) for verb in below)
    refused = any(one is not None and one.type in types("cooperative") for one in told)
    return _refusal(c) if vowed and refused else None


@RETYPES.rule("cooperation-that-will-not-be")
def _cooperation_that_will_not_be(c: Candidate, _: Found) -> Candidate | None:
    return _refusal(c) if c.type in types("cooperative") and _is_denied(c) and clause_of(c.pivot).is_future else None


@RETYPES.rule("announced-hostile-deed")
def _announced_hostile_deed(c: Candidate, _: Found) -> Candidate | None:
    told_ahead = clause_of(c.pivot).is_future and not is_unreal(c.pivot) and not is_asked(c.pivot)
    ahead = told_ahead or _is_planned(c.pivot)
    return _threat(c, lexicon().kinds[c.type].threat) if ahead and _is_threatening(c) else None


def _is_threatening(c: Candidate) -> bool:
    """Tell whether something hostile ahead is somebody's word; troops that will come may come to help."""
    if c.type not in types("hostile") or c.type == "MOBILIZE" or clause_of(c.pivot).is_negated:
        return False
    is_described = c.pivot.role == "relative" or (c.pivot.lemma == "be" and not c.token.is_verbal)
    return not is_described


@RETYPES.rule("announced-walkout")
def _announced_walkout(c: Candidate, _: Found) -> Candidate | None:
    walkout = c.type in ("REJECT", "PROTEST") and c.pivot.lemma in words("triggers", "walkouts")
    return _threat(c, "restrict") if walkout and clause_of(c.pivot).is_future else None


@RETYPES.rule("promised-concession")
def _promised_concession(c: Candidate, _: Found) -> Candidate | None:
    promised = c.type == "CONCEDE" and clause_of(c.pivot).is_future and not is_asked(c.pivot)
    return replace(c, type="AGREE", mode=None, status="occurred") if promised else None


def _is_planned(verb: Word) -> bool:
    """Tell whether a verb stands under a plan or readiness ("plans to", "is prepared to")."""
    told = {verb.head.lemma, verb.head.lower} | {c.lower for c in verb.head.by_role("predicate adjective")}
    return verb.role == "open clause" and bool(told & lexicon().sets["readiness"])
