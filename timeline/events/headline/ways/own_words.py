"""An event in the very words of its clause, where no headline can be made of them."""

from __future__ import annotations

from timeline.events.headline.cut import LIMIT
from timeline.events.headline.facts import Facts
from timeline.events.headline.shorten import shortened
from timeline.events.parse.subjects import RELATIVE, SUBJECTS
from timeline.events.parse.word import Word


def own_words(facts: Facts) -> str:
    """The clause as the text has it, without its date; nothing where a pronoun or another clause tells who does it."""
    verb = facts.token
    if not verb.is_verbal or (verb.role == "relative" and _subject(verb) is None):
        return ""
    start = _described(verb) or _subject(verb)
    if start is None:
        return ""
    span = [w for w in verb.tree[start.index : verb.last.index + 1] if w.index not in facts.skip]
    return shortened(span, LIMIT)


def _subject(verb: Word) -> Word | None:
    """The first word of the clause's own subject."""
    noun = next((s for s in verb.by_role(*SUBJECTS) if s.index < verb.index), None)
    return noun.first if noun is not None and noun.pos != "pronoun" and noun.lower not in RELATIVE else None


def _described(verb: Word) -> Word | None:
    """The first word of the noun that a clause describes ("the decision to wait", "the time Haas spent there")."""
    noun = verb.head
    is_told = verb.role in ("noun clause", "relative") and noun.index < verb.index and noun.pos in ("noun", "name")
    return noun.first if is_told else None
