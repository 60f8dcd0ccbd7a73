"""The event lexicon: frames of verbs and nouns, word classes and governors, read once from ``tables/events``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from typing import Any

from timeline.errors import TableError
from timeline.tables.load import read_toml

FRAME_FILES = (
    "verbal_cooperation",
    "material_cooperation",
    "verbal_conflict",
    "material_conflict",
    "extension",
)


@dataclass(frozen=True, slots=True)
class Kind:
    """An event type: its quad class, CAMEO root, PLOVER code when planned, and PLOVER fallback by mode."""

    name: str
    quad: str
    cameo: str | None
    planned: str | None
    fallback: Mapping[str, str] | None
    recipient: tuple[str, ...]
    threat: str | None = None
    groups: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Frame:
    """A lexical pattern: what tells an event, what must stand with it, and who is who.

    Word sets are lemmas; ``@name`` entries have been replaced by the words of that class, but for the classes that
    need the sentence (``@party``, ``@place``, ``@person``, ``@country``, ``@state``).
    """

    type: str
    words: tuple[str, ...]
    noun: bool
    mode: str | None = None
    gate: str = "party"
    reciprocal: bool = False
    light: bool = False
    dated: bool = False
    leader: bool = False
    swap: bool = False
    swap_passive: bool = False
    future: bool = False
    strong: bool = False
    subject_armed: bool = False
    object_political: bool = False
    subject_free: bool = False
    subject_recipient: bool = False
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    object: frozenset[str] = frozenset()
    subject: frozenset[str] = frozenset()
    subjectmods: frozenset[str] = frozenset()
    adjective: frozenset[str] = frozenset()
    complement: frozenset[str] = frozenset()
    notcomplement: frozenset[str] = frozenset()
    notobject: frozenset[str] = frozenset()
    notsubject: frozenset[str] = frozenset()
    notobjectmod: frozenset[str] = frozenset()
    objectmod_any: frozenset[str] = frozenset()
    modifiers: frozenset[str] = frozenset()
    notmodifiers: frozenset[str] = frozenset()
    with_words: frozenset[str] = frozenset()
    prep: frozenset[str] = frozenset()
    prep_free: frozenset[str] = frozenset()
    prep_object: frozenset[str] = frozenset()
    prep_clause: frozenset[str] = frozenset()
    clause_has: frozenset[str] = frozenset()
    embedded: frozenset[str] = frozenset()
    examples: tuple[str, ...] = field(default=(), compare=False)

    @property
    def weight(self) -> float:
        """How much a match says: the number of conditions the frame sets."""
        sets = (
            self.object,
            self.subject,
            self.adjective,
            self.complement,
            self.modifiers,
            self.with_words,
            self.subjectmods,
        )
        more = (self.prep, self.prep_clause, self.clause_has, self.objectmod_any)
        return sum(map(bool, sets)) + sum(map(bool, more)) + 2 * self.strong + 0.5 * bool(self.needs)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All frames by the lemma that opens them, and the word classes that rules ask for."""

    kinds: Mapping[str, Kind]
    verbs: Mapping[str, tuple[Frame, ...]]
    nouns: Mapping[str, tuple[Frame, ...]]
    sets: Mapping[str, frozenset[str]]
    governors: Mapping[str, str]
    modifiers: Mapping[str, str]
    light: frozenset[str]
    happen: frozenset[str]
    adjunct: frozenset[str]
    motion: frozenset[str]
    control: frozenset[str]
    hostile: frozenset[str]
    refusal: frozenset[str]
    silence: Mapping[str, frozenset[str]]
    negation: frozenset[str]
    sectors: Mapping[str, str]
    groups: Mapping[str, frozenset[str]]
    arenas: frozenset[str]
    contexts: Mapping[str, frozenset[str]]
    reporting: Mapping[str, frozenset[str]]


def words(text: str) -> tuple[str, ...]:
    """Split a cell of words; ``_`` joins the parts of one entry."""
    return tuple(text.split())


_TUPLES = frozenset({"actor", "recipient", "needs"})


def _expand(entries: Iterable[str], sets: Mapping[str, frozenset[str]], where: str) -> frozenset[str]:
    found: set[str] = set()
    for entry in entries:
        if entry.startswith("@") and entry[1:] in sets:
            found |= sets[entry[1:]]
        elif entry.startswith("@") and entry[1:] not in ("party", "place", "person", "country", "state", "nationals"):
            raise TableError(f"{where}: no word class {entry}; define it in events/sets.toml")
        if not (entry.startswith("@") and entry[1:] in sets and entry[1:] not in ("people",)):
            found.add(entry)
    return frozenset(found)


