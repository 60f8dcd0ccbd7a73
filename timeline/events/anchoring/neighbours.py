"""Expressions of the clause beside an event that date the event too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from timeline.events.lexicon import lexicon
from timeline.events.parse.attach import Attached, aside
from timeline.events.parse.clause import clause_of
from timeline.events.parse.word import Word
from timeline.events.words import words

if TYPE_CHECKING:
    from timeline.edtf import Interval
    from timeline.events.anchoring.state import Seen

_OBJECTS = frozenset({"object", "prepositional object", "preposition", "dative", "predicate"})
_OPEN = frozenset({"since", "until", "till", "before", "after", "from"})
# What verbs say whose infinitive lies ahead of them ("asked to", "promised to").
_AHEAD = frozenset({"hypothetical", "pledged", "scheduled"})
# The longest stretch that a clause hands on to the verb over it.
_DAYS = 31


def participle(seen: Seen, attached: Sequence[Attached]) -> list[Attached]:
    """The date of how an event noun came to be ("a deal struck in March", "talks held on Monday")."""
    if seen.token.pos != "noun":
        return []
    made = {
        c.index
        for c in seen.token.children
        if c.role == "noun clause"
        and c.form == "past participle"
        and c.index > seen.token.index
        and c.lemma in words("triggers", "made")
    }
    return [a for a in attached if a.host.index in made]


def behind(seen: Seen, attached: Sequence[Attached], today: Interval) -> list[Attached]:
    """Dates that the parser reads with what stands behind a simple past verb: its object, infinitive or when-clause."""
    if seen.token.pos != "verb" or (seen.reading.tense, seen.reading.aspect) != ("PAST", "NONE"):
        return []
    token = seen.token
    return (
        [a for a in attached if _closes(a, token)]
        or [a for a in attached if _asks(a, token, today)]
        or [a for a in attached if _when(a, token)]
    )


def _closes(found: Attached, verb: Word) -> bool:
    """Tell whether an expression read with the object of a verb dates the verb ("signed a treaty last month")."""
    node = found.host
    if node.pos != "noun" or found.first < node.index or verb.lemma in words("durations", "blame"):
        return False
    while node != verb:
        if node.role not in _OBJECTS or aside(node) or node.head == node:
            return False
        node = node.head
    return True


def _asks(found: Attached, verb: Word, today: Interval) -> bool:
    """Tell whether a past date read with an infinitive dates the verb over it ("told him to go in a note last week").

    What is asked for lies ahead, so that a past date is of the asking.
    """
    host, days = found.host, found.timex.interval
    if (
        host.head != verb
        or host.role not in ("open clause", "complement", "adverbial")
        or host.form != "base"
        or found.first < host.index
    ):
        return False
    if lexicon().governors.get(verb.lemma) not in _AHEAD or not _short(found):
        return False
    if not days.not_after or not today.not_before or days.not_after >= today.not_before:
        return False
    node = host.tree[found.end - 1]
    while node != host:
        inside = found.first <= node.index < found.end
        if not (inside or node.pos == "preposition" or node.lemma in lexicon().sets["speech"]) or node.head == node:
            return False
        node = node.head
    return True


def _short(found: Attached) -> bool:
    return 0 < (found.timex.interval.days or 0) <= _DAYS


def _when(found: Attached, verb: Word) -> bool:
    """Tell whether an expression dates the past when-clause of a verb ("was agreed when they met on Monday")."""
    clause = found.host
    past = clause.form == "past" or (
        clause_of(clause).is_passive and any(c.form == "past" for c in clause_of(clause).auxiliaries)
    )
    opened = any(c.lower == "when" and c.index < clause.index for c in clause.children)
    return (
        clause.head == verb
        and clause.role == "adverbial"
        and past
        and opened
        and _short(found)
        and found.marker not in _OPEN
    )
