"""Events dated by expressions of their own clause."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from timeline.edtf import Interval
from timeline.events.anchoring.expressions import hosts, next_of_weekday, unread
from timeline.events.anchoring.placed import Placed, after, before, open_stretch, point, stretch, within
from timeline.events.anchoring.rule import TABLE, Place, Refine
from timeline.events.anchoring.rules.lengths import LESS, MORE, ago, length_of
from timeline.events.anchoring.state import Evidence, State, by_timex
from timeline.events.lexicon import lexicon
from timeline.events.parse.attach import Attached
from timeline.events.parse.timeml import lasts
from timeline.events.parse.word import Word
from timeline.events.rules import Rules
from timeline.events.words import words
from timeline.models import EventAnchor

if TYPE_CHECKING:
    from timeline.models import Timex

OWN_EXPRESSION: Rules[Place] = Rules(TABLE, "own_expression")
OWN_DAY: Rules[Place] = Rules(TABLE, "own_day")
MORE_EXACT: Rules[Refine] = Rules(TABLE, "more_exact")
UNREAD: Rules[Place] = Rules(TABLE, "unread")
LONG_AGO: Rules[Place] = Rules(TABLE, "long_ago")
# The lists of words by the unit that "ago" without a number leaves between at least.
_UNITS = {"Y": "years", "M": "months", "W": "weeks", "D": "days"}
# Of what is still to come, in a passive too ("is to be signed this week").
AHEAD = frozenset({"scheduled", "pledged"})
LENGTH_OF_TIME: Rules[Place] = Rules(TABLE, "length_of_time")


def _near(e: Evidence) -> Attached:
    return e.own[0]


def _marked(e: Evidence, markers: str) -> list[Attached]:
    return [a for a in e.own if a.marker in words("anchoring", markers)]


def has_own(e: Evidence) -> bool:
    """An expression dates the event itself."""
    return bool(e.own)


@OWN_EXPRESSION.rule("joined-dates")
def joined_dates(e: Evidence) -> Placed | None:
    """Two dates joined by a dash or "to" ("May 3-5", "1978-87") are one stretch."""
    joined = _joined_with(e, _are_joined)
    return Placed(stretch(*joined), by_timex(_near(e))) if joined else None


@OWN_EXPRESSION.rule("between-dates")
def between_dates(e: Evidence) -> Placed | None:
    """Somewhere "between March and June", or all the time where it lasts."""
    joined = _joined_with(e, _are_between)
    if joined is None:
        return None
    return Placed(stretch(*joined) if lasts(e.token) else point(joined[0].hull(joined[1])), by_timex(_near(e)))


def _joined_with(e: Evidence, are_joined: Callable[[State, Timex, Timex], bool]) -> tuple[Interval, Interval] | None:
    """The first and the last date of a pair of which the event's nearest expression is one."""
    near = _near(e).timex
    pairs = ((near, a.timex) if near.start < a.timex.start else (a.timex, near) for a in e.attached)
    found = next(((x, y) for x, y in pairs if _is_later(x, y) and are_joined(e.state, x, y)), None)
    return (found[0].interval, found[1].interval) if found else None


def _is_later(first: Timex, second: Timex) -> bool:
    return bool(first.not_before and first.not_after and second.not_before and first.not_after < second.not_before)


def _are_joined(state: State, first: Timex, second: Timex) -> bool:
    if _opens(state, first, "from") and (first.interval.days, second.interval.days) != (1, 1):
        return False  # up to the last day of the other
    is_bare = first.text.isdigit() and first.interval.days == 1  # "4 and 5 May", not "yesterday and today"
    paired = is_bare or _are_weekdays_in_turn(first, second)
    paired = paired and not _opens(state, first, "between") and _are_linked(state, first, second, "pairs")
    return paired or _are_linked(state, first, second, "joins")


def _are_weekdays_in_turn(first: Timex, second: Timex) -> bool:
    """Tell whether two expressions name a day of the week and the next ("on Tuesday and Wednesday")."""
    named = all(timex.text.lower() in words("attach", "weekdays") for timex in (first, second))
    in_turn = first.not_after and second.not_before and (second.not_before - first.not_after).days == 1
    return named and bool(in_turn)


