"""When an event happened: an interval with honest bounds, and what dates it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from timeline.edtf import Interval
from timeline.events.attach import Attached
from timeline.events.clause import SUBJECTS
from timeline.events.lexicon import lexicon
from timeline.events.tense import read
from timeline.models import Bounds, EventAnchor, EventTime
from timeline.tables.load import read_toml

if TYPE_CHECKING:
    from spacy.tokens import Token

    from timeline.events.tense import Reading

OPEN = Bounds()
_BEFORE = frozenset({"before", "until", "till", "by"})
_AFTER = frozenset({"after", "following", "from"})
# A date a clause compares with ("higher than a year earlier") does not date it.
_MEASURES = frozenset({"than"})


@dataclass(slots=True)
class Ground:
    """What is known of time in an article when a sentence is reached.

    ``day``: the DCT; ``running``: the day the story runs on; ``done``: times of the sentence's words so far.
    """

    day: Interval
    running: Interval
    running_start: int | None = None
    done: dict[int, tuple[EventTime, EventAnchor]] = field(default_factory=dict)
    headline: bool = False
    lead: bool = False
    looks_back: bool = False
    narrative: tuple[EventTime, EventAnchor] | None = None
    stems: dict[str, tuple[EventTime, EventAnchor]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Seen:
    """An event mention as the anchoring rules see it."""

    token: Token
    pivot: Token
    reading: Reading
    status: str
    kind: str | None


def point(interval: Interval) -> EventTime:
    """One day somewhere in an interval."""
    bounds = Bounds(not_before=interval.not_before, not_after=interval.not_after)
    return EventTime(kind="day", begin=bounds, end=bounds)


def stretch(begin: Interval, end: Interval) -> EventTime:
    """From some day of one interval to some day of another."""
    return EventTime(
        kind="span",
        begin=Bounds(not_before=begin.not_before, not_after=begin.not_after),
        end=Bounds(not_before=end.not_before, not_after=end.not_after),
    )


def before(interval: Interval) -> Interval:
    """Up to the end of an interval."""
    return Interval(None, interval.not_after)


def after(interval: Interval) -> Interval:
    """From the beginning of an interval."""
    return Interval(interval.not_before, None)


def anchor(seen: Seen, attached: Sequence[Attached], ground: Ground) -> tuple[EventTime, EventAnchor]:
    """Date an event by the strongest evidence in its sentence, else by tense against the DCT."""
    own = _own(seen, attached)
    if own:
        placed = _from_timexes(seen, own, attached, ground)
        if placed is not None:
            return placed
    linked = _linked(seen, attached, ground)
    if linked is not None:
        return linked
    again = _again(seen, ground)
    if again is not None:
        return again
    return _by_tense(seen, ground)


def stem(token: Token) -> str:
    """A key that a verb and its noun share: "abduct" and "abduction", "vote" and "voted"."""
    lemma = token.lemma_.lower()
    key = lemma[:5] if len(lemma) > 5 else lemma.removesuffix("e")
    return f"{key[:-1]}s" if key.endswith("d") else key  # invade, invasion


def remember(ground: Ground, token: Token, time: EventTime, note: EventAnchor) -> None:
    """Keep the date told with a word for the article's later mentions of it; the most exact one where several are."""
    known = ground.stems.get(stem(token))
    if known is None or not _narrower(known[0], time):
        ground.stems[stem(token)] = (time, note.model_copy(update={"text": token.text}))


def _narrower(one: EventTime, other: EventTime) -> bool:
    """Tell whether a time lies inside another that is longer."""
    inner, outer = _interval(one), _interval(other)
    return inner != outer and inner.intersect(outer) == inner


def _again(seen: Seen, ground: Ground) -> tuple[EventTime, EventAnchor] | None:
    """The time of an event told before with the same word, where this mention adds none."""
    if seen.reading.event_class in ("REPORTING", "STATE", "I_STATE") or seen.status not in ("occurred", "ongoing"):
        return None
    nominal = seen.token.pos_ == "NOUN"
    if not nominal and seen.reading.tense not in ("PAST", "PRESPART"):
        return None
    found = ground.stems.get(stem(seen.token))
    if found is None:
        return None
    return found[0], EventAnchor(kind="event", start=found[1].start, text=found[1].text)


