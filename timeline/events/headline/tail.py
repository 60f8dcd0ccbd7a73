"""The words behind the verb of a headline."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import dropwhile, takewhile
from typing import NamedTuple

from timeline.events.headline.cut import ended, is_pause
from timeline.events.headline.facts import Facts
from timeline.events.headline.left_behind import object_left_behind
from timeline.events.headline.shorten import MOST, shortened
from timeline.events.parse.clause import clause_of
from timeline.events.parse.subjects import SUBJECTS
from timeline.events.parse.word import Role, Word
from timeline.events.words import words

ROOM = 80  # characters of the words behind the verb
_WIDE = 93  # characters of these where all are told
_BARE = 2  # words of "to allow"
_SENSE = 3  # words that a cut phrase keeps at least
_NEAR = 5  # words behind a preposition that tell when
_NEEDED: tuple[Role, ...] = (
    "object",
    "predicate",
    "object predicate",
    "dative",
    "predicate adjective",
    "open clause",
    "complement",
)
_DEMANDS: tuple[Role, ...] = ("open clause", "complement", "adverbial")


class _Part(NamedTuple):
    """A phrase behind the verb: what the verb needs has rank 0, where and how rank 1."""

    rank: int
    position: int
    text: str


def tail(facts: Facts) -> str:
    """The shortest words behind the verb that keep its sense; what the verb needs goes before where and how."""
    if any(_is_torn(facts, child) or _says_too_little(child) for child in facts.token.rights):
        return in_full(facts)
    kept: list[tuple[int, str]] = []
    room = ROOM
    for rank, position, text in sorted(_parts(facts)):
        if text and any(f" {text} " in f" {told} " for _, told in kept):
            continue  # it stands inside another phrase ("sent a team to Kabul led by Haas")
        fitting = _fit(text, room) if kept else text
        if not fitting and text and rank == 0:
            return in_full(facts)  # half of what the verb needs is no headline
        if fitting:
            kept.append((position, fitting))
            room -= len(fitting)
    return " ".join(text for _, text in sorted(kept))


def _is_torn(facts: Facts, clause: Word) -> bool:
    """Tell whether a clause would be left with no more than its verb ("refused to allow")."""
    needs = clause.role == "open clause" and bool(clause.by_role(*_NEEDED))
    return needs and len(facts.text_of(clause).split()) <= _BARE


def _says_too_little(phrase: Word) -> bool:
    """Tell whether a noun behind the verb needs what follows it: "the claim that ...", "the first to ..."."""
    nouns = phrase.by_role("prepositional object") if phrase.role == "preposition" else [phrase]
    needed = (noun for noun in nouns if noun.role in ("object", "predicate", "prepositional object"))
    return any(_has_content(noun) or _is_first_to(noun) for noun in needed)


def _has_content(noun: Word) -> bool:
    clauses = noun.by_role("noun clause", "complement") if noun.lemma in words("headline", "contents") else ()
    return any(c.lower == "that" for clause in clauses for c in clause.by_role("marker"))


def _is_first_to(noun: Word) -> bool:
    first = noun.role == "predicate" and any(c.lower in words("headline", "ranks") for c in noun.by_role("adjective"))
    return first and any(w.index > noun.index and clause_of(w).is_infinitive for w in noun.subtree if w.is_verbal)


def in_full(facts: Facts) -> str:
    """All words behind the verb and its particles, shortened at the border of a clause."""
    verb = facts.token
    start = max([verb.index, *(w.index for w in _particles(verb))]) + 1
    near = verb.tree[start : min(verb.last.index + 1, start + MOST)]
    span = [w for w in near if w.index not in facts.skip and verb.is_above(w)]
    span = list(dropwhile(lambda w: w.is_punctuation or w.role == "coordinator", span))
    others = [c.first for c in verb.by_role("conjunct")]
    return facts.with_names(span, shortened(span, _WIDE)) if span and span[0] not in others else ""


def particles(verb: Word) -> str:
    """The particles of a phrasal verb ("call off"), and adverbs without which it says too little ("hit back")."""
    return " ".join(w.text for w in _particles(verb))


def _particles(verb: Word) -> list[Word]:
    near = [c for c in verb.by_role("adverb", "object predicate") if c.index == verb.index + 1]
    adverbs = [c for c in near if c.lower in words("headline", "adverbs") and not c.children]
    stranded = [p for p in verb.by_role("preposition") if p.index == verb.index + 1 and not p.children]
    return [*verb.by_role("particle"), *adverbs, *stranded]


def _parts(facts: Facts) -> Iterator[_Part]:
    left = object_left_behind(facts.token)
    if left is not None:
        yield _Part(0, facts.token.index, facts.lowered(left.first, facts.text_of(left)))
    for child in takewhile(lambda child: not is_pause(child), facts.token.rights):
        for phrase in _hanging_on_date(facts, child):
            yield _Part(1, phrase.index, facts.text_of(phrase))
        rank = None if child in _particles(facts.token) else _rank(facts, child)
        if rank is not None:
            yield _Part(rank, child.index, facts.text_of(child))


def _hanging_on_date(facts: Facts, child: Word) -> list[Word]:
    """The phrases that hang on the event's date only by the parser's mistake ("accused it on Friday of ...")."""
    if child.index not in facts.skip:
        return []
    return [w for w in child.subtree if w.role == "preposition" and w.head.index in facts.skip - {w.index}]


def _rank(facts: Facts, child: Word) -> int | None:
    """How much a verb needs a phrase; None where a headline goes without."""
    if child.role in _NEEDED or _is_purpose(child):
        return None if _lost_its_subject(child) else 0
    if child.role == "adverb" and child.children and child.lower in words("headline", "adverbs"):
        return 1  # "sent back to Niamey"
    if child.role == "preposition" and _is_needed(child):
        return 0  # also behind an apposition: "accused the station, TV9, of lying"
    if child.role != "preposition" or _says_when(facts, child) or _names_actor(facts, child) or _sums_up(child):
        return None
    return 0 if _is_asked(child) else 1


def _is_purpose(clause: Word) -> bool:
    return clause.role == "adverbial" and clause_of(clause).is_infinitive


def _sums_up(preposition: Word) -> bool:
    """Tell whether a sum belongs to a verb above ("brought the number of those killed to 40")."""
    sums = (n for n in preposition.by_role("prepositional object") if n.form == "cardinal")
    return preposition.lower == "to" and preposition.head.role == "noun clause" and any(sums)


def _is_needed(preposition: Word) -> bool:
    """Tell whether a verb says too little without a phrase ("accused Chad of treason")."""
    return f"{preposition.head.lemma}_{preposition.lower}" in words("headline", "needed")


def _lost_its_subject(clause: Word) -> bool:
    """Tell whether a finite clause stands without its subject, so that the parser took it for what it is not."""
    finite = clause.form in ("past", "present", "present third") and not clause.by_role("auxiliary")
    return clause.role == "complement" and finite and not clause.by_role(*SUBJECTS)


def _names_actor(facts: Facts, preposition: Word) -> bool:
    return any(p.start in facts.starts for p in preposition.by_role("prepositional object"))


def _is_asked(preposition: Word) -> bool:
    """Tell whether a phrase says to whom a demand is made ("called for the envoy to leave"), which stands first."""
    demand = any(c.role in _DEMANDS for c in preposition.head.children)
    return demand and preposition.lower in words("headline", "asked")


def _says_when(facts: Facts, preposition: Word) -> bool:
    """Tell whether a phrase says when, or stands apart between commas: neither belongs into a headline."""
    before = preposition.before
    if preposition.lower in words("headline", "temporal") or preposition.index in facts.skip:
        return True
    if before is not None and (before.text == "," or is_pause(before)):
        return True
    near = [w for w in preposition.subtree if w.index - preposition.index < _NEAR]
    if any(w.lemma in words("headline", "spells") and w.head is preposition for w in near):
        return True
    return any(_is_year(w) or _is_calendar(w) for w in near)


def _is_year(word: Word) -> bool:
    return len(word.text) == 4 and word.text.isdigit() and word.role == "prepositional object"


def _is_calendar(word: Word) -> bool:
    named = word.lower in words("headline", "calendar")
    return named and word.role in ("prepositional object", "compound", "adverbial noun")


def _fit(part: str, room: int) -> str:
    """A phrase cut before a preposition so that it fits; nothing where no sense is left."""
    if len(part) <= room:
        return part
    told = part.split(" ")
    starts = [i for i in range(_SENSE, len(told)) if told[i] in words("headline", "prepositions")]
    fitting = [kept for i in starts if len(kept := " ".join(told[:i])) <= room]
    return ended(fitting[-1]) if fitting else ""
