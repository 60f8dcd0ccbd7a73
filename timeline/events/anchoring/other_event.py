"""Events dated by other words: a governing verb, a clause beside them, an earlier mention."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.anchoring.own_timex import beside
from timeline.events.anchoring.same_event import interval_of, within
from timeline.events.anchoring.state import Ground, Seen, after, before, point, running_note
from timeline.events.lexicon import lexicon
from timeline.events.parse.attach import Attached
from timeline.events.parse.clause import SUBJECTS
from timeline.events.parse.word import Word
from timeline.events.words import words
from timeline.models import EventAnchor, EventTime


def remember(ground: Ground, seen: Seen, time: EventTime, note: EventAnchor) -> None:
    """Keep the date told with a word for the article's other mentions of it; the most exact one where several are."""
    token = seen.token
    if note.kind not in ("timex", "table") or note.text is None or seen.status != "occurred":
        return
    if seen.reading.event_class == "REPORTING" or not (token.pos == "noun" or seen.reading.tense == "PAST"):
        return
    ground.known.add(token, ground.calendar, time, note)


def told_again(seen: Seen, ground: Ground) -> tuple[EventTime, EventAnchor] | None:
    """The time of an event told before with the same word, where this mention adds none."""
    if seen.reading.event_class in ("REPORTING", "STATE", "I_STATE") or seen.status not in ("occurred", "ongoing"):
        return None
    nominal = seen.token.pos == "noun"
    if not nominal and seen.reading.tense not in ("PAST", "PRESPART"):
        return None
    found = ground.known.find(seen.token, ground.calendar)
    if found is None:
        return None
    return found.time, EventAnchor(kind="event", start=found.note.start, text=found.token.text)


def exacter(seen: Seen, placed: tuple[EventTime, EventAnchor], ground: Ground) -> tuple[EventTime, EventAnchor]:
    """A date narrowed by another mention that is more exact ("in March" here, "on March 26" there)."""
    found = ground.known.find(seen.token, ground.calendar, sure=True)
    if found is None or seen.status != "occurred" or found.time == placed[0] or not within(found.time, placed[0]):
        return placed
    return found.time, found.note


def from_words(seen: Seen, attached: Sequence[Attached], ground: Ground) -> tuple[EventTime, EventAnchor] | None:
    """Time taken over from another word: coordination, a governing verb, an adjunct's clause, a report's day."""
    token, pivot = seen.token, seen.pivot
    if beside(seen):
        prep = token.head.lower
        main = ground.done.get(pivot.index)
        limit = interval_of(main[0]) if main else ground.running
        if prep in ("after", "following", "since", "despite"):
            return point(before(limit)), EventAnchor(kind="event" if main else "dct", text=pivot.text)
        if prep in ("before", "ahead", "until"):
            return point(after(limit)), EventAnchor(kind="event" if main else "dct", text=pivot.text)
        return None
    if token != pivot and pivot.index in ground.done:
        return ground.done[pivot.index]
    for child in token.children:
        if child.role == "preposition" and child.lower in ("during", "at", "in"):
            for noun in child.children:
                if (
                    noun.index in ground.done
                    and noun.role == "prepositional object"
                    and ground.done[noun.index][1].kind in ("timex", "event")
                ):
                    return ground.done[noun.index][0], EventAnchor(kind="event", text=noun.text)
    head = token.head
    marks = {c.lower for c in token.children if c.role in ("marker", "adverb") and c.index < token.index}
    if token.role == "adverbial" and (head.index in ground.done or marks & {"after", "before", "since"}):
        main = ground.done.get(head.index) or (point(ground.running), running_note(ground))
        if "after" in marks or "since" in marks:
            return point(before(interval_of(main[0]))), EventAnchor(kind="event", text=head.text)
        if "before" in marks:
            return point(after(interval_of(main[0]))), EventAnchor(kind="event", text=head.text)
        told = seen.reading.tense == "PAST" and main[0].kind == "span" and main[0].end.not_after is None
        if (marks & {"when", "while", "as"} or token.form == "present participle") and not told:
            return main[0], EventAnchor(kind="event", text=head.text)
    if token.role == "conjunct" and head.index in ground.done:
        alike = token.form == head.form and not any(c.role in SUBJECTS for c in token.children)
        dated = ground.done[head.index][1].kind in ("timex", "table") and ground.done[head.index][1].text is not None
        told = (
            dated
            and seen.reading.tense == "PAST"
            and seen.reading.aspect == "NONE"
            and head.form in ("past", "past participle")
        )
        if told or (alike and ground.done[head.index][1].kind in ("timex", "event", "table")):
            return ground.done[head.index][0], EventAnchor(kind="event", text=head.text)
    if token.role in ("complement", "parallel") and head.lemma in lexicon().reporting["verbs"]:
        report = [a for a in attached if a.host.index == head.index and a.timex.interval.not_after]
        if (
            report
            and seen.status == "occurred"
            and seen.kind
            and seen.reading.aspect == "NONE"
            and seen.reading.tense == "PAST"
        ):
            timex = report[0].timex
            return point(timex.interval), EventAnchor(kind="timex", start=timex.start, text=timex.text)
    blamed = _looked_back_on(token)
    if blamed is not None:
        main = ground.done.get(blamed.index) or (point(ground.running), running_note(ground))
        past = before(interval_of(main[0]).intersect(before(ground.day)) or ground.day)
        return point(past), EventAnchor(kind="event", text=blamed.text)
    if (
        token.role == "complement"
        and token.form == "base"
        and seen.reading.tense == "INFINITIVE"
        and head.index in ground.done
    ):
        if seen.status in ("occurred", "ongoing", "negated"):  # "helped them cross the river"
            return ground.done[head.index][0], EventAnchor(kind="event", text=head.text)
    if token.role in ("open clause", "prepositional clause", "noun clause", "adverbial") and token.form in (
        "base",
        "present participle",
        "past participle",
    ):
        climb = head
        while climb.pos in ("preposition", "subordinator") and climb.head != climb:
            climb = climb.head
        above = climb.index in ground.done and ground.done[climb.index][1].text is not None
        if (
            climb.index in ground.done
            and "PERFECTIVE" not in seen.reading.aspect  # what had been done came before
            and (seen.status in ("occurred", "attempted", "negated") or (seen.status == "ongoing" and above))
        ):
            main = ground.done[climb.index]
            if token.form == "past participle" and token.role == "adverbial":  # "founded by monks, the school closed"
                return point(before(interval_of(main[0]))), EventAnchor(kind="event", text=climb.text)
            if token.role == "prepositional clause" and head.lower in ("on", "about") and main[0].end.not_after:
                # "conferred on sending troops"
                return point(after(main[0].end.interval)), EventAnchor(kind="event", text=climb.text)
            return main[0], EventAnchor(kind="event", text=climb.text)
    return None


def _looked_back_on(token: Word) -> Word | None:
    """The verb that looks back on a deed told by its -ing form ("accused of hiding it", "regretted calling him")."""
    if token.form != "present participle":
        return None
    while token.role == "conjunct" and token.head.form == "present participle":
        token = token.head
    head = token.head
    if token.role == "prepositional clause" and head.lower in ("of", "for", "with", "over"):
        return head.head if head.head.lemma in words("durations", "blame") else None
    return head if token.role == "open clause" and head.lemma in words("durations", "recall") else None