def _hosts(seen: Seen) -> list[Token]:
    hosts = [seen.token]
    if seen.pivot != seen.token and seen.pivot.pos_ in ("VERB", "AUX") and not _side(seen):
        hosts.append(seen.pivot)
    # "began to fall apart in mid-1996": the beginning shares the date of what begins.
    if seen.reading.event_class == "ASPECTUAL":
        hosts += [c for c in seen.token.children if c.dep_ == "xcomp"]
    token = seen.pivot if not _side(seen) else seen.token
    # "rushed to New York in 2016 to meet him": motion and its purpose share their time.
    if token.dep_ in ("advcl", "xcomp") and token.head.lemma_ in lexicon().motion:
        hosts.append(token.head)
    # A participle or infinitive under a light governor shares the clause's time ("began shelling on Monday").
    if token.dep_ == "xcomp" and lexicon().governors.get(token.head.lemma_) == "pass":
        hosts.append(token.head)
    return hosts


def _side(seen: Seen) -> bool:
    """Tell whether a nominal event stands in an adjunct that need not share the clause's time."""
    return seen.token.dep_ == "pobj" and seen.token.head.lower_ in (
        "after",
        "before",
        "following",
        "since",
        "ahead",
        "until",
        "for",
        "despite",
        "of",
        "over",
        "to",
        "by",
        "from",
        "about",
        "with",
    )


def _own(seen: Seen, attached: Sequence[Attached]) -> list[Attached]:
    hosts = {h.i for h in _hosts(seen)}
    return [
        a
        for a in attached
        if a.host.i in hosts
        and a.marker not in _MEASURES
        and (a.timex.not_before or a.timex.not_after)
        and (a.timex.value != "PRESENT_REF" or (seen.status == "occurred" and seen.reading.tense == "PAST"))
    ]


def _joined(near: Attached, attached: Sequence[Attached]) -> EventTime | None:
    """Two days joined by a dash or "to" ("May 3-5") are one stretch."""
    for other in attached:
        gap = other.timex.start - near.timex.end
        days = near.timex.interval.days == other.timex.interval.days == 1
        if days and 0 < gap <= 4 and near.timex.interval.not_before and other.timex.interval.not_before:
            if near.timex.interval.not_before < other.timex.interval.not_before and other.marker not in ("and", "or"):
                return stretch(near.timex.interval, other.timex.interval)
    return None


def _from_timexes(
    seen: Seen, own: list[Attached], attached: Sequence[Attached], ground: Ground
) -> tuple[EventTime, EventAnchor] | None:
    own = sorted(own, key=lambda a: (a.host.i != seen.token.i, abs(a.first - seen.token.i)))
    ends = [a for a in own if a.marker in ("until", "till", "through")]
    since = [a for a in own if a.marker == "since"]
    starts = [a for a in own if a.marker == "from"]
    near = own[0]
    note = EventAnchor(
        kind="table" if near.timex.anchor.kind == "table" else "timex", start=near.timex.start, text=near.timex.text
    )
    joined = _joined(near, attached)
    if joined is not None and seen.status != "negated":
        return joined, note
    if since:
        begin = since[0].timex.interval
        return stretch(begin, after(ground.day)), note
    if ends:
        begin = starts[0].timex.interval if starts else before(ends[0].timex.interval)
        return stretch(begin, ends[0].timex.interval), note
    if starts and len(own) > 1:
        hull = starts[0].timex.interval
        for a in own:
            hull = hull.hull(a.timex.interval)
        return stretch(starts[0].timex.interval, Interval(hull.not_after, hull.not_after)), note
    shared: Interval | None = None
    for a in own:
        value = a.timex.interval
        if a.marker in _BEFORE and a.timex.mod is None:
            value = before(value)
        elif a.marker == "after":
            value = after(value)
        both = value if shared is None else shared.intersect(value)
        if both is None:
            continue
        shared = both
    if shared is None:
        return None
    if (
        seen.status == "occurred"
        and shared.not_before
        and ground.day.not_after
        and shared.not_before > ground.day.not_after
    ):
        return None
    # A past event inside a stretch that runs past the article lies in its past part.
    if seen.status == "occurred" and ground.day.not_after:
        cut = shared.intersect(before(ground.day))
        if cut is not None and seen.reading.tense == "PAST":
            shared = cut
    if seen.status in ("scheduled", "pledged", "hypothetical") and shared == ground.day:
        ahead = after(ground.day)
        return (stretch(ahead, ahead) if lasts(seen.token) else point(ahead)), note
    long = shared.days is None or shared.days > 1
    if seen.kind is None and long and shared.not_before and shared.not_after:
        if near.timex.type == "DURATION" or lasts(seen.token) or seen.reading.event_class in ("STATE", "I_STATE"):
            # A state or a lasting event fills the stretch its expression names.
            return stretch(
                Interval(shared.not_before, shared.not_before), Interval(shared.not_after, shared.not_after)
            ), note
    return point(shared), note


