"""Names of countries, places, bodies and groups in running text, with the code each counts for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from timeline.tables.knowledge import countries
from timeline.tables.load import read_toml

WORD = re.compile(r"[^\W_](?:[\w]|[.'’](?=\w))*\.?(?<!\w\w\w\.)", re.UNICODE)


class Name(NamedTuple):
    """A known name: ``kind`` is country, demonym, place, body, group or, for waters and the like, feature."""

    code: str
    kind: str
    name: str


class Hit(NamedTuple):
    """A name found in text, in characters."""

    start: int
    end: int
    name: Name


def tokens(text: str, start: int = 0, end: int | None = None) -> list[tuple[str, int, int]]:
    """Words of a stretch of text with their offsets; a full stop stays with an abbreviation such as "U.S."."""
    found = []
    for m in WORD.finditer(text, start, len(text) if end is None else end):
        word, a, b = m.group(), m.start(), m.end()
        if word.endswith(".") and "." not in word[:-1]:
            word, b = word[:-1], b - 1
        found.append((word, a, b))
    return found


def _key(text: str) -> tuple[str, ...]:
    return tuple(w.replace("’", "'") for w, _, _ in tokens(text))


@cache
def _names() -> dict[str, list[tuple[tuple[str, ...], Name]]]:
    rows: list[tuple[str, Name]] = []
    table = read_toml("events/gazetteer.toml")
    shared = table["shared"]
    for c in countries():
        rows.append((c.name, Name(c.code, "country", c.name)))
        for word in c.demonyms:
            if shared.get(word, c.code) != c.code:
                continue
            rows.append((word, Name(c.code, "demonym", c.name)))
            if not word.endswith(("ese", "ish", "ch", "s")):
                rows.append((word + "s", Name(c.code, "demonym", c.name)))
        if not c.code.startswith("X") or c.code == "XKX":  # the seat of a body is not the body
            rows += [(word, Name(c.code, "place", c.name)) for word in c.capitals]
        rows += [(word, Name(c.code, "body" if c.code.startswith("X") else "country", c.name)) for word in c.aliases]
    known = {c.code: c.name for c in countries()}
    rows += [(word, Name("", "feature", word)) for word in table["features"]["names"].split(";")]
    groups = frozenset(table["groups"]["names"].split(";"))
    own = frozenset(table["own"]["names"].split(";"))
    for section, kind in (("places", "place"), ("bodies", "body")):
        for code, cell in table[section].items():
            for word in cell.split(";"):
                if word in groups:
                    rows.append((word, Name(code, "group", word)))
                    continue
                name = known.get(code, word) if kind == "place" and word not in own else word.removeprefix("the ")
                rows.append((word, Name(code, kind, name)))
    found: dict[str, list[tuple[tuple[str, ...], Name]]] = {}
    for text, name in rows:
        key = _key(text.removeprefix("the ").removeprefix("The "))
        if not key:
            continue
        entries = found.setdefault(key[0], [])
        if all(key != other for other, _ in entries):
            entries.append((key, name))
    for entries in found.values():
        entries.sort(key=lambda e: -len(e[0]))
    return found


@cache
def _capitals() -> dict[str, str]:
    """Names of one word as they stand in capitals, and as they are written else."""
    return {text.upper(): text for entries in _names().values() for key, _ in entries for text in key if len(key) == 1}


def in_title_case(text: str) -> str:
    """Words in capitals as they are usually written.

    >>> in_title_case("N'DJAMENA, Chad - RIO")
    "N'Djamena, Chad - Rio"
    """
    known = _capitals()

    def change(found: re.Match[str]) -> str:
        word = found.group()
        return known.get(word, word.capitalize()) if word.isupper() and len(word) > 2 else word

    return WORD.sub(change, text)


@cache
def seats() -> dict[str, tuple[str, ...]]:
    """Cities that may stand for a body of states, each with the codes of the bodies."""
    return {city: tuple(cell.split()) for city, cell in read_toml("events/gazetteer.toml")["seats"].items()}


@cache
def party_words() -> dict[str, str]:
    """Nouns for a politician of one country ("Republican" -> USA)."""
    table = read_toml("events/gazetteer.toml")["parties"]
    return {word: code for code, cell in table.items() for word in cell.split(";")}


def scan(text: str, start: int = 0, end: int | None = None) -> Iterator[Hit]:
    """Find known names, the longest first, left to right.

    >>> [(h.name.code, h.name.kind) for h in scan("Japanese and U.S. troops in East Timor")]
    [('JPN', 'demonym'), ('USA', 'country'), ('TLS', 'country')]
    """
    words = tokens(text, start, end)
    names = _names()
    i = 0
    while i < len(words):
        word = words[i][0].replace("’", "'")
        possessive = word.endswith("'s")
        base = word[:-2] if possessive else word
        for key, name in names.get(base, ()) or names.get(word, ()):
            n = len(key)
            if n == 1:
                last = words[i]
                cut = 2 if possessive else 0
                yield Hit(words[i][1], last[2] - cut, name)
                break
            here = [w[0].replace("’", "'") for w in words[i : i + n]]
            if len(here) < n:
                continue
            tail = here[-1]
            cut = 2 if tail.endswith("'s") and tail != key[-1] else 0
            if cut:
                here[-1] = tail[:-2]
            if tuple(here) == key:
                yield Hit(words[i][1], words[i + n - 1][2] - cut, name)
                i += n - 1
                break
        i += 1
