"""English word forms: those of a verb, its base form, and the key that it shares with its noun."""

from __future__ import annotations

import re
from functools import cache

from timeline.events.parse.word import Word
from timeline.tables import own
from timeline.tables.load import read_toml

_SIBILANT = ("s", "x", "z", "ch", "sh", "o")
_VOWELS = "aeiou"


@cache
def _table() -> dict[str, tuple[str, ...]]:
    ours = {lemma: tuple(cell.split()) for lemma, cell in read_toml("events/forms.toml")["forms"].items()}
    return {verb: regular(verb) for verb in own.verbs()} | ours


def regular(verb: str) -> tuple[str, ...]:
    """Past and present participle of a verb that users have added, where no table tells them.

    >>> regular("rebuff"), regular("table"), regular("shun"), regular("parry")
    (('rebuffed', 'rebuffing'), ('tabled', 'tabling'), ('shunned', 'shunning'), ('parried', 'parrying'))
    """
    if verb.endswith("e"):
        return verb + "d", verb.removesuffix("e") + "ing" if not verb.endswith("ee") else verb + "ing"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ied", verb + "ing"
    doubled = verb + verb[-1] if _doubles(verb) else verb
    return doubled + "ed", doubled + "ing"


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
    """All forms of a word of the lexicon, spelling variants included; of another, itself and its present or plural.

    >>> sorted(forms("ban"))
    ['ban', 'banned', 'banning', 'bans']
    """
    return frozenset({lemma, present(lemma), *_table().get(lemma, ())})


@cache
def lemmas() -> dict[str, str]:
    """Forms of the lexicon's verbs, for words the model lemmatises wrongly ("staged" is no form of "stag")."""
    from timeline.events.lexicon import lexicon

    return {form: lemma for lemma in lexicon().verbs for form in forms(lemma)}


@cache
def _known() -> frozenset[str]:
    return frozenset(lemmas().values())


def _doubles(lemma: str) -> bool:
    """Tell whether a verb doubles its last letter before an ending, so that "hoping" is no form of "hop".

    >>> _doubles("hop"), _doubles("visit"), _doubles("meet")
    (True, False, False)
    """
    return re.fullmatch(r"[^aeiou]*[aeiou][^aeiouwxy]", lemma) is not None


def lemma_of(token: Word) -> str:
    """A verb's lemma: the model's where the lexicon has it, else that of the lexicon's verb with this form."""
    own = token.lemma.lower()
    if token.lower in (own + "ed", own + "ing") and (own + "e" in _known() or _doubles(own)):
        return own + "e"
    # "raped" is no form of "rap", whatever the model says.
    return own if own in _known() and token.lower in forms(own) else lemmas().get(token.lower, own)


def spellings(lemma: str) -> tuple[str, ...]:
    """How a word with a hyphen may stand in the lexicon: so, without it, or as what is done again.

    >>> spellings("re-impose"), spellings("pull-out"), spellings("meet")
    (('re-impose', 'reimpose', 'impose'), ('pull-out', 'pullout'), ('meet',))
    >>> spellings("counter-attack"), spellings("de-escalate")
    (('counter-attack', 'counterattack', 'attack'), ('de-escalate', 'deescalate'))
    """
    first, hyphen, second = lemma.partition("-")
    if not hyphen:
        return (lemma,)
    return (lemma, first + second, second) if first in _alike() else (lemma, first + second)


@cache
def _alike() -> frozenset[str]:
    """The first parts behind which a word is still of its kind."""
    return frozenset(read_toml("events/parser.toml")["joined"]["alike"].split())


@cache
def _same_deeds() -> dict[str, str]:
    return {word: line.split()[0] for line in read_toml("events/same.toml")["words"] for word in line.split()}


def stem(token: Word) -> str:
    """A key that a verb and its noun share, and words for the same deed: "abduct", "abduction" and "kidnap"."""
    lemma = token.lemma.lower()
    group = _same_deeds().get(lemma)
    if group is not None:
        return group
    key = lemma[:5] if len(lemma) > 5 else lemma.removesuffix("e")
    return f"{key[:-1]}s" if key.endswith("d") else key