def _linked(seen: Seen, attached: Sequence[Attached], ground: Ground) -> tuple[EventTime, EventAnchor] | None:
    """Time taken over from another word: coordination, a governing verb, an adjunct's clause, a report's day."""
    token, pivot = seen.token, seen.pivot
    if _side(seen):
        prep = token.head.lower_
        main = ground.done.get(pivot.i)
        limit = _interval(main[0]) if main else ground.running
        if prep in ("after", "following", "since", "despite"):
            return point(before(limit)), EventAnchor(kind="event" if main else "dct", text=pivot.text)
        if prep in ("before", "ahead", "until"):
            return point(after(limit)), EventAnchor(kind="event" if main else "dct", text=pivot.text)
        return None
    if token != pivot and pivot.i in ground.done:
        return ground.done[pivot.i]
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in ("during", "at", "in"):
            for noun in child.children:
                if noun.i in ground.done and noun.dep_ == "pobj" and ground.done[noun.i][1].kind in ("timex", "event"):
                    return ground.done[noun.i][0], EventAnchor(kind="event", text=noun.text)
    head = token.head
    marks = {c.lower_ for c in token.children if c.dep_ in ("mark", "advmod") and c.i < token.i}
    if token.dep_ == "advcl" and (head.i in ground.done or marks & {"after", "before", "since"}):
        main = ground.done.get(head.i) or (point(ground.running), _running(ground))
        if "after" in marks or "since" in marks:
            return point(before(_interval(main[0]))), EventAnchor(kind="event", text=head.text)
        if "before" in marks:
            return point(after(_interval(main[0]))), EventAnchor(kind="event", text=head.text)
        if marks & {"when", "while", "as"} or token.tag_ == "VBG":
            return main[0], EventAnchor(kind="event", text=head.text)
    if token.dep_ == "conj" and head.i in ground.done:
        alike = token.tag_ == head.tag_ and not any(c.dep_ in SUBJECTS for c in token.children)
        dated = ground.done[head.i][1].kind in ("timex", "table") and ground.done[head.i][1].text is not None
        told = dated and seen.reading.tense == "PAST" and seen.reading.aspect == "NONE" and head.tag_ in ("VBD", "VBN")
        if told or (alike and ground.done[head.i][1].kind in ("timex", "event", "table")):
            return ground.done[head.i][0], EventAnchor(kind="event", text=head.text)
    if token.dep_ in ("ccomp", "parataxis") and head.lemma_ in lexicon().reporting["verbs"]:
        report = [a for a in attached if a.host.i == head.i and a.timex.interval.not_after]
        if (
            report
            and seen.status == "occurred"
            and seen.kind
            and seen.reading.aspect == "NONE"
            and seen.reading.tense == "PAST"
        ):
            timex = report[0].timex
            return point(timex.interval), EventAnchor(kind="timex", start=timex.start, text=timex.text)
    if token.dep_ in ("xcomp", "pcomp", "acl", "advcl") and token.tag_ in ("VB", "VBG", "VBN"):
        climb = head
        while climb.pos_ in ("ADP", "SCONJ") and climb.head != climb:
            climb = climb.head
        dated = climb.i in ground.done and ground.done[climb.i][1].text is not None
        if climb.i in ground.done and (
            seen.status in ("occurred", "attempted", "negated") or (seen.status == "ongoing" and dated)
        ):
            return ground.done[climb.i][0], EventAnchor(kind="event", text=climb.text)
    return None


def _interval(time: EventTime) -> Interval:
    return Interval(time.begin.not_before, time.end.not_after)


