"""Rules as data: patterns over word classes become regular expressions over class characters.

A pattern is a sequence of items parted by blanks: ``CLASS`` (a class of the lexicon), ``word`` (itself, in small
letters), ``{macro}``, punctuation, groups ``( | )`` with ``? * +``, and ``name:item`` to keep what matched.  The group
``x``, where there is one, is the extent of the expression; else the whole match is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from timeline.dates.lexicon import OTHER, Lexicon
from timeline.dates.tokens import Token, Tokens
from timeline.errors import TableError
from timeline.tables.load import read_toml

_ITEM = re.compile(
    r"\s*(?:(?P<name>[a-z][a-z0-9]*):(?=\S)|(?P<macro>\{[a-z]+\})|(?P<times>\{\d+,\d+\})|(?P<klass>[A-Z][A-Z0-9]+)"
    r"|(?P<word>(?:(?![A-Z])[^\W\d_])+\d*\.?|['’]s|o['’]clock)|(?P<op>[()|?*+])|(?P<mark>\S))"
)


@dataclass(frozen=True, eq=False)
class Rule:
    """One rule: what it matches and how it is resolved (``op`` with the parameters of its table row)."""

    name: str
    op: str
    params: Mapping[str, Any]
    source: str
    groups: Mapping[str, tuple[int, ...]]

    @cached_property
    def match(self) -> re.Pattern[str]:
        """The pattern over class characters, compiled when the rule is first tried: most texts try only some rules."""
        return re.compile(self.source)


class Match(NamedTuple):
    """A rule's match in a sentence; group values are looked up by class.

    ``first`` and ``last`` are token indices of the extent, half-open.
    """

    rule: Rule
    tokens: Sequence[Token]
    found: re.Match[str]
    first: int
    last: int

    def has(self, group: str) -> bool:
        """Tell whether the pattern has the group and it matched."""
        return any(self.found.start(index) >= 0 for index in self.rule.groups.get(group, ()))

    def group(self, group: str) -> list[Token]:
        """Tokens of a group, none where it did not match."""
        for index in self.rule.groups.get(group, ()):
            start, end = self.found.span(index)
            if start >= 0:
                return list(self.tokens[start:end])
        return []

    def value(self, group: str, *classes: str) -> Any:
        """The value that the group's first token has in the first of the classes that it belongs to."""
        for token in self.group(group)[:1]:
            for name in classes:
                if name in token.values:
                    return token.values[name]
        return None

    def relation(self, group: str = "r") -> str:
        """Which of LAST, NEXT, THIS, THAT, PREVIOUS, FOLLOWING the group's word is; empty where it is none."""
        for token in self.group(group)[:1]:
            return next((name for name in RELATIONS if name in token.values), "")
        return ""

    def steps(self, group: str = "r") -> int | None:
        """How many periods away the group's word says it is: "last" -1, "this" 0; None where it is no such word."""
        count: int | None = self.value(group, *RELATIONS)
        return count


RELATIONS = ("LAST", "NEXT", "THIS", "THAT", "PREVIOUS", "FOLLOWING")


class Grammar:
    """All rules of a language, and continuations: rules that may only follow another expression at once."""

    def __init__(
        self,
        folder: str,
        files: Iterable[str],
        extra: Mapping[str, dict[str, Any]] | None = None,
        names: Mapping[str, str] | None = None,
    ) -> None:
        """Read the files of the folder, or of others where their name says so; each may bring classes and macros.

        ``extra``: further classes; ``names``: macros of names from other tables.  Raises TableError where a row is
        broken.
        """
        extra, names = extra or {}, names or {}
        tables = _tables(folder, files)
        rows = [(path, row) for path, table in tables.items() for row in table.get("rule", [])]
        self.macros: dict[str, str] = _merged(tables.values(), "macro") | read_toml(f"{folder}/macros.toml")
        classes = {**extra, **_merged(tables.values(), "class")}
        own = _literals([*self.macros.values(), *_patterns(row for _, row in rows)])
        of_names = _literals(names.values())
        self.macros.update(names)
        self.lexicon = Lexicon(f"{folder}/lexicon.toml", own | of_names, classes)
        # To the other rules a word of names only, from other tables or a class marked `name`, is any word.
        of_classes = {*extra, *(name for name, entry in classes.items() if entry.get("name"))}
        self._other = OTHER + self.lexicon.chars_of_only({"=" + word for word in of_names - own} | of_classes)
        self.rules: list[Rule] = []
        self.continuations: list[Rule] = []
        for table, row in rows:
            (self.continuations if row.get("continues") else self.rules).append(self._read(table, row))
        self.by_first = _by_first(self.rules)
        self.anchor = re.compile(f"[{self.lexicon.anchor_chars}]")

    def _read(self, table: str, row: Mapping[str, Any]) -> Rule:
        try:
            return self._rule(row)
        except (KeyError, re.error) as error:
            raise TableError(f"{table}: rule {row.get('name')!r}: {error}") from error

    def _rule(self, row: Mapping[str, Any]) -> Rule:
        names: list[str] = []
        body = f"(?:{self._expression(row['pattern'], names)})"
        after = row.get("after")
        unless_after = row.get("unless_after")
        if after:
            body = f"(?<={self._single(after)}){body}"
        if unless_after:
            body = f"(?<!{self._single(unless_after)}){body}"
        if row.get("before"):
            body = f"{body}(?={self._expression(row['before'])})"
        if row.get("unless_before"):
            body = f"{body}(?!{self._expression(row['unless_before'])})"
        groups = {name: tuple(i for i, other in enumerate(names, 1) if other == name) for name in names}
        return Rule(row["name"], row["op"], row, body, groups)

    def _single(self, classes: str) -> str:
        """Alternatives that are one token wide, as one set."""
        for name, macro in self.macros.items():
            classes = classes.replace("{" + name + "}", macro)
        return "[" + "".join(self._set(item.strip()) for item in classes.split("|")) + "]"

    def _set(self, name: str) -> str:
        if name == "OTHER":
            return self._other
        chars = self.lexicon.chars_of(name if name[0].isupper() else "=" + name)
        if not chars:
            raise KeyError(f"no words in class {name!r}")
        return chars

    def _expression(self, pattern: str, names: list[str] | None = None) -> str:
        """Translate a pattern; the names of its groups are appended to ``names`` in the order of their numbers."""
        out: list[str] = []
        named = False
        for item in _ITEM.finditer(pattern):
            kind = item.lastgroup or ""
            text = item[kind] if kind else ""
            if kind == "name":
                named = True
                if names is not None:
                    names.append(text)
            elif text == "(":
                out.append("(" if named else "(?:")
                named = False
            elif kind in ("op", "times"):
                out.append(text)
            else:
                piece = self._piece(kind, text, names)
                out.append(f"({piece})" if named else piece)
                named = False
        return "".join(out)

    def _piece(self, kind: str, text: str, names: list[str] | None) -> str:
        """Translate one item: a macro as a group, all else as a set one token wide."""
        if kind == "macro":
            return f"(?:{self._expression(self.macros[text[1:-1]], names)})"
        spellings = _APOSTROPHES if text == _APOSTROPHES[0] else (text,)
        return f"[{''.join(map(self._set, spellings))}]"

    def matches(self, tokens: Tokens, at: int, rules: Iterable[Rule]) -> list[Match]:
        """All matches of the rules at a token, the longest first; of equal ones the first in the tables."""
        found: list[Match] = []
        for rule in rules:
            match = rule.match.match(tokens.chars, at)
            if match is not None:
                extents = [match.span(group) for group in rule.groups.get("x", ()) if match.start(group) >= 0]
                first, last = extents[0] if extents else match.span()
                if first < last:
                    found.append(Match(rule, tokens.tokens, match, first, last))
        if len(found) > 1:
            found.sort(key=lambda match: -match.last)
        return found


