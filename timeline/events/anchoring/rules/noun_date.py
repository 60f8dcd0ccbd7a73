"""Verbs dated by an event noun of their clause that has a date ("lost his seat in the 2010 election")."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import takewhile

from timeline.edtf import Interval
from timeline.events.anchoring.expressions import next_of_weekday
from timeline.events.anchoring.placed import NEWS, Placed, after, before, point
from timeline.events.anchoring.rule import TABLE, Place
from timeline.events.anchoring.state import Evidence, by_timex
from timeline.events.lexicon import lexicon
from timeline.events.parse.attach import Attached
from timeline.events.parse.clause import clause_of
from timeline.events.parse.word import Role, Word, verb_over
from timeline.events.rules import Rules
from timeline.events.words import words

NOUN_DATE: Rules[Place] = Rules(TABLE, "noun_date")
DATE_OF_HELD: Rules[Place] = Rules(TABLE, "date_of_held")

_BELOW: tuple[Role, ...] = ("object", "prepositional object", "preposition", "predicate")
# How far days and weeks that are not counted reach: days.
_REACH = {"day": 31, "week": 92}


def looks_back(e: Evidence) -> bool:
    """A verb of the past without an expression of its own."""
    return e.token.is_verbal and e.reading.tense == "PAST" and e.status != "ongoing" and not e.own


def has_no_date(e: Evidence) -> bool:
    """A verb without an expression of its own."""
    return e.token.is_verbal and not e.own


@DATE_OF_HELD.rule("date-of-object")
def date_of_object(e: Evidence) -> Placed | None:
    """On the day of what it only holds or makes ("to hold talks on Saturday", "will sign a pact next year")."""
    clause, today = clause_of(e.token), e.dct.not_after
    if e.token.lemma not in words("triggers", "made") or clause.is_passive or e.status not in ("scheduled", "pledged"):
        return None
    told = next((a for noun in clause.undergoers for a in e.attached if _is_of(noun, a)), None)
    begin = told.timex.not_before if told is not None else None
    return _on(told) if told is not None and begin and today and begin > today else None


@DATE_OF_HELD.rule("in-coming-event")
def in_coming_event(e: Evidence) -> Placed | None:
    """In the course of what lies ahead on a day ("will be chosen in an election on Wednesday"); who goes, for it."""
    if e.status not in ("scheduled", "pledged") or not e.dct.not_after:
        return None
    goes = e.token.lemma in words("clauses", "motion") or e.token.lemma in words("anchoring", "comes_together")
    course = words("anchoring", "in_course_of") | ({"for"} if goes else set())
    for preposition, a in _adjuncts(e):
        day = next_of_weekday(a, e.token, e.dct) or a.timex.interval
        if preposition in course and _tells_event(a.host) and day.not_before and day.not_before > e.dct.not_after:
            return Placed(point(day), by_timex(a))
    return None


@NOUN_DATE.rule("date-of-subject")
def date_of_subject(e: Evidence) -> Placed | None:
    """On the day of what it tells the outcome of ("the bombing in 1998 killed four")."""
    clause = clause_of(e.token)
    if clause.is_passive or e.token.lemma not in words("anchoring", "outcomes"):
        return None
    told = next((a for noun in clause.doers for a in e.attached if _is_of(noun, a)), None)
    return _on(told) if told is not None else None


def _is_of(noun: Word, found: Attached) -> bool:
    """Tell whether an expression dates an event noun, or what stands in its phrase."""
    between = [*takewhile(lambda word: word is not noun, found.host.ancestors)]
    of_phrase = found.host == noun or (
        noun.is_above(found.host) and not any(word.is_verbal for word in (found.host, *between))
    )
    return (
        (_tells_event(noun) or _tells_event(found.host))
        and of_phrase
        and found.timex.type != "DURATION"
        and _has_days(found)
    )


def _has_days(found: Attached) -> bool:
    return bool(found.timex.not_before and found.timex.not_after)


def _tells_event(noun: Word) -> bool:
    return noun.pos == "noun" and noun.lemma in lexicon().nouns


def _on(found: Attached) -> Placed:
    return Placed(point(found.timex.interval), by_timex(found))


@NOUN_DATE.rule("in-dated-document")
def in_dated_document(e: Evidence) -> Placed | None:
    """On the day of what it is said in ("In a statement released on Thursday, Haas said"), or of what says it."""
    course = words("anchoring", "in_course_of")
    adjuncts = (noun for preposition, noun in clause_of(e.token).adjuncts if preposition in course)
    told = (*adjuncts, *clause_of(e.token).doers)
    told_in = [noun for noun in told if noun.lemma in words("anchoring", "documents")]
    dated = (
        a
        for noun in told_in
        for a in e.attached
        if _has_days(a) and (a.host == noun or (a.host.head == noun and a.host.role == "noun clause"))
    )
    when = next((a for a in dated if a.timex.interval.not_after and _is_by(a, e.dct)), None)
    return _on(when) if when is not None else None


def _is_by(found: Attached, dct: Interval) -> bool:
    """Tell whether a date does not lie after the article."""
    begin = found.timex.not_before
    return begin is not None and (dct.not_after is None or begin <= dct.not_after)


@NOUN_DATE.rule("in-dated-event")
def in_dated_event(e: Evidence) -> Placed | None:
    """In the course of what has a date ("lost his seat in the 2010 election")."""
    if e.token.lemma in words("attach", "feeling") | words("durations", "blame"):
        return None  # what is felt or said about it comes later
    course = words("anchoring", "in_course_of")
    told = next((a for prep, a in _adjuncts(e) if prep in course and _tells_event(a.host)), None) or _of_relative(e)
    return _on(told) if told is not None else None


def _of_relative(e: Evidence) -> Attached | None:
    """The date of what a clause tells what happened there ("a ceremony last week at which he spoke")."""
    noun = e.token.head
    if e.token.role != "relative" or not _is_setting(e.token):
        return None
    return next((a for a in e.attached if _dates_noun(a, noun)), None)


def _dates_noun(found: Attached, noun: Word) -> bool:
    """Tell whether an expression dates a noun, or stands right behind it ("a ceremony last week in which").

    The parser may take the clause to be about the expression itself.
    """
    return _has_days(found) and (found.host == noun or found.first <= noun.index + 1 <= found.end)


def _is_setting(clause: Word) -> bool:
    """Tell whether a relative clause opens with "at which", "where" or the like."""
    course = words("anchoring", "in_course_of")
    behind = (w for p in clause.by_role("preposition") if p.lower in course for w in p.by_role("prepositional object"))
    at_which = any(w.lower == "which" for w in behind)
    return at_which or any(w.lower in ("where", "when") for w in clause.by_role("adverb"))


@NOUN_DATE.rule("after-dated-event")
def after_dated_event(e: Evidence) -> Placed | None:
    """After what was longer ago than the news ("cut ties after the 1998 revolution")."""
    behind = words("anchoring", "opens_after")
    told = next((a for prep, a in _adjuncts(e) if prep in behind and _is_long_ago(a, e.dct)), None)
    return Placed(point(_between(told, e.dct)), by_timex(told)) if told is not None else None


@NOUN_DATE.rule("before-dated-event")
def before_dated_event(e: Evidence) -> Placed | None:
    """Before what was longer ago than the news ("was mayor before the 1998 revolution")."""
    ahead = words("anchoring", "opens_before")
    told = next((a for prep, a in _adjuncts(e) if prep in ahead and _is_long_ago(a, e.dct)), None)
    return Placed(point(before(told.timex.interval)), by_timex(told)) if told is not None else None


@NOUN_DATE.rule("stretch-beside-event")
def stretch_beside_event(e: Evidence) -> Placed | None:
    """Before or after an event by days, weeks or more ("in the weeks after the coup"), where that is dated."""
    beside = words("anchoring", "opens_after", "opens_before")
    links = (w for w in e.token.tree if w.lower in beside and _opens_stretch(w))
    link = next((w for w in links if verb_over(w) == e.token), None)
    if link is None:
        return None
    noun = link.by_role("prepositional object")[0]
    known = _placed(noun, e)
    if link.lower in words("anchoring", "opens_before"):
        return Placed(point(before(known.time.interval if known else e.dct)), e.by_event(noun, known and known.anchor))
    since = _since(known.time.interval, link.before, e.dct) if known else None
    return Placed(point(since or before(e.dct)), e.by_event(noun, known and known.anchor))


def _since(days: Interval, span: Word | None, dct: Interval) -> Interval | None:
    """From an event to the article's day; "in the days after" it ends sooner than "in the years after"."""
    reach = _REACH.get(span.lemma) if span is not None else None
    end = days.not_after + timedelta(days=reach) if reach and days.not_after else None
    return Interval(days.not_before, end).intersect(before(dct))