def _by_tense(seen: Seen, ground: Ground) -> tuple[EventTime, EventAnchor]:
    note = EventAnchor(kind="dct" if ground.day != Interval(None, None) else "none")
    if ground.day == Interval(None, None):
        return point(Interval(None, None)), note
    reading, status = seen.reading, seen.status
    lasting = seen.kind is None and lasts(seen.token)
    today = ground.day
    if status in ("scheduled", "pledged", "hypothetical", "cancelled"):
        ahead = after(today)
        above = ground.done.get(seen.token.head.i)
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
        return (stretch(ahead, ahead) if lasting or _keeps_on(seen) else point(ahead)), note
    spoken = reading.event_class == "REPORTING" and reading.tense == "PRESENT"
    if status == "ongoing" and (reading.event_class == "ASPECTUAL" or spoken) and seen.kind is None:
        return point(ground.running), _running(ground)  # that it goes on is today's news
    if status == "ongoing":
        return stretch(before(today), after(today)), note
    if seen.token.pos_ in ("NOUN", "ADJ", "PROPN") and seen.kind is None:
        return _noun_by_clause(seen, ground, lasting)
    if "PERFECTIVE" in reading.aspect:
        if "PROGRESSIVE" in reading.aspect and reading.tense == "PRESENT":
            return stretch(before(today), after(today)), note
        reported = seen.kind is None and seen.token.dep_ == "ccomp"
        if reading.tense == "PRESENT" and ((ground.lead and seen.kind is None) or reported) and not lasting:
            return point(ground.running), _running(ground)
        past = before(ground.running if reading.tense == "PAST" else today)
        return (stretch(past, past) if lasting else point(past)), note
    if reading.tense == "PRESENT" and seen.kind is None and _condition(seen.token):
        return point(after(today)), note
    if reading.tense == "PRESENT" and not ground.headline and seen.kind is None:
        lasting_state = seen.token.lemma_ in _durations()["states"]
        if (
            reading.event_class in ("REPORTING", "I_STATE", "ASPECTUAL")
            and seen.token.pos_ == "VERB"
            and not lasting_state
        ):
            return point(ground.running), _running(ground)
        return stretch(before(today), after(today)), note
    told = reading.event_class == "REPORTING"
    if not told and seen.kind is None and _earlier(seen.token):
        past = before(ground.running)
        return (stretch(past, past) if lasting else point(past)), note
    if not told and ground.looks_back and seen.kind is None and reading.tense == "PAST":
        past = before(today)
        return (stretch(past, past) if lasting else point(past)), note
    if not told and ground.narrative is not None and reading.tense == "PAST" and seen.kind is None:
        return ground.narrative
    return point(ground.running), _running(ground)


def _condition(verb: Token) -> bool:
    """Tell whether a present verb stands in a clause that opens a possible future ("when it ends", "if he comes")."""
    return verb.dep_ == "advcl" and any(c.lower_ in _OPENING for c in verb.children if c.dep_ in ("mark", "advmod"))


_OPENING = frozenset({"if", "when", "once", "until", "unless", "before", "after", "till", "whenever"})


def _keeps_on(seen: Seen) -> bool:
    if (
        seen.kind is None
        and seen.reading.tense in ("FUTURE", "INFINITIVE")
        and seen.token.lemma_ not in _durations()["moments"]
    ):
        return True
    return seen.kind is None and seen.reading.event_class in ("STATE", "I_STATE")


def _earlier(verb: Token) -> bool:
    """Tell whether a past verb stands in a relative clause or under a verb of saying: before the story's day."""
    if verb.tag_ not in ("VBD", "VBN"):
        return False
    return verb.dep_ in ("relcl", "acl")


def _noun_by_clause(seen: Seen, ground: Ground, lasting: bool) -> tuple[EventTime, EventAnchor]:
    """An event noun without any date goes with the verb of its clause, unless it lasts."""
    note = EventAnchor(kind="dct")
    verb = seen.token.head
    while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
        verb = verb.head
    above = ground.done.get(verb.i)
    if lasting or seen.reading.event_class in ("STATE", "I_STATE"):
        known = any(c.lower_ in ("the", "this") for c in seen.token.children)
        ahead = above[0].begin if above is not None and not known else None
        if ahead is not None and ahead.not_before and ground.day.not_after and ahead.not_before >= ground.day.not_after:
            if ahead.not_before > ground.day.not_after or ahead.not_after is None:
                return stretch(ahead.interval, ahead.interval), EventAnchor(kind="event", text=verb.text)
        return stretch(before(ground.day), after(ground.day)), note
    if above is not None:
        return above[0], EventAnchor(kind="event", text=verb.text)
    return point(before(ground.day)), note


@cache
def _durations() -> dict[str, frozenset[str]]:
    return {name: frozenset(cell.split()) for name, cell in read_toml("events/duration.toml").items()}


def lasts(token: Token) -> bool:
    """Tell whether a word's event lasts longer than a day as a rule."""
    return token.lemma_.lower() in _durations()["nouns" if token.pos_ == "NOUN" else "verbs"]


def _running(ground: Ground) -> EventAnchor:
    if ground.running_start is not None:
        return EventAnchor(kind="timex", start=ground.running_start)
    return EventAnchor(kind="dct")
