"""Event mentions in the sense of TimeML: every verb, noun or adjective that tells of something happening or holding."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from timeline.events.parse.clause import clause_of
from timeline.events.parse.word import Role, Tree, Word
from timeline.events.words import words

_AUXILIARY: tuple[Role, ...] = ("auxiliary", "passive auxiliary")
_DESCRIBING: tuple[Role, ...] = ("adjective", "compound", "case", "preposition", "punctuation", "noun modifier")
_LINKING: tuple[Role, ...] = ("preposition", "prepositional clause", "noun clause")


@lru_cache(maxsize=8)
def mentions(tree: Tree) -> Sequence[Word]:
    """Tokens that are event mentions, in order."""
    return tuple(word for word in tree if _is_mention(word))


def _is_mention(word: Word) -> bool:
    if word.pos == "verb":
        return _is_verb_mention(word)
    if word.pos == "auxiliary":
        return word.role not in _AUXILIARY and word.lemma not in words("mentions", "auxiliaries")
    if word.pos == "noun":
        return _is_noun_mention(word)
    if word.pos == "adjective":
        predicate = word.role in ("predicate adjective", "object predicate")
        return predicate and word.lemma.lower() in words("mentions", "adjectives")
    return False


def _is_verb_mention(verb: Word) -> bool:
    if verb.role in (*_AUXILIARY, *_DESCRIBING) or not (verb.text.isalpha() or "-" in verb.text):
        return False
    lemma = verb.lemma.lower()
    if lemma in words("mentions", "never_verbs", "weak_verbs"):
        return False
    if lemma == "do" and not verb.by_role("object"):
        return False
    return not _is_going_to(verb) and not _is_preposition(verb)


def _is_going_to(verb: Word) -> bool:
    """Tell whether a verb only puts another ahead ("is going to sign")."""
    lemma = verb.lemma.lower()
    return lemma == "going" or (lemma == "go" and verb.lower == "going" and bool(verb.by_role("open clause")))


def _is_preposition(verb: Word) -> bool:
    """Tell whether a participle stands for a preposition ("including two Greeks", "according to Mali")."""
    participle = verb.form in ("present participle", "past participle") and verb.role in _LINKING
    return participle and verb.lemma.lower() in words("mentions", "prepositions")


@cache
def _suffixes() -> tuple[str, ...]:
    return tuple(sorted(words("mentions", "suffixes")))


def _is_noun_mention(noun: Word) -> bool:
    lemma = noun.lemma.lower()
    if lemma in words("mentions", "nouns"):
        return noun.role not in ("compound", "noun modifier") or lemma in words("mentions", "strong_nouns")
    if lemma in words("mentions", "not_nouns") or noun.role in ("compound", "adverbial noun"):
        return False
    return lemma.endswith(_suffixes())


def governing_verbs(told: Sequence[Word]) -> list[Word]:
    """The finite verbs that event nouns and participles hang on directly, each once."""
    found = dict.fromkeys(word.head for word in told if _hangs_on_verb(word))
    return [verb for verb in found if verb.is_verbal and _is_finite(verb)]


def _hangs_on_verb(word: Word) -> bool:
    if word.pos == "noun":
        return word.role in ("predicate", "object", "subject", "passive subject")
    return word.form == "present participle" and word.role == "adverbial"


def _is_finite(verb: Word) -> bool:
    return any(w.form in ("past", "present third", "present") for w in (verb, *clause_of(verb).auxiliaries))
