"""Events dated by expressions of their own clause."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta

from timeline.edtf import Interval
from timeline.events.anchoring.neighbours import behind, participle
from timeline.events.anchoring.state import Ground, Seen, after, before, point, stretch
from timeline.events.lexicon import lexicon
from timeline.events.parse.aspect import lasts
from timeline.events.parse.attach import Attached
from timeline.events.parse.word import Word
from timeline.events.words import words
from timeline.models import EventAnchor, EventTime, Timex

_BEFORE = frozenset({"before", "until", "till", "by"})
# A date a clause compares with ("higher than a year earlier") does not date it.
_MEASURES = frozenset({"than"})


def _hosts(seen: Seen) -> list[Word]:
    hosts = [seen.token]
    if seen.pivot != seen.token and seen.pivot.pos in ("verb", "auxiliary") and not beside(seen):
        hosts.append(seen.pivot)
    # "began to fall apart in mid-1996": the beginning shares the date of what begins.
    if seen.reading.event_class == "ASPECTUAL":
        hosts += [c for c in seen.token.children if c.role == "open clause"]
    token = seen.pivot if not beside(seen) else seen.token
    # "rushed to New York in 2016 to meet him": motion and its purpose share their time.
    marked = any(c.role == "marker" for c in token.children)
    if token.role in ("adverbial", "open clause") and token.head.lemma in lexicon().motion and not marked:
        hosts.append(token.head)
    # "has been independent since 1901": an adjective shares the date of its verb.
    if seen.token.role == "predicate adjective":
        hosts.append(seen.token.head)
    # A participle or infinitive under a light governor shares the clause's time ("began shelling on Monday").
    if token.role == "open clause" and lexicon().governors.get(token.head.lemma) == "pass":
        hosts.append(token.head)
    return hosts


def beside(seen: Seen) -> bool:
    """Tell whether a nominal event stands in an adjunct that need not share the clause's time."""
    return seen.token.role == "prepositional object" and seen.token.head.lower in (
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


def own(seen: Seen, attached: Sequence[Attached], today: Interval) -> list[Attached]:
    """The expressions that date an event itself: on its word, its verb, or what it begins; ``today``: the DCT."""
    hosts = {h.index for h in _hosts(seen)}
    told = [a for a in attached if _dates(a, seen)]
    return participle(seen, told) or [a for a in told if a.host.index in hosts] or behind(seen, told, today)


def _dates(found: Attached, seen: Seen) -> bool:
    return (
        found.marker not in _MEASURES
        and bool(found.timex.not_before or found.timex.not_after)
        and (found.timex.value != "PRESENT_REF" or (seen.status == "occurred" and seen.reading.tense == "PAST"))
    )


def _joined(near: Attached, attached: Sequence[Attached]) -> EventTime | None:
    """Two days joined by a dash or "to" ("May 3-5") are one stretch."""
    for other in attached:
        gap = other.timex.start - near.timex.end
        days = near.timex.interval.days == other.timex.interval.days == 1
        if days and 0 < gap <= 4 and near.timex.interval.not_before and other.timex.interval.not_before:
            if near.timex.interval.not_before < other.timex.interval.not_before and other.marker not in ("and", "or"):
                return stretch(near.timex.interval, other.timex.interval)
    return None


def from_timexes(
    seen: Seen, own: list[Attached], attached: Sequence[Attached], ground: Ground
) -> tuple[EventTime, EventAnchor] | None:
    """Date an event by its own expressions, prepositions and ranges read; None where they contradict its status."""
    own = sorted(own, key=lambda a: (a.host.index != seen.token.index, abs(a.first - seen.token.index)))
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
    ahead_today = seen.status in ("scheduled", "pledged", "hypothetical") and shared == ground.day
    if ahead_today and near.timex.type != "TIME":  # "this afternoon" is today, whatever lies ahead
        ahead = after(ground.day)
        return (stretch(ahead, ahead) if lasts(seen.token) else point(ahead)), note
    if seen.status in ("scheduled", "pledged") and shared.not_before is None and shared.not_after:
        shared = shared.intersect(after(ground.day)) or shared  # what is planned lies ahead
    long = shared.days is None or shared.days > 1
    if seen.kind is None and long and shared.not_before and shared.not_after:
        if near.timex.type == "DURATION" or lasts(seen.token) or seen.reading.event_class in ("STATE", "I_STATE"):
            # A state or a lasting event fills the stretch its expression names.
            return stretch(
                Interval(shared.not_before, shared.not_before), Interval(shared.not_after, shared.not_after)
            ), note
    return point(shared), note


def held_for(seen: Seen, attached: Sequence[Attached], ground: Ground) -> tuple[EventTime, EventAnchor] | None:
    """What has gone on for a length of time began that long before the article ("has ruled for 20 years")."""
    today = ground.day.not_before
    if today is None or (seen.reading.tense, "PERFECTIVE" in seen.reading.aspect) != ("PRESENT", True):
        return None
    held = lasts(seen.token) or "PROGRESSIVE" in seen.reading.aspect or seen.reading.event_class in ("STATE", "I_STATE")
    if not held or seen.token.lemma in words("durations", "prolong"):
        return None  # "has jailed him for two years" tells what is to come
    hosts = {h.index for h in _hosts(seen)}
    for a in attached:
        length = length_of(a.timex) if a.host.index in hosts and a.marker == "for" else None
        if length is None or seen.status not in ("occurred", "ongoing"):
            continue
        begin = ago(today, *length)
        if begin is not None:
            if a.timex.mod in ("MORE_THAN", "EQUAL_OR_MORE"):
                begin = before(begin)
            elif a.timex.mod in ("LESS_THAN", "EQUAL_OR_LESS"):
                begin = Interval(begin.not_before, today)
            note = EventAnchor(kind="timex", start=a.timex.start, text=a.timex.text)
            return stretch(begin, after(ground.day)), note
    return None


_LENGTH = re.compile(r"P(?P<count>\d{1,4})(?P<unit>[YMWD])")
# How exact a count of weeks is: three days to either side.
_WEEK_SLACK = 3


def length_of(timex: Timex) -> tuple[int, str] | None:
    """How many years, months, weeks or days an undated expression names; None where it names no such length."""
    length = None if timex.not_before or timex.not_after else _LENGTH.fullmatch(timex.value or "")
    return (int(length["count"]), length["unit"]) if length else None


def ago(today: date, count: int, unit: str) -> Interval | None:
    """The year, month, days about a week or day that lies a count of units before a day; None before the calendar."""
    try:
        if unit == "Y":
            return Interval(date(today.year - count, 1, 1), date(today.year - count, 12, 31))
        if unit == "M":
            year, month = divmod(today.year * 12 + today.month - 1 - count, 12)
            return Interval(date(year, month + 1, 1), date(year, month + 1, monthrange(year, month + 1)[1]))
        day = today - timedelta(days=count * (7 if unit == "W" else 1))
        slack = timedelta(days=_WEEK_SLACK if unit == "W" else 0)
        return Interval(day - slack, day + slack)
    except (ValueError, OverflowError):
        return None
