"""Why an expression has its value, and why an event stands where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from timeline.edtf import Interval
from timeline.models import Dct, Event, Timex
from timeline.reasons.words import describe, describe_dct, describe_time, has, say
from timeline.stretches import beginning_in
from timeline.tables.load import list_tables, read_toml

OPEN = Interval(None, None)


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
    """Return the longest expression that begins at the offset; ``timexes``: in the order of the text."""
    found = beginning_in(timexes, start, start + 1) if start is not None else ()
    return max(found, key=lambda timex: timex.end, default=None)


def explain_timex(timex: Timex, timexes: Sequence[Timex], dct: Dct) -> str:
    """Say by which rule and from which anchor or table row an expression has its value.

    ``timexes`` are all of the article in the order of its text, so that an expression that counts from another one
    can name it.
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
    """Say why an event stands where it stands: the words of the rule that dated it, with what it went by.

    ``timexes`` are all of the article, in the order of its text.  An event without a rule is told by its anchor alone.
    """
    says = anchoring_words().get(event.rule or "", "{anchor}")
    others = [timex for start in event.anchor.timexes if (timex := timex_at(timexes, start)) is not None]
    return says.format(
        anchor=_went_by(event, timexes, dct),
        article=_article(dct),
        when=describe_time(event.time),
        begin=describe(event.time.begin.interval),
        text=event.anchor.text,
        others=say("event", "and").join(why(timex, timexes, dct) for timex in others),
    )


@cache
def anchoring_words() -> dict[str, str]:
    """What each rule of anchoring says of itself, by the rule's name."""
    return dict(_says(None, read_toml("events/anchoring.toml")))


def _went_by(event: Event, timexes: Sequence[Timex], dct: Dct) -> str:
    """Say what dates an event: its expression, another event with the expression that dates that, or the DCT."""
    anchor = event.anchor
    timex = timex_of(event, timexes)
    if timex is not None:
        return why(timex, timexes, dct)
    if anchor.kind == "event":
        by = timex_at(timexes, next(iter(anchor.timexes), None))
        if by is None:
            return say("event", "other", text=anchor.text)
        quoted = say("timex", "quoted", text=by.text, interval=describe(by.interval))
        return say("event", "other_dated", text=anchor.text, timex=quoted)
    if anchor.kind == "table":
        return say("event", "table", text=anchor.text or describe_time(event.time))
    return _article(dct) if anchor.kind == "dct" else say("event", "nothing")


def _dct_interval(dct: Dct) -> Interval:
    return Interval(dct.not_before or dct.day, dct.not_after or dct.day)


def _article(dct: Dct) -> str:
    words = describe_dct(dct)
    return say("dct", "article", dct=words) if _dct_interval(dct) != OPEN else words
