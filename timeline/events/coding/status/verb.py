"""The status that a verb's own form, its auxiliaries and its clause give to what it tells."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from timeline.events.lexicon import lexicon
from timeline.events.parse.clause import clause_of, is_asked, is_supposed, is_to_be_done, is_unreal
from timeline.events.parse.subjects import SUBJECTS
from timeline.events.parse.word import Word, climb
from timeline.events.rules import Rules
from timeline.events.words import words
from timeline.models import Status

_DEEPEST = 5  # governors that are asked, one above the other


class Judgement(NamedTuple):
    """A status and the name of the rule that gave it (``tables/events/status.toml``)."""

    status: Status
    rule: str


class Verb(NamedTuple):
    """A verb to judge; ``depth``: how many have asked for it, one below the other."""

    word: Word
    later: bool
    depth: int = 0

    @property
    def auxiliaries(self) -> frozenset[str]:
        """Its auxiliaries as they stand in the text."""
        return frozenset(a.lower for a in clause_of(self.word).auxiliaries)

    @property
    def is_with_be(self) -> bool:
        """Whether a form of "be" is among its auxiliaries."""
        return any(a.lemma == "be" for a in clause_of(self.word).auxiliaries)

    @property
    def is_present(self) -> bool:
        """Whether the finite verb of its group is in the present."""
        finite = next(iter(clause_of(self.word).auxiliaries), self.word)
        return finite.form in ("present third", "present") or finite.lower in words("status", "present_be")

    @property
    def ahead(self) -> Status:
        """The status of what lies ahead: on a day that is told, or only promised."""
        return "scheduled" if self.later else "pledged"


@dataclass(frozen=True, slots=True)
class Governed:
    """An infinitive or participle, and the word that governs it."""

    verb: Verb
    head: Word

    @property
    def word(self) -> Word:
        """The infinitive or participle."""
        return self.verb.word

    @property
    def is_participle_clause(self) -> bool:
        """Whether it tells something beside the clause above, of the same subject."""
        beside = self.word.role in ("adverbial", "noun clause", "prepositional clause")
        return self.word.form == "present participle" and beside and not self.word.by_role(*SUBJECTS)

    @property
    def preposition(self) -> Word | None:
        """What a participle clause stands behind."""
        return self.word.head if self.is_participle_clause and self.word.role == "prepositional clause" else None

    @property
    def is_matter_of_head(self) -> bool:
        """ "The idea of meeting", "a deal for opening": it is what the noun or verb is about."""
        behind = self.preposition is not None and self.preposition.lower in words("status", "matter")
        return behind and self.head.pos in ("noun", "verb")

    def above(self, later: bool | None = None) -> Status:
        """The status of the governor; ``later``: whether it is taken to lie ahead, as its infinitive is if not told."""
        return _judged(Verb(self.head, self.verb.later if later is None else later, self.verb.depth + 1)).status


OfVerb = Callable[[Verb], "Status | None"]
OfGoverned = Callable[[Governed], "Status | None"]
# Asked of every verb; then, of an infinitive or participle, what governs it, and of another verb its own form.
CLAUSE: Rules[OfVerb] = Rules("status", "clause")
GOVERNED: Rules[OfGoverned] = Rules("status", "governed")
FINITE: Rules[OfVerb] = Rules("status", "finite")
TOLD = Judgement("occurred", "told")  # what no rule knows better has happened


def status_of_verb(verb: Word, later: bool) -> Judgement:
    """Judge a verb; ``later``: its own expression lies after the article."""
    return _judged(Verb(verb, later))


def _judged(verb: Verb) -> Judgement:
    for name, judge in CLAUSE:
        if (status := judge(verb)) is not None:
            return Judgement(status, name)
    return _judged_by_governor(verb) if _is_governed(verb) else _judged_by_form(verb)


def _judged_by_form(verb: Verb) -> Judgement:
    for name, judge in FINITE:
        if (status := judge(verb)) is not None:
            return Judgement(status, name)
    return TOLD


def _judged_by_governor(verb: Verb) -> Judgement:
    if verb.depth > _DEEPEST:
        return Judgement("hypothetical", "deep")
    governed = Governed(verb, climb(verb.word.head, ("preposition", "subordinator", "particle")))
    for name, judge in GOVERNED:
        if (status := judge(governed)) is not None:
            return Judgement(status, name)
    return TOLD


def _is_governed(verb: Verb) -> bool:
    """Tell whether a verb is an infinitive or a participle without an auxiliary that makes it finite."""
    form, clausal = verb.word.form, verb.word.role in ("open clause", "complement")
    if form == "present participle":
        return not verb.is_with_be
    if form == "past participle":
        return "to" in verb.auxiliaries or (not verb.auxiliaries and verb.word.role == "open clause")
    return form == "base" and (clausal or "to" in verb.auxiliaries)


def calls_off(verb: Word) -> bool:
    """Tell whether a verb puts off or cancels what it takes."""
    governors, particle = lexicon().governors, next((c.lower for c in verb.by_role("particle")), "")
    given = governors.get(f"{verb.lemma}_{particle}") or governors.get(verb.lemma)
    return given == "cancelled" and not clause_of(verb).is_negated


def is_put_off_until_a_day(verb: Word) -> bool:
    """Tell whether a verb puts something off until a day that is told."""
    days = (day.lower.rstrip(".") for day in clause_of(verb).beside("until", "till"))
    return calls_off(verb) and any(day in words("status", "days") for day in days)


@CLAUSE.rule("denied")
def _denied(verb: Verb) -> Status | None:
    return "negated" if clause_of(verb.word).is_negated else None


@CLAUSE.rule("told-by-a-denial")
def _told_by_a_denial(verb: Verb) -> Status | None:
    reporting, above = lexicon().reporting, verb.word.head
    charged = above.lemma in reporting["charges"] and above.role in ("object", "passive subject")
    if charged and verb.word.role in ("complement", "noun clause"):
        above = above.head  # "denied claims that", "reports that ... were denied"
    elif verb.word.role != "complement":
        return None
    is_behind = above.index < verb.word.index or charged
    denied = above.is_verbal and above.lemma in reporting["denied"] and is_behind
    return "negated" if denied and not clause_of(above).is_negated else None


@CLAUSE.rule("not-thought")
def _not_thought(verb: Verb) -> Status | None:
    above = verb.word.head
    thought = verb.word.role == "complement" and above.is_verbal and above.lemma in words("status", "thought")
    is_real = not verb.auxiliaries & {*words("status", "possible", "future"), "would"}
    return "negated" if thought and is_real and clause_of(above).is_negated else None


@CLAUSE.rule("conditional")
def _conditional(verb: Verb) -> Status | None:
    return "hypothetical" if is_supposed(verb.word) else None


@CLAUSE.rule("awaited")
def _awaited(verb: Verb) -> Status | None:
    openers = clause_of(verb.word).openers
    if verb.later or verb.word.role != "adverbial" or not openers & words("status", "waiting"):
        return None
    above = Verb(verb.word.head, later=False)
    not_yet = verb.is_present and not above.is_present and bool(openers & words("status", "until"))
    return "hypothetical" if not_yet or _is_ahead(above) else None


def _is_ahead(verb: Verb) -> bool:
    """Tell whether a verb's own words set it in the future or among what may be ("will meet", "are to meet")."""
    is_to_be = verb.word.role == "open clause" and verb.word.head.lemma == "be" and "to" in verb.auxiliaries
    return is_to_be or bool(verb.auxiliaries & words("status", "future", "possible"))


