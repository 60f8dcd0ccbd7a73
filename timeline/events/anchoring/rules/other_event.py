"""Events dated by another event: told again, beside it, governed by it, or coordinated with it."""

from __future__ import annotations

from timeline.events.anchoring.expressions import is_announced, is_beside
from timeline.events.anchoring.placed import NEWS, Placed, after, before, open_stretch, point
from timeline.events.anchoring.rule import TABLE, Place
from timeline.events.anchoring.same_event import parties
from timeline.events.anchoring.state import Evidence, by_timex
from timeline.events.parse.attach import Attached
from timeline.events.parse.clause import clause_of
from timeline.events.parse.subjects import SUBJECTS
from timeline.events.parse.word import Form, Role, Word, climb, verb_over
from timeline.events.rules import Rules
from timeline.events.words import words
from timeline.models import EventTime

# The longest stretch of days that tells when an event told again was.
_STRETCH = 31

TOLD_AGAIN: Rules[Place] = Rules(TABLE, "told_again")
ADJUNCT_NOUN: Rules[Place] = Rules(TABLE, "adjunct_noun")
OCCASION: Rules[Place] = Rules(TABLE, "occasion")
OTHER_EVENT: Rules[Place] = Rules(TABLE, "other_event")
LOWER_CLAUSE: Rules[Place] = Rules(TABLE, "lower_clause")


def tells_deed(e: Evidence) -> bool:
    """A main verb in the simple past without an expression of its own."""
    return e.token.role in ("root", "conjunct") and e.status == "occurred" and _is_simple_past(e) and not e.own


def may_come_again(e: Evidence) -> bool:
    """What has happened is told again: by a noun, or by a verb that looks back."""
    looks_back = e.reading.tense in ("PAST", "PRESPART") or "PERFECTIVE" in e.reading.aspect
    return e.status == "occurred" and (e.token.pos == "noun" or looks_back)


@TOLD_AGAIN.rule("told-again")
def told_again(e: Evidence) -> Placed | None:
    """The time of an event told before with the same word, where this mention adds none.

    In a stretch of days there may have been several, so that it takes a name that both share; in a long one always.
    """
    told = e.state.known.find(e.token, e.state.timex_words)
    days = told.placed.time.interval.days or 0 if told is not None else 0
    if told is None or not 0 < days <= _STRETCH:
        return None
    if days > 1 and not told.names & parties(e.token, e.state.timex_words):
        return None
    return Placed(told.placed.time, told.anchor)


@TOLD_AGAIN.rule("in-told-event")
def in_told_event(e: Evidence) -> Placed | None:
    """On the day of the event in whose course it happened, where that was told before ("died in the attack")."""
    if not e.token.is_verbal or e.reading.event_class == "REPORTING":
        return None
    for noun in clause_of(e.token).beside(*words("anchoring", "in_course_of")):
        known = any(c.lower in words("anchoring", "known") for c in noun.by_role("determiner"))
        told = e.state.known.find(noun, e.state.timex_words) if known else None
        if told is not None and told.placed.time.interval.days == 1:
            return Placed(told.placed.time, told.anchor)
    return None


def in_adjunct(e: Evidence) -> bool:
    """A noun in an adjunct that need not share the time of its clause."""
    return is_beside(e.mention)


@ADJUNCT_NOUN.rule("noun-behind-after")
def noun_behind_after(e: Evidence) -> Placed | None:
    """Before the clause that comes after it ("After the vote, Peru recalled its envoy")."""
    if e.token.head.lower not in words("anchoring", "following"):
        return None
    return Placed(point(before(_time_of(e, _main(e)).begin.interval)), e.by_event(_main(e)))


@ADJUNCT_NOUN.rule("noun-behind-before")
def noun_behind_before(e: Evidence) -> Placed | None:
    """After the clause that comes before it ("Peru recalled its envoy before the vote")."""
    if e.token.head.lower not in words("anchoring", "preceding"):
        return None
    return Placed(point(after(_time_of(e, _main(e)).interval)), e.by_event(_main(e)))


