"""When the events of one article happened: read three times, so that a date told anywhere counts everywhere."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from timeline.edtf import Interval
from timeline.events.anchoring.cascade import Group, groups_for, place
from timeline.events.anchoring.expressions import own
from timeline.events.anchoring.narrative import background_after, goes_on, last_told, narrative_after, tells_who
from timeline.events.anchoring.placed import Placed, point
from timeline.events.anchoring.same_event import DatedMentions
from timeline.events.anchoring.state import EventMention, Evidence, State
from timeline.events.parse.attach import Attached
from timeline.events.parse.inflect import stem
from timeline.events.parse.word import Tree
from timeline.models import EventAnchor, Timex


@dataclass(slots=True)
class Passage:
    """One sentence as the dating sees it: its events from the top of the tree down, and where it stands.

    ``text``: as the article has it; ``offset``: where it begins there.
    ``silent``: words that are no event of the article and only date others; ``opens``: it begins a paragraph.
    ``own`` (the expressions that date each mention itself), ``groups`` (of rules, that may date it) and ``placed``
    are filled by ``date``.
    """

    text: str
    offset: int
    tree: Tree
    silent: frozenset[int]
    attached: Sequence[Attached]
    in_headline: bool
    in_lead: bool = False
    in_update: bool = False
    opens: bool = False
    heading: Placed | None = None
    mentions: list[EventMention] = field(default_factory=list)
    own: list[list[Attached]] = field(default_factory=list)
    groups: list[tuple[Group, ...]] = field(default_factory=list)
    placed: dict[int, Placed] = field(default_factory=dict)

    def evidence(self, state: State) -> list[Evidence]:
        """What there is to date each mention with."""
        if not self.own:
            self.own = [own(mention, self.attached, state.dct) for mention in self.mentions]
        told = zip(self.mentions, self.own, strict=True)
        return [Evidence(mention, self.attached, mine, state) for mention, mine in told]


def days_of_story(passages: Sequence[Passage], timexes: Sequence[Timex]) -> list[Timex]:
    """The dates of an article but for those of its top that only tell who somebody is ("Haas, who left on Monday")."""
    top = (passage for passage in passages if passage.in_headline or passage.in_lead)
    aside = {a.timex.start for passage in top for a in passage.attached if tells_who(a.host)}
    return [timex for timex in timexes if timex.start not in aside]


def date(
    passages: Sequence[Passage],
    dct: Interval,
    reference_day: Placed,
    *,
    is_retrospective: bool,
    is_communique: bool = False,
) -> None:
    """Fill ``placed`` of every passage: the time of each of its events, by the index of its word."""
    known = DatedMentions()
    onset: Placed | None = None
    for reading in range(3):
        narrative: Placed | None = None
        background: Placed | None = None
        last: Placed | None = None
        for passage in passages:
            state = State(
                passage.text,
                passage.offset,
                dct,
                reference_day,
                in_headline=passage.in_headline,
                in_lead=passage.in_lead,
                in_update=passage.in_update,
                is_retrospective=is_retrospective,
                is_communique=is_communique,
                narrative=None if passage.opens and not goes_on(passage.tree, narrative, dct) else narrative,
                background=None if passage.opens else background,
                last_told=last,
                heading=passage.heading,
                known=known,
                timex_words=frozenset(n for a in passage.attached for n in range(a.first, a.end)),
                onset=onset,
            )
            _date_sentence(passage, state, remember=reading == 0)
            narrative = narrative_after(passage.tree, state)
            background = background_after(passage.tree, state)
            last = last_told(state)
            passage.placed = state.placed
        if reading == 1:
            onset = _onset(passages, dct)
            if onset is None:
                break  # a third reading would find the same


def _date_sentence(passage: Passage, state: State, *, remember: bool) -> None:
    found = passage.evidence(state)
    if not passage.groups:
        passage.groups = [groups_for(evidence) for evidence in found]
    for evidence, groups in zip(found, passage.groups, strict=True):
        mention = evidence.mention
        placed = state.placed[mention.token.index] = place(evidence, groups)
        if remember and mention.token.index not in passage.silent and _is_memorable(mention, placed):
            state.known.add(mention.token, state.timex_words, placed, state.by_event(mention.token))
    for index in passage.silent:
        state.placed.pop(index, None)


def _is_memorable(mention: EventMention, placed: Placed) -> bool:
    """Tell whether a mention's date is kept for the article's other mentions of the event."""
    if (
        not placed.is_explicit
        or not placed.has_days
        or mention.status != "occurred"
        or mention.reading.event_class == "REPORTING"
    ):
        return False
    return mention.token.pos == "noun" or mention.reading.tense == "PAST"


# How often an article must come back to a past event for it to be what its story began with,
# how exactly dated that event must be, and how near it may lie.
ONSET_MENTIONS = 3
ONSET_DAYS = 31
ONSET_GAP = 3


def _onset(passages: Sequence[Passage], dct: Interval) -> Placed | None:
    """The past event that an article keeps coming back to: what it tells of since then began with it."""
    told: dict[tuple[dt.date, dt.date], list[tuple[str, EventAnchor]]] = {}
    for passage in passages:
        for index, placed in passage.placed.items():
            days = _past_days(placed, dct)
            if days is not None:
                told.setdefault(days, []).append((stem(passage.tree[index]), _as_onset(passage, index, placed)))
    often = sorted(days for days, mentions in told.items() if _keeps_coming_back(days, [key for key, _ in mentions]))
    return Placed(point(Interval(*often[0])), told[often[0]][0][1]) if often else None


def _keeps_coming_back(days: tuple[dt.date, dt.date], stems: Sequence[str]) -> bool:
    """Tell whether mentions are of one event: all of one day, or some told with the same word."""
    return len(stems) >= ONSET_MENTIONS and (days[0] == days[1] or len(set(stems)) < len(stems))


def _as_onset(passage: Passage, index: int, placed: Placed) -> EventAnchor:
    """An event that others are told to have followed; the one that dates it where another does."""
    if placed.anchor.kind == "event":
        return placed.anchor
    word = passage.tree[index]
    return EventAnchor(
        kind="event",
        start=passage.offset + word.start,
        text=passage.text[word.start : word.end],
        timexes=placed.anchor.expressions[:1],
    )


def _past_days(placed: Placed, dct: Interval) -> tuple[dt.date, dt.date] | None:
    """The exact days of a past event some days before the article; None where it is no such event."""
    first, last = placed.time.interval
    if placed.time.kind == "span" or first is None or last is None or dct.not_before is None:
        return None
    exact = (last - first).days < ONSET_DAYS and (dct.not_before - last).days >= ONSET_GAP
    return (first, last) if exact else None
