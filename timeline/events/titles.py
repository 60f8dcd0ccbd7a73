"""A short headline for an event, from the words of its sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from timeline.events.clause import SUBJECTS, conjuncts, kids, passive
from timeline.events.inflect import present, uninflect
from timeline.events.parties import Scene, phrase
from timeline.tables.load import read_toml

if TYPE_CHECKING:
    from spacy.tokens import Token

    from timeline.models import Party, Status

LIMIT = 90
_REST = 60  # characters of the words behind the verb


@cache
def _words() -> dict[str, frozenset[str]]:
    return {name: frozenset(cell.split()) for name, cell in read_toml("events/titles.toml").items()}


@dataclass(frozen=True, slots=True)
class Told:
    """What a headline is written from; ``starts``: where its parties begin in the sentence."""

    s: Scene
    token: Token
    pivot: Token
    actors: Sequence[Party]
    recipients: Sequence[Party]
    kind: str
    mode: str | None
    status: Status

    @property
    def starts(self) -> frozenset[int]:
        """Character offsets of the actors in the sentence."""
        return frozenset(p.start - self.s.offset for p in self.actors)


def headline(told: Told) -> str:
    """Write the headline: who, the verb in the present, whom and what; at most 90 characters."""
    token, pivot = told.token, told.pivot
    who, whom = _names(told.s, told.actors), _names(told.s, told.recipients)
    talk = token.pos_ == "NOUN" or token.lemma_ in _words()["talk_verbs"]
    if told.kind == "CONSULT" and talk and told.mode in (None, "phone") and len({p.name for p in told.actors}) > 1:
        verb = "talk by phone" if told.mode == "phone" else "talk" if token.lemma_ in _words()["talk_nouns"] else "meet"
        return _cut(f"{who} {_moded(verb, True, told.status)}")
    if token.pos_ == "NOUN":
        return _cut(_noun_title(told, who, whom))
    if passive(token):
        return _cut(_passive_title(told, who, whom))
    many = _many(told.actors)
    if not who:
        subject = kids(pivot, *SUBJECTS)
        if whom and told.kind in ("APPOINTMENT", "DEATH", "DEPARTURE"):
            who, many = whom, _many(told.recipients)
        elif subject and subject[0].pos_ != "PRON":
            who, many = _text(told, subject[0]), subject[0].tag_ in ("NNS", "NNPS") or len(conjuncts(subject[0])) > 1
        elif whom:
            who, many = whom, _many(told.recipients)
    verb = token.lemma_.lower() if many else present(token.lemma_.lower())
    particle = " ".join(c.text for c in token.children if c.dep_ == "prt")
    moded = f"{_moded(verb, many, told.status)} {particle}".strip()
    return _cut(f"{who} {moded} {_tail(told)}")


def _passive_title(told: Told, who: str, whom: str) -> str:
    token = told.token
    subject = kids(token, "nsubjpass")
    head = _text(told, subject[0]) if subject and subject[0].pos_ != "PRON" else whom
    many = bool(subject) and (subject[0].tag_ in ("NNS", "NNPS") or len(conjuncts(subject[0])) > 1)
    if told.kind in ("ELECTION", "APPOINTMENT") and (who or whom):
        head, many = whom or who, _many(told.recipients or told.actors)
        who = "" if head == who else who
    be = "are" if many else "is"
    be = {"scheduled": "to be", "pledged": "to be", "hypothetical": "may be", "negated": f"{be} not"}.get(
        told.status, be
    )
    by = f" by {who}" if who and who != head else ""
    return f"{head} {be} {token.text.lower()} {_tail(told)}{by}"


def _noun_title(told: Told, who: str, whom: str) -> str:
    noun = told.token
    left, _ = phrase(noun)
    skip = {t.i for c in noun.lefts if c.dep_ == "poss" for t in c.subtree}
    words = [t for t in told.s.doc[left : noun.i + 1] if t.i not in skip and t.pos_ != "NUM"]
    what = "".join(t.text_with_ws for t in words).strip()
    planned = told.status in ("scheduled", "pledged")
    many = _many(told.actors)
    if who and who.lower() not in what.lower():
        text = f"{who} {_moded('hold' if many else 'holds', many, told.status)} {what}"
        return f"{text} with {whom}" if whom else text
    return f"{what} {'is planned' if planned else 'may take place' if told.status == 'hypothetical' else 'takes place'}"


def _names(s: Scene, people: Sequence[Party]) -> str:
    """Join parties: "A, B and C"; the surname of a person the article names in full."""
    found: list[str] = []
    for party in people:
        word = _name(s, party)
        if word not in found:
            found.append(word)
    if len(found) > 3:
        return f"{found[0]}, {found[1]} and others"
    return " and ".join(found) if len(found) < 3 else f"{', '.join(found[:-1])} and {found[-1]}"


def _name(s: Scene, party: Party) -> str:
    name = re.sub(r"\s+", " ", party.name or party.text).strip()
    person = next((p for p in s.cast.people.values() if p.name == name), None)
    if person is not None:
        return person.surname
    words = name.split()
    return name if len(name) <= 45 else " ".join(words[:6])


def _many(people: Sequence[Party]) -> bool:
    if len({(p.name, p.code) for p in people}) > 1:
        return True
    return (
        bool(people)
        and people[0].name == people[0].text
        and people[0].sector is not None
        and people[0].text.endswith("s")
    )


def _moded(verb: str, many: bool, status: Status) -> str:
    base = uninflect(verb) if not many else verb
    if status in ("scheduled", "pledged"):
        return f"to {base}"
    if status == "hypothetical":
        return f"may {base}"
    if status == "negated":
        return f"{'do' if many else 'does'} not {base}"
    if status == "attempted":
        return f"{'try' if many else 'tries'} to {base}"
    if status == "cancelled":
        return f"{'are' if many else 'is'} not to {base}"
    return verb


def _tail(told: Told) -> str:
    """The shortest words behind the verb that keep its sense; what the verb needs goes before where and how."""
    parts: list[tuple[int, int, str]] = []
    for child in told.token.children:
        if child.i < told.token.i:
            continue
        purpose = child.dep_ == "advcl" and any(k.lower_ == "to" for k in child.lefts)
        if child.dep_ in ("dobj", "attr", "oprd", "dative", "acomp", "xcomp", "ccomp") or purpose:
            parts.append((0, child.i, _text(told, child)))
        elif (
            child.dep_ == "prep" and not _temporal(child) and not any(p.idx in told.starts for p in kids(child, "pobj"))
        ):
            parts.append((1, child.i, _text(told, child)))
    kept: list[tuple[int, str]] = []
    room = _REST
    for _, at, part in sorted(parts):
        if part and (len(part) <= room or not kept):
            kept.append((at, part))
            room -= len(part)
    return " ".join(part for _, part in sorted(kept))


def _temporal(prep: Token) -> bool:
    if prep.lower_ in _words()["temporal"]:
        return True
    return any(t.lower_ in _words()["calendar"] or t.like_num for t in prep.subtree if t.i - prep.i < 5)


def _text(told: Told, token: Token) -> str:
    """The words of a subtree up to the first clause, comma, relative pronoun or party named already."""
    words: list[Token] = []
    for t in told.s.doc[token.left_edge.i : token.right_edge.i + 1]:
        if t.i > token.i:
            if t.text in ',;:(—--"“' or t.dep_ == "relcl" or t.lower_ in ("who", "which"):
                break
            if t.dep_ == "prep" and (
                t.lower_ in ("with", "between")
                and any(p.idx in told.starts or p.left_edge.idx in told.starts for p in kids(t, "pobj"))
            ):
                break
            if t.dep_ == "prep" and t.lower_ in _words()["temporal"]:
                break
        if len(words) > 14:
            break
        words.append(t)
    while (
        words and words[-1].i != token.i and words[-1].pos_ in ("ADP", "CCONJ", "DET", "SCONJ", "PART", "PUNCT", "AUX")
    ):
        words.pop()
    return re.sub(r"\s+", " ", "".join(t.text_with_ws for t in words)).strip(" \"“”'")


def _cut(text: str) -> str:
    text = re.sub(r"\s+", " ", text).strip()
    text = text[:1].upper() + text[1:]
    if len(text) <= LIMIT:
        return text
    return text[: LIMIT - 1].rsplit(" ", 1)[0].rstrip(",;: ") + "…"