_PATTERN_KEYS = ("pattern", "before", "unless_before", "after", "unless_after")
_APOSTROPHES = ("'s", "’s")  # written either way


def _tables(folder: str, files: Iterable[str]) -> dict[str, dict[str, Any]]:
    """The tables by their paths; a name without a folder lies in this one."""
    paths = (name if "/" in name else f"{folder}/{name}" for name in files)
    return {path: read_toml(path) for path in paths}


def _merged(tables: Iterable[Mapping[str, Any]], key: str) -> dict[str, Any]:
    """What all the tables have under a key; of two of one name the last."""
    return {name: value for table in tables for name, value in table.get(key, {}).items()}


def _patterns(rows: Iterable[Mapping[str, Any]]) -> Iterable[str]:
    return (str(row.get(key, "")) for row in rows for key in _PATTERN_KEYS)


def _literals(patterns: Iterable[str]) -> set[str]:
    """Words and marks that patterns name as themselves."""
    items = (item for pattern in patterns for item in _ITEM.finditer(pattern))
    words = (item["word"] or item["mark"] for item in items)
    return {word.replace("’", "'") for word in words if word} | {_APOSTROPHES[1]}


def _by_first(rules: Iterable[Rule]) -> dict[str, list[Rule]]:
    """Rules by the characters that they can begin with, in the order of the tables."""
    found: dict[str, list[Rule]] = {}
    for rule in rules:
        for char in sorted(_firsts(rule.source)):
            found.setdefault(char, []).append(rule)
    return found


def _firsts(source: str) -> frozenset[str]:
    """Characters that a match can begin with, read off the expression's own source."""
    chars, _, _ = _sequence(source, 0)
    return frozenset(chars)


def _sequence(source: str, at: int) -> tuple[set[str], bool, int]:
    """FIRST set of an alternation, whether it can be empty, and where it ends."""
    chars: set[str] = set()
    empty_any = False
    empty = True  # what stands before in this alternative
    while at < len(source) and source[at] != ")":
        if source[at] == "|":
            empty_any |= empty
            empty, at = True, at + 1
            continue
        item, item_empty, at = _item(source, at)
        optional, at = _quantifier(source, at)
        if empty:
            chars |= item
            empty = item_empty or optional
    return chars, empty_any or empty, at


def _quantifier(source: str, at: int) -> tuple[bool, int]:
    """Whether ``? * + {}`` there lets the item before be left out, and where it ends."""
    sign = source[at : at + 1]
    if not sign or sign not in "?*+{":
        return False, at
    optional = sign in "?*" or source.startswith("{0", at)
    return optional, source.index("}", at) + 1 if sign == "{" else at + 1


def _item(source: str, at: int) -> tuple[set[str], bool, int]:
    if source[at] == "[":
        end = source.index("]", at)
        return set(source[at + 1 : end]), False, end + 1
    look = source.startswith(("(?=", "(?!", "(?<=", "(?<!"), at)
    inner = at + 1
    if source[inner] == "?":
        inner = at + 3 + source.startswith("(?<", at)
    chars, empty, at = _sequence(source, inner)
    return (set(), True, at + 1) if look else (chars, empty, at + 1)
