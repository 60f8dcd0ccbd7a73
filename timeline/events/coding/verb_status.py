"""The status that a verb's own form, its auxiliaries and its clause give to what it tells."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from timeline.events.lexicon import lexicon
from timeline.events.parse.clause import SUBJECTS, clause_of
from timeline.events.parse.word import Word, climb
from timeline.events.rules import Rules
from timeline.events.words import words
from timeline.models import Status

_DEEPEST = 5  # governors that are asked, one above the other


class Judgement(NamedTuple):
    """A status and the name of the rule that gave it (``tables/events/status.toml``)."""

    status: Status
    rule: str


@dataclass(frozen=True, slots=True)
class Verb:
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


@CLAUSE.rule("denied")
def _denied(verb: Verb) -> Status | None:
    return "negated" if clause_of(verb.word).is_negated else None


@CLAUSE.rule("conditional")
def _conditional(verb: Verb) -> Status | None:
    return "hypothetical" if clause_of(verb.word).markers & words("status", "conditions") else None


@CLAUSE.rule("awaited")
def _awaited(verb: Verb) -> Status | None:
    if verb.word.role != "adverbial" or not clause_of(verb.word).openers & words("status", "waiting"):
        return None
    ahead = words("status", "future") | words("status", "possible")
    return "hypothetical" if any(a.lower in ahead for a in clause_of(verb.word.head).auxiliaries) else None


@CLAUSE.rule("asked")
def _asked(verb: Verb) -> Status | None:
    word, subjects = verb.word, verb.word.by_role(*SUBJECTS)
    if word.role != "root" or not subjects or not word.tree.text.rstrip(" \"”'’").endswith("?"):
        return None
    turned = any(a.index < subjects[0].index for a in clause_of(word).auxiliaries)
    return "hypothetical" if turned else None


@CLAUSE.rule("future")
def _future(verb: Verb) -> Status | None:
    return verb.ahead if verb.auxiliaries & words("status", "future") else None


@CLAUSE.rule("future-in-reported-speech")
def _future_in_reported_speech(verb: Verb) -> Status | None:
    reported = verb.word.role in ("complement", "open clause", "conjunct")
    promised = reported and verb.word.head.lemma in words("status", "promises_told")
    return verb.ahead if promised and "would" in verb.auxiliaries else None


@CLAUSE.rule("possible")
def _possible(verb: Verb) -> Status | None:
    return "hypothetical" if verb.auxiliaries & words("status", "possible") else None


@FINITE.rule("lasting")
def _lasting(verb: Verb) -> Status | None:
    lasts = lexicon().governors.get(verb.word.lemma) == "ongoing"
    return "ongoing" if lasts and verb.is_present else None


@FINITE.rule("progressive")
def _progressive(verb: Verb) -> Status | None:
    under_way = verb.word.form == "present participle" and verb.is_with_be and verb.is_present
    return "ongoing" if under_way else None


@FINITE.rule("dated-later")
def _dated_later(verb: Verb) -> Status | None:
    return "scheduled" if verb.later else None


@GOVERNED.rule("infinitive-of-a-headline")
def _infinitive_of_a_headline(g: Governed) -> Status | None:
    alone = g.head is g.word and g.word.form == "base"
    return "scheduled" if alone and g.word.by_role(*SUBJECTS) else None


@GOVERNED.rule("ungoverned")
def _ungoverned(g: Governed) -> Status | None:
    return "occurred" if g.head is g.word or g.head.pos == "unknown" else None


@GOVERNED.rule("joined")
def _joined(g: Governed) -> Status | None:
    return g.above() if g.word.role == "conjunct" and g.head.pos == "verb" else None


@GOVERNED.rule("going-to")
def _going_to(g: Governed) -> Status | None:
    going = g.head.lower == "going" and g.word.role == "open clause" and any(c.lemma == "be" for c in g.head.children)
    return g.verb.ahead if going else None


@GOVERNED.rule("without-doing")
def _without_doing(g: Governed) -> Status | None:
    return "negated" if g.preposition is not None and g.preposition.lower == "without" else None


@GOVERNED.rule("short-of-doing")
def _short_of_doing(g: Governed) -> Status | None:
    short = g.preposition is not None and "short" in (g.preposition.lower, g.preposition.head.lower)
    return "negated" if short else None


@GOVERNED.rule("idea-of-doing")
def _idea_of_doing(g: Governed) -> Status | None:
    return "hypothetical" if g.is_matter_of_head and g.head.lemma in words("status", "unreal") else None


@GOVERNED.rule("governor-of-doing")
def _governor_of_doing(g: Governed) -> Status | None:
    given = lexicon().governors.get(g.head.lemma)
    return given if g.is_matter_of_head and given != "pass" else None


@GOVERNED.rule("accompanying")
def _accompanying(g: Governed) -> Status | None:
    if not g.is_participle_clause:
        return None
    return g.above() if g.head.pos == "verb" else "occurred"


@GOVERNED.rule("aim-of-a-journey")
def _aim_of_a_journey(g: Governed) -> Status | None:
    journey = g.head.lemma in lexicon().motion and g.word.role in ("adverbial", "open clause")
    return g.above() if journey else None


@GOVERNED.rule("governor")
def _governor(g: Governed) -> Status | None:
    described = [c.lower for c in g.head.by_role("predicate adjective", "predicate") if c.index < g.word.index]
    governors = lexicon().governors
    told = (governors.get(word) for word in (g.head.lower, g.head.lemma.lower(), *described))
    given = next((status for status in told if status is not None), None)
    if given is None:
        return None
    if given == "pass":
        return g.above()
    return _under(g.above(later=False) if g.head.is_verbal else "occurred", given)


# How far a governor must have happened itself: of these above it, the event has theirs.
_HELD_BACK: dict[Status, tuple[Status, ...]] = {
    "ongoing": ("pledged", "scheduled", "hypothetical", "negated"),
    "attempted": ("pledged", "scheduled", "hypothetical"),
    "scheduled": ("negated", "hypothetical"),
    "pledged": ("negated", "hypothetical"),
}


def _under(above: Status, given: Status) -> Status:
    """The status that a governor gives, as far as it has happened itself."""
    if given == above == "negated":
        return "occurred"
    return above if above in _HELD_BACK.get(given, ()) else given


@GOVERNED.rule("be-to")
def _be_to(g: Governed) -> Status | None:
    return "scheduled" if g.head.lemma == "be" and g.word.role == "open clause" else None


@GOVERNED.rule("aim")
def _aim(g: Governed) -> Status | None:
    aims = g.head.pos == "noun" or g.word.role in ("adverbial", "noun clause", "open clause", "relative")
    return "hypothetical" if aims else None


@GOVERNED.rule("as-above")
def _as_above(g: Governed) -> Status | None:
    return g.above() if g.head.is_verbal else None
