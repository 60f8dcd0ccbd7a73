"""The event lexicon: frames of verbs and nouns, word classes and governors, read once from ``tables/events``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, TypeVar

from timeline.errors import TableError
from timeline.events.frame import Frame, frame_of
from timeline.models import Status
from timeline.tables.load import read_toml

# What a governor makes of an event; "pass": the event has the governor's own status.
Governor = Status | Literal["pass"]
T = TypeVar("T")

FRAME_FILES = (
    "verbal_cooperation",
    "material_cooperation",
    "verbal_conflict",
    "material_conflict",
    "extension",
)
# Frames of verbs, of nouns, and those without words of their own that a rule of triggers.py chooses by name.
FRAME_SECTIONS = ("verb", "noun", "construction")


@dataclass(frozen=True, slots=True)
class Kind:
    """An event type, as ``events/types.toml`` explains it."""

    name: str
    quad: str
    recipient: tuple[str, ...]
    groups: frozenset[str]
    cameo: str | None = None
    planned: str | None = None
    threat: str | None = None
    fallback: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All frames, by name and by the lemma that opens them, and the word classes that rules ask for."""

    kinds: Mapping[str, Kind]
    frames: Mapping[str, Frame]
    verbs: Mapping[str, tuple[Frame, ...]]
    nouns: Mapping[str, tuple[Frame, ...]]
    senses: Mapping[str, Frame]
    sense_names: frozenset[str]
    sets: Mapping[str, frozenset[str]]
    governors: Mapping[str, Governor]
    modifiers: Mapping[str, Status]
    sectors: Mapping[str, str]
    groups: Mapping[str, frozenset[str]]
    arenas: Mapping[str, frozenset[str]]
    contexts: Mapping[str, frozenset[str]]
    reporting: Mapping[str, frozenset[str]]


def _words(text: str) -> tuple[str, ...]:
    """Split a cell of words; ``_`` joins the parts of one entry."""
    return tuple(text.split())


def _index(frames: Iterable[Frame]) -> dict[str, tuple[Frame, ...]]:
    found: dict[str, list[Frame]] = {}
    for frame in frames:
        for word in frame.words:
            found.setdefault(word.partition("_")[0] if not frame.noun else word, []).append(frame)
    return {key: tuple(value) for key, value in found.items()}


@cache
def lexicon() -> Lexicon:
    """Read the whole lexicon.

    Raises TableError where a table is broken: unknown keys, types or word classes.
    """
    sectors, governors = read_toml("events/sectors.toml"), read_toml("events/governors.toml")
    groups = _groups(sectors)
    sets = _lists("events/sets.toml") | {"officials": groups["officials"], "company": groups["companies"]}
    kinds = _kinds()
    senses = _read_frames("senses", "sense", sets)
    frames = _frames(senses, sets, kinds)
    return Lexicon(
        kinds=kinds,
        frames={frame.name: frame for frame in frames},
        verbs=_index(frame for frame in frames if not frame.noun and frame not in senses),
        nouns=_index(frame for frame in frames if frame.noun),
        senses={verb: sense for sense in senses for verb in sense.words},
        sense_names=frozenset(sense.name for sense in senses),
        sets=sets,
        governors=_by_word((row["status"], row["words"]) for row in governors["governor"]),
        modifiers=_by_word(governors["modifiers"].items()),
        sectors=_by_word((sector, words) for sector, words in sectors.items() if isinstance(words, str)),
        groups=groups,
        arenas=_lists("events/arenas.toml"),
        contexts=_lists("events/contexts.toml"),
        reporting=_lists("events/reporting.toml"),
    )


def _lists(table: str) -> dict[str, frozenset[str]]:
    return {name: frozenset(_words(text)) for name, text in read_toml(table).items()}


def _groups(sectors: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    """The lists of ``events/sectors.toml`` that are sections; its other rows are the words of a sector."""
    sections = {name: row["words"] for name, row in sectors.items() if isinstance(row, dict)}
    return {name: frozenset(_words(text.lower())) for name, text in sections.items()}


def _by_word(rows: Iterable[tuple[T, str]]) -> dict[str, T]:
    """What each word stands for, of rows that give a meaning and its words."""
    return {word: meaning for meaning, text in rows for word in _words(text)}


def _kinds() -> dict[str, Kind]:
    return {name: _kind(name, row) for name, row in read_toml("events/types.toml").items()}


def _kind(name: str, row: Mapping[str, Any]) -> Kind:
    recipient, groups = _words(row["recipient"]), frozenset(_words(row.get("groups", "")))
    return Kind(**{**row, "name": name, "recipient": recipient, "groups": groups})


def _read_frames(name: str, section: str, sets: Mapping[str, frozenset[str]]) -> list[Frame]:
    where = f"events/{name}.toml"
    return [frame_of(row, section == "noun", sets, where) for row in read_toml(where).get(section, [])]


def _frames(senses: Sequence[Frame], sets: Mapping[str, frozenset[str]], kinds: Mapping[str, Kind]) -> Sequence[Frame]:
    found = [*senses]
    for name in FRAME_FILES:
        for section in FRAME_SECTIONS:
            found += _read_frames(name, section, sets)
    for frame in found:
        if frame.type not in kinds:
            raise TableError(f"events: the frame {frame.name!r} has the unknown type {frame.type!r}")
    if len({frame.name for frame in found}) < len(found):
        raise TableError("events: two frames have the same name")
    return found


@cache
def types(group: str) -> frozenset[str]:
    """The event types of a group that ``types.toml`` names.

    Raises TableError where no type is in it.
    """
    found = frozenset(name for name, kind in lexicon().kinds.items() if group in kind.groups)
    if not found:
        raise TableError(f"events/types.toml: no type is in the group {group!r}")
    return found
