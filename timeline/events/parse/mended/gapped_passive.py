"""A passive that leaves its auxiliary to the one before it ("two men were arrested and the minister sacked")."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.parse.word import Role, Word
from timeline.events.words import words

_JOINED: tuple[Role, ...] = ("conjunct", "parallel", "complement")
_PASSIVE: tuple[Role, ...] = ("passive auxiliary", "passive subject")
_OWN: tuple[Role, ...] = ("auxiliary", "passive auxiliary", "object", "complement", "open clause")


def with_gapped_passives(found: Sequence[Word], heads: Sequence[int]) -> list[int]:
    """The heads of a sentence's words; a past that follows a passive and has no object becomes a passive as well.

    "Two men were arrested, and the minister sacked."  The forms of such verbs and the roles of their subjects are
    changed; only verbs of what is undergone are taken for one ("... and the minister fled").
    """
    undergone = words("clauses", "undergone", "only_undergone")
    for verb in found:
        told = verb.form in ("past", "past participle") and verb.lemma in undergone
        if told and _has_only_a_subject(found, heads, verb) and _follows_passive(found, heads, verb):
            verb.form = "past participle"
            for word in found:
                if heads[word.index] == verb.index and word.role == "subject":
                    word.role = "passive subject"
    return list(heads)


def _has_only_a_subject(found: Sequence[Word], heads: Sequence[int], verb: Word) -> bool:
    below = [word for word in found if heads[word.index] == verb.index]
    closes = not any(word.role in _OWN and word.role != "complement" for word in below)
    return closes and any(word.role == "subject" and word.index < verb.index for word in below)


def _follows_passive(found: Sequence[Word], heads: Sequence[int], verb: Word) -> bool:
    """Tell whether the clause joined before a verb is a passive."""
    above = found[heads[verb.index]]
    beside = [word for word in found if heads[word.index] == verb.index and word.role in _JOINED]
    joined = [one for one in (above if verb.role in _JOINED else None, *beside) if one is not None]
    passive = (word for word in found if word.role in _PASSIVE and found[heads[word.index]] in joined)
    return any(heads[word.index] < verb.index for word in passive)
