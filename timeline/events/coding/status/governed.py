"""The status of an infinitive or participle, by what governs it."""

from __future__ import annotations

import re

from timeline.events.coding.status.verb import GOVERNED, Governed, Verb, calls_off
from timeline.events.lexicon import lexicon
from timeline.events.parse.clause import clause_of
from timeline.events.parse.subjects import SUBJECTS
from timeline.events.parse.word import Word
from timeline.events.words import words
from timeline.models import Status

_YEAR = re.compile(r"1[0-9]{3}|20[0-9]{2}")


@GOVERNED.rule("infinitive-of-a-headline")
def _infinitive_of_a_headline(g: Governed) -> Status | None:
    alone = g.head is g.word and g.word.form == "base"
    return "scheduled" if alone and g.word.by_role(*SUBJECTS) else None


@GOVERNED.rule("fragment-with-a-later-date")
def _fragment_with_a_later_date(g: Governed) -> Status | None:
    fragment = g.head.role == "root" and g.head.pos == "noun" and g.word.role in ("noun clause", "relative")
    return "scheduled" if fragment and g.verb.later else None


@GOVERNED.rule("perfect-infinitive")
def _perfect_infinitive(g: Governed) -> Status | None:
    held = g.head.lemma in words("status", "held_to_be") and g.head.form == "past participle"
    held = held or g.head.lemma in lexicon().reporting["verbs"]  # "claims to have shot it down"
    return "occurred" if held and any(a.lemma == "have" for a in clause_of(g.word).auxiliaries) else None


@GOVERNED.rule("yet-to-do")
def _yet_to_do(g: Governed) -> Status | None:
    open_still = g.head.lemma in ("have", "be") and any(c.lower == "yet" for c in g.head.by_role("adverb"))
    return "negated" if open_still and g.word.role == "open clause" else None


@GOVERNED.rule("no-plan")
def _no_plan(g: Governed) -> Status | None:
    wished = g.head.pos == "noun" and (
        g.head.lemma in words("status", "unreal") or lexicon().governors.get(g.head.lemma) in ("scheduled", "pledged")
    )
    return "negated" if wished and any(c.lower == "no" for c in g.head.by_role("determiner")) else None


@GOVERNED.rule("put-off")
def _put_off(g: Governed) -> Status | None:
    planned = g.head.lemma == "be" or lexicon().governors.get(g.head.lemma) == "scheduled"
    return "cancelled" if planned and any(_is_called_off(word) for word in (g.head, *g.head.ancestors)) else None


def _is_called_off(word: Word) -> bool:
    """Tell whether what a clause tells is called off beside it, or what it describes is."""
    if word.role in ("relative", "noun clause") or word.pos == "adjective":
        return _is_called_off(word.head)
    if word.role in ("object", "passive subject"):
        return calls_off(word.head)
    if word.role == "subject" and word.head.lemma in words("status", "takes_place"):
        return clause_of(word.head).is_negated  # "the visit he was to pay will not take place"
    return any(calls_off(verb) for verb in word.by_role("conjunct"))


@GOVERNED.rule("had-been-due")
def _had_been_due(g: Governed) -> Status | None:
    """ "He had been due to land at noon": he has not."""
    due = lexicon().governors.get(g.head.lower) == "scheduled" and g.word.role == "open clause"
    told = [a.lemma for a in clause_of(g.head if g.head.is_verbal else g.head.head).auxiliaries]
    finite = g.head if g.head.is_verbal else g.head.head
    been = finite.lower == "been" or "be" in told
    return "cancelled" if due and been and any(a.lower == "had" for a in clause_of(finite).auxiliaries) else None


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
    preposition = g.preposition
    if preposition is None:
        return None
    other = any(c.lower in words("status", "instead") for c in preposition.by_role("adverb"))
    return "negated" if other or preposition.lower == "without" else None


@GOVERNED.rule("short-of-doing")
def _short_of_doing(g: Governed) -> Status | None:
    short = g.preposition is not None and "short" in (g.preposition.lower, g.preposition.head.lower)
    return "negated" if short else None


@GOVERNED.rule("kept-from-doing")
def _kept_from_doing(g: Governed) -> Status | None:
    kept = g.preposition is not None and g.preposition.lower == "from" and g.head.lemma in words("clauses", "keeping")
    return _under(g.above(later=False), "negated") if kept else None


@GOVERNED.rule("idea-of-doing")
def _idea_of_doing(g: Governed) -> Status | None:
    before = g.preposition.before if g.preposition is not None else None
    ideas = [one for one in (g.head, before) if one is not None and one.lemma in words("status", "unreal")]
    return "hypothetical" if g.is_matter_of_head and ideas else None


@GOVERNED.rule("governor-of-doing")
def _governor_of_doing(g: Governed) -> Status | None:
    given = lexicon().governors.get(g.head.lemma)
    return given if g.is_matter_of_head and given != "pass" else None


@GOVERNED.rule("force-at-work")
def _force_at_work(g: Governed) -> Status | None:
    at_work = g.word.role == "noun clause" and g.word.form == "present participle"
    in_a_year = any(_YEAR.fullmatch(word.text) for word in g.word.tree)  # "in 1999 he praised troops fighting them"
    return "ongoing" if at_work and not in_a_year and g.head.lemma in lexicon().sets["force"] else None


@GOVERNED.rule("accompanying")
def _accompanying(g: Governed) -> Status | None:
    if not g.is_participle_clause:
        return None
    return g.above() if g.head.pos == "verb" else "occurred"


@GOVERNED.rule("aim-of-a-journey")
def _aim_of_a_journey(g: Governed) -> Status | None:
    journey = g.head.lemma in words("clauses", "motion") and g.word.role in ("adverbial", "open clause")
    return g.above() if journey else None


@GOVERNED.rule("aim-of-a-message")
def _aim_of_a_message(g: Governed) -> Status | None:
    sent = g.head.lemma in words("clauses", "messages") and g.word.role in ("adverbial", "open clause")
    return g.above() if sent and g.word.lemma in words("clauses", "said_in_messages") else None


@GOVERNED.rule("appointed-to")
def _appointed_to(g: Governed) -> Status | None:
    appointed = g.head.lemma in words("clauses", "appointing") and g.word.role in ("open clause", "adverbial")
    return g.above() if appointed and g.word.lemma in words("clauses", "in_office") else None


@GOVERNED.rule("aim-of-a-stay")
def _aim_of_a_stay(g: Governed) -> Status | None:
    """ "Was in Kabul to meet": whoever is at the place came for it."""
    stays = g.head.lemma == "be" and clause_of(g.head).beside("in", "at") and g.word.role == "adverbial"
    return g.above() if stays and any(noun.pos == "name" for noun in clause_of(g.head).beside("in", "at")) else None


@GOVERNED.rule("obliged")
def _obliged(g: Governed) -> Status | None:
    has_to = g.head.lemma == "have" and g.word.role == "open clause" and "to" in g.verb.auxiliaries
    return "hypothetical" if has_to and Verb(g.head, later=False).is_present else None


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
    return _under(_of_governor(g), given)


def _of_governor(g: Governed) -> Status:
    """Whether a governor is told as fact: a verb by itself, an adjective by its copula ("is not ready to")."""
    if g.head.is_verbal:
        return g.above(later=False)
    return "negated" if g.head.role == "predicate adjective" and clause_of(g.head.head).is_negated else "occurred"


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
