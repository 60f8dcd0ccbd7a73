"""What is known of a time, in kinds and in words."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from datetime import date
from importlib.resources import files

import pytest
from said import CASES
from timelines import lasting

from timeline.events.rules import rows
from timeline.models import EventTime
from timeline.render import when
from timeline.tables import knowledge


@pytest.mark.parametrize(("time", "kind", "short", "words"), CASES)
def test_words(time: EventTime, kind: str, short: str, words: str) -> None:
    """Never a day that is not known."""
    assert when.kind(time) == kind
    assert when.short(time) == short
    assert when.words(time) == words


def test_every_language_has_every_text() -> None:
    """A text that is missing would show its English; plural forms follow the language."""
    english = {key for key in when.messages("en") if not key.endswith(".one")}
    assert {key for key in when.messages("ja") if not key.startswith(("rule.", "office."))} == english
    for key in english:
        places = {part.split("}")[0] for part in when.messages("en")[key].split("{")[1:]}
        assert {part.split("}")[0] for part in when.messages("ja")[key].split("{")[1:]} == places, key
    json.dumps(when.messages("ja"))


def test_every_rule_that_dates_an_event_is_told_in_other_languages() -> None:
    """In English the table of the rules itself has the words; "words" and "article" are what dates an event."""
    names = {row.name for section in rows("anchoring").values() for row in section}
    told = {key for key in when.messages("ja") if key.startswith("rule.")}
    assert told == {f"rule.{name}" for name in (*names, "words", "article")}
    # The page knows what dated the event and no more: another place would stay open.
    for key in told - {"rule.words", "rule.article"}:
        assert set(re.findall(r"{(\w+)}", when.messages("ja")[key])) <= {"anchor"}, key


def test_every_manner_that_events_can_have_is_told() -> None:
    """A code of the tables would stand on the page as it is."""
    tables = (files("timeline.tables") / "events").iterdir()
    found = {
        mode
        for table in tables
        if table.name.endswith(".toml")
        for mode in modes(tomllib.loads(table.read_text(encoding="utf-8")))
    }
    assert {"visit", "ruled"} <= found
    assert {mode for mode in found if f"mode.{mode}" not in when.messages("en")} == set()


def modes(rows: object) -> Iterator[str]:
    """Yield the manners of the frames in a table."""
    if isinstance(rows, list):
        for row in rows:
            yield from modes(row)
    elif isinstance(rows, dict):
        if "type" in rows and isinstance(rows.get("mode"), str):
            yield rows["mode"]
        for value in rows.values():
            yield from modes(value)


def test_every_office_is_told_in_other_languages() -> None:
    """In English an office is what the table calls it."""
    told = {key for key in when.messages("ja") if key.startswith("office.")}
    assert told == {f"office.{term.office}" for term in knowledge.tenures()}


def test_what_goes_on_stands_where_it_is_known() -> None:
    """By the first day on which it is known to go on, not by the last day on which it may have begun."""
    assert when.position(lasting((None, "2024-11-11"), ("2024-11-07", None))) == date(2024, 11, 7)