def _main(e: Evidence) -> Word:
    """The verb whose adjunct the noun stands in."""
    return verb_over(e.token.head)


def _time_of(e: Evidence, word: Word) -> EventTime:
    return (e.above(word) or e.state.reference_day).time


# What a word is to another that may date it.
_LINKED: tuple[Role, ...] = (
    "adverbial",
    "conjunct",
    "complement",
    "parallel",
    "prepositional clause",
    "open clause",
)


def hangs_on_another(e: Evidence) -> bool:
    """Not in such an adjunct, but told by a verb, or in a clause below or beside one."""
    linked = e.mention.pivot is not e.token or e.token.role in _LINKED
    return linked and not is_beside(e.mention)


@OTHER_EVENT.rule("told-by-verb")
def told_by_verb(e: Evidence) -> Placed | None:
    """With the verb that tells it ("held talks"), not with what only announces it."""
    return None if is_announced(e.mention) else e.above(e.mention.pivot)


def _opened(e: Evidence, conjunctions: str) -> bool:
    """Tell whether one of these conjunctions opens an adverbial clause."""
    return e.token.role == "adverbial" and bool(clause_of(e.token).openers & words("anchoring", conjunctions))


@OTHER_EVENT.rule("clause-just-after")
def clause_just_after(e: Evidence) -> Placed | None:
    """On the day of the clause over it, where that came hours or minutes later ("left, hours after the army fled")."""
    after_it = next((w for w in e.token.by_role("marker") if w.lower in words("anchoring", "opens_after")), None)
    how_long = after_it.before if after_it is not None and e.token.role == "adverbial" else None
    if how_long is None or how_long.lower not in words("anchoring", "moments", "at_once"):
        return None
    over = _time_of(e, e.token.head)
    return Placed(over, e.by_event(e.token.head)) if over.interval.days == 1 else None


@OTHER_EVENT.rule("clause-after")
def clause_after(e: Evidence) -> Placed | None:
    """Before the clause over it ("After the army left, the sides signed")."""
    return (
        Placed(point(before(_time_of(e, e.token.head).begin.interval)), e.by_event(e.token.head))
        if _opened(e, "opens_after")
        else None
    )


@OTHER_EVENT.rule("clause-before")
def clause_before(e: Evidence) -> Placed | None:
    """After the clause over it ("The army left before the sides signed")."""
    return (
        Placed(point(after(_time_of(e, e.token.head).interval)), e.by_event(e.token.head))
        if _opened(e, "opens_before")
        else None
    )


@OTHER_EVENT.rule("clause-while")
def clause_while(e: Evidence) -> Placed | None:
    """While the clause over it happens ("when they met", "saying so"); no past one while something still goes on."""
    over = (e.above(e.token.head) or _by_expression_above(e)) if e.token.role == "adverbial" else None
    if over is None or not (_opened(e, "opens_while") or e.token.form == "present participle"):
        return None
    last, today = over.time.end.not_after, e.dct.not_after
    goes_on = last is None or (today is not None and last > today)
    return None if e.reading.tense == "PAST" and goes_on else Placed(over.time, e.by_event(e.token.head))


def _by_expression_above(e: Evidence) -> Placed | None:
    """The day that an expression gives to a clause that tells no event ("was in Lima on Monday, while ...")."""
    told = next((a for a in e.attached if a.host == e.token.head and a.marker not in words("anchoring", "open")), None)
    named = told is not None and 0 < (told.timex.interval.days or 0) <= _STRETCH
    return Placed(point(told.timex.interval), by_timex(told)) if told is not None and named else None


def _first(e: Evidence) -> Placed | None:
    """The time of the word that it is coordinated with."""
    return e.above(e.token.head) if e.token.role == "conjunct" else None


@OTHER_EVENT.rule("coordinated-past")
def coordinated_past(e: Evidence) -> Placed | None:
    """On the day of the dated past verb that it goes on from ("was flown home on Monday and resigned")."""
    first = _first(e) if e.token.head.form in ("past", "past participle") else None
    if first is None or not first.is_explicit or not _is_simple_past(e):
        return None
    return Placed(first.time, e.by_event(e.token.head))