def _frame(row: dict[str, Any], noun: bool, sets: Mapping[str, frozenset[str]], where: str) -> Frame:
    known = {f.name: f for f in fields(Frame)}
    values: dict[str, Any] = {"noun": noun}
    for key, value in row.items():
        if key in ("verbs", "nouns"):
            values["words"] = words(value)
        elif key not in known:
            raise TableError(f"{where}: unknown key {key!r} in a frame of {row.get('type')}")
        elif key == "examples":
            values[key] = tuple(value)
        elif key in _TUPLES:
            values[key] = words(value)
        elif isinstance(value, str) and key not in ("type", "mode", "gate"):
            values[key] = _expand(words(value), sets, where)
        else:
            values[key] = value
    if "words" not in values or "type" not in values:
        raise TableError(f"{where}: a frame needs a type and verbs or nouns")
    return Frame(**values)


def _index(frames: list[Frame]) -> dict[str, tuple[Frame, ...]]:
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
    sets = {name: frozenset(words(text)) for name, text in read_toml("events/sets.toml").items()}
    sectors_table = read_toml("events/sectors.toml")
    groups = {k: frozenset(words(v["words"].lower())) for k, v in sectors_table.items() if isinstance(v, dict)}
    sets["officials"] = groups["officials"]
    sets["company"] = groups["companies"]
    governors_table = read_toml("events/governors.toml")
    sets["hostile"] = frozenset(words(governors_table["hostile"]["words"]))
    sets["obligation"] = frozenset({"@obligation"})
    kinds = {
        name: Kind(
            name,
            row["quad"],
            row.get("cameo"),
            row.get("planned"),
            row.get("fallback"),
            words(row["recipient"]),
            row.get("threat"),
            frozenset(words(row.get("groups", ""))),
        )
        for name, row in read_toml("events/types.toml").items()
    }
    verbs: list[Frame] = []
    nouns: list[Frame] = []
    for name in FRAME_FILES:
        table = read_toml(f"events/{name}.toml")
        for row in table.get("verb", []):
            verbs.append(_frame(row, False, sets, f"events/{name}.toml"))
        for row in table.get("noun", []):
            nouns.append(_frame(row, True, sets, f"events/{name}.toml"))
    for frame in (*verbs, *nouns):
        if frame.type not in kinds:
            raise TableError(f"events: a frame has the unknown type {frame.type!r}")
    return Lexicon(
        kinds=kinds,
        verbs=_index(verbs),
        nouns=_index(nouns),
        sets=sets,
        governors={w: row["status"] for row in governors_table["governor"] for w in words(row["words"])},
        modifiers={w: status for status, text in governors_table["modifiers"].items() for w in words(text)},
        light=frozenset(words(governors_table["light"]["verbs"])),
        happen=frozenset(words(governors_table["light"]["happen"])),
        adjunct=frozenset(words(governors_table["light"]["adjunct"])),
        motion=frozenset(words(governors_table["motion"]["verbs"])),
        control=frozenset(words(governors_table["control"]["object"])),
        hostile=sets["hostile"],
        refusal=frozenset(words(governors_table["refusal"]["verbs"])),
        silence={k: frozenset(words(v)) for k, v in governors_table["silence"].items()},
        negation=frozenset(words(governors_table["negation"]["words"])),
        sectors={w: sector for sector, v in sectors_table.items() if isinstance(v, str) for w in words(v)},
        groups=groups,
        arenas=frozenset(w for text in read_toml("events/arenas.toml").values() for w in words(text)),
        contexts={name: frozenset(words(text)) for name, text in read_toml("events/contexts.toml").items()},
        reporting={name: frozenset(words(text)) for name, text in read_toml("events/reporting.toml").items()},
    )


@cache
def types(group: str) -> frozenset[str]:
    """The event types of a group that ``types.toml`` names.

    Raises TableError where no type is in it.
    """
    found = frozenset(name for name, kind in lexicon().kinds.items() if group in kind.groups)
    if not found:
        raise TableError(f"events/types.toml: no type is in the group {group!r}")
    return found