def _opens_stretch(link: Word) -> bool:
    """Tell whether a preposition stands between a stretch of time and what it is measured from."""
    span = link.before
    told = span is not None and span.form == "plural" and span.lemma in words("anchoring", "spans")
    counted = span is not None and bool(span.by_role("count"))
    return told and not counted and bool(link.by_role("prepositional object"))


def _placed(noun: Word, e: Evidence) -> Placed | None:
    """The time of an event noun: by its own expression, or as it was told before."""
    found = next((a for a in e.attached if a.host == noun and _has_days(a)), None)
    if found is not None:
        return _on(found)
    told = e.state.known.find(noun, e.state.timex_words)
    return told.placed if told is not None else None


def _adjuncts(e: Evidence) -> Iterator[tuple[str, Attached]]:
    """The dates of nouns in prepositional phrases of the verb's clause, each with its preposition."""
    for a in e.attached:
        if (
            a.host.pos == "noun"
            and a.host.role == "prepositional object"
            and _has_days(a)
            and _is_below(a.host, e.token)
        ):
            yield a.host.head.lower, a


def _is_below(noun: Word, verb: Word) -> bool:
    """Tell whether nothing but objects and their phrases stands between a noun and a verb, before which it opens."""
    if noun.index < verb.index:
        return noun.head.head == verb
    node = noun
    while node != verb:
        described = node.role == "noun clause" and node.form == "past participle"  # "votes cast in the poll"
        if not (described or node.role in _BELOW):
            return False
        node = node.head
    return True


def _is_long_ago(found: Attached, dct: Interval) -> bool:
    last, today = found.timex.not_after, dct.not_before
    return last is not None and today is not None and today - last > NEWS


def _between(found: Attached, dct: Interval) -> Interval:
    return after(found.timex.interval).intersect(before(dct)) or found.timex.interval
