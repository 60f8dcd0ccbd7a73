"""TimeML's reading of a word: tense, aspect, polarity, modality and class."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from timeline.events.parse.clause import auxiliaries, negated, passive
from timeline.tables.load import read_toml

if TYPE_CHECKING:
    from spacy.tokens import Token

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


def event_class(token: Token) -> str:
    """TimeML class of a word, by the table of lemmas."""
    lemma = token.lemma_.lower()
    found = _classes().get(lemma)
    if token.pos_ == "NOUN":
        return (
            found
            if found in ("STATE", "REPORTING", "I_STATE") and lemma in _noun_classes()
            else _noun_classes().get(lemma, "OCCURRENCE")
        )
    if token.pos_ in ("ADJ",):
        return found or "STATE"
    if found == "I_ACTION" and not any(c.dep_ in ("xcomp", "ccomp", "dobj", "prep") for c in token.children):
        return "OCCURRENCE"
    return found or "OCCURRENCE"


@cache
def _noun_classes() -> dict[str, str]:
    return {word: name for name, cell in read_toml("events/classes.toml")["noun"].items() for word in cell.split()}


def read(token: Token) -> Reading:
    """Read an event mention's TimeML attributes from its auxiliaries and tag."""
    polarity = "NEG" if negated(token) or _denied(token) else "POS"
    if token.pos_ not in ("VERB", "AUX"):
        return Reading("NONE", "NONE", polarity, None, event_class(token))
    aux = auxiliaries(token)
    lemmas = [a.lemma_.lower() for a in aux]
    lower = [a.lower_ for a in aux]
    modality = next((a.upper() for a, w in zip(lemmas, lower, strict=True) if a in _MODALS or w in _MODALS), None)
    have = next((a for a in aux if a.lemma_ == "have"), None)
    going = (
        token.dep_ == "xcomp" and token.head.lower_ == "going" and any(c.lemma_ == "be" for c in token.head.children)
    )
    perfect = have is not None and token.tag_ in ("VBN", "VBD")
    progressive = token.tag_ == "VBG" and any(a.lemma_ == "be" for a in aux)
    if not perfect and have is not None and token.tag_ == "VBG":
        perfect = progressive = True
    aspect = " ".join(w for w, on in (("PERFECTIVE", perfect), ("PROGRESSIVE", progressive)) if on) or "NONE"
    return Reading(_tense(token, aux, lower, going), aspect, polarity, modality, event_class(token))


def _tense(token: Token, aux: list[Token], lower: list[str], going: bool) -> str:
    if going or any(w in ("will", "shall", "wo", "'ll", "’ll") for w in lower):
        return "FUTURE"
    if any(a.lower_ == "to" for a in aux) and token.tag_ == "VB":
        return "INFINITIVE"
    finite = aux[0] if aux else token
    if finite.lower_ in ("would", "could", "might", "may", "can", "should", "must", "ought", "'d"):
        if any(a.lemma_ == "have" for a in aux):
            return "PAST"
        return "PRESENT" if finite.lower_ in ("can", "may", "must") else "NONE"
    if finite.lower_ in ("was", "were", "had", "did") or finite.tag_ == "VBD":
        return "PAST"
    if finite.lower_ in ("is", "are", "am", "has", "have", "do", "does", "'s", "'re", "'ve", "'m") or finite.tag_ in (
        "VBZ",
        "VBP",
    ):
        return "PRESENT"
    if token.tag_ == "VBG":
        return "PRESPART"
    if token.tag_ == "VBN":
        return (
            "PAST" if passive(token) or token.dep_ in ("acl", "conj", "advcl", "ROOT", "relcl", "ccomp") else "PASTPART"
        )
    if token.tag_ == "VB":
        return "INFINITIVE" if token.dep_ in ("xcomp", "advcl", "acl", "ccomp") else "PRESENT"
    return "NONE"


def _denied(token: Token) -> bool:
    return (
        token.pos_ == "NOUN"
        and token.dep_ in ("dobj", "attr", "nsubjpass", "nsubj")
        and any(c.lower_ == "no" for c in token.children)
    )