@CLAUSE.rule("after-what-is-to-come")
def _after_what_is_to_come(verb: Verb) -> Status | None:
    """ "Will leave after the others quit", "will stay while the others leave"."""
    if verb.word.role != "adverbial" or verb.later or not verb.is_present:
        return None
    beside = clause_of(verb.word).openers & words("status", "beside_what_is_to_come")
    return "hypothetical" if beside and _is_ahead(Verb(verb.word.head, later=False)) else None


@CLAUSE.rule("whatever-it-be")
def _whatever_it_be(verb: Verb) -> Status | None:
    """ "Would back whatever course they chose"."""
    taken = verb.word.by_role("object", *SUBJECTS)
    told = {word.lower for noun in taken for word in (noun, *noun.by_role("determiner"))}
    return "hypothetical" if told & words("status", "whatever") else None


@CLAUSE.rule("asked")
def _asked(verb: Verb) -> Status | None:
    return "hypothetical" if is_asked(verb.word) else None


@CLAUSE.rule("bidden")
def _bidden(verb: Verb) -> Status | None:
    """ "Asked that the envoy be freed"."""
    if not is_to_be_done(verb.word):
        return None
    given = lexicon().governors.get(verb.word.head.lemma)
    return given if given in ("pledged", "scheduled") else "hypothetical"


@CLAUSE.rule("future")
def _future(verb: Verb) -> Status | None:
    if not verb.auxiliaries & words("status", "future"):
        return None
    own = any(subject.lower in words("status", "own_word") for subject in verb.word.by_role(*SUBJECTS))
    promised = verb.word.role == "complement" and lexicon().governors.get(verb.word.head.lemma) == "pledged"
    return verb.ahead if own or promised else "scheduled"


@CLAUSE.rule("future-in-reported-speech")
def _future_in_reported_speech(verb: Verb) -> Status | None:
    reported = verb.word.role in ("complement", "open clause", "conjunct")
    promised = reported and verb.word.head.lemma in words("status", "promises_told")
    return verb.ahead if promised and "would" in verb.auxiliaries and not is_unreal(verb.word) else None


@CLAUSE.rule("possible")
def _possible(verb: Verb) -> Status | None:
    return "hypothetical" if verb.auxiliaries & words("status", "possible") else None


@FINITE.rule("lasting")
def _lasting(verb: Verb) -> Status | None:
    lasts = lexicon().governors.get(verb.word.lemma) == "ongoing"
    return "ongoing" if lasts and verb.is_present else None


@FINITE.rule("progressive")
def _progressive(verb: Verb) -> Status | None:
    under_way = verb.word.form == "present participle" and verb.is_with_be
    above = verb.word.head
    is_said = (
        "to" in verb.auxiliaries and above.lemma in words("status", "held_to_be") and Verb(above, False).is_present
    )
    return "ongoing" if under_way and (verb.is_present or is_said) else None


@FINITE.rule("dated-later")
def _dated_later(verb: Verb) -> Status | None:
    return "scheduled" if verb.later and verb.word.lemma not in words("status", "foretells") else None
