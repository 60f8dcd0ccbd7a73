"""Why an expression has its value, and why an event stands where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import cache
from typing import Any

from timeline.edtf import Interval
from timeline.models import Dct, Event, EventTime, Timex
from timeline.reasons.words import describe, describe_dct, describe_time, has, say
from timeline.tables.load import list_tables, read_toml

OPEN = Interval(None, None)
# Planned or only possible: their time lies after the article's day, not before it.
_AHEAD = frozenset({"scheduled", "pledged", "hypothetical"})


@cache
def rule_words() -> dict[str, str]:
    """What each date rule says of itself: ``says`` of every rule in ``tables/dates``, by the rule's name."""
    return {name: says for table in list_tables("dates") for name, says in _says(None, read_toml(table))}


def _says(key: str | None, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, list):
        for part in value:
            yield from _says(None, part)
    elif isinstance(value, dict):
        name = value.get("name", key)
        if isinstance(value.get("says"), str) and isinstance(name, str):
            yield name, value["says"]
        for inner, part in value.items():
            yield from _says(inner, part)


def timex_at(timexes: Sequence[Timex], start: int | None) -> Timex | None:
    """Return the longest expression that begins at the offset."""
    found = [timex for timex in timexes if timex.start == start]
    return max(found, key=lambda timex: timex.end, default=None)


def explain_timex(timex: Timex, timexes: Sequence[Timex], dct: Dct) -> str:
    """Say by which rule and from which anchor or table row an expression has its value.

    ``timexes`` are all of the article, so that an expression that counts from another one can name it.
    """
    words, says = why(timex, timexes, dct), rule_words().get(timex.rule)
    return say("timex", "full", reason=words, says=says) if says else words


def why(timex: Timex, timexes: Sequence[Timex], dct: Dct) -> str:
    """The same without what the rule says of itself."""
    problem = _unplaced(timex, dct)
    if problem:
        return problem
    anchor = _anchor(timex, timexes, dct)
    if timex.anchor.kind == "dct" and dct.day and timex.not_before and timex.not_after:
        own = f"{timex.rule}_{_side(timex.interval, _dct_interval(dct))}"
        if has("rule", own):
            return say("rule", own, text=timex.text, anchor=anchor, article=_article(dct))
    return say("timex", timex.anchor.kind, text=timex.text, anchor=anchor)


def _side(placed: Interval, article: Interval) -> str:
    """Tell on which side of the article's day an expression lies; "either" where the day is not certain enough."""
    if placed.not_after and article.not_before and placed.not_after < article.not_before:
        return "before"
    if placed.not_before and article.not_after and placed.not_before > article.not_after:
        return "after"
    return "same" if article.days == 1 else "either"


def _unplaced(timex: Timex, dct: Dct) -> str | None:
    """Say why an expression has no place on the calendar, None where it has one."""
    if timex.value and has("timex", f"vague_{timex.value}"):
        anchor = say("dct", "article", dct=describe_dct(dct)) if dct.day else describe_dct(dct)
        return say("timex", f"vague_{timex.value}", text=timex.text, anchor=anchor)
    if timex.interval != OPEN:
        return None
    if timex.type in ("DURATION", "SET"):
        return say("timex", timex.type.lower(), text=timex.text)
    if timex.anchor.kind == "none" and timex.value:
        return None
    return say("timex", "anchorless" if dct.day else "undated", text=timex.text)


def _anchor(timex: Timex, timexes: Sequence[Timex], dct: Dct) -> str:
    anchor = timex.anchor
    if anchor.kind == "dct":
        return describe_dct(dct)
    if anchor.kind == "timex":
        other = timex_at(timexes, anchor.start)
        if other is None:
            return anchor.text or say("timex", "lost")
        return say("timex", "quoted", text=other.text, interval=describe(other.interval))
    return anchor.text or describe(timex.interval)


def timex_of(event: Event, timexes: Sequence[Timex]) -> Timex | None:
    """Return the expression that dates an event, by itself or by its row of a table."""
    return timex_at(timexes, event.anchor.start) if event.anchor.kind in ("timex", "table") else None


def chain(timex: Timex, timexes: Sequence[Timex]) -> list[Timex]:
    """Return the expression and, one after the other, those it counts from; a circle is cut."""
    links = [timex]
    while links[-1].anchor.kind == "timex":
        other = timex_at(timexes, links[-1].anchor.start)
        if other is None or other in links:
            break
        links.append(other)
    return links


