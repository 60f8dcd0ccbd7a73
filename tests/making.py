"""Articles, expressions and events made by hand, in the fewest words a test can use."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from timeline import edtf
from timeline.articles.sentences import sentences
from timeline.edtf import Interval
from timeline.models import (
    Article,
    Block,
    Bounds,
    Dct,
    Event,
    EventAnchor,
    EventTime,
    Party,
    Place,
    Timex,
    TimexAnchor,
)

THURSDAY = "2024-11-07"


def dct(day: str | None = THURSDAY) -> Dct:
    """A given article day."""
    if day is None:
        return Dct()
    value = date.fromisoformat(day)
    return Dct(value=day, not_before=value, not_after=value, confidence=1.0, evidence="given")


def article(*paragraphs: str, name: str = "a1", day: str | None = THURSDAY) -> Article:
    """An article whose first paragraph is its title."""
    text = "\n\n".join(paragraphs)
    blocks, start = [], 0
    for number, paragraph in enumerate(paragraphs):
        kind = "title" if number == 0 and len(paragraphs) > 1 else "body"
        blocks.append(Block(kind=kind, start=start, end=start + len(paragraph)))  # type: ignore[arg-type]
        start += len(paragraph) + 2
    return Article(id=name, dct=dct(day), blocks=tuple(blocks), text=text)


def at(given: str) -> EventTime:
    """A day within EDTF bounds: "2024-11-07", "2024-10", "../2024-11-07"; "" is nowhere."""
    bounds = _bounds(given)
    return EventTime(kind="day", begin=bounds, end=bounds)


def span(begin: str, end: str) -> EventTime:
    """A span from EDTF bounds to EDTF bounds."""
    return EventTime(kind="span", begin=_bounds(begin), end=_bounds(end))


def _bounds(given: str) -> Bounds:
    interval = edtf.parse(given) if given else Interval(None, None)
    return Bounds(not_before=interval.not_before, not_after=interval.not_after)


def party(name: str, code: str | None = None) -> Party:
    """Someone, by name and country."""
    return Party(text=name, start=0, end=len(name), name=name, code=code)


def place(name: str, code: str | None = None) -> Place:
    """Somewhere, by name and country."""
    return Place(text=name, start=0, end=len(name), code=code)


ISHIBA = party("Shigeru Ishiba", "JPN")
TRUMP = party("Donald Trump", "USA")
XI = party("Xi Jinping", "CHN")


def event(
    of: Article,
    trigger: str,
    type_: str | None = "CONSULT",
    *,
    actors: Sequence[Party] = (),
    when: EventTime | None = None,
    nth: int = 0,
    anchor: EventAnchor | None = None,
    **more: Any,
) -> Event:
    """A mention at the nth occurrence of its trigger; without ``when`` it lies on or before the article's day."""
    start = -1
    for _ in range(nth + 1):
        start = of.text.index(trigger, start + 1)
    sentence = next(s for s in sentences(of.text, of.blocks) if s.start <= start < s.end)
    if when is None:
        when = at(f"../{of.dct.value}" if of.dct.value else "")
    return Event(
        id=f"e{start}",
        start=start,
        end=start + len(trigger),
        trigger=trigger,
        type=type_,
        quad="none",
        actors=tuple(actors),
        sentence=sentence,
        time=when,
        anchor=anchor or EventAnchor(kind="dct", text=of.dct.value),
        **more,
    )


def timex(
    of: Article,
    text: str,
    value: str | None,
    *,
    form: str | None = None,
    type_: str = "DATE",
    anchor: TimexAnchor | None = None,
    rule: str = "made-up",
) -> Timex:
    """An expression at the first occurrence of its text; ``form`` is its EDTF, else its value."""
    start = of.text.index(text)
    placed = edtf.parse(form or value or "") if (form or value) and type_ in ("DATE", "TIME") else Interval(None, None)
    return Timex(
        start=start,
        end=start + len(text),
        text=text,
        type=type_,  # type: ignore[arg-type]
        value=value,
        edtf=edtf.format(placed),
        not_before=placed.not_before,
        not_after=placed.not_after,
        anchor=anchor or TimexAnchor(kind="none"),
        rule=rule,
    )
