"""Events without any date near them: tense, aspect, class and status against the article's day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.edtf import Interval
from timeline.events.anchoring.same_event import interval_of
from timeline.events.anchoring.state import Ground, Seen, after, before, point, running_note, stretch
from timeline.events.parse.aspect import lasts
from timeline.events.parse.timeml import read
from timeline.events.parse.word import Word
from timeline.events.words import words
from timeline.models import EventAnchor, EventTime

if TYPE_CHECKING:
    from datetime import date


def by_tense(seen: Seen, ground: Ground) -> tuple[EventTime, EventAnchor]:
    """Date an event by its tense, aspect, class and status as seen from the day its story runs on."""
    time, note = _by_tense(seen, ground)
    return _since_outset(seen, time, note, ground)


def _since_outset(seen: Seen, time: EventTime, note: EventAnchor, ground: Ground) -> tuple[EventTime, EventAnchor]:
    """What has happened, or goes on, in a story that began on a known day did so since then."""
    if ground.outset is None or time.begin.not_before is not None or time.begin.not_after is None:
        return time, note
    began, source = ground.outset
    if began.not_before is None or time.begin.not_after < began.not_before:
        return time, note
    affair = seen.token.lemma in words("durations", "affairs")
    if affair and time.kind == "span":
        return stretch(began, time.end.interval), source
    lasting = seen.token.lemma in words("durations", "responses")
    perfect = "PERFECTIVE" in seen.reading.aspect and seen.reading.tense == "PRESENT"
    if not (lasting or perfect):
        return time, note
    since = Interval(began.not_before, time.begin.not_after)
    if time.kind == "day":
        return point(since), source
    end = time.end.interval if time.end.not_before else since
    return stretch(since, end), source


def _by_tense(seen: Seen, ground: Ground) -> tuple[EventTime, EventAnchor]:
    note = EventAnchor(kind="dct" if ground.day != Interval(None, None) else "none")
    if ground.day == Interval(None, None):
        return point(Interval(None, None)), note
    reading, status = seen.reading, seen.status
    simple = reading.tense in ("PAST", "PRESENT") and reading.aspect == "NONE"
    if ground.heading is not None and status == "occurred" and (simple or seen.token.role == "root"):
        if reading.event_class not in ("REPORTING", "STATE", "I_STATE"):
            return ground.heading
    lasting = seen.kind is None and lasts(seen.token)
    today = ground.day
    if status in ("scheduled", "pledged", "hypothetical", "cancelled"):
        ahead = after(today)
        meant = _meant(seen)
        if meant is not None and meant.index in ground.done:
            return ground.done[meant.index][0], EventAnchor(kind="event", text=meant.text)
        above = ground.done.get(seen.token.head.index)
        if above is not None and seen.reading.tense == "INFINITIVE" and seen.kind is None:
            begin, end = above[0].begin, above[0].end
            wish = read(seen.token.head).event_class == "I_STATE"
            if (
                not wish
                and above[0].kind == "span"
                and begin.not_after
                and end.not_before
                and begin.not_after <= end.not_before
            ):
                return above[0], EventAnchor(kind="event", text=seen.token.head.text)  # an ongoing effort to do it
            if begin.not_after and today.not_before and begin.not_after < today.not_before:
                later = Interval(begin.not_before, None)
                return point(later), EventAnchor(kind="event", text=seen.token.head.text)
        return (
            stretch(ahead, ahead) if lasting or _keeps_on(seen) or seen.token.form == "plural" else point(ahead)
        ), note
    spoken = reading.event_class == "REPORTING" and reading.tense == "PRESENT"
    if status == "ongoing" and (reading.event_class == "ASPECTUAL" or spoken) and seen.kind is None:
        return point(ground.running), running_note(ground)  # that it goes on is today's news
    if status == "ongoing":
        return stretch(before(today), after(today)), note
    copula = seen.token.head
    if (
        seen.token.role == "predicate adjective"
        and copula.lemma == "be"
        and read(copula).tense == "PAST"
        and seen.kind is None
    ):
        return point(ground.running), running_note(ground)  # "the minister was pleased": at what is told today
    if seen.token.pos in ("noun", "adjective", "name") and seen.kind is None:
        return _noun_by_clause(seen, ground, lasting)
    if "PERFECTIVE" in reading.aspect:
        if "PROGRESSIVE" in reading.aspect and reading.tense == "PRESENT":
            return stretch(before(today), after(today)), note
        reported = seen.kind is None and seen.token.role == "complement"
        if reading.tense == "PRESENT" and ((ground.lead and seen.kind is None) or reported) and not lasting:
            return point(ground.running), running_note(ground)
        past = before(ground.running if reading.tense == "PAST" else today)
        return (stretch(past, past) if lasting else point(past)), note
    if reading.tense == "PRESENT" and seen.kind is None and _condition(seen.token):
        return point(after(today)), note
    if reading.tense == "PRESENT" and not ground.headline and seen.kind is None:
        lasting_state = seen.token.lemma in words("durations", "states")
        if (
            reading.event_class in ("REPORTING", "I_STATE", "ASPECTUAL")
            and seen.token.pos == "verb"
            and not lasting_state
        ):
            return point(ground.running), running_note(ground)
        return stretch(before(today), after(today)), note
    told = reading.event_class == "REPORTING"
    if (
        seen.kind is None
        and seen.token.role == "noun clause"
        and seen.token.form == "past participle"
        and _still(seen.token)
    ):
        return stretch(before(today), after(today)), note
    if not told and seen.kind is None and _earlier(seen.token):
        past = before(ground.running)
        return (stretch(past, past) if lasting else point(past)), note
    goes_on = seen.kind is None or _same_actors(seen.token)
    if not told and ground.narrative is not None and reading.tense == "PAST" and goes_on:
        return ground.narrative
    if not told and ground.looks_back and not ground.lead and seen.kind is None and reading.tense == "PAST":
        past = before(today)
        return (stretch(past, past) if lasting else point(past)), note
    if not told and seen.kind is None and seen.token.role == "noun clause" and seen.token.form == "present participle":
        past = before(today)  # "those calling for a vote": what tells who they are lasted, and lies before
        return stretch(past, past), note
    return point(ground.running), running_note(ground)


def _same_actors(verb: Word) -> bool:
    """Tell whether a verb goes on about those of the sentence before ("The two leaders signed ...", "They agreed")."""
    if verb.form != "past":
        return False
    subject = next((c for c in verb.children if c.role == "subject"), None)
    if subject is None or subject.pos == "name":
        return verb.role == "conjunct" and _same_actors(verb.head)
    if subject.lower in words("parties", "personal") | words("parties", "plural"):
        return True
    return subject.form == "plural" and any(c.lower in ("two", "both") for c in subject.children)


def _meant(seen: Seen) -> Word | None:
    """The word that has an infinitive's time: the deed it is the purpose of, or "seem" and the like.

    "The embargo is meant to cripple trade": while the embargo lasts.
    """
    verb = seen.token.head
    if (
        seen.reading.tense == "INFINITIVE"
        and seen.token.role == "open clause"
        and verb.lemma in words("durations", "raising")
    ):
        return verb
    if (
        seen.reading.tense != "INFINITIVE"
        or verb.lemma not in words("durations", "purpose")
        or verb.form != "past participle"
    ):
        return None
    return (
        verb.head
        if verb.role == "noun clause"
        else next((c for c in verb.children if c.role == "passive subject"), None)
    )


def _condition(verb: Word) -> bool:
    """Tell whether a present verb stands in a clause that opens a possible future ("when it ends", "if he comes")."""
    return verb.role == "adverbial" and any(
        c.lower in _OPENING for c in verb.children if c.role in ("marker", "adverb")
    )


_OPENING = frozenset({"if", "when", "once", "until", "unless", "before", "after", "till", "whenever"})


def _keeps_on(seen: Seen) -> bool:
    if (
        seen.kind is None
        and seen.reading.tense in ("FUTURE", "INFINITIVE")
        and seen.token.lemma not in words("durations", "moments")
    ):
        return True
    return seen.kind is None and seen.reading.event_class in ("STATE", "I_STATE")


def _still(participle: Word) -> bool:
    """Tell whether a participle tells how somebody is, not what was done."""
    return participle.lemma in words("durations", "posture") or any(c.lower == "still" for c in participle.children)


def _earlier(verb: Word) -> bool:
    """Tell whether a past verb stands in a relative clause or under a verb of saying: before the story's day."""
    if verb.form not in ("past", "past participle"):
        return False
    return verb.role in ("relative", "noun clause")


