"""Events that lie ahead: planned, pledged, possible or called off."""

from __future__ import annotations

from timeline.edtf import Interval
from timeline.events.anchoring.placed import NEWS, Placed, after, open_stretch, point
from timeline.events.anchoring.rule import TABLE, Place
from timeline.events.anchoring.rules.other_event import report_of
from timeline.events.anchoring.state import BY_DCT, Evidence, by_timex
from timeline.events.parse.timeml import event_class
from timeline.events.parse.word import Word, verb_over
from timeline.events.rules import Rules
from timeline.events.words import words

PLANNED: Rules[Place] = Rules(TABLE, "planned")
INFINITIVE: Rules[Place] = Rules(TABLE, "infinitive")
AHEAD_OF_ARTICLE: Rules[Place] = Rules(TABLE, "ahead_of_article")


def lies_ahead(e: Evidence) -> bool:
    """Planned, pledged, possible or called off."""
    return e.status in ("scheduled", "pledged", "hypothetical", "cancelled")


def _with(e: Evidence, word: Word | None) -> Placed | None:
    placed = e.above(word) if word is not None else None
    return Placed(placed.time, e.by_event(word)) if placed is not None and word is not None else None


@PLANNED.rule("seeming")
def seeming(e: Evidence) -> Placed | None:
    """With the verb that only says how sure it is ("the truce appears to hold")."""
    return _with(e, e.token.head) if e.token.head.lemma in words("durations", "raising") else None


@PLANNED.rule("goes-on-planning")
def goes_on_planning(e: Evidence) -> Placed | None:
    """With the dated plan that it goes on with ("will fly to Lima on Monday, where she will speak")."""
    clause = e.token
    while clause.role in ("open clause", "predicate adjective", "conjunct") and clause.head.is_verbal:
        clause = clause.head  # "where she is due to speak"
    verb, before_it = verb_over(clause.head), clause.first.before
    told = clause.role == "relative" and verb.is_verbal and e.status in ("scheduled", "pledged")
    known = e.above(verb) if told and before_it is not None and before_it.lower == "," else None
    return Placed(known.time, e.by_event(verb)) if known is not None and known.is_explicit else None


@PLANNED.rule("purpose")
def purpose(e: Evidence) -> Placed | None:
    """As long as the deed that has this purpose ("the embargo is meant to cripple trade")."""
    verb = e.token.head
    if verb.lemma not in words("durations", "purpose"):
        return None
    return _with(e, verb.head if verb.role == "noun clause" else next(iter(verb.by_role("passive subject")), None))


def is_infinitive(e: Evidence) -> bool:
    """What is to be done."""
    return lies_ahead(e) and e.reading.tense == "INFINITIVE"


def is_dated_above(e: Evidence) -> bool:
    """It hangs on a dated verb."""
    return e.above(e.token.head) is not None


def _over(e: Evidence) -> Placed:
    return e.above(e.token.head) or e.state.reference_day


@INFINITIVE.rule("effort")
def effort(e: Evidence) -> Placed | None:
    """While the effort to do it goes on; what is only wished lies ahead."""
    over = _over(e)
    begun, ended = over.time.begin.not_after, over.time.end.not_before
    is_plan = e.status in ("scheduled", "pledged")  # "is scheduled to meet": no effort goes on
    if is_plan or event_class(e.token.head) == "I_STATE" or over.time.kind == "day":
        return None
    return Placed(over.time, e.by_event(e.token.head)) if begun and ended and begun <= ended else None


@INFINITIVE.rule("after-its-verb")
def after_its_verb(e: Evidence) -> Placed | None:
    """After the past verb over it ("they had agreed to meet")."""
    begin = _over(e).time.begin
    if not (begin.not_after and e.dct.not_before and begin.not_after < e.dct.not_before):
        return None
    return Placed(point(Interval(begin.not_before, None)), e.by_event(e.token.head))


@AHEAD_OF_ARTICLE.rule("after-its-report")
def after_its_report(e: Evidence) -> Placed | None:
    """After the day when somebody told it, where that is long past ("said in March that she would leave")."""
    told = report_of(e)
    days = told.timex.interval if told is not None else Interval(None, None)
    if told is None or not days.not_before or not days.not_after or not e.dct.not_before:
        return None
    is_long_past = days.not_after + NEWS < e.dct.not_before
    return Placed(point(after(days)), by_timex(told)) if is_long_past else None


@AHEAD_OF_ARTICLE.rule("planned-lasting")
def planned_lasting(e: Evidence) -> Placed | None:
    """What will last, or is planned more than once, begins on or after the article's day."""
    keeps_on = e.reading.tense in ("FUTURE", "INFINITIVE") and e.token.lemma not in words("durations", "moments")
    lasting = keeps_on or e.is_state
    if not (lasting or e.is_lasting or e.token.form == "plural"):
        return None
    return Placed(open_stretch(after(e.dct)), BY_DCT)


@AHEAD_OF_ARTICLE.rule("planned")
def planned(e: Evidence) -> Placed | None:
    """On or after the article's day."""
    return Placed(point(after(e.dct)), BY_DCT)
