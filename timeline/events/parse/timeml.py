"""TimeML's reading of a word: tense, aspect, polarity, modality and class."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from timeline.events.parse.clause import clause_of
from timeline.events.parse.word import Word
from timeline.tables.load import read_toml

_MODALS = frozenset({"may", "might", "can", "could", "would", "should", "must", "ought"})


class Reading(NamedTuple):
    """TimeML attributes of an event mention."""

    tense: str
    aspect: str
    polarity: str
    modality: str | None
    event_class: str


@cache
def _classes() -> dict[str, str]:
    return {word: name for name, cell in read_toml("events/classes.toml")["class"].items() for word in cell.split()}


def event_class(token: Word) -> str:
    """TimeML class of a word, by the table of lemmas."""
    lemma = token.lemma.lower()
    found = _classes().get(lemma)
    if token.pos == "noun":
        return (
            found
            if found in ("STATE", "REPORTING", "I_STATE") and lemma in _noun_classes()
            else _noun_classes().get(lemma, "OCCURRENCE")
        )
    if token.pos in ("adjective",):
        return found or "STATE"
    if found == "I_ACTION" and not any(
        c.role in ("open clause", "complement", "object", "preposition") for c in token.children
    ):
        return "OCCURRENCE"
    return found or "OCCURRENCE"


@cache
def _noun_classes() -> dict[str, str]:
    return {word: name for name, cell in read_toml("events/classes.toml")["noun"].items() for word in cell.split()}


def read(token: Word) -> Reading:
    """Read an event mention's TimeML attributes from its auxiliaries and tag."""
    polarity = "NEG" if clause_of(token).is_negated or _denied(token) else "POS"
    if token.pos not in ("verb", "auxiliary"):
        return Reading("NONE", "NONE", polarity, None, event_class(token))
    aux = clause_of(token).auxiliaries
    lemmas = [a.lemma.lower() for a in aux]
    lower = [a.lower for a in aux]
    modality = next((a.upper() for a, w in zip(lemmas, lower, strict=True) if a in _MODALS or w in _MODALS), None)
    have = next((a for a in aux if a.lemma == "have"), None)
    going = (
        token.role == "open clause"
        and token.head.lower == "going"
        and any(c.lemma == "be" for c in token.head.children)
    )
    perfect = have is not None and token.form in ("past participle", "past")
    progressive = token.form == "present participle" and any(a.lemma == "be" for a in aux)
    if not perfect and have is not None and token.form == "present participle":
        perfect = progressive = True
    aspect = " ".join(w for w, on in (("PERFECTIVE", perfect), ("PROGRESSIVE", progressive)) if on) or "NONE"
    return Reading(_tense(token, aux, lower, going), aspect, polarity, modality, event_class(token))


def _tense(token: Word, aux: Sequence[Word], lower: list[str], going: bool) -> str:
    if going or any(w in ("will", "shall", "wo", "'ll", "’ll") for w in lower):
        return "FUTURE"
    if any(a.lower == "to" for a in aux) and token.form == "base":
        return "INFINITIVE"
    finite = aux[0] if aux else token
    if finite.lower in ("would", "could", "might", "may", "can", "should", "must", "ought", "'d"):
        if any(a.lemma == "have" for a in aux):
            return "PAST"
        return "PRESENT" if finite.lower in ("can", "may", "must") else "NONE"
    if finite.lower in ("was", "were", "had", "did") or finite.form == "past":
        return "PAST"
    if finite.lower in ("is", "are", "am", "has", "have", "do", "does", "'s", "'re", "'ve", "'m") or finite.form in (
        "present third",
        "present",
    ):
        return "PRESENT"
    if token.form == "present participle":
        return "PRESPART"
    if token.form == "past participle":
        return (
            "PAST"
            if clause_of(token).is_passive
            or token.role in ("noun clause", "conjunct", "adverbial", "root", "relative", "complement")
            else "PASTPART"
        )
    if token.form == "base":
        return "INFINITIVE" if token.role in ("open clause", "adverbial", "noun clause", "complement") else "PRESENT"
    return "NONE"


def _denied(token: Word) -> bool:
    return (
        token.pos == "noun"
        and token.role in ("object", "predicate", "passive subject", "subject")
        and any(c.lower == "no" for c in token.children)
    )
