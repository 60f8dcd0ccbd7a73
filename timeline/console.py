"""What a person sees of a build: how far it is, and at the end what has become of the articles."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from timeline.models import MergedEvent, Timeline
from timeline.pipeline import Tally
from timeline.progress import Progress, Stage, Step

_PARTS = 1000  # of a bar
_LABELS: dict[Stage, str] = {"articles": "Reading articles", "merging": "Merging", "writing": "Writing"}
_REASONS = 5  # for which inputs are skipped, told at the end
# By what kind of anchor events are dated, in the order told.
_DATED_BY = {
    "timex": "an expression",
    "event": "another event",
    "table": "a table",
    "dct": "the article's day",
    "none": "nothing",
}


@contextmanager
def progress(*, shown: bool) -> Iterator[Progress | None]:
    """Show a bar for each stage, on a terminal only."""
    if not shown or not sys.stderr.isatty():
        yield None
        return
    bars = _Bars()
    try:
        yield bars
    finally:
        bars.end()


class _Bars:
    """One bar after the other, each with what is done, how fast, and how long it will take."""

    def __init__(self) -> None:
        self._stage: Stage | None = None
        self._bar: Any = None
        self._begun = 0.0
        self._done = 0

    def __call__(self, step: Step) -> None:
        if step.stage != self._stage:
            self.end()
            self._stage, self._begun = step.stage, time.monotonic()
            self._bar = click.progressbar(
                length=_PARTS, label=_LABELS[step.stage], file=sys.stderr, item_show_func=self._rate, width=24
            )
            self._bar.__enter__()
        self._done = step.done
        self._bar.update(round(step.share * _PARTS) - self._bar.pos, current_item=step)

    def end(self) -> None:
        if self._bar is not None:
            self._bar.__exit__(None, None, None)
            self._bar = None

    def _rate(self, step: Step | None) -> str | None:
        if step is None or not step.done:
            return None
        rate = step.done / max(0.001, time.monotonic() - self._begun)
        return f"{step.done:,} at {rate:,.1f}/s"


def contents(timeline: Timeline) -> str:
    """Count articles and events."""
    events = counted(len(timeline.events) + len(timeline.undated), "event")
    minor = f" + {len(timeline.minor)} minor" if timeline.minor else ""
    return f"{counted(len(timeline.articles), 'article')}, {events}{minor}"


def summary(timeline: Timeline, tally: Tally) -> Iterator[str]:
    """Yield what was read, what was left out and why, how many mentions make how many events, and what dates them."""
    known = f", {tally.known:,} of them as the last build found them" if tally.known else ""
    yield f"  read: {counted(tally.read, 'article')}{known}{_skipped(tally)}{_undated(tally)}"
    events = timeline.everything
    mentions, more = sum(len(event.mentions) for event in events), sum(len(event.mentions) > 1 for event in events)
    made = f"{counted(mentions, 'mention')} into {counted(len(events), 'event')}"
    yield f"  merged: {made}, {more:,} of them told more than once"
    found = Counter(_dated_by(event) for event in events if event.mentions)
    told = [f"{words} {found[kind]:,}" for kind, words in _DATED_BY.items() if found[kind]]
    if told:
        yield f"  dated by: {', '.join(told)}"


def counted(number: int, thing: str) -> str:
    """Say how many there are.

    >>> counted(1, "event"), counted(1200, "event")
    ('1 event', '1,200 events')
    """
    return f"{number:,} {thing}{'s' * (number != 1)}"


def _skipped(tally: Tally) -> str:
    if not tally.skipped:
        return ""
    first = tally.skipped.most_common(_REASONS)
    others = tally.skipped.total() - sum(number for _, number in first)
    told = [f"{number:,} {why}" for why, number in first] + [f"{others:,} for other reasons"] * bool(others)
    return f"; skipped: {counted(tally.skipped.total(), 'input')} ({', '.join(told)})"


def _undated(tally: Tally) -> str:
    return f"; without a date: {counted(tally.undated, 'article')}" if tally.undated else ""


def _dated_by(event: MergedEvent) -> str:
    """The best anchor of its mentions."""
    kinds = {mention.anchor.kind for mention in event.mentions}
    return next(kind for kind in _DATED_BY if kind in kinds)
