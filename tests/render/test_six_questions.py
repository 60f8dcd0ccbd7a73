"""What a reader who has never seen the page asks of 600 events; each is answered in few clicks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from tabs import size, titles
from timelines import many, within

from timeline.models import Conflict, MergedEvent, Timeline
from timeline.render import page, when

pytestmark = pytest.mark.browser
Visit = Callable[..., Any]
FEW = 4  # clicks for a question


class Reader:
    """Someone with a mouse, who counts clicks."""

    def __init__(self, tab: Any) -> None:
        """Begin with the open page."""
        self.tab = tab
        self.clicks = 0

    def click(self, place: Any) -> None:
        """Click what is in sight."""
        place.click()
        self.clicks += 1

    def tick(self, menu: str, *values: str) -> None:
        """Open the menu of a filter and tick values in it."""
        self.click(self.tab.locator("#facets summary", has_text=menu))
        for value in values:
            self.click(self.tab.locator("#facets [open] label.choice", has_text=value))
        self.tab.keyboard.press("Escape")


def disputed() -> Timeline:
    """600 events, the reports of some of which disagree on the day, and of others only differ."""
    timeline = many(600)
    clash = Conflict(field="time", values=("2001-01-01", "2001-01-02"), mentions=((0,), (1,)))

    def clashing(event: MergedEvent, number: int) -> MergedEvent:
        if len(event.mentions) < 2 or number % 10:
            return event
        one, other, *more = event.mentions
        if number % 20:  # the same days: what differs contradicts nothing
            return event.model_copy(update={"conflicts": (clash,)})
        one, other = (
            report.model_copy(update={"time": within(day)})
            for report, day in zip((one, other), clash.values, strict=True)
        )
        return event.model_copy(update={"conflicts": (clash,), "mentions": (one, other, *more)})

    events = tuple(clashing(event, number) for number, event in enumerate(timeline.events))
    return timeline.model_copy(update={"events": events})


TIMELINE = disputed()


@pytest.fixture
def reader(visit: Visit) -> Iterator[Reader]:
    """A reader before the page, who has clicked little enough in the end."""
    one = Reader(visit(page(TIMELINE), viewport={"width": 1366, "height": 768}))
    yield one
    assert 0 < one.clicks <= FEW


def shown(wanted: Callable[[MergedEvent], bool]) -> list[MergedEvent]:
    """The true answer: events in the order of the page, without those that are shown when asked for."""
    events = (event for event in TIMELINE.events if event.status not in ("hypothetical", "negated"))
    return sorted(filter(wanted, events), key=when.order)


def met(event: MergedEvent) -> bool:
    """Whether it is a meeting."""
    return event.type == "CONSULT"


def test_who_met_whom_and_when(reader: Reader) -> None:
    reader.tick("Type", "Talks and visits")
    truth = shown(met)
    assert size(reader.tab) == len(truth)
    row = reader.tab.locator("#rows .row").first.inner_text()
    assert all(party.called in row for party in truth[0].actors)
    assert when.short(truth[0].time) in row


def test_the_first_and_the_last_meeting(reader: Reader) -> None:
    reader.tick("Type", "Talks and visits")
    truth = shown(met)
    assert titles(reader.tab)[0] == truth[0].title
    reader.tab.locator("#sort").select_option("newest")
    reader.clicks += 1
    assert titles(reader.tab)[0] == truth[-1].title


def test_what_is_planned(reader: Reader) -> None:
    reader.tick("Status", "scheduled", "pledged")
    assert size(reader.tab) == len(shown(lambda event: event.status in ("scheduled", "pledged")))


def _disputed(event: MergedEvent) -> bool:
    """Whether two articles tell two days."""
    one, other = event.mentions[:2]
    return one.article != other.article and one.time != other.time


def test_what_is_disputed(reader: Reader) -> None:
    reader.tick("Evidence", "reports disagree")
    truth = shown(lambda event: bool(event.conflicts) and _disputed(event))
    assert size(reader.tab) == len(truth) > 3
    assert len(truth) < len(shown(lambda event: bool(event.conflicts)))
    reader.click(reader.tab.locator("#rows .row button").first)
    assert "the reports disagree" in reader.tab.locator("#details").inner_text().lower()


def test_why_this_date_and_from_which_source(reader: Reader) -> None:
    (truth, *_) = shown(lambda event: True)
    reader.click(reader.tab.locator("#rows .row button").first)
    report = truth.mentions[0]
    source = next(one.source for one in TIMELINE.articles if one.id == report.article)
    for words in (report.reason, source):
        place = reader.tab.locator("#details").get_by_text(words or "").first
        place.wait_for()
        assert place.bounding_box()["y"] < 768, f"{words} lies below the screen"
