"""English verb forms: present third person, base form, and all forms of a lemma."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from timeline.tables.load import read_toml

if TYPE_CHECKING:
    from spacy.tokens import Token

_SIBILANT = ("s", "x", "z", "ch", "sh", "o")
_VOWELS = "aeiou"


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    return {lemma: tuple(cell.split()) for lemma, cell in read_toml("events/irregular.toml")["forms"].items()}


def present(lemma: str) -> str:
    """Third person singular.

    >>> present("carry"), present("meet"), present("reach")
    ('carries', 'meets', 'reaches')
    """
    if lemma == "be":
        return "is"
    if lemma == "have":
        return "has"
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(_SIBILANT) else "s")


@cache
def forms(lemma: str) -> frozenset[str]:
    """All forms of a verb or noun lemma, spelling variants included; too many are harmless.

    >>> {"ban", "bans", "banned", "banning"} <= forms("ban")
    True
    """
    found = {lemma, present(lemma)}
    if lemma in _irregular():
        found |= set(_irregular()[lemma])
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        found |= {lemma[:-1] + "ied", lemma + "ing"}
    elif lemma.endswith("e"):
        found |= {lemma + "d", stem + "ing"}
        if lemma.endswith("ie"):
            found.add(lemma[:-2] + "ying")
    else:
        found |= {lemma + "ed", lemma + "ing"}
        if len(lemma) > 2 and lemma[-1] not in "wxy" + _VOWELS and lemma[-2] in _VOWELS and lemma[-3] not in _VOWELS:
            found |= {lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing"}
    return frozenset(found)


@cache
def lemmas() -> dict[str, str]:
    """Forms of the lexicon's verbs, for words the model lemmatises wrongly ("staged" is no form of "stag")."""
    from timeline.events.lexicon import lexicon

    return {form: lemma for lemma in lexicon().verbs for form in forms(lemma)}


@cache
def _known() -> frozenset[str]:
    return frozenset(lemmas().values())


def lemma_of(token: Token) -> str:
    """A verb's lemma: the model's where the lexicon has it, else that of the lexicon's verb with this form."""
    own = token.lemma_.lower()
    if token.lower_ in (own + "ed", own + "ing") and own + "e" in _known():
        return own + "e"
    # "raped" is no form of "rap", whatever the model says.
    return own if own in _known() and token.lower_ in forms(own) else lemmas().get(token.lower_, own)
