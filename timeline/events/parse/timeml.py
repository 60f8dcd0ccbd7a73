"""TimeML's reading of a word: tense, aspect, polarity, modality and class; and whether its event lasts."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from timeline.events.parse.clause import clause_of
from timeline.events.parse.word import Role, Word
from timeline.events.words import words
from timeline.tables.load import read_toml


class Reading(NamedTuple):
    """TimeML attributes of an event mention."""

    tense: str
    aspect: str
    polarity: str
    modality: str | None
    event_class: str


def read(token: Word) -> Reading:
    """Read an event mention's TimeML attributes from its auxiliaries and tag."""
    polarity = "NEG" if clause_of(token).is_negated or _has_no(token) else "POS"
    if not token.is_verbal:
        return Reading("NONE", "NONE", polarity, None, event_class(token))
    return Reading(_tense(token), _aspect(token), polarity, _modality(token), event_class(token))


@cache
def _classes(table: str) -> dict[str, str]:
    return {word: name for name, cell in read_toml("events/classes.toml")[table].items() for word in cell.split()}


def event_class(token: Word) -> str:
    """TimeML class of a word, by the table of lemmas."""
    lemma = token.lemma.lower()
    found = _classes("class").get(lemma)
    if token.pos == "noun":
        own = _classes("noun").get(lemma)
        return found if own and found in ("STATE", "REPORTING", "I_STATE") else own or "OCCURRENCE"
    if token.pos == "adjective":
        return found or "STATE"
    if found == "I_ACTION" and not token.by_role("open clause", "complement", "object", "preposition"):
        return "OCCURRENCE"
    return found or "OCCURRENCE"


def _modality(verb: Word) -> str | None:
    modals = words("timeml", "modals")
    return next(
        (a.lemma.upper() for a in clause_of(verb).auxiliaries if a.lemma.lower() in modals or a.lower in modals), None
    )


def _aspect(verb: Word) -> str:
    lemmas = {a.lemma for a in clause_of(verb).auxiliaries}
    progressive = verb.form == "present participle" and bool(lemmas & {"be", "have"})
    perfect = "have" in lemmas and verb.form in ("past participle", "past", "present participle")
    return " ".join(w for w, on in (("PERFECTIVE", perfect), ("PROGRESSIVE", progressive)) if on) or "NONE"


# Roles in which a participle without auxiliaries tells something past.
_TOLD: tuple[Role, ...] = ("noun clause", "conjunct", "adverbial", "root", "relative", "complement")
# Roles in which a base form is an infinitive whose "to" is not written.
_BARE: tuple[Role, ...] = ("open clause", "adverbial", "noun clause", "complement")


def _tense(verb: Word) -> str:
    return next((tense for tell in _TENSES if (tense := tell(verb)) is not None), "NONE")


def _future(verb: Word) -> str | None:
    """FUTURE of "will sign", "is going to sign"."""
    above = verb.head
    going = verb.role == "open clause" and above.lower == "going" and any(c.lemma == "be" for c in above.children)
    return "FUTURE" if going or _auxiliaries(verb) & words("timeml", "future") else None


def _infinitive(verb: Word) -> str | None:
    """INFINITIVE of "to sign"."""
    return "INFINITIVE" if verb.form == "base" and "to" in _auxiliaries(verb) else None


def _after_modal(verb: Word) -> str | None:
    """PAST of "may have signed", PRESENT of "may sign", NONE of "would sign"."""
    finite = _finite(verb)
    if finite.lower not in words("timeml", "modals", "modals_short"):
        return None
    if any(a.lemma == "have" for a in clause_of(verb).auxiliaries):
        return "PAST"
    return "PRESENT" if finite.lower in words("timeml", "present_modals") else "NONE"


def _finite_past(verb: Word) -> str | None:
    """PAST of "signed", "had signed", "did not sign"."""
    finite = _finite(verb)
    return "PAST" if finite.lower in words("timeml", "past") or finite.form == "past" else None


def _finite_present(verb: Word) -> str | None:
    """PRESENT of "signs", "has signed", "is signing"."""
    finite = _finite(verb)
    told = finite.lower in words("timeml", "present") or finite.form in ("present third", "present")
    return "PRESENT" if told else None


def _participle(verb: Word) -> str | None:
    """PRESPART of "signing", PASTPART of "signed" where it neither tells a deed nor stands in the passive."""
    if verb.form == "present participle":
        return "PRESPART"
    if verb.form == "past participle":
        return "PAST" if clause_of(verb).is_passive or verb.role in _TOLD else "PASTPART"
    return None


def _base(verb: Word) -> str | None:
    """INFINITIVE of "made them sign", PRESENT of "they sign"."""
    if verb.form != "base":
        return None
    return "INFINITIVE" if verb.role in _BARE else "PRESENT"


# In this order: the first that knows a verb tells its tense.
_TENSES = (_future, _infinitive, _after_modal, _finite_past, _finite_present, _participle, _base)


def _auxiliaries(verb: Word) -> set[str]:
    return {a.lower for a in clause_of(verb).auxiliaries}


def _finite(verb: Word) -> Word:
    """The word of a verb group that carries its tense."""
    return next(iter(clause_of(verb).auxiliaries), verb)


def _has_no(noun: Word) -> bool:
    """Tell whether a noun is denied by a "no" of its own, whatever the parser took it for."""
    denied = noun.pos == "noun" and noun.role in ("object", "predicate", "passive subject", "subject")
    return denied and any(c.lower == "no" for c in noun.children)


def lasts(token: Word) -> bool:
    """Tell whether a word's event lasts longer than a day as a rule."""
    return token.lemma.lower() in words("durations", "nouns" if token.pos == "noun" else "verbs")
