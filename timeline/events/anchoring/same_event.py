"""Mentions of one event in an article: which words and parties make two mentions the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from timeline.events.anchoring.placed import Placed, within
from timeline.events.parse.inflect import stem
from timeline.events.parse.word import Word
from timeline.models import EventAnchor

_PARTIES = frozenset({"subject", "passive subject", "object", "owner", "compound", "adjective", "noun modifier"})
_CORE = frozenset({"subject", "passive subject", "object"})
_CLAUSES = frozenset({"relative", "noun clause", "adverbial", "complement", "apposition"})
_DEFINITE = frozenset({"the", "these", "those"})
_INDEFINITE = frozenset({"a", "an", "another", "one", "any", "no"})
_LINKS = frozenset({"of", "by", "in", "on", "against", "at"})


def parties(token: Word, skip: frozenset[int]) -> frozenset[str]:
    """The names around a word, cut so that a country and its adjective agree ("Chad", "Chadian").

    ``skip``: words of temporal expressions, whose months look like names.
    """
    return frozenset(t.lower[:4] for t in _around(token) if t.index not in skip and _is_name(t))


def _is_name(token: Word) -> bool:
    """Tell whether a word is a name or made of one; a bare capital noun is, where the parser only sees a noun."""
    if token.pos == "name":
        return True
    bare = (
        token.form == "singular"
        and token.role in _CORE
        and not any(c.role in ("determiner", "owner") for c in token.children)
    )
    return token.text[:1].isupper() and (token.form == "adjective" or bare)


def _new(token: Word) -> bool:
    """Tell whether a noun phrase brings something not told before."""
    return token.pos == "noun" and any(c.role == "determiner" and c.lower in _INDEFINITE for c in token.children)


def _points_back(token: Word) -> bool:
    """Tell whether a pronoun stands for a party ("his capture")."""
    return any(c.form in ("personal", "possessive") and c.role in _PARTIES for c in token.children)


def _things(token: Word) -> frozenset[str]:
    """The lemmas of a verb's subject and object."""
    return frozenset(c.lemma for c in token.children if c.role in _CORE and c.pos == "noun")


def _around(token: Word) -> Iterator[Word]:
    for child in token.children:
        if child.role in _PARTIES or (child.role in ("preposition", "agent") and child.lower in _LINKS):
            yield from _phrase(child)


def _phrase(token: Word) -> Iterator[Word]:
    yield token
    for child in token.children:
        if child.role not in _CLAUSES:
            yield from _phrase(child)


@dataclass(frozen=True, slots=True)
class DatedMention:
    """A mention that an expression dates; ``names``: of the parties around its word; ``anchor``: of what it dates."""

    token: Word
    names: frozenset[str]
    placed: Placed
    anchor: EventAnchor

    def fits(self, token: Word, names: frozenset[str]) -> bool:
        """Tell whether a mention can be of the same event: no other parties, and for two verbs a shared one."""
        if self.names and names and not self.names & names:
            return False
        if (_new(token) or _new(self.token)) and not self.names & names:
            return False  # "a raid" is another one, unless its parties say not
        if token.form == "plural" and self.token.form != "plural":
            return any(c.lower in _DEFINITE for c in token.children)
        if token.pos == "verb" and self.token.pos == "verb":
            return bool(self.names & names) or bool(_things(self.token) & _things(token))
        return True

    def agrees(self, names: frozenset[str]) -> bool:
        """Tell whether no name of another party is told."""
        return not (self.names and names) or bool(self.names & names)


@dataclass(slots=True)
class DatedMentions:
    """The dated mentions of an article, by stem."""

    by_stem: dict[str, list[DatedMention]] = field(default_factory=dict)

    def add(self, token: Word, skip: frozenset[int], placed: Placed, anchor: EventAnchor) -> None:
        """Keep a dated mention; the more exact one where two agree."""
        here = self.by_stem.setdefault(stem(token), [])
        new = DatedMention(token, parties(token, skip), placed, anchor)
        for n, old in enumerate(here):
            if old.agrees(new.names) and within(old.placed.time, placed.time):
                return
            if old.agrees(new.names) and within(placed.time, old.placed.time):
                here[n] = new
                return
        here.append(new)

    def find(self, token: Word, skip: frozenset[int], *, sure: bool = False) -> DatedMention | None:
        """Another dated mention of the same event: the one that shares most names, the first of equals.

        ``sure``: only one with the same names, without any where this mention has none, or told with a pronoun.
        """
        told = [t for t in self.by_stem.get(stem(token), ()) if t.token is not token]
        if not told:
            return None
        names = parties(token, skip)
        fitting = [t for t in told if t.fits(token, names)]
        if sure:
            points = _points_back(token)
            fitting = [t for t in fitting if t.names & names or not t.names | names or points or _points_back(t.token)]
        return max(fitting, key=lambda t: len(t.names & names), default=None)