def _are_between(state: State, first: Timex, second: Timex) -> bool:
    return _opens(state, first, "between") and _are_linked(state, first, second, "pairs")


def _opens(state: State, first: Timex, markers: str) -> bool:
    """Tell whether one of these words stands right before an expression."""
    before = state.text[: first.start - state.offset].lower().split()
    return bool(before) and before[-1] in words("anchoring", markers)


def _are_linked(state: State, first: Timex, second: Timex, links: str) -> bool:
    """Tell whether nothing but one of these words stands between two expressions."""
    return state.text[first.end - state.offset : second.start - state.offset].strip().lower() in words(
        "anchoring", links
    )


@OWN_EXPRESSION.rule("coming-weekday")
def coming_weekday(e: Evidence) -> Placed | None:
    """The next such day, where the verb over what is planned stands in the present, however far away."""
    near = _near(e)
    day = next_of_weekday(near, e.token, e.dct) if e.status in AHEAD else None
    return Placed(point(day), by_timex(near)) if day is not None else None


@OWN_EXPRESSION.rule("since-date")
def since_date(e: Evidence) -> Placed | None:
    """From the date on ("since 2022")."""
    since = _marked(e, "since")
    return Placed(stretch(since[0].timex.interval, after(e.dct)), by_timex(since[0])) if since else None


@OWN_EXPRESSION.rule("put-off-until")
def put_off_until(e: Evidence) -> Placed | None:
    """On the new day that something is put off to ("the vote was postponed until May")."""
    verb = e.mention.pivot if e.token.pos == "noun" else e.token
    ends = _marked(e, "until") if lexicon().governors.get(verb.lemma) == "cancelled" else []
    return Placed(point(ends[0].timex.interval), by_timex(ends[0])) if ends else None


@OWN_EXPRESSION.rule("until-date")
def until_date(e: Evidence) -> Placed | None:
    """Up to the date, from another one or from an unknown day ("until May"); a deed is not done until a later day."""
    ends, starts = _marked(e, "until"), _marked(e, "from")
    if not ends or (not starts and _is_done_for_later(e, ends[0])):
        return None
    end = ends[0].timex.interval
    return Placed(stretch(starts[0].timex.interval if starts else before(end), end), by_timex(ends[0]))


def _is_done_for_later(e: Evidence, end: Attached) -> bool:
    """Tell whether something has been done whose effect lasts until a day to come ("froze ties until 2026")."""
    today, last = e.dct.not_after, end.timex.not_after
    return bool(today and last and last > today) and e.status == "occurred" and e.reading.tense == "PAST"


@OWN_EXPRESSION.rule("from-date")
def from_date(e: Evidence) -> Placed | None:
    """From one date to the last of the others ("from May to July")."""
    starts = _marked(e, "from")
    if not starts or len(e.own) < 2:
        return None
    begin = hull = starts[0].timex.interval
    for a in e.own:
        hull = hull.hull(a.timex.interval)
    return Placed(stretch(begin, Interval(hull.not_after, hull.not_after)), by_timex(_near(e)))


def _as_told(found: Attached) -> Interval:
    """What an expression leaves of time, its preposition read."""
    days = found.timex.interval
    if found.marker in words("anchoring", "before", "by"):
        return before(days)
    return after(days) if found.marker == "after" else days


def _shared(e: Evidence, days_of: Callable[[Attached], Interval]) -> Interval | None:
    """What all own expressions have in common; one that contradicts those nearer the event is left out."""
    shared: Interval | None = None
    for a in e.own:
        both = days_of(a) if shared is None else shared.intersect(days_of(a))
        shared = both or shared
    return shared


def _past_part(e: Evidence, shared: Interval) -> Interval:
    """Of what has happened, the part that does not lie ahead."""
    is_past = e.reading.tense == "PAST" and e.status not in AHEAD
    return (is_past and shared.intersect(before(e.dct))) or shared


def _coming_part(e: Evidence, shared: Interval) -> Interval:
    """Of what is planned, the part that lies ahead."""
    return (e.status in AHEAD and shared.intersect(after(e.dct))) or shared


