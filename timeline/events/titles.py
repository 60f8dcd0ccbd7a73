"""A short headline for an event, from the words of its sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.events.clause import SUBJECTS, auxiliaries, kids, passive
from timeline.events.inflect import base_form, third_person
from timeline.events.parties import Scene, phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from timeline.models import Party, Status

LIMIT = 90


def short(party: Party) -> str:
    """The party's name as a headline gives it: the surname of a person, else its words."""
    name = party.name or party.text
    if party.sector and name != party.text and " " in name and party.name and party.name.split()[-1] in party.text:
        return name.split()[-1]
    return re.sub(r"\s+", " ", name if len(name) <= 40 else party.text).strip()


def names(people: Sequence[Party]) -> str:
    """Join parties: "A, B and C"."""
    found: list[str] = []
    for party in people:
        word = surname(party)
        if word not in found:
            found.append(word)
    if len(found) > 3:
        return f"{found[0]}, {found[1]} and others"
    return " and ".join(found) if len(found) < 3 else f"{', '.join(found[:-1])} and {found[-1]}"


def surname(party: Party) -> str:
    """A person's last name where the name is a person's; other parties keep their words."""
    name = re.sub(r"\s+", " ", party.name or party.text).strip()
    words = name.split()
    if 2 <= len(words) <= 4 and party.sector == "GOV" and all(w[:1].isupper() for w in words) and party.text.endswith(words[-1]):
        return words[-1]
    return name if len(name) <= 40 else " ".join(words[:6])


def headline(s: Scene, token: Token, pivot: Token, actors: Sequence[Party], recipients: Sequence[Party], fact: tuple[str, str | None, Status]) -> str:
    """Write the headline: who, the verb in the present, whom and what; at most 90 characters."""
    kind, mode, status = fact
    who = names(actors)
    verb, rest = _predicate(s, token, pivot, actors)
    whom = names(recipients)
    if kind == "CONSULT" and len({(p.name, p.code) for p in actors}) > 1 and mode in (None, "phone"):
        verb, rest = ("talk by phone" if mode == "phone" else "meet", "")
        if token.pos_ == "NOUN" and mode != "phone":
            verb = "talk" if token.lemma_ in ("talk", "negotiation", "conversation", "dialogue", "consultation", "discussion") else "meet"
        verb = _moded(verb, status)
        return _cut(f"{who} {verb}")
    if token.pos_ == "NOUN":
        text = _noun_title(s, token, who, whom, status)
    elif who and passive(pivot):
        text = f"{whom or _object(s, token)} {_be(recipients)} {token.text.lower()} by {who}" if (whom or _object(s, token)) else f"{who} {verb} {rest}"
    elif who:
        text = f"{who} {_moded(verb if not _plural(actors) else base_form(token), status)} {rest}"
    else:
        subject = [c for c in pivot.children if c.dep_ in SUBJECTS]
        head = _text(s, subject[0]) if subject else whom
        if passive(pivot) or (whom and not subject):
            plural = len(recipients) > 1 or (bool(subject) and subject[0].tag_ in ("NNS", "NNPS"))
            text = f"{head} {'are' if plural else 'is'} {token.text.lower()} {_tail(s, token)}"
        else:
            text = f"{head} {_moded(verb, status)} {rest}"
    return _cut(text)


def _plural(people: Sequence[Party]) -> bool:
    return len({(p.name, p.code) for p in people}) > 1 or bool(people and people[0].text.endswith("s") and people[0].name == people[0].text and people[0].sector is not None)


def _be(people: Sequence[Party]) -> str:
    return "are" if _plural(people) else "is"


def _moded(verb: str, status: Status) -> str:
    base = verb
    if status in ("scheduled", "pledged"):
        return f"to {_base_word(base)}"
    if status == "hypothetical":
        return f"may {_base_word(base)}"
    if status == "negated":
        return f"do not {_base_word(base)}" if base == _base_word(base) else f"does not {_base_word(base)}"
    return verb


def _base_word(verb: str) -> str:
    from timeline.events.inflect import uninflect

    head, _, tail = verb.partition(" ")
    return f"{uninflect(head)} {tail}".strip()