def _noun_by_clause(seen: Seen, ground: Ground, lasting: bool) -> tuple[EventTime, EventAnchor]:
    """An event noun without any date goes with the verb of its clause, unless it lasts."""
    note = EventAnchor(kind="dct")
    verb = seen.token.head
    while verb.pos not in ("verb", "auxiliary") and verb.head != verb:
        verb = verb.head
    above = ground.done.get(verb.index)
    many = seen.token.form == "plural"  # arrests, rains: on several days
    if lasting and above is not None and above[1].kind != "none":
        edge = _edge(seen.token, verb)
        if edge == "begin" and above[0].begin.not_before:
            return stretch(interval_of(above[0]), after(interval_of(above[0]))), EventAnchor(
                kind="event", text=verb.text
            )
        if edge == "end":
            return stretch(before(interval_of(above[0])), interval_of(above[0])), EventAnchor(
                kind="event", text=verb.text
            )
    if lasting or seen.reading.event_class in ("STATE", "I_STATE"):
        known = any(c.lower in ("the", "this") for c in seen.token.children)
        ahead = above[0].begin if above is not None and not known else None
        if ahead is not None and ahead.not_before and ground.day.not_after and ahead.not_before >= ground.day.not_after:
            if ahead.not_before > ground.day.not_after or ahead.not_after is None:
                return stretch(ahead.interval, ahead.interval), EventAnchor(kind="event", text=verb.text)
        return stretch(before(ground.day), after(ground.day)), note
    if above is not None:
        begin = above[0].begin
        if begin.not_after is None and begin.not_before is not None and above[0].end == begin:
            return (stretch if many else _one)(begin.interval, begin.interval), EventAnchor(
                kind="event", text=verb.text
            )
        if begin.not_before is None and begin.not_after is not None and above[0].end == begin and many:
            return stretch(begin.interval, begin.interval), EventAnchor(kind="event", text=verb.text)
        dated = above[1].kind in ("timex", "table") and above[1].text is not None
        if many and not dated and seen.token.role in _WITHIN and begin.not_after and _by(begin.not_after, ground.day):
            past = before(begin.interval)  # "over the objections of farmers": several, by then
            return stretch(past, past), EventAnchor(kind="event", text=verb.text)
        goes_on = above[0].kind == "span" and above[0].end.not_after is None and begin != above[0].end
        if not (goes_on and seen.token.role == "prepositional object" and not many):
            return above[0], EventAnchor(kind="event", text=verb.text)
        # "the dispute stems from the raid": what goes on rests on something that happened once.
    return point(before(ground.day)), note


_WITHIN = frozenset({"prepositional object", "object", "unknown", "conjunct"})


def _by(day: date, today: Interval) -> bool:
    return today.not_after is not None and day <= today.not_after


def _edge(noun: Word, verb: Word) -> str | None:
    """Tell whether a verb tells of its noun's beginning or its end ("the talks broke off")."""
    if (
        noun.head != verb
        or noun.role not in ("subject", "passive subject", "object")
        or read(verb).tense not in ("PAST", "PRESENT")
    ):
        return None
    told = read(verb)
    if told.aspect == "PROGRESSIVE" or (told.tense, told.aspect) == ("PRESENT", "NONE"):
        return None
    if verb.lemma not in words("durations", "begin") | words("durations", "end"):
        return None
    return "begin" if verb.lemma in words("durations", "begin") else "end"


def _one(begin: Interval, _end: Interval) -> EventTime:
    return point(begin)