def agrees_with_status(e: Evidence) -> bool:
    """What has happened does not lie after the article, nor what will be before it."""
    shared = _shared(e, _as_told)
    if shared is None:
        return False
    ahead = shared.not_before and e.dct.not_after and shared.not_before > e.dct.not_after
    past = shared.not_after and e.dct.not_before and shared.not_after < e.dct.not_before
    return not (ahead if e.status == "occurred" else past and e.reading.tense == "FUTURE")


def _days(e: Evidence) -> Interval:
    return _shared(e, _as_told) or Interval(None, None)


@OWN_DAY.rule("later-than-today")
def later_than_today(e: Evidence) -> Placed | None:
    """What is wished or threatened for the article's own day lies on or after it; what will be that day is of it."""
    ahead = e.status in ("scheduled", "pledged", "hypothetical") and _days(e) == e.dct
    if e.status == "scheduled" and _near(e).timex.text.lower() in words("anchoring", "this_day"):
        return None  # "is expected to sign it today"
    if not ahead or _near(e).timex.type == "TIME" or e.reading.tense == "FUTURE":
        return None
    return Placed((open_stretch if lasts(e.token) else point)(after(e.dct)), by_timex(_near(e)))


@OWN_DAY.rule("whole-stretch")
def whole_stretch(e: Evidence) -> Placed | None:
    """A state or a lasting event fills the stretch its expression names."""
    first, last = _coming_part(e, _past_part(e, _days(e)))
    if first is None or last is None or first == last:
        return None
    if not (_is_filled(e) or lasts(e.token) or e.is_state):
        return None
    return Placed(stretch(Interval(first, first), Interval(last, last)), by_timex(_near(e)))


@OWN_DAY.rule("past-part")
def past_part(e: Evidence) -> Placed | None:
    """A past event inside a stretch that runs past the article lies in its past part."""
    past = _past_part(e, _days(e))
    return Placed(point(past), by_timex(_near(e))) if past != _days(e) else None


@OWN_DAY.rule("planned-before-date")
def planned_before_date(e: Evidence) -> Placed | None:
    """What is planned before a day lies between the article and that day."""
    coming = _coming_part(e, _days(e))
    return _within(e, coming) if _days(e).not_before is None and coming.not_before else None


@OWN_DAY.rule("coming-part")
def coming_part(e: Evidence) -> Placed | None:
    """What is planned in a stretch that has begun lies in the part to come."""
    coming = _coming_part(e, _days(e))
    return _within(e, coming) if _days(e).not_before is not None and coming != _days(e) else None


def _within(e: Evidence, days: Interval) -> Placed:
    return Placed(point(days), by_timex(_near(e)))


@OWN_DAY.rule("before-date")
def before_date(e: Evidence) -> Placed | None:
    """Before a date; what is before an hour of a day is on that day ("before dawn on Monday")."""
    hour = next((a for a in _marked(e, "before") if a.timex.type == "TIME" and a.timex.interval.days == 1), None)
    return Placed(point(hour.timex.interval), by_timex(hour)) if hour is not None else _at_most(e, "before")


@OWN_DAY.rule("by-date")
def by_date(e: Evidence) -> Placed | None:
    """On a date at the latest."""
    return _at_most(e, "by")


def _at_most(e: Evidence, markers: str) -> Placed | None:
    told = _marked(e, markers)
    return Placed(point(_days(e)), by_timex(told[0])) if told else None


@OWN_DAY.rule("after-date")
def after_date(e: Evidence) -> Placed | None:
    """After a date."""
    told = _marked(e, "after")
    return Placed(point(_days(e)), by_timex(told[0])) if told else None


@OWN_DAY.rule("two-dates")
def two_dates(e: Evidence) -> Placed | None:
    """What two expressions of one clause have in common."""
    first, *others = e.own
    narrowing = [a for a in others if _narrows(a, first)]
    return Placed(point(_days(e)), by_timex(first, *narrowing)) if narrowing else None


def _narrows(found: Attached, first: Attached) -> bool:
    return first.timex.interval.intersect(found.timex.interval) not in (None, first.timex.interval)