def reason(event: Event, timexes: Sequence[Timex], dct: Dct) -> str:
    """Say why an event stands where it stands: its expression and what narrows it, or what its tense tells.

    ``timexes`` are all of the article.
    """
    timex = timex_of(event, timexes)
    if timex is not None:
        return _by_timex(event, timex, timexes, dct)
    if event.anchor.kind == "table":
        return say("event", "table", text=event.anchor.text or describe_time(event.time))
    if event.time.begin.interval == event.time.end.interval == OPEN:
        return say("event", "unplaced" if dct.day else "undated")
    if event.anchor.kind == "event" and event.anchor.text:
        return say("event", "event", text=event.anchor.text, interval=describe_time(event.time))
    return _by_tense(event, dct)


def _dct_interval(dct: Dct) -> Interval:
    return Interval(dct.not_before or dct.day, dct.not_after or dct.day)


def _by_timex(event: Event, timex: Timex, timexes: Sequence[Timex], dct: Dct) -> str:
    if timex.type == "DURATION" and timex.interval == OPEN and event.time.begin.interval != OPEN:
        return say("event", "held", text=timex.text, anchor=_article(dct), interval=describe(event.time.begin.interval))
    base = why(timex, timexes, dct)
    if not event.sentence.start <= timex.start < event.sentence.end:
        base = say("event", "carried", reason=base)
    span, placed = timex.interval, event.time.interval
    if placed == span or OPEN in (placed, span):
        return base
    if span.intersect(placed) == placed:
        return _narrowed(base, event, timex, timexes, dct)
    if placed.not_before and span.not_before and placed.not_before >= span.not_before and placed.not_after is None:
        return say("event", "after", reason=base)
    if placed.not_after and span.not_after and placed.not_after <= span.not_after and placed.not_before is None:
        return say("event", "before", reason=base)
    return say("event", "near", reason=base, interval=describe(placed))


def _narrowed(base: str, event: Event, timex: Timex, timexes: Sequence[Timex], dct: Dct) -> str:
    placed, left = event.time.interval, timex.interval
    near = [
        other
        for other in timexes
        if event.sentence.start <= other.start < event.sentence.end and other.start != timex.start
    ]
    helpers: list[Timex] = []
    for other in sorted(near, key=lambda other: (abs(other.start - event.start), other.start)):
        both = left.intersect(other.interval)
        if both and both not in (left, OPEN) and both.intersect(placed) == placed:
            helpers.append(other)
            left = both
    words = base
    if helpers:
        by = say("event", "and").join(why(other, timexes, dct) for other in helpers)
        words = say("event", "narrowed", reason=words, interval=describe(left), by=by)
    if left == placed:
        return words
    article = _dct_interval(dct)
    if placed.not_after and placed.not_after == article.not_after:
        return say("event", "narrowed_dct", reason=words, anchor=_article(dct))
    if _begins_next(placed, article):
        return say("event", "narrowed_dct_future", reason=words, anchor=_article(dct))
    return say("event", "near", reason=words, interval=describe(placed))


def _begins_next(placed: Interval, article: Interval) -> bool:
    """Tell whether the days begin on the article's day or the one after."""
    if placed.not_before is None or article.not_before is None:
        return False
    return timedelta(0) <= placed.not_before - article.not_before <= timedelta(days=1)


def _article(dct: Dct) -> str:
    return say("dct", "article", dct=describe_dct(dct))


def _by_tense(event: Event, dct: Dct) -> str:
    placed, article = event.time.interval, _dct_interval(dct)
    if article == OPEN:
        return say("event", "undated")
    anchor = _article(dct)
    if _covers(event.time, article):
        return say("event", "ongoing", anchor=anchor)
    if placed == article:
        return say("event", "same_day", anchor=anchor)
    if placed.not_before is None and placed.not_after == article.not_after:
        return say("event", "past", anchor=anchor)
    ahead = placed.not_before and article.not_before and placed.not_before >= article.not_before
    if ahead and (placed.not_after is None or event.status in _AHEAD):
        on_that_day = article.not_after and placed.not_before and placed.not_before <= article.not_after
        return say("event", "future" if on_that_day else "later", anchor=anchor)
    return say("event", "other", interval=describe_time(event.time), anchor=anchor)


def _covers(time: EventTime, article: Interval) -> bool:
    """Tell whether a span began by the article's day and ended no earlier."""
    begun, ended, (first, last) = time.begin.not_after, time.end.not_before, article
    if time.kind == "day" or begun is None or ended is None or first is None or last is None:
        return False
    return begun <= last and first <= ended