def _predicate(s: Scene, token: Token, pivot: Token, actors: Sequence[Party]) -> tuple[str, str]:
    """The verb in the present tense and the shortest rest that keeps its sense."""
    verb = third_person(token)
    particle = " ".join(c.text for c in token.children if c.dep_ == "prt")
    return f"{verb} {particle}".strip(), _tail(s, token)


def _tail(s: Scene, token: Token) -> str:
    parts: list[tuple[int, str]] = []
    for child in token.children:
        if child.i < token.i or child.dep_ in ("punct", "advcl", "cc", "conj", "prt", "npadvmod", "mark", "relcl", "parataxis", "agent"):
            continue
        if child.dep_ in ("dobj", "attr", "oprd", "dative", "acomp"):
            parts.append((child.i, _text(s, child)))
        elif child.dep_ == "prep" and not _temporal(child):
            parts.append((child.i, _text(s, child)))
        elif child.dep_ in ("xcomp", "ccomp") and not parts:
            parts.append((child.i, _text(s, child)))
        elif child.dep_ == "xcomp":
            parts.append((child.i, _text(s, child)))
    words = ""
    for _, part in sorted(parts):
        if len(words) + len(part) > 60 and words:
            break
        words = f"{words} {part}".strip()
    return words


def _temporal(prep: Token) -> bool:
    inner = kids(prep, "pobj")
    return prep.lower_ in ("on", "in", "during", "since", "after", "before", "at", "by") and bool(inner) and (
        inner[0].ent_type_ in ("DATE", "TIME")
        or inner[0].lower_ in _DAYS
        or inner[0].like_num
        or any(t.lower_ in _DAYS for t in inner[0].subtree)
    ) or (prep.lower_ in ("during", "after", "since", "before", "following", "amid"))


_DAYS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december week month year today yesterday tomorrow jan. feb. mar. apr. jun. jul. aug. sep.
    sept. oct. nov. dec.""".split()
)


def _text(s: Scene, token: Token) -> str:
    """The words of a subtree up to the first clause, comma or relative pronoun."""
    left, right = token.left_edge.i, token.right_edge.i
    words: list[Token] = []
    for t in s.doc[left : right + 1]:
        if t.i > token.i and (t.text in (",", ";", ":", "(", "\u2014", "-", "--", '"', "“") and not _joined(t)):
            break
        if t.i > token.i and t.dep_ in ("relcl", "mark") or t.lower_ in ("who", "which"):
            break
        if len(words) > 14:
            break
        words.append(t)
    while words and words[-1].pos_ in ("ADP", "CCONJ", "DET", "SCONJ", "PART", "PUNCT", "AUX", "ADJ") and words[-1].i != token.i:
        words.pop()
    return re.sub(r"\s+", " ", "".join(t.text_with_ws for t in words)).strip(" \"“”'")


def _joined(token: Token) -> bool:
    return token.text == "-" and not token.whitespace_


def _object(s: Scene, token: Token) -> str:
    found = kids(token, "nsubjpass", "dobj")
    return _text(s, found[0]) if found else ""


def _noun_title(s: Scene, noun: Token, who: str, whom: str, status: Status) -> str:
    left, right = phrase(noun)
    what = s.doc[left : noun.i + 1].text
    verb = {"scheduled": "to hold", "pledged": "to hold", "hypothetical": "may hold", "negated": "holds no"}.get(status, "holds")
    if who:
        plain = what if not what.lower().startswith(who.lower()) else what[len(who) :].removeprefix("'s").strip() or what
        if len(who.split(" and ")) > 1 and verb == "holds":
            verb = "hold"
        text = f"{who} {verb} {plain}"
        return f"{text} against {whom}" if whom and whom not in text else text
    return f"{what} {'planned' if status in ('scheduled', 'pledged') else 'takes place'}"


def _cut(text: str) -> str:
    text = re.sub(r"\s+", " ", text).strip()
    text = text[:1].upper() + text[1:]
    if len(text) <= LIMIT:
        return text
    return text[: LIMIT - 1].rsplit(" ", 1)[0].rstrip(",;: ") + "…"