@OWN_DAY.rule("own-date")
def own_date(e: Evidence) -> Placed | None:
    """On the day its expression names."""
    return Placed(point(_near(e).timex.interval), by_timex(_near(e)))


def is_unread(e: Evidence) -> bool:
    """Only an expression that names no days dates the event, though the article's day is known."""
    return not e.own and e.dct != Interval(None, None) and bool(unread(e.mention, e.attached, e.dct))


@UNREAD.rule("unread-date")
def unread_date(e: Evidence) -> Placed | None:
    """Its date names no days that can be counted ("in 421 BC", "on 45-Oct-11"): no other day stands in for it."""
    nearest, *_ = unread(e.mention, e.attached, e.dct)
    return Placed(point(Interval(None, None)), by_timex(nearest))


def is_long_ago(e: Evidence) -> bool:
    """Only words such as "years ago" say when something was."""
    return not e.own and e.dct.not_before is not None and _spell_ago(e) is not None


@LONG_AGO.rule("long-ago")
def long_ago(e: Evidence) -> Placed | None:
    """At least one of the units that lie between before the article ("decades ago"), how long is not told."""
    spell = _spell_ago(e)
    unit = next((unit for unit, listed in _UNITS.items() if spell and spell.lemma in words("durations", listed)), None)
    length = ago(e.dct.not_before, 1, unit) if unit is not None and e.dct.not_before is not None else None
    if spell is None or length is None:
        return None
    anchor = EventAnchor(kind="dct", start=e.state.offset + spell.start, text=f"{spell.text} ago")
    return Placed(point(Interval(None, length.not_after)), anchor)


def _spell_ago(e: Evidence) -> Word | None:
    """The unit of an uncounted length of time before "ago" beside the event or its verb."""
    for verb in {e.token.index: e.token, e.mention.pivot.index: e.mention.pivot}.values():
        for word in verb.by_role("adverb"):
            if word.lower == "ago":
                return next((spell for spell in word.by_role("adverbial noun") if spell.form == "plural"), None)
    return None


@MORE_EXACT.rule("more-exact-mention")
def more_exact_mention(e: Evidence, placed: Placed) -> Placed | None:
    """A date narrowed by another mention that is more exact ("in March" here, "on March 26" there)."""
    told = e.state.known.find(e.token, e.state.timex_words, sure=True)
    if told is None or e.status != "occurred":
        return None
    narrower = told.placed.time != placed.time and within(told.placed.time, placed.time)
    return told.placed if narrower else None


def has_gone_on(e: Evidence) -> bool:
    """What has lasted up to now; "has jailed him for two years" tells what is to come."""
    if (e.reading.tense, "PERFECTIVE" in e.reading.aspect) != ("PRESENT", True) or e.status not in (
        "occurred",
        "ongoing",
    ):
        return False
    lasting = lasts(e.token) or "PROGRESSIVE" in e.reading.aspect or e.is_state
    return lasting and e.token.lemma not in words("durations", "prolong")


@LENGTH_OF_TIME.rule("held-for")
def held_for(e: Evidence) -> Placed | None:
    """What has gone on for a length of time began that long before the article ("has ruled for 20 years")."""
    over = {host.index for host in hosts(e.mention)}
    for a in e.attached:
        begin = _begun(a, e.dct) if a.marker == "for" and a.host.index in over else None
        if begin is not None:
            return Placed(stretch(begin, after(e.dct)), by_timex(a))
    return None


def _begun(found: Attached, dct: Interval) -> Interval | None:
    """When what has gone on for a length of time began."""
    length = length_of(found.timex)
    begin = ago(dct.not_before, *length) if length and dct.not_before else None
    if begin is not None and found.timex.mod in MORE:
        return before(begin)
    if begin is not None and found.timex.mod in LESS:
        return Interval(begin.not_before, dct.not_before)
    return begin


def _is_filled(e: Evidence) -> bool:
    """Tell whether a length of time is filled by what is told; what happens in a moment lies somewhere in it."""
    return _near(e).timex.type == "DURATION" and e.token.lemma not in words("durations", "moments")
