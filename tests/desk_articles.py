"""Invented articles with what a desk analyst would put on their timelines: ``corpus/articles/GENRE-NN.toml``, one each.

An article has ``dct``, ``genre``, ``english`` (ordinary or poor), ``text``, and events: ``what`` it is in words,
``level`` (key, event, or optional: neither missed nor false), ``triggers``, ``type``, ``status``, ``when`` (EDTF),
what else is right for these three (``type_ok`` and so on), ``actors`` and ``recipients``.  The triggers are
all words that tell the event, its main one first; each is a word of the text, or a stretch of the text with the word in
brackets ("the [deal] was"), and stands in the text exactly once.
"""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any, NamedTuple

import timeline
from timeline.evaluate.gold import Wanted

HOME = Path(__file__).parent / "corpus" / "articles"
_GOLD = ("what", "level", "triggers", "actors", "recipients")
_BRACKETED = re.compile(r"(.*)\[(.+)\](.*)\Z", re.DOTALL)


class DeskArticle(NamedTuple):
    """An article with its events; ``name`` is its file's, ``dct`` an ISO day."""

    name: str
    dct: str
    genre: str
    english: str
    text: str
    events: tuple[Wanted, ...]


def load() -> list[DeskArticle]:
    """Read all articles in the order of their names; raises ValueError where a trigger is not found exactly once."""
    return [article(path.stem, path.read_text(encoding="utf-8")) for path in sorted(HOME.glob("*.toml"))]


def article(name: str, source: str) -> DeskArticle:
    """Read an article from TOML.

    >>> article("x", 'dct = "2024-05-01"\\ngenre = "wire"\\nenglish = "ordinary"\\ntext = "A met B."\\nevent = []').dct
    '2024-05-01'
    """
    table = tomllib.loads(source)
    events = tuple(_wanted(row, table["text"], name) for row in table["event"])
    return DeskArticle(name, table["dct"], table["genre"], table["english"], table["text"], events)


def _wanted(row: dict[str, Any], text: str, name: str) -> Wanted:
    def all_of(key: str) -> tuple[str, ...]:
        return (row[key], *row.get(f"{key}_ok", ()))

    try:
        triggers = tuple(place(trigger, text) for trigger in row["triggers"])
    except ValueError as error:
        raise ValueError(f"{name}: {row['what']}: {error}") from error
    who = (tuple(row.get(side, ())) for side in ("actors", "recipients"))
    return Wanted(row["what"], row["level"], triggers, all_of("type"), all_of("status"), all_of("when"), *who)


def place(trigger: str, text: str) -> tuple[int, int]:
    """Find the start and end of a trigger in a text.

    >>> place("[met] in", "They met in May and met again.")
    (5, 8)

    Raises ValueError where the words are not in the text, or more than once.
    """
    found = _BRACKETED.match(trigger)
    before, word, behind = found.groups() if found else ("", trigger, "")
    places = [hit.start() for hit in re.finditer(rf"(?<!\w){re.escape(before + word + behind)}(?!\w)", text)]
    if len(places) != 1:
        raise ValueError(f"{trigger!r} is in the text {len(places)} times; tell it by the words around it")
    start = places[0] + len(before)
    return start, start + len(word)


def build(one: DeskArticle, folder: Path) -> dict[str, Any]:
    """Build the timeline of one article alone, and read what is written of it: ``folder/NAME/timeline.json``."""
    path = folder / f"{one.name}.txt"
    path.write_text(one.text, encoding="utf-8")
    timeline.build(path, output=folder / one.name, formats=("json",), date=one.dct)
    made: dict[str, Any] = json.loads((folder / one.name / "timeline.json").read_text(encoding="utf-8"))
    return made


def of_gold(row: dict[str, Any]) -> DeskArticle:
    """An article with its events as a line of JSON has them, the triggers by their offsets."""
    return DeskArticle(row["id"], row["dct"], "", "", row["text"], tuple(map(_of_gold, row["events"])))


def _of_gold(row: dict[str, Any]) -> Wanted:
    triggers = tuple((start, end) for start, end in row["triggers"])
    best = ((row[key], *row[f"{key}_ok"]) for key in ("type", "status", "when"))
    return Wanted(row["what"], row["level"], triggers, *best, tuple(row["actors"]), tuple(row["recipients"]))


def as_gold(one: DeskArticle) -> dict[str, Any]:
    """Write an article as scorers of timelines read it."""
    events = []
    for event in one.events:
        row: dict[str, Any] = {name: getattr(event, name) for name in _GOLD}
        for name, (best, *others) in (("type", event.types), ("status", event.statuses), ("when", event.whens)):
            row |= {name: best, f"{name}_ok": others}
        events.append(row)
    return {"id": one.name, "dct": one.dct, "text": one.text, "events": events}