@OTHER_EVENT.rule("coordinated-alike")
def coordinated_alike(e: Evidence) -> Placed | None:
    """With the word of the same form that it shares its subject with ("plans to meet and sign")."""
    first = _first(e)
    if first is None or first.anchor.kind == "dct" or e.token.by_role(*SUBJECTS):
        return None
    return Placed(first.time, e.by_event(e.token.head)) if e.token.form == e.token.head.form else None


def _is_simple_past(e: Evidence) -> bool:
    return (e.reading.tense, e.reading.aspect) == ("PAST", "NONE")


@OTHER_EVENT.rule("date-of-report")
def date_of_report(e: Evidence) -> Placed | None:
    """On the day when somebody told it as news ("said Wednesday that he agreed"), or refused to do it."""
    told = report_of(e)
    refuses = e.reading.tense in ("FUTURE", "NONE") and e.status == "negated"
    has_done = e.reading.tense == "PRESENT" and e.reading.aspect == "PERFECTIVE" and not e.is_lasting
    if told is None or not (refuses or (e.status == "occurred" and (has_done or _is_simple_past(e)))):
        return None
    return Placed(point(told.timex.interval), by_timex(told))


@OTHER_EVENT.rule("before-its-report")
def before_its_report(e: Evidence) -> Placed | None:
    """By the day when somebody told that it had been done before."""
    told = report_of(e)
    had = (e.reading.tense, e.reading.aspect) == ("PAST", "PERFECTIVE")
    if told is None or not had or e.status != "occurred":
        return None
    return Placed((open_stretch if e.is_lasting else point)(before(told.timex.interval)), by_timex(told))


def report_of(e: Evidence) -> Attached | None:
    """The day on which somebody told what a clause says."""
    first, last = sorted((e.token.index, e.token.head.index))
    apart = any(word.text == ";" for word in e.token.tree[first:last])  # "vetoed it; parliament overrode him in May"
    if e.token.role not in ("complement", "parallel") or apart:
        return None
    told = (a for a in e.attached if a.host == e.token.head and a.timex.not_after)
    return next((a for a in told if a.marker != "since"), None)  # not "the first time since 1979 that"


@OCCASION.rule("at-their-meeting")
def at_their_meeting(e: Evidence) -> Placed | None:
    """On the day of what a participle beside it says they were there for ("meeting on Monday, they condemned it")."""
    beside = (c for noun in (e.token, *clause_of(e.token).subjects) for c in noun.children if _tells_occasion(c))
    told = next((a for clause in beside for a in e.attached if a.host is clause), None)
    last = told.timex.not_after if told is not None else None
    if told is None or not last or not e.dct.not_before or last + NEWS < e.dct.not_before:
        return None
    return Placed(point(told.timex.interval), by_timex(told))


def _tells_occasion(clause: Word) -> bool:
    """Tell whether a participle tells the occasion of what is said or done."""
    role = clause.role in ("adverbial", "noun clause") and clause.form == "present participle"
    return role and clause.lemma in words("anchoring", "occasions")


@OTHER_EVENT.rule("looked-back-on")
def looked_back_on(e: Evidence) -> Placed | None:
    """Before the verb that blames or regrets it ("accused of hiding it", "regretted calling him")."""
    verb = _looking_back(e.token)
    if verb is None:
        return None
    days = _time_of(e, verb).interval.intersect(before(e.dct)) or e.dct
    return Placed(point(before(days)), e.by_event(verb))


def _looking_back(token: Word) -> Word | None:
    """The verb that looks back on a deed told by its -ing form."""
    if token.form != "present participle":
        return None
    while token.role == "conjunct" and token.head.form == "present participle":
        token = token.head
    head = token.head
    if token.role == "prepositional clause" and head.lower in words("anchoring", "blamed_for"):
        return head.head if head.head.lemma in words("durations", "blame") else None
    return head if token.role == "open clause" and head.lemma in words("durations", "recall") else None


