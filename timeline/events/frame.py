"""A frame of the event lexicon: what tells an event, what must stand with it, and who is who."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from timeline.errors import TableError

# Word classes that only the sentence can tell; the others of events/sets.toml are lists of lemmas.
IN_SENTENCE = frozenset({"@party", "@place", "@person", "@known", "@country", "@state", "@people", "@nationals"})


def _condition(weight: float = 0.0) -> Any:
    """A field that must hold where it is set; ``weight``: how much it says about the event."""
    return field(default=frozenset(), metadata={"weight": weight})


@dataclass(frozen=True, slots=True)
class Frame:
    """A lexical pattern under a name of its own.

    Word sets are lemmas; ``@name`` entries have been replaced by the words of that class, but for the classes that
    need the sentence.  ``counterexamples``: sentences that it must not code, for the sake of one of its conditions.
    ``particles``: those of each verb, "" where it is by itself; ``conditions``: the fields that must hold, in the order
    in which they are asked; ``weight``: how much they say together.
    """

    name: str
    type: str
    words: tuple[str, ...] = ()
    noun: bool = False
    mode: str | None = None
    gate: str = "party"
    reciprocal: bool = False
    light: bool = False
    dated: bool = False
    leader: bool = False
    swap: bool = False
    swap_passive: bool = False
    strong: bool = False
    subject_recipient: bool = False
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    object: frozenset[str] = _condition(1)
    notobjectmod: frozenset[str] = _condition()
    modifiers: frozenset[str] = _condition(1)
    notmodifiers: frozenset[str] = _condition()
    objectmod_any: frozenset[str] = _condition(1)
    notobject: frozenset[str] = _condition()
    subject: frozenset[str] = _condition(1)
    subjectmods: frozenset[str] = _condition(1)
    notsubject: frozenset[str] = _condition()
    adjective: frozenset[str] = _condition(1)
    complement: frozenset[str] = _condition(1)
    notcomplement: frozenset[str] = _condition()
    with_words: frozenset[str] = _condition(1)
    prep: frozenset[str] = _condition(1)
    prep_object: frozenset[str] = _condition()
    prep_clause: frozenset[str] = _condition(1)
    clause_has: frozenset[str] = _condition(1)
    future: bool = field(default=False, metadata={"weight": 0})
    embedded: frozenset[str] = _condition()
    needs: tuple[str, ...] = field(default=(), metadata={"weight": 0.5})
    examples: tuple[str, ...] = field(default=(), compare=False)
    counterexamples: tuple[str, ...] = field(default=(), compare=False)
    particles: Mapping[str, tuple[str, ...]] = field(init=False, compare=False)
    conditions: tuple[str, ...] = field(init=False, compare=False)
    weight: float = field(init=False, compare=False)

    def __post_init__(self) -> None:
        """Gather the particles, and the conditions that are set."""
        object.__setattr__(self, "particles", _particles(self.words))
        found = tuple(name for name in CONDITIONS if getattr(self, name))
        object.__setattr__(self, "conditions", found)
        object.__setattr__(self, "weight", sum(CONDITIONS[name] for name in found) + 2 * self.strong)


def _particles(verbs: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for verb in verbs:
        head, _, particle = verb.partition("_")
        found[head] = (*found.get(head, ()), particle)
    return found


CONDITIONS: Mapping[str, float] = {f.name: f.metadata["weight"] for f in fields(Frame) if "weight" in f.metadata}
KEYS = frozenset(f.name for f in fields(Frame) if f.init) - {"words", "noun"} | {"verbs", "nouns"}
_NAMES = frozenset({"name", "type", "mode", "gate"})
_TUPLES = frozenset({"actor", "recipient", "needs"})
_OF_NOUN = {"modifiers", "notmodifiers"}


def frame_of(row: Mapping[str, Any], noun: bool, sets: Mapping[str, frozenset[str]], where: str) -> Frame:
    """A frame from its row of the table ``where``.

    Raises TableError where a key is missing or unknown, or a word class is.
    """
    where = f"{where}: {row.get('name')}"
    unknown = row.keys() - KEYS
    if unknown:
        raise TableError(f"{where}: unknown keys {sorted(unknown)}")
    if not {"name", "type"} <= row.keys():
        raise TableError(f"{where}: a frame needs a name and a type")
    values = {key: _value(key, value, sets, where) for key, value in row.items() if key not in ("verbs", "nouns")}
    frame = Frame(words=tuple(row.get("nouns" if noun else "verbs", "").split()), noun=noun, **values)
    if noun and not set(frame.conditions) <= _OF_NOUN:
        raise TableError(f"{where}: of a noun only {sorted(_OF_NOUN)} can be asked")
    return frame


def _value(key: str, value: Any, sets: Mapping[str, frozenset[str]], where: str) -> Any:
    if key in ("examples", "counterexamples"):
        return tuple(value)
    if key in _NAMES or not isinstance(value, str):
        return value
    return tuple(value.split()) if key in _TUPLES else _expand(value.split(), sets, where)


def _expand(entries: Iterable[str], sets: Mapping[str, frozenset[str]], where: str) -> frozenset[str]:
    """Put the words of a class in the place of its name; of a class that the sentence tells too, keep the name."""
    found: set[str] = set()
    for entry in entries:
        known = sets.get(entry[1:]) if entry.startswith("@") else None
        if entry.startswith("@") and known is None and entry not in IN_SENTENCE:
            raise TableError(f"{where}: no word class {entry}; define it in events/sets.toml")
        if known is None or entry in IN_SENTENCE:
            found.add(entry)
        found |= known or frozenset()
    return frozenset(found)
