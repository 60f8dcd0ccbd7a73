"""Where in a clause a frame's actor and recipient stand: one function for each slot that frames may name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from timeline.events.lexicon import lexicon
from timeline.events.parse.clause import clause_of
from timeline.events.parse.noun_phrase import adjuncts_of, beside, conjuncts
from timeline.events.parse.word import Word, verb_over
from timeline.events.parties.doers import listed_before
from timeline.events.parties.party import MODIFIERS, is_party, parties_inside, sector_of
from timeline.events.parties.sentence import Sentence
from timeline.events.words import words

_REMEMBERED = 16  # verbs whose phrases are kept: a few, each of which is asked for one slot after the other


class Found(NamedTuple):
    """Nouns that stand in a slot, of which at most so many parties count."""

    nouns: list[Word]
    most: int | None = None


Slot = Callable[[Sentence, Word], Iterator[Found]]


def in_slot(sentence: Sentence, word: Word, slot: str) -> Iterator[Found]:
    """Who stands in a slot of a verb, the likeliest first; a slot without a function is a preposition."""
    return _OF_VERBS[slot](sentence, word) if slot in _OF_VERBS else _prepositional(sentence, word, slot)


def in_slot_of_noun(sentence: Sentence, noun: Word, slot: str) -> Iterator[Found]:
    """Who stands in a slot of an event noun; a slot without a function is a preposition."""
    return _OF_NOUNS[slot](sentence, noun) if slot in _OF_NOUNS else iter((Found(_beside_or_inside(noun, slot)),))


def _beside_or_inside(noun: Word, preposition: str) -> list[Word]:
    """Who stands behind a preposition, at a noun or at what it is of ("the signing of a treaty between A and B")."""
    found = beside(noun, preposition)
    if found or preposition != "between":
        return found
    return [one for what in beside(noun, "of") for one in beside(what, "between")]


def _parties(sentence: Sentence, nouns: Iterable[Word]) -> list[Word]:
    return [noun for noun in nouns if noun.lower not in words("parties", "reflexive") and is_party(sentence, noun)]


def _inside(sentence: Sentence, nouns: Iterable[Word]) -> list[Word]:
    return [party for noun in nouns for party in parties_inside(sentence, noun)]


def _object(sentence: Sentence, verb: Word) -> Iterator[Found]:
    """Whom it is done to ("arrested the envoy"), or whose thing it is ("rejected Iraq's offer")."""
    objects = clause_of(verb).undergoers
    yield Found(_parties(sentence, objects))
    yield Found(owners_of_deeds(sentence, objects) or inside_objects(sentence, verb))


def owners_of_deeds(sentence: Sentence, objects: Iterable[Word]) -> list[Word]:
    """Whose deed it is about, not against whom that was ("condemned the Israeli strikes on Lebanon")."""
    deeds = [noun for noun in objects if noun.lemma in lexicon().nouns]
    doers = (c for noun in deeds for c in (*beside(noun, "by"), *noun.by_role(*MODIFIERS)))
    return _parties(sentence, (one for doer in doers for one in conjuncts(doer)))


def inside_objects(sentence: Sentence, verb: Word) -> list[Word]:
    """The parties named inside what it is done to."""
    return _inside(sentence, clause_of(verb).undergoers)


def _dative(_: Sentence, verb: Word) -> Iterator[Found]:
    """Whom something is given to ("gave Chad a loan", "gave a loan to Chad")."""
    datives = (d.by_role("prepositional object") if d.pos == "preposition" else [d] for d in verb.by_role("dative"))
    yield Found([noun for given in datives for one in given for noun in conjuncts(one)])


def _clause(sentence: Sentence, verb: Word) -> Iterator[Found]:
    """Whom a clause below is about ("urged that Peru return the boy", "vowed to punish the rebels")."""
    for clause in clause_of(verb).complements:
        if not _is_aside(clause, verb) and not _is_ground(clause, verb) and not _is_circumstance(clause):
            yield from _in_clause(sentence, clause)


def _is_circumstance(clause: Word) -> bool:
    """Tell whether a clause only says why or when ("cancelled it because Chad had left", "asked so that Chad can")."""
    return clause.role == "adverbial" and bool(clause_of(clause).markers & words("parties", "circumstances"))


def _is_aside(clause: Word, verb: Word) -> bool:
    """Tell whether a clause only names who tells ("..., Kyodo reports")."""
    reports = clause.lemma in lexicon().reporting["verbs"]
    return reports and clause.role == "complement" and clause.index > verb.index


def _is_ground(clause: Word, verb: Word) -> bool:
    """Tell whether a clause behind a second "for" says why ("pressed for a ban on Chad for leaving the pact")."""
    behind = clause.head
    return behind.lower == "for" and any(
        p.lower == "for" and p.index < behind.index and p.by_role("prepositional object")
        for p in verb.by_role("preposition")
    )


def _in_clause(sentence: Sentence, clause: Word) -> Iterator[Found]:
    subjects = [noun for one in clause.by_role("subject", "passive subject") for noun in conjuncts(one)]
    yield Found(_parties(sentence, subjects))
    if clause.role == "adverbial" and not clause_of(clause).is_infinitive:
        return
    yield Found(_parties(sentence, (one for one in clause_of(clause).undergoers if not _is_to_be(one))))
    yield Found(_parties(sentence, _adjuncts(clause)))
    yield Found(inside_objects(sentence, clause), most=2)
    for below in clause_of(clause).complements:
        yield Found(_parties(sentence, [*clause_of(below).undergoers, *_adjuncts(below)]), most=1)


def _is_to_be(noun: Word) -> bool:
    """Tell whether a noun names what is not there yet ("agreed to set up a commission")."""
    return noun.pos == "noun" and any(c.lower in words("parties", "articles") for c in noun.by_role("determiner"))


def _adjuncts(word: Word) -> list[Word]:
    return [noun for _, noun in adjuncts_of(word)]


def _prepositional(sentence: Sentence, verb: Word, preposition: str) -> Iterator[Found]:
    """Who stands behind a preposition, beside the verb or its object ("imposed a ban on exports to Chad")."""
    same = words("parties", "inside") if preposition == "in" else {preposition}
    nouns = [noun for marker, noun in _phrases(verb) if marker in same]
    if nouns:
        yield Found(_parties(sentence, nouns))
        yield Found(_inside(sentence, nouns))


@lru_cache(maxsize=_REMEMBERED)
def _phrases(verb: Word) -> Sequence[tuple[str, Word]]:
    """The prepositional phrases of a verb, then those of its objects, then those inside the latter."""
    objects = clause_of(verb).undergoers
    hosts = [verb, *objects, *(noun for one in objects for noun in _adjuncts(one))]
    return tuple(phrase for host in hosts for phrase in adjuncts_of(host))


def _topic(sentence: Sentence, verb: Word) -> Iterator[Found]:
    """Whom a statement is about: the subjects of what is said, else whoever is named in it first."""
    doers = _parties(sentence, clause_of(verb).doers)
    if not doers or _only_observe(doers):
        return
    for clause in clause_of(verb).complements:
        subjects = [noun for one in clause.by_role("subject", "passive subject") for noun in conjuncts(one)]
        yield Found([one for one in subjects if one.pos == "name" and is_party(sentence, one)], most=1)
        for word in (*subjects, *clause.subtree):
            if _is_named(sentence, word):
                yield Found([word], most=1)


def _only_observe(doers: Iterable[Word]) -> bool:
    """Tell whether those who speak only tell of others, and speak to nobody ("the radio reported that Chad ...")."""
    return all(sector_of(doer) in words("parties", "observers") for doer in doers)


def _is_named(sentence: Sentence, word: Word) -> bool:
    """Tell whether a noun names a person, a state or a body, or troops and the like of one; not where something is."""
    if word.role in MODIFIERS and word.role != "owner":
        return False
    hit = sentence.name_at(word)
    if hit is not None:
        is_city = hit.name.kind == "place" and word.role == "prepositional object"
        return not (is_city and word.head.lower in words("parties", "at"))
    told = sentence.person_at(word) is not None
    return told or (any(sentence.name_at(c) for c in word.by_role(*MODIFIERS)) and is_party(sentence, word))


def _addressee(sentence: Sentence, verb: Word) -> Iterator[Found]:
    """Whom a speaker tells it: "told the newspaper", "said in an interview with the newspaper"."""
    clause = clause_of(verb)
    yield Found(_parties(sentence, clause.undergoers))
    talks = (noun for noun in clause.beside("in", "during") if noun.lemma in words("parties", "interviews"))
    yield Found([one for noun in talks for one in beside(noun, "with", "to")])


def _owner(sentence: Sentence, noun: Word) -> Iterator[Found]:
    """Whose deed it is ("Iraq's invasion")."""
    yield Found(_parties(sentence, (one for owner in noun.by_role("owner") for one in conjuncts(owner))))


def _modifier(sentence: Sentence, noun: Word) -> Iterator[Found]:
    """Which country's deed it is ("the Iraqi invasion")."""
    modifiers = noun.by_role("adjective", "compound", "noun modifier")
    named = [word for word in modifiers if sentence.name_at(word) is not None]
    yield Found([*(listed_before(sentence, named[0]) if sentence.headline and named else ()), *named])


_OF_VERBS: dict[str, Slot] = {
    "object": _object,
    "dative": _dative,
    "clause": _clause,
    "addressee": _addressee,
    "topic": _topic,
}


def _doers_beside(_: Sentence, noun: Word) -> Iterator[Found]:
    """Who does something at it ("at a press conference Odal denied the claim")."""
    if noun.role == "prepositional object" and noun.head.lower in words("parties", "on_the_occasion"):
        yield Found(list(clause_of(verb_over(noun)).doers))


_OF_NOUNS: dict[str, Slot] = {"poss": _owner, "amod": _modifier, "doers": _doers_beside}
