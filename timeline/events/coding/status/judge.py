"""Did it happen? The status of an event as seen from the article's day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from timeline.events.coding.candidate import Candidate
from timeline.events.coding.status import governed  # noqa: F401 - its rules register themselves
from timeline.events.coding.status.verb import Judgement, calls_off, is_put_off_until_a_day, status_of_verb
from timeline.events.lexicon import lexicon
from timeline.events.parse.clause import clause_of, is_unreal, sets_a_day
from timeline.events.parse.noun_phrase import adjuncts_of, measure_of
from timeline.events.parse.timeml import read
from timeline.events.parse.word import Word
from timeline.events.rules import Rules
from timeline.events.words import words

if TYPE_CHECKING:
    from timeline.models import Status


@dataclass(frozen=True, slots=True)
class Noun:
    """An event noun and the verb whose event it is, the noun itself where there is none."""

    word: Word
    pivot: Word
    later: bool

    @property
    def top(self) -> Word:
        """The noun that says how much there is of it ("a round of talks"), else the noun itself."""
        return measure_of(self.word)

    @property
    def is_under_a_verb(self) -> bool:
        """Whether a verb makes an event of it."""
        return self.word is not self.pivot

    @property
    def preposition(self) -> str | None:
        """The preposition by which it is an adjunct of its verb."""
        return self.top.head.lower if self.is_under_a_verb and self.top.role == "prepositional object" else None


class Typed(NamedTuple):
    """A typed event and the status that its words give it."""

    candidate: Candidate
    status: Status


OfNoun = Callable[[Noun], "Status | None"]
NOUN: Rules[OfNoun] = Rules("status", "noun")
OfTyped = Callable[[Typed], "Status | None"]
TYPED: Rules[OfTyped] = Rules("status", "typed")


def status_of(token: Word, pivot: Word, later: bool) -> Judgement:
    """Judge a mention by its verb and what governs it; ``later``: its own expression lies after the article."""
    if token.pos == "noun":
        noun = Noun(token, pivot, later)
        for name, judge in NOUN:
            if (status := judge(noun)) is not None:
                return Judgement(status, name)
    return status_of_verb(pivot, later)


def status_of_event(c: Candidate, judged: Judgement) -> Judgement:
    """Judge a typed event: a rule that gave it its type may have said, and an act of speech is done by being told.

    ``judged``: its mention by its verb and what governs it.
    """
    if c.status is not None:
        return Judgement(c.status, c.origin)
    for name, judge in TYPED:
        if (status := judge(Typed(c, judged.status))) is not None:
            return Judgement(status, name)
    return judged


@TYPED.rule("act-of-speech")
def _act_of_speech(event: Typed) -> Status | None:
    spoken = event.candidate.type in ("REJECT", "THREATEN")
    return "occurred" if spoken and event.status in ("scheduled", "pledged") else None


@TYPED.rule("reported-promise")
def _reported_promise(event: Typed) -> Status | None:
    c = event.candidate
    told = c.token is c.pivot and c.pivot.role == "complement" and not is_unreal(c.pivot)
    reported = c.type == "AGREE" and told and c.pivot.head.lemma in lexicon().reporting["verbs"]
    return "occurred" if reported and event.status in ("pledged", "scheduled", "hypothetical") else None


@NOUN.rule("no")
def _no(noun: Noun) -> Status | None:
    return "negated" if any(c.lower == "no" for c in noun.word.by_role("determiner")) else None


@NOUN.rule("any")
def _any(noun: Noun) -> Status | None:
    """ "Vets all candidates before any election": none is told."""
    ahead = noun.top.role == "prepositional object" and noun.top.head.lower in words("status", "adjunct_ahead")
    return "hypothetical" if ahead and any(c.lower == "any" for c in noun.word.by_role("determiner")) else None


@NOUN.rule("put-off-until-a-day")
def _put_off_until_a_day(noun: Noun) -> Status | None:
    put_off = noun.top.role in ("object", "passive subject") and is_put_off_until_a_day(noun.top.head)
    return "scheduled" if put_off else None


@NOUN.rule("accepted")
def _accepted(noun: Noun) -> Status | None:
    """ "Accepted the resignation of Odal": what was offered has been."""
    taken = noun.top.role in ("object", "passive subject") and noun.top.head.lemma in words("status", "accepts")
    return "occurred" if taken and noun.word.lemma in words("status", "offered") else None


@NOUN.rule("brings-nothing-about")
def _brings_nothing_about(noun: Noun) -> Status | None:
    """ "The raids have not broken them": what failed to do something to somebody has been."""
    verb = noun.top.head
    acts = noun.top.role == "subject" and verb.by_role("object") and verb.lemma not in words("status", "takes_place")
    told = acts and verb.is_verbal and clause_of(verb).is_negated and not noun.later
    reading = read(verb) if told else None
    is_past = reading is not None and (reading.tense == "PAST" or reading.aspect == "PERFECTIVE")
    return "occurred" if is_past else None


@NOUN.rule("set-for-a-day")
def _set_for_a_day(noun: Noun) -> Status | None:
    return "scheduled" if noun.top.role == "object" and noun.later and sets_a_day(noun.top.head) else None


@NOUN.rule("taken-by-a-verb")
def _taken_by_a_verb(noun: Noun) -> Status | None:
    taken = noun.top.role in ("object", "passive subject")
    if not noun.is_under_a_verb:
        return "cancelled" if taken and calls_off(noun.top.head) else None
    governors, verb = lexicon().governors, noun.pivot
    particle = next((c.lower for c in verb.by_role("particle")), "")
    if noun.top.role == "prepositional object" and noun.top.head.head is verb:
        taken, particle = f"{verb.lemma}_{noun.preposition}" in governors, noun.preposition or ""
    if not taken and noun.top.role != "conjunct":
        return None
    given = governors.get(f"{verb.lemma}_{particle}") or governors.get(verb.lemma)
    if given is None or given == "pass" or verb.lemma in words("status", "orders"):
        return None
    return "negated" if clause_of(verb).is_negated else given


@NOUN.rule("taken-back")
def _taken_back(noun: Noun) -> Status | None:
    verb = noun.top.head
    taken = noun.top.role in ("object", "passive subject") and verb.lemma in words("status", "takes_back")
    offered = taken and noun.word.lemma in words("status", "offered")
    return "cancelled" if offered and status_of_verb(verb, False).status == "occurred" else None


@NOUN.rule("under-way")
def _under_way(noun: Noun) -> Status | None:
    """ "The talks are under way"."""
    if noun.top.role != "subject" or clause_of(noun.pivot).is_negated:
        return None
    told = {c.lower for c in noun.pivot.by_role("adverb", "predicate adjective")}
    told |= {f"{preposition}_{of.lower}" for preposition, of in adjuncts_of(noun.pivot)}
    return "ongoing" if told & words("status", "under_way") else None


@NOUN.rule("announced")
def _announced(noun: Noun) -> Status | None:
    """ "Announced a visit to Mali": not what is known already ("announced the visit", "his visit in May")."""
    announced = noun.top.role == "object" and noun.top.head.lemma in words("status", "announces")
    if not announced or noun.word.lemma not in words("status", "announced") or _is_known(noun.word):
        return None
    return "scheduled" if status_of_verb(noun.top.head, False).status == "occurred" else None


@NOUN.rule("described")
def _described(noun: Noun) -> Status | None:
    modifiers = lexicon().modifiers
    near = (c.lower for c in noun.word.by_role("adjective", "compound"))
    return next((modifiers[word] for word in near if word in modifiers), None)


@NOUN.rule("topic-of-a-view")
def _topic_of_a_view(noun: Noun) -> Status | None:
    """ "A tougher line on talks with Mali": nobody has met for that."""
    behind = noun.top.role == "prepositional object" and noun.top.head.lower in words("status", "topical")
    viewed = behind and noun.top.head.head.lemma in words("status", "views") and not _is_known(noun.word)
    return "hypothetical" if viewed else None


@NOUN.rule("without")
def _without(noun: Noun) -> Status | None:
    word = noun.word
    if word.role != "prepositional object":
        return None
    other = any(c.lower in words("status", "instead") for c in word.head.by_role("adverb"))
    return "negated" if other or word.head.lower == "without" else None


@NOUN.rule("beside-a-later-date")
def _beside_a_later_date(noun: Noun) -> Status | None:
    return "scheduled" if noun.preposition is not None and noun.later else None


@NOUN.rule("during-what-is-denied")
def _during_what_is_denied(noun: Noun) -> Status | None:
    held = noun.preposition in words("status", "adjunct_of_denied")
    return "occurred" if held and clause_of(noun.pivot).is_negated else None


@NOUN.rule("after-it")
def _after_it(noun: Noun) -> Status | None:
    return "occurred" if noun.preposition in words("status", "adjunct_past") else None


@NOUN.rule("under-what-is-to-come")
def _under_what_is_to_come(noun: Noun) -> Status | None:
    """ "Called for talks", "will hold talks": a noun that no verb makes an event."""
    above = None if noun.is_under_a_verb else _wished_by(noun.word)
    if above is None:
        return None
    ahead: tuple[Status, ...] = ("hypothetical", "pledged", "scheduled")
    if lexicon().governors.get(above.lemma.lower()) in ahead:
        return "hypothetical"
    status = status_of_verb(above, False).status if above.pos == "verb" and above is not noun.word else None
    return status if status in ahead else None


def _wished_by(noun: Word) -> Word | None:
    """What a noun that tells nothing known is the object of."""
    head, role = noun.head, noun.role
    while role == "conjunct" and head.pos == "noun":
        head, role = head.head, head.role
    if role == "prepositional object" and head.lower in words("status", "about"):
        return head.head
    return head if role in ("object", "passive subject") and not _is_known(noun) else None


def _is_known(noun: Word) -> bool:
    """Tell whether an article or owner marks a noun's event as known ("the move"), not as one to come."""
    marks = {c.lower for c in noun.by_role("determiner", "owner")}
    described = any(c.lower == "of" for c in noun.by_role("preposition"))
    return bool(marks & words("status", "told_as_known")) or ("the" in marks and not described)