@OTHER_EVENT.rule("bare-infinitive")
def bare_infinitive(e: Evidence) -> Placed | None:
    """With the verb over it ("helped them cross the river")."""
    over = e.above(e.token.head) if e.token.role == "complement" and e.token.form == "base" else None
    if over is None or e.reading.tense != "INFINITIVE" or e.status not in ("occurred", "ongoing", "negated"):
        return None
    return Placed(over.time, e.by_event(e.token.head))


_LOWER: tuple[Role, ...] = ("open clause", "prepositional clause", "noun clause", "adverbial")
_FINITE: tuple[Form, ...] = ("past", "present", "present third", "modal")
_NONFINITE: tuple[Form, ...] = ("base", "present participle", "past participle")


def _governor(e: Evidence) -> Word:
    return climb(e.token.head, ("preposition", "subordinator"))


def is_lower_clause(e: Evidence) -> bool:
    """A clause without a finite verb; what had been done in it came before."""
    if is_beside(e.mention) or e.token.role not in _LOWER or e.token.form not in _NONFINITE or _is_finite(e.token):
        return False
    if (
        e.token.role == "noun clause"
        and e.token.form == "past participle"
        and e.token.lemma in words("anchoring", "had_made")
    ):
        return False
    return "PERFECTIVE" not in e.reading.aspect and e.status in ("occurred", "attempted", "negated", "ongoing")


def shares_time_above(e: Evidence) -> bool:
    """The word over it is dated; what goes on is more than the news of a day."""
    over = e.above(_governor(e))
    return over is not None and not (e.status == "ongoing" and e.state.is_of_reference_day(over))


def _is_finite(verb: Word) -> bool:
    """Tell whether an auxiliary makes a clause of its own of a participle ("because he was seen")."""
    return any(a.form in _FINITE for a in clause_of(verb).auxiliaries[:1])


def _placed_above(e: Evidence) -> Placed:
    return e.above(_governor(e)) or e.state.reference_day


@LOWER_CLAUSE.rule("asked")
def asked(e: Evidence) -> Placed | None:
    """A question has the day of its answer ("Asked about the talks, he shrugged")."""
    opens = e.token.form == "past participle" and e.token.role == "adverbial" and e.token.index < _governor(e).index
    if not opens or e.token.lemma not in words("anchoring", "asked"):
        return None
    return Placed(_placed_above(e).time, e.by_event(_governor(e)))


@LOWER_CLAUSE.rule("opening-participle")
def opening_participle(e: Evidence) -> Placed | None:
    """Before the clause that it opens ("Founded by monks, the school closed")."""
    opens = e.token.role == "adverbial" and e.token.index < _governor(e).index
    if e.token.form != "past participle" or not opens:
        return None
    return Placed(point(before(_placed_above(e).time.begin.interval)), e.by_event(_governor(e)))


@LOWER_CLAUSE.rule("doing-before")
def doing_before(e: Evidence) -> Placed | None:
    """What the clause over it comes after ("apologised after closing the port")."""
    begin = _placed_above(e).time.begin.interval
    if e.token.role != "prepositional clause" or e.token.head.lower not in words("anchoring", "opens_after"):
        return None
    return Placed(point(before(begin if begin.not_after else e.dct)), e.by_event(_governor(e)))


@LOWER_CLAUSE.rule("talked-about")
def talked_about(e: Evidence) -> Placed | None:
    """After the talk about it ("conferred on sending troops")."""
    end = _placed_above(e).time.end
    if (
        e.token.role != "prepositional clause"
        or e.token.head.lower not in words("anchoring", "about")
        or not end.not_after
    ):
        return None
    return Placed(point(after(end.interval)), e.by_event(_governor(e)))


@LOWER_CLAUSE.rule("clause-of-verb")
def clause_of_verb(e: Evidence) -> Placed | None:
    """With the verb over it ("managed to open the road")."""
    return Placed(_placed_above(e).time, e.by_event(_governor(e)))
